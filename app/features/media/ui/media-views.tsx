import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { MediaPage } from '../media.server.ts';
import { MEDIA_LIMITS, TONES, type Tone } from '../rules/kinds.ts';
import { Named, useRemoval } from './contact-parts.tsx';

export type MediaViewProps = {
  slug: string;
  page: MediaPage;
  clientId: string;
  today: string;
  mayWrite: boolean;
  lastResult?: SubmissionResult<string[]> | null;
};
const TONE_SIGNS: Record<Tone, StateTone> = { positive: 'verified', neutral: 'quiet', critical: 'refused' };

/** What was published, newest first, and the form that writes one down. */
export function CoverageView(props: MediaViewProps & { mayExport: boolean }) {
  const { slug, page, clientId, mayWrite, mayExport } = props;
  const { t, to, locale } = useWords();
  const removal = useRemoval<MediaPage['coverage'][number]>({
    mayWrite,
    clientId,
    intent: 'remove-coverage',
    field: 'coverageId',
    of: ({ id, title }) => ({ id, about: title }),
  });
  return (
    <>
      <DataTable
        caption={t('media.view.coverage')}
        captionHidden
        rows={page.coverage}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('media.coverage.empty.title')} example={t('media.coverage.empty.example')}>
            {t('media.coverage.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t('media.column.title'),
            phone: 'title',
            cell: ({ title, url, campaign, event }) => (
              <>
                <Named name={title} url={url} />
                {(campaign ?? event) && <span className="meta block">{campaign ?? event}</span>}
              </>
            ),
          },
          { key: 'on', header: t('media.column.on'), cell: ({ on }) => formatDay(noonOf(on), locale), nowrap: true },
          { key: 'outlet', header: t('media.column.outlet'), cell: ({ outlet }) => outlet },
          {
            key: 'person',
            header: t('media.column.person'),
            cell: ({ person }) => (person ? <a href={to(paths.orgPerson(slug, person.id))}>{person.name}</a> : '—'),
          },
          {
            key: 'tone',
            header: t('media.column.tone'),
            phone: 'badge',
            nowrap: true,
            cell: ({ tone }) => <StateBadge tone={TONE_SIGNS[tone]}>{t(`media.tone.${tone}`)}</StateBadge>,
          },
          ...removal,
        ]}
      />
      {mayExport && page.coverage.length > 0 && (
        <p>
          <ButtonLink tone="quiet" icon="download" href={to(paths.orgMediaTable(slug))}>
            {t('media.export')}
          </ButtonLink>
        </p>
      )}
      {mayWrite && <CoverageForm {...props} />}
    </>
  );
}

function CoverageForm({ slug, page, clientId, today, lastResult }: MediaViewProps) {
  const { t, to } = useWords();
  const back = useReturned(lastResult, 'coverage');
  const options = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  if (page.outlets.length === 0)
    return (
      <Notice tone="info" actions={<a href={to(paths.orgMedia(slug, '?view=outlets'))}>{t('media.outlet.new')}</a>}>
        {t('media.coverage.needs-outlet')}
      </Notice>
    );
  return (
    <Section title={t('media.coverage.new')} id="new">
      <Form clientId={back.value('clientId', clientId)} label={t('media.coverage.new')}>
        <TextInput
          name="title"
          label={t('media.field.title')}
          error={back.errors.title}
          defaultValue={back.value('title')}
          maxLength={MEDIA_LIMITS.title}
          autoComplete="off"
          required
        />
        <FieldRow>
          <Select
            name="outletId"
            label={t('media.column.outlet')}
            error={back.errors.outletId}
            options={options(page.outlets)}
            defaultValue={back.value('outletId')}
          />
          <TextInput
            name="on"
            type="date"
            label={t('media.column.on')}
            error={back.errors.on}
            defaultValue={back.value('on', today)}
            required
          />
        </FieldRow>
        <TextInput
          name="url"
          type="url"
          label={t('media.field.url')}
          error={back.errors.url}
          defaultValue={back.value('url')}
          maxLength={MEDIA_LIMITS.url}
          autoComplete="off"
          optional
        />
        <RadioCards
          name="tone"
          label={t('media.column.tone')}
          error={back.errors.tone}
          columns
          options={TONES.map((value) => ({ value, label: t(`media.tone.${value}`) }))}
          defaultValue={back.value('tone')}
        />
        <Select
          name="personId"
          label={t('media.column.person')}
          hint={t('media.field.person.hint')}
          error={back.errors.personId}
          options={options(page.journalists)}
          defaultValue={back.value('personId')}
          optional
        />
        <FieldRow>
          {page.campaigns.length > 0 && (
            <Select
              name="campaignId"
              label={t('media.field.campaign')}
              error={back.errors.campaignId}
              options={options(page.campaigns)}
              defaultValue={back.value('campaignId')}
              optional
            />
          )}
          {page.events.length > 0 && (
            <Select
              name="eventId"
              label={t('media.field.event')}
              error={back.errors.eventId}
              options={options(page.events)}
              defaultValue={back.value('eventId')}
              optional
            />
          )}
        </FieldRow>
        <Button name="intent" value="coverage">
          {t('media.coverage.add')}
        </Button>
      </Form>
    </Section>
  );
}
