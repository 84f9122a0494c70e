import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseStaffFilters } from '#app/features/issues/rules/staff-filters.ts';
import { listColleagues } from '#app/features/issues/staff-people.server.ts';
import { countTabs, listStaffIssues } from '#app/features/issues/staff-list.server.ts';
import { StaffList } from '#app/features/issues/ui/staff-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

export const meta = titled('issues.staff.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.read');
  const here = { organisationId: membership.organisationId };
  const query = ctx.url.searchParams;
  const filters = parseStaffFilters(query);
  const edge = (name: string) => (isId(query.get(name)) ? (query.get(name) ?? undefined) : undefined);
  const [page, tabs, colleagues] = await Promise.all([
    listStaffIssues(scope, filters, { after: edge('after'), before: edge('before') }),
    countTabs(scope, filters),
    listColleagues(scope),
  ]);
  return {
    slug: membership.slug,
    filters,
    page,
    tabs,
    colleagues,
    now: ctx.now,
    mayEnter: can(actor, 'issue.enter', here),
    mayImport: can(actor, 'issue.import', here),
  };
}

export default function OrgIssues() {
  const { mayImport, ...view } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <PageTitle
        actions={
          <>
            {view.mayEnter && (
              <ButtonLink tone="secondary" icon="plus" href={to(paths.orgIssueEntry(view.slug))}>
                {t('issues.staff.entry.action')}
              </ButtonLink>
            )}
            {mayImport && (
              <ButtonLink tone="quiet" icon="upload" href={to(paths.orgIssueImport(view.slug))}>
                {t('issues.staff.import.action')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('issues.staff.list.title')}
      </PageTitle>
      <StaffList {...view} />
    </>
  );
}
