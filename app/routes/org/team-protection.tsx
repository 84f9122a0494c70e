import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getInstanceOperator } from '#app/features/organisations/public-queries.server.ts';
import { listOpenings } from '#app/features/teams/openings.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { atTeam } from './at-team.server.ts';

export const meta = titled('teams.protection.title');

const CLOSED = ['above', 'society', 'others', 'expired', 'trail'] as const;
const OPEN = ['server', 'backup', 'phone', 'people'] as const;

/** What is closed, what is not, and who looked in. */
export async function loader(args: LoaderFunctionArgs) {
  const { membership, scope } = await atTeam(args, 'team.see');
  const [openings, operator] = await Promise.all([listOpenings(scope), getInstanceOperator()]);
  return { slug: membership.slug, openings, operator: operator?.name ?? null };
}

export default function TeamProtection() {
  const { slug, openings, operator } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  type Row = (typeof openings)[number];
  const columns: Column<Row>[] = [
    {
      key: 'at',
      header: t('teams.opening.at'),
      phone: 'title',
      cell: (row) => formatMoment(new Date(row.openedAt), locale),
    },
    { key: 'until', header: t('teams.opening.until'), cell: (row) => formatMoment(new Date(row.until), locale) },
    { key: 'reason', header: t('teams.opening.reason'), cell: (row) => row.reason },
    { key: 'looks', header: t('teams.opening.looks'), cell: (row) => <span className="num">{row.looks}</span> },
  ];
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.protection.title') }]}
      />
      <PageTitle lead={t('teams.protection.lead')}>{t('teams.protection.title')}</PageTitle>
      <Stack gap="large">
        <Section title={t('teams.protection.closed')}>
          <ul className="prose list-disc pl-5">
            {CLOSED.map((key) => (
              <li key={key}>{t(`teams.protection.closed.${key}`)}</li>
            ))}
          </ul>
        </Section>
        <Notice tone="warning" title={t('teams.protection.open')}>
          <ul className="list-disc pl-5">
            {OPEN.map((key) => (
              <li key={key}>
                {t(`teams.protection.open.${key}`, {
                  operator: operator ?? t('platform.privacy.operator.unknown'),
                })}
              </li>
            ))}
          </ul>
        </Notice>
        <Section title={t('teams.protection.advice')}>
          <p>{t('teams.protection.advice.text')}</p>
        </Section>
        <Section title={t('teams.opening.title')}>
          <p>{t('teams.opening.lead')}</p>
          <DataTable
            caption={t('teams.opening.title')}
            captionHidden
            columns={columns}
            rows={openings}
            rowKey={(row) => row.id}
            empty={<p className="text-muted">{t('teams.opening.none')}</p>}
          />
        </Section>
      </Stack>
    </>
  );
}
