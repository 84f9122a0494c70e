import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readStatistics, type Figure } from '#app/features/legal-aid/statistics.server.ts';
import { FigureTable } from '#app/features/legal-aid/ui/figures.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.statistics');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, work } = await atDesk(args, 'lead');
  const { from, published, to } = await readStatistics(work);
  return { slug, from, until: addDays(to, -1), published };
}

/** The desk's figures, in which nobody can be found. */
export default function Statistics() {
  const { from, published, slug, until } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  const day = (value: string) => formatDay(noonOf(value), locale);
  return (
    <Stack>
      <PageTitle
        lead={t('legal-desk.figures.lead')}
        meta={t('legal-desk.figures.period', { from: day(from), to: day(until) })}
        actions={
          published.total === null ? undefined : (
            <ButtonLink tone="secondary" icon="download" href={to(paths.deskStatisticsTable(slug))}>
              {t('legal-desk.figures.file')}
            </ButtonLink>
          )
        }
      >
        {t('legal.nav.statistics')}
      </PageTitle>
      {published.total === null ? (
        <EmptyState title={t('legal-desk.figures.none')}>{t('legal-desk.figures.none.text')}</EmptyState>
      ) : (
        <>
          <p>
            {t('legal-desk.figures.total')}: <b className="num">{published.total}</b>
          </p>
          {published.tables.map((table) => (
            <Section key={table.key} title={t(`legal-desk.figures.by.${table.key as Figure}`)} id={table.key}>
              <FigureTable table={table} />
            </Section>
          ))}
        </>
      )}
    </Stack>
  );
}
