import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { IMPORT_FIELDS, type ImportMapping, type ImportReport } from '../rules/import-columns.ts';
import type { ImportState } from '../rules/kinds.ts';

type Table = {
  id: string;
  state: ImportState;
  header: string[];
  rows: number;
  done: number;
  mapping: ImportMapping;
  report: ImportReport | null;
};
type Props = { slug: string; clientId: string; table: Table; isMapping: boolean; sample: string[][] };
const SHOWN = 100;

/** A table on its way in: its columns, how far the work is, what would happen, what was done. */
export function ImportView(props: Props) {
  const { table, isMapping, slug } = props;
  const { t, to } = useWords();
  if (isMapping) return <Mapping {...props} />;
  if (table.state === 'checking' || table.state === 'running')
    return (
      <Notice tone="info" live title={t(`people.import.state.${table.state}`)}>
        <p>{t('people.import.working', { done: table.done, rows: table.rows })}</p>
        <p>{t('people.import.working.text')}</p>
      </Notice>
    );
  if (!table.report)
    return (
      <Notice
        tone="danger"
        actions={<ButtonLink href={to(paths.orgPeopleImports(slug))}>{t('people.import.again')}</ButtonLink>}
      >
        {t('people.import.failed')}
      </Notice>
    );
  return <Effect {...props} report={table.report} />;
}

function Mapping({ table, sample, clientId }: Props) {
  const { t } = useWords();
  const options = IMPORT_FIELDS.map((value) => ({ value, label: t(`people.import.field.${value}`) }));
  return (
    <Section title={t('people.import.mapping')} id="mapping">
      <p>{t('people.import.mapping.lead')}</p>
      <Form clientId={clientId} label={t('people.import.mapping')}>
        {table.header.map((name, column) => {
          const said = sample.map((row) => row[column]?.trim()).filter(Boolean);
          return (
            <Select
              key={column}
              name={`column[${column}]`}
              label={t('people.import.column', { name: name || String(column + 1) })}
              hint={said.length > 0 ? t('people.import.column.sample', { sample: said.join(' · ') }) : undefined}
              placeholder={t('people.import.ignore')}
              options={options}
              defaultValue={table.mapping[column] ?? undefined}
            />
          );
        })}
        <Button name="intent" value="check">
          {t('people.import.check')}
        </Button>
      </Form>
    </Section>
  );
}

function Effect({ table, report, slug, clientId }: Props & { report: ImportReport }) {
  const { t, to } = useWords();
  const { counts, refused } = report;
  const isDone = table.state === 'done';
  return (
    <Stack gap="large">
      <Section title={t(isDone ? 'people.import.effect.done' : 'people.import.effect')} id="effect">
        <DefinitionList
          items={(['new', 'changed', 'matched', 'repeated', 'refused'] as const).map((key) => ({
            term: t(`people.import.count.${key}`),
            detail: String(counts[key]),
          }))}
        />
        {isDone ? (
          <div className="btn-row">
            <ButtonLink href={to(paths.orgPeople(slug))}>{t('people.list.title')}</ButtonLink>
            <ButtonLink tone="secondary" href={to(paths.orgNewSearch(slug))}>
              {t('people.import.next.search')}
            </ButtonLink>
          </div>
        ) : (
          <>
            <p>{t('people.import.never')}</p>
            <p>{t('people.import.consent')}</p>
            <Form clientId={clientId} label={t('people.import.effect')}>
              <div className="btn-row">
                {counts.new + counts.changed > 0 && (
                  <Button name="intent" value="confirm">
                    {t('people.import.confirm')}
                  </Button>
                )}
                <Button tone="secondary" name="intent" value="map">
                  {t('people.import.map-again')}
                </Button>
                <ButtonLink tone="quiet" href={to(paths.orgPeopleImports(slug))}>
                  {t('people.import.again')}
                </ButtonLink>
              </div>
            </Form>
          </>
        )}
      </Section>
      {refused.length > 0 && (
        <Section title={t('people.import.refused')} id="refused">
          {counts.refused > SHOWN && <p>{t('people.import.refused.first', { count: SHOWN })}</p>}
          <DataTable
            caption={t('people.import.refused')}
            captionHidden
            rows={refused.slice(0, SHOWN)}
            rowKey={({ line }) => String(line)}
            columns={[
              {
                key: 'line',
                header: t('people.import.line'),
                phone: 'title',
                cell: ({ line }) => t('people.import.line.number', { line }),
              },
              {
                key: 'why',
                header: t('people.import.why'),
                cell: ({ errors }) =>
                  errors
                    .map(
                      ({ field, code }) => `${t(`people.import.field.${field}`)}: ${t(`people.import.cell.${code}`)}`,
                    )
                    .join('; '),
              },
            ]}
          />
        </Section>
      )}
    </Stack>
  );
}
