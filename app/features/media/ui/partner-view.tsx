import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { PartnersPage } from '../media.server.ts';
import { MEDIA_LIMITS, PARTNER_KINDS } from '../rules/kinds.ts';

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
            cell: ({ name, url, note }) => (
              <>
                {url ? (
                  <a href={url} rel="noreferrer noopener">
                    {name}
                  </a>
                ) : (
                  name
                )}
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
          ...(mayWrite
            ? [
                {
                  key: 'remove',
                  header: t('media.column.deed'),
                  phone: 'action' as const,
                  cell: ({ id, name }: PartnersPage['partners'][number]) => (
                    <Press
                      clientId={clientId}
                      intent="remove-partner"
                      fields={{ partnerId: id }}
                      label={t('media.remove')}
                      ask={t('media.remove.ask')}
                      about={name}
                    />
                  ),
                },
              ]
            : []),
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
            <FieldRow>
              <TextInput
                name="name"
                label={t('media.column.name')}
                error={back.errors.name}
                defaultValue={back.value('name')}
                maxLength={MEDIA_LIMITS.name}
                autoComplete="off"
                required
              />
              <Select
                name="kind"
                label={t('media.column.kind')}
                error={back.errors.kind}
                options={PARTNER_KINDS.map((value) => ({ value, label: t(`media.partner.${value}`) }))}
                defaultValue={back.value('kind')}
              />
            </FieldRow>
            <FieldRow>
              <Select
                name="region"
                label={t('media.column.region')}
                error={back.errors.region}
                options={regionOptions(locale)}
                defaultValue={back.value('region')}
                optional
              />
              <Select
                name="personId"
                label={t('media.column.contact-person')}
                error={back.errors.personId}
                options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={back.value('personId')}
                optional
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
