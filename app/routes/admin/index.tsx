import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  countByState,
  getInstanceSettings,
  getSealState,
  listForOperator,
} from '#app/features/organisations/operator-queries.server.ts';
import { ApplicationTable } from '#app/features/organisations/ui/operator-parts.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { env, isDemo } from '#app/platform/env.server.ts';
import { openRequest, requireOperator } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';

export const meta = titled('platform.admin.overview');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const [applications, states, settings, seal] = await Promise.all([
    listForOperator(scope, ['applied']),
    countByState(scope),
    getInstanceSettings(scope),
    getSealState(scope),
  ]);
  const { PUBLIC_URL, SMTP_URL } = env();
  return {
    applications: applications.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    states,
    seal: { sealed: seal.sealed, lastAt: seal.lastAt?.toISOString() ?? null },
    checks: [
      { key: 'operator', isDone: settings.operator !== null && settings.operatorConfirmedAt !== null },
      { key: 'registration', isDone: Boolean(settings.operator?.registration) },
      { key: 'emergency', isDone: settings.numbers.some((entry) => entry.confirmedOn !== '') },
      { key: 'address', isDone: PUBLIC_URL?.startsWith('https:') ?? false },
      { key: 'mail', isDone: SMTP_URL !== undefined },
    ] as const,
    isDemo: isDemo(),
  };
}

/** What waits for the operator, and whether the house is in order. */
export default function Overview() {
  const { applications, states, seal, checks, isDemo } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle>{t('platform.admin.overview')}</PageTitle>
      <Columns
        aside={
          <>
            <Section title={t('platform.admin.order')} id="order">
              <ul className="grid gap-3">
                {checks.map((check) => (
                  <li key={check.key} className="grid justify-items-start gap-1">
                    <StateBadge tone={check.isDone ? 'verified' : 'late'}>
                      {t(check.isDone ? 'platform.admin.check.done' : 'platform.admin.check.open')}
                    </StateBadge>
                    <span>{t(`platform.admin.check.${check.key}`)}</span>
                  </li>
                ))}
              </ul>
              {isDemo && <p className="meta">{t('platform.admin.check.demo')}</p>}
            </Section>
            <Section title={t('platform.admin.numbers')} id="numbers">
              <DefinitionList
                items={[
                  { term: t('platform.admin.numbers.approved'), detail: String(states.approved ?? 0) },
                  { term: t('platform.admin.numbers.suspended'), detail: String(states.suspended ?? 0) },
                  { term: t('platform.admin.numbers.sealed'), detail: String(seal.sealed) },
                  {
                    term: t('platform.admin.numbers.sealed-at'),
                    detail: seal.lastAt && formatMoment(new Date(seal.lastAt), locale),
                  },
                ]}
              />
            </Section>
          </>
        }
      >
        <Section
          title={t('platform.admin.applications')}
          id="applications"
          actions={<a href={to(paths.adminOrganisations())}>{t('platform.admin.organisations.all')}</a>}
        >
          <ApplicationTable
            caption={t('platform.admin.applications')}
            rows={applications}
            empty={
              <EmptyState title={t('platform.admin.applications.none')}>
                <p>{t('platform.admin.applications.none.text')}</p>
              </EmptyState>
            }
          />
        </Section>
      </Columns>
    </>
  );
}
