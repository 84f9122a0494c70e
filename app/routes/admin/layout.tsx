import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { countByState } from '#app/features/organisations/operator-queries.server.ts';
import { OrganisationMenu } from '#app/features/organisations/ui/organisation-switcher.tsx';
import { WorkspaceFoot } from '#app/features/organisations/ui/workspace-foot.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { splitLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { openRequest, requireOperator } from '#app/platform/request.server.ts';
import { demoChoices } from '#app/routes/demo-choices.server.ts';
import { DemoStrip } from '#app/routes/demo-strip.tsx';
import { useLanguageHrefs } from '#app/routes/frame.tsx';
import type { NavItem } from '#app/ui/nav-item.ts';
import workspaceStyles from '#app/ui/styles/workspace.css?url';
import { WorkspaceFrame } from '#app/ui/workspace-frame.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: workspaceStyles }];

/** The frame of the operator's area. Everybody else gets 404: it does not say that it is there. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, scope } = requireOperator(ctx);
  const states = await countByState(scope);
  return {
    person: actor.name,
    waiting: states.applied ?? 0,
    organisations: actor.memberships.map(({ slug, names, roles }) => ({ slug, names, roles })),
    demo: demoChoices(ctx.t, ctx.actor),
  };
}

export default function AdminLayout() {
  const { person, waiting, organisations, demo } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const hrefs = useLanguageHrefs();
  const { path } = splitLocale(useLocation().pathname);
  const item = (href: string, label: string, icon: NavItem['icon'], count?: number): NavItem => ({
    href: to(href),
    label,
    icon,
    count,
    current: path === href || (href !== paths.admin() && path.startsWith(`${href}/`)),
  });
  return (
    <WorkspaceFrame
      demoBar={<DemoStrip people={demo} />}
      organisation={t('platform.admin.title')}
      person={`${t('platform.admin.role')}: ${person}`}
      homeHref={to(paths.admin())}
      nav={[
        {
          items: [
            item(paths.admin(), t('platform.admin.overview'), 'home'),
            item(paths.adminOrganisations(), t('platform.admin.nav.organisations'), 'people', waiting),
            item(paths.adminBodies(), t('platform.admin.nav.bodies'), 'building'),
            item(paths.adminHolidays(), t('platform.admin.nav.holidays'), 'calendar'),
            item(paths.adminElection(), t('elections.admin.nav'), 'tasks'),
            item(paths.adminSettings(), t('platform.admin.settings'), 'settings'),
            item(paths.adminBrakes(), t('support.brakes.title'), 'alert'),
            item(paths.adminGlass(), t('teams.glass.nav'), 'lock'),
            item(paths.adminReturned(), t('mailings.returned.title'), 'inbox'),
            item(paths.adminDuties(), t('platform.admin.duties'), 'scales'),
          ],
        },
      ]}
      end={
        <div className="whitespace-nowrap lg:hidden">
          <OrganisationMenu organisations={organisations} current="" />
        </div>
      }
      foot={<WorkspaceFoot organisations={organisations} isOperator isAdmin hrefs={hrefs} />}
    >
      <Outlet />
    </WorkspaceFrame>
  );
}
