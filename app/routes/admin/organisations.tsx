import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countByState, listForOperator } from '#app/features/organisations/operator-queries.server.ts';
import { ORGANISATION_STATES, type OrganisationState } from '#app/features/organisations/rules/lifecycle.ts';
import { ApplicationTable } from '#app/features/organisations/ui/operator-parts.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { openRequest, requireOperator } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titled('platform.admin.organisations');

const SHOWN = ORGANISATION_STATES.filter((state) => state !== 'closed');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const counts = await countByState(scope);
  const asked = ctx.url.searchParams.get('state');
  const state: OrganisationState =
    SHOWN.find((one) => one === asked) ?? ((counts.applied ?? 0) > 0 ? 'applied' : 'approved');
  const rows = await listForOperator(scope, [state]);
  return { state, counts, rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}

export default function AdminOrganisations() {
  const { state, counts, rows } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <PageTitle>{t('platform.admin.organisations')}</PageTitle>
      <Stack>
        <Tabs
          label={t('platform.admin.state')}
          items={SHOWN.map((one) => ({
            label: t(`organisations.state.${one}`),
            href: to(`${paths.adminOrganisations()}?state=${one}`),
            current: one === state,
            count: counts[one] ?? 0,
          }))}
        />
        <ApplicationTable
          caption={t(`organisations.state.${state}`)}
          rows={rows}
          empty={<EmptyState title={t('platform.admin.organisations.none')} />}
        />
      </Stack>
    </>
  );
}
