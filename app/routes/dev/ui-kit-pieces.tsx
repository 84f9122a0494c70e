import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardLink, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Icon, iconNames } from '#app/ui/icon.tsx';
import { Lattice } from '#app/ui/lattice.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { clusterSize, pinMarkup } from '#app/ui/map-pins.ts';
import { Mark } from '#app/ui/mark.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PhotoGrid } from '#app/ui/photo.tsx';
import { QuickExit } from '#app/ui/quick-exit.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { SampleWords } from './ui-kit-words.az.ts';

const tones: StateTone[] = ['waiting', 'open', 'late', 'claimed', 'verified', 'refused', 'quiet'];

/** The motif, colours, type, badges and buttons. */
export function BasicSamples({ s }: { s: SampleWords }) {
  return (
    <>
      <Section title={s.lattice} id="kit-lattice">
        <div className="flex flex-wrap items-center gap-4">
          <Mark size={16} />
          <Mark size={32} />
          <Mark size={64} />
          <Lattice shape="pane" />
        </div>
        <Lattice />
        <Lattice shape="line" />
      </Section>
      <Section title={s.tones} id="kit-tones">
        <ul className="grid grid-cols-2 gap-2 text-sm sm:grid-cols-4">
          <li className="rounded-field bg-paper p-3 border border-line">paper</li>
          <li className="rounded-field bg-card p-3 border border-line text-muted">card, muted</li>
          <li className="rounded-field bg-wash p-3">wash</li>
          <li className="rounded-field bg-ink p-3 text-white">ink</li>
          <li className="rounded-field bg-nar p-3 text-white">nar</li>
          <li className="rounded-field bg-xazar p-3 text-white">xəzər</li>
          <li className="rounded-field bg-cay p-3 text-white">çay</li>
          <li className="rounded-field bg-karpic p-3 text-white">kərpic</li>
          <li className="rounded-field bg-zafaran p-3">zəfəran</li>
        </ul>
      </Section>
      <Section title={s.type} id="kit-type">
        <div className="prose">
          <h3>{s.issue3}</h3>
          <p>{s.confirmText}</p>
          <p className="meta">{s.step3meta}</p>
          <ul>
            <li>{s.part2text}</li>
            <li>
              <a href="#kit-type">{s.part3text}</a>
            </li>
          </ul>
          <p>ƏəĞğİıÖöŞşÜüÇç ЁёЙйЩщ 0123456789 № “ ” « » –</p>
        </div>
      </Section>
      <Section title={s.badges} id="kit-badges">
        <ul className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <li key={tone}>
              <StateBadge tone={tone}>{s[tone]}</StateBadge>
            </li>
          ))}
        </ul>
        <ul className="flex flex-wrap items-center gap-4">
          {tones.map((tone) => (
            <li key={tone}>
              <img
                className="bg-transparent"
                src={`data:image/svg+xml,${encodeURIComponent(pinMarkup(tone))}`}
                width={28}
                height={28}
                alt={s[tone]}
              />
            </li>
          ))}
          {[7, 74, 1280].map((count) => (
            <li key={count} style={{ width: clusterSize(count), height: clusterSize(count) }}>
              <span className="cluster">{count}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={s.buttons} id="kit-buttons">
        <ButtonRow>
          <Button type="button">{s.send}</Button>
          <ButtonLink tone="secondary" href="#kit-buttons">
            {s.help}
          </ButtonLink>
          <Button type="button" tone="danger" icon="trash">
            {s.remove}
          </Button>
          <Button type="button" tone="quiet">
            {s.back}
          </Button>
          <Button type="button" disabled>
            {s.send}
          </Button>
        </ButtonRow>
        <ButtonRow row>
          <Button type="button" tone="verify">
            {s.fixed}
          </Button>
          <Button type="button" tone="danger">
            {s.still}
          </Button>
        </ButtonRow>
        <div className="flex flex-wrap gap-2">
          <Button type="button" size="small" icon="plus">
            {s.emptyAction}
          </Button>
          <Button type="button" size="small" tone="secondary" icon="print">
            {s.print}
          </Button>
          <LinkMore href="#kit-buttons">{s.all}</LinkMore>
          <QuickExit />
        </div>
      </Section>
      <Section title={s.icons} id="kit-icons">
        <ul className="flex flex-wrap gap-3 text-muted">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} />
              <span className="visually-hidden">{name}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Cards, notices, steps, the receipt, facts, pictures and nothing yet. */
export function ContentSamples({ s }: { s: SampleWords }) {
  return (
    <Columns
      aside={
        <>
          <Section title={s.receipt} id="kit-receipt">
            <ReceiptCode
              code="2749031655819402773611904825"
              actions={
                <ButtonRow row>
                  <Button type="button" tone="secondary">
                    {s.copy}
                  </Button>
                  <Button type="button" tone="secondary">
                    {s.print}
                  </Button>
                </ButtonRow>
              }
            >
              {s.receiptAbout}
            </ReceiptCode>
          </Section>
          <EmptyState
            title={s.emptyTitle}
            example={s.emptyExample}
            action={
              <ButtonLink tone="secondary" href="#kit-receipt">
                {s.emptyAction}
              </ButtonLink>
            }
          >
            {s.emptyText}
          </EmptyState>
          <Section title={s.pictures} id="kit-pictures">
            <PhotoGrid
              photos={[
                { src: '/icon.svg', width: 800, height: 600, caption: s.caption },
                { src: '/icon.svg', width: 600, height: 800 },
              ]}
            />
          </Section>
        </>
      }
    >
      <Section title={s.cards} id="kit-cards" actions={<a href="#kit-cards">{s.change}</a>}>
        <CardList>
          <CardLink
            href="#1"
            badge={<StateBadge tone="late">{s.late}</StateBadge>}
            title={s.issue1}
            meta={
              <>
                <b>37</b> {s.meta1}
              </>
            }
          />
          <CardLink
            href="#2"
            badge={<StateBadge tone="verified">{s.verified}</StateBadge>}
            title={s.issue2}
            meta={
              <>
                <b>21</b> {s.meta2}
              </>
            }
            picture={<img src="/icon.svg" width={160} height={120} alt="" />}
          />
          <CardLink href="#3" badge={<StateBadge tone="claimed">{s.claimed}</StateBadge>} title={s.issue3} />
        </CardList>
        <Card tone="info">
          <p>
            <b>{s.longOrganisation}</b>
          </p>
          <p className="meta">{s.part1text}</p>
        </Card>
      </Section>
      <Section title={s.notices} id="kit-notices">
        <Stack gap="small">
          <Notice>{s.info}</Notice>
          <Notice tone="success" title={s.success} live />
          <Notice tone="warning">{s.warning}</Notice>
          <Notice tone="danger" title={s.danger} actions={<a href="tel:112">112</a>} />
        </Stack>
      </Section>
      <Section title={s.steps} id="kit-steps">
        <Timeline
          steps={[
            { state: 'done', title: s.step1, meta: s.step1meta },
            { state: 'done', title: s.step2, meta: s.step2meta },
            { state: 'claimed', title: s.step3, meta: s.step3meta, note: s.step3note },
            { state: 'refused', title: s.refused },
            { state: 'late', title: s.late },
            { state: 'current', title: s.waiting },
            { state: 'todo', title: s.step4, meta: s.step4meta },
          ]}
        />
      </Section>
      <DefinitionList
        items={[
          { term: s.where, detail: 'Astara, Kijəbə' },
          { term: s.part1, detail: s.longOrganisation },
          { term: s.part3, detail: s.part3text },
        ]}
      />
    </Columns>
  );
}
