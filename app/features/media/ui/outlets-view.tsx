import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { MEDIA_LIMITS, OUTLET_KINDS } from '../rules/kinds.ts';
import type { MediaViewProps } from './media-views.tsx';

/** Newsrooms one works with. */
export function OutletsView({ page, clientId, mayWrite, lastResult }: MediaViewProps) {
  const { t, locale } = useWords();
  const back = useReturned(lastResult, 'outlet');
  return (
    <>
      <DataTable
        caption={t('media.view.outlets')}
        captionHidden
        rows={page.outlets}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('media.outlet.empty.title')} example={t('media.outlet.empty.example')}>
            {t('media.outlet.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('media.column.name'),
            phone: 'title',
            cell: ({ name, url }) =>
              url ? (
                <a href={url} rel="noreferrer noopener">
                  {name}
                </a>
              ) : (
                name
              ),
          },
          { key: 'kind', header: t('media.column.kind'), cell: ({ kind }) => t(`media.outlet.${kind}`) },
          {
            key: 'region',
            header: t('media.column.region'),
            cell: ({ region }) => (region ? regionName(region, locale) : '—'),
          },
          { key: 'coverage', header: t('media.column.coverage'), cell: ({ coverage }) => coverage, align: 'end' },
        ]}
      />
      {mayWrite && (
        <Section title={t('media.outlet.new')} id="new">
          <Form clientId={back.value('clientId', clientId)} label={t('media.outlet.new')}>
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
                options={OUTLET_KINDS.map((value) => ({ value, label: t(`media.outlet.${value}`) }))}
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
            </FieldRow>
            <Button tone="secondary" name="intent" value="outlet">
              {t('media.outlet.add')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
