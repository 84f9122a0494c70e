import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { CheckboxCards, RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LINK_KINDS } from '../rules/support.ts';
import { LINK_LABEL, MOST_CODES } from '../support-forms.ts';
import type { OwnLink, RecentAtPoint } from '../support-links.server.ts';

type Props = {
  slug: string;
  id: string;
  isPublic: boolean;
  origin: string;
  links: OwnLink[];
  recent: RecentAtPoint[];
  codes: { issued: number; used: number };
  clientIds: Record<'link' | 'close' | 'seen' | 'codes', string>;
  done: 'opened' | 'closed' | 'seen' | null;
  lastResult?: SubmissionResult<string[]> | null;
};

/** A volunteer's own corner of a campaign: tables, links, who just signed there, codes to hand out. Nobody else's people. */
export function CollectRoom(props: Props) {
  const { links, recent, clientIds, done, lastResult, isPublic } = props;
  const { t } = useWords();
  const link = useReturned(lastResult, 'link');
  const other = useReturned(lastResult);
  return (
    <Stack gap="large">
      <ErrorSummary errors={Object.keys(link.errors).length > 0 ? link.errors : other.errors} />
      {done && (
        <Notice tone="success" live>
          <p>{t(`support.collect.done.${done}`)}</p>
        </Notice>
      )}
      {!isPublic && (
        <Notice tone="warning">
          <p>{t('support.collect.not-public')}</p>
        </Notice>
      )}
      <Section title={t('support.collect.links')} id="links">
        {links.length === 0 ? (
          <EmptyState title={t('support.collect.links.none')}>{t('support.collect.links.none.text')}</EmptyState>
        ) : (
          <CardList label={t('support.collect.links')}>
            {links.map((entry) => (
              <LinkCard key={entry.id} link={entry} {...props} />
            ))}
          </CardList>
        )}
      </Section>
      <Section title={t('support.collect.new')} id="new">
        <Form clientId={link.value('clientId', clientIds.link)} label={t('support.collect.new')}>
          <RadioCards
            name="kind"
            label={t('support.collect.kind')}
            options={LINK_KINDS.map((value) => ({
              value,
              label: t(`support.collect.kind.${value}`),
              hint: t(`support.collect.kind.${value}.hint`),
            }))}
            defaultValue={link.value('kind', 'point')}
            error={link.errors.kind}
            required
          />
          <TextInput
            name="label"
            label={t('support.collect.label')}
            hint={t('support.collect.label.hint')}
            error={link.errors.label}
            defaultValue={link.value('label')}
            maxLength={LINK_LABEL}
            width="medium"
            required
          />
          <Button name="intent" value="link">
            {t('support.collect.open')}
          </Button>
        </Form>
      </Section>
      {recent.length > 0 && <Recent recent={recent} clientId={clientIds.seen} />}
      <Codes {...props} />
    </Stack>
  );
}

function LinkCard({ link, slug, id, origin, clientIds }: Props & { link: OwnLink }) {
  const { t, to } = useWords();
  const address = `${origin}${paths.campaignLink(link.code)}`;
  return (
    <Card as="li" tone={link.isFlagged ? 'late' : 'plain'}>
      <p>
        <b>{link.label}</b> <span className="meta">{t(`support.collect.kind.${link.kind}`)}</span>
      </p>
      <p>{t('support.collect.people', { count: link.people })}</p>
      {link.isFlagged && <p>{t('support.collect.flagged')}</p>}
      {link.isOpen ? (
        <>
          <p className="break-all">
            <a href={address}>{address}</a>
          </p>
          <ButtonRow>
            <ButtonLink tone="secondary" href={to(paths.orgPointPoster(slug, id, link.id))}>
              {t('support.collect.poster')}
            </ButtonLink>
            <Form clientId={clientIds.close} inline>
              <input type="hidden" name="link" value={link.id} />
              <Button tone="quiet" name="intent" value="close">
                {t('support.collect.close')}
              </Button>
            </Form>
          </ButtonRow>
        </>
      ) : (
        <p className="meta">{t('support.collect.closed')}</p>
      )}
    </Card>
  );
}

function Recent({ recent, clientId }: { recent: RecentAtPoint[]; clientId: string }) {
  const { t, locale } = useWords();
  const waiting = recent.filter((entry) => !entry.isSeen);
  const line = (entry: RecentAtPoint) => `${entry.link} · ${formatMoment(new Date(entry.at), locale)}`;
  return (
    <Section title={t('support.collect.recent')} id="recent">
      <p className="meta">{t('support.collect.recent.text')}</p>
      {waiting.length > 0 && (
        <Form clientId={clientId} label={t('support.collect.recent')}>
          <CheckboxCards
            name="signature"
            label={t('support.collect.recent.choose')}
            options={waiting.map((entry) => ({ value: entry.id, label: entry.name, hint: line(entry) }))}
          />
          <Button tone="verify" name="intent" value="seen">
            {t('support.collect.seen')}
          </Button>
        </Form>
      )}
      <p className="meta">{t('support.collect.seen.count', { count: recent.length - waiting.length })}</p>
    </Section>
  );
}

function Codes({ slug, id, codes, clientIds }: Props) {
  const { t, to } = useWords();
  return (
    <Section title={t('support.codes')} id="codes">
      <p>{t('support.codes.text')}</p>
      {codes.issued > 0 && (
        <p className="meta">{t('support.codes.count', { count: codes.issued, used: codes.used })}</p>
      )}
      <Form action={to(paths.orgCodes(slug, id))} clientId={clientIds.codes} label={t('support.codes')}>
        <TextInput
          name="count"
          label={t('support.codes.how-many')}
          type="number"
          min={1}
          max={MOST_CODES}
          defaultValue="21"
          width="short"
          inputMode="numeric"
          required
        />
        <Button tone="secondary">{t('support.codes.print')}</Button>
      </Form>
    </Section>
  );
}
