import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { PartnersPage } from '../media.server.ts';
import { MEDIA_LIMITS, PARTNER_KINDS } from '../rules/kinds.ts';
import { ContactFields, Named, useRemoval } from './contact-parts.tsx';

/** Organisations one works with: what they are, whom one speaks with, what one does together. */
export function PartnersView({
  slug,
  page,
  clientId,
  mayWrite,
  mayExport,
  lastResult,
}: {
  slug: string;
  page: PartnersPage;
  clientId: string;
  mayWrite: boolean;
  mayExport: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to, locale } = useWords();
  const back = useReturned(lastResult, 'partner');
  const removal = useRemoval<PartnersPage['partners'][number]>({
    mayWrite,
    clientId,
    intent: 'remove-partner',
    field: 'partnerId',
    of: ({ id, name }) => ({ id, about: name }),
  });
  return (
    <>
      <DataTable
        caption={t('media.partners.title')}
        captionHidden
        rows={page.partners}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('media.partners.empty.title')} example={t('media.partners.empty.example')}>
            {t('media.partners.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('media.column.name'),
            phone: 'title',
            cell: ({ note, ...partner }) => (
              <>
                <Named {...partner} />
                {note && <span className="meta block">{note}</span>}
              </>
            ),
          },
          { key: 'kind', header: t('media.column.kind'), cell: ({ kind }) => t(`media.partner.${kind}`) },
          {
            key: 'region',
            header: t('media.column.region'),
            cell: ({ region }) => (region ? regionName(region, locale) : '—'),
            nowrap: true,
          },
          {
            key: 'person',
            header: t('media.column.contact-person'),
            cell: ({ person }) => (person ? <a href={to(paths.orgPerson(slug, person.id))}>{person.name}</a> : '—'),
          },
          ...removal,
        ]}
      />
      {mayExport && page.partners.length > 0 && (
        <p>
          <ButtonLink tone="quiet" icon="download" href={to(paths.orgPartnersTable(slug))}>
            {t('media.export')}
          </ButtonLink>
        </p>
      )}
      {mayWrite && (
        <Section title={t('media.partners.new')} id="new">
          <Form clientId={back.value('clientId', clientId)} label={t('media.partners.new')}>
            <ContactFields
              back={back}
              kinds={PARTNER_KINDS.map((value) => ({ value, label: t(`media.partner.${value}`) }))}
              beside={
                <Select
                  name="personId"
                  label={t('media.column.contact-person')}
                  error={back.errors.personId}
                  options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={back.value('personId')}
                  optional
                />
              }
            />
            <TextArea
              name="note"
              label={t('media.column.note')}
              error={back.errors.note}
              defaultValue={back.value('note')}
              maxLength={MEDIA_LIMITS.note}
              rows={3}
              optional
            />
            <Button tone="secondary" name="intent" value="partner">
              {t('media.partners.add')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
