import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findOpening, noteReading } from '#app/features/teams/openings.server.ts';
import { readTeam, type TakenTable } from '#app/features/teams/take-out.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest, requireOperator } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('teams.glass.title');

/** So many rows of a table; what a question needs more than this for is not a question for break-glass. */
const ROWS = 100;

/** The team's tables, to be read and not changed, while the time runs. Each reading is noted in the team's trail first. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const opening = isId(args.params.opening) ? await findOpening(scope, args.params.opening, ctx.now) : null;
  if (!opening) throw notFound();
  await noteReading(opening.glass, opening.id);
  const tables: (TakenTable & { count: number })[] = [];
  for await (const table of readTeam(opening.glass))
    tables.push({ ...table, rows: table.rows.slice(0, ROWS), count: table.rows.length });
  return { id: opening.id, reason: opening.reason, until: opening.until.toISOString(), tables, clientId: newId() };
}

export default function GlassOpening() {
  const { id, reason, until, tables, clientId } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <Stack gap="large">
      <Breadcrumb
        items={[{ label: t('teams.glass.title'), href: to(paths.adminGlass()) }, { label: t('teams.glass.read') }]}
      />
      <PageTitle meta={reason}>{t('teams.glass.read')}</PageTitle>
      <Notice tone="warning">
        <p>{t('teams.glass.until', { moment: formatMoment(new Date(until), locale) })}</p>
      </Notice>
      <Form action={to(paths.adminGlass())} clientId={clientId} inline>
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="opening" value={id} />
        <Button tone="secondary">{t('teams.glass.close')}</Button>
      </Form>
      {tables.map(({ columns, count, name, rows }) => (
        <Section key={name} title={`${name} (${count})`}>
          <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={name}>
            <DataTable
              caption={name}
              captionHidden
              columns={columns.map((column) => ({
                key: column,
                header: column,
                cell: (row: Record<string, string>) => row[column],
              }))}
              rows={rows.map((row, at) => ({ ...row, at: String(at) }))}
              rowKey={(row) => row.at ?? ''}
            />
          </div>
        </Section>
      ))}
    </Stack>
  );
}
