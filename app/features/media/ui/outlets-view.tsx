import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { OUTLET_KINDS } from '../rules/kinds.ts';
import { ContactFields, Named } from './contact-parts.tsx';
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
            cell: (outlet) => <Named {...outlet} />,
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
            <ContactFields
              back={back}
              kinds={OUTLET_KINDS.map((value) => ({ value, label: t(`media.outlet.${value}`) }))}
            />
            <Button tone="secondary" name="intent" value="outlet">
              {t('media.outlet.add')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}
