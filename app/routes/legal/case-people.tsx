import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listAssignments, listKeyHolders } from '#app/features/legal-aid/case-people.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';

export const meta = titled('legal-desk.room.people');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, subject, work } = await atCase(args);
  return withLegalScope(work.scope, async (tx) => ({
    slug,
    caseId: subject.id,
    newest: { case: subject.keyVersion, identity: subject.identityVersion },
    holders: await listKeyHolders(tx, subject.id),
    assignments: await listAssignments(tx, subject.id),
  }));
}

/** Who can read this case, why and since when; who had it. */
export default function People() {
  const { assignments, caseId, holders, newest, slug } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  const day = (value: string) => formatDay(noonOf(value), locale);
  return (
    <Stack>
      <PageTitle lead={t('legal-desk.people.lead')}>{t('legal-desk.room.people')}</PageTitle>
      <DataTable
        caption={t('legal-desk.room.people')}
        captionHidden
        rows={holders}
        rowKey={(row) => `${row.kind}/${row.staffId}`}
        columns={[
          { key: 'name', header: t('legal-desk.people.name'), phone: 'title', cell: (row) => row.name },
          {
            key: 'role',
            header: t('legal-desk.people.role'),
            cell: (row) => (
              <>
                <span className="[overflow-wrap:normal]">{t(`legal.role.${row.role}`)}</span>
                <span className="meta block">{t(row.isBar ? 'legal.bar.yes' : 'legal.bar.no')}</span>
              </>
            ),
          },
          { key: 'what', header: t('legal-desk.people.what'), cell: (row) => t(`legal-desk.people.${row.kind}`) },
          { key: 'why', header: t('legal-desk.people.why'), cell: (row) => t(`legal.grant-reason.${row.reason}`) },
          { key: 'since', header: t('legal-desk.people.since'), nowrap: true, cell: (row) => day(row.since) },
          {
            key: 'now',
            header: t('legal-desk.people.now'),
            cell: (row) =>
              t(row.versions.includes(newest[row.kind]) ? 'legal-desk.people.newest' : 'legal-desk.people.older'),
          },
        ]}
      />
      <Section title={t('legal-desk.people.assignments')} id="assignments">
        {assignments.length === 0 ? (
          <p>{t('legal-desk.nobody')}</p>
        ) : (
          <ul>
            {assignments.map((entry) => (
              <li key={entry.id}>
                <b>{entry.name}</b> · {t(`legal-desk.role.${entry.role}`)} ·{' '}
                {entry.toOn
                  ? t('legal-desk.people.from-to', { from: day(entry.fromOn), to: day(entry.toOn) })
                  : t('legal-desk.people.from', { from: day(entry.fromOn) })}
              </li>
            ))}
          </ul>
        )}
        <LinkMore href={to(`${paths.deskCaseRoom(slug, caseId, 'steps')}#pass`)}>{t('legal-desk.pass.title')}</LinkMore>
      </Section>
    </Stack>
  );
}
