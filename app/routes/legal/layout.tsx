import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { WorkspaceFoot } from '#app/features/organisations/ui/workspace-foot.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { splitLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { demoChoices } from '#app/routes/demo-choices.server.ts';
import { DemoStrip } from '#app/routes/demo-strip.tsx';
import { useLanguageHrefs } from '#app/routes/frame.tsx';
import { Form } from '#app/ui/form.tsx';
import { Button } from '#app/ui/button.tsx';
import type { NavItem } from '#app/ui/nav-item.ts';
import workspaceStyles from '#app/ui/styles/workspace.css?url';
import { WorkspaceFrame } from '#app/ui/workspace-frame.tsx';
import { atDoor } from './at-desk.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: workspaceStyles }];

/** The desk's frame: who one is here and where one may go; locked or waiting, only one's own keys. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, ctx, membership, standing } = await atDoor(args);
  return {
    slug: membership.slug,
    names: membership.names,
    role: standing.kind === 'open' ? standing.work.role : null,
    person:
      standing.kind === 'none'
        ? actor.name
        : standing.kind === 'open'
          ? standing.work.staff.shownName
          : standing.staff.shownName,
    isOperator: actor.isOperator,
    organisations: actor.memberships.map(({ slug, names, roles }) => ({ slug, names, roles })),
    demo: demoChoices(ctx.t, ctx.actor),
  };
}

export default function DeskLayout() {
  const { demo, isOperator, names, organisations, person, role, slug } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const hrefs = useLanguageHrefs();
  const { path } = splitLocale(useLocation().pathname);
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href: to(href),
    label,
    icon,
    current: path === href || (href !== paths.desk(slug) && path.startsWith(`${href}/`)),
  });
  const practises = role === 'lead' || role === 'lawyer';
  const keeps = role === 'lead' || role === 'custodian';
  const nav = [
    ...(practises ? [item(paths.desk(slug), t('legal.nav.queue'), 'list')] : []),
    ...(practises ? [item(paths.deskDates(slug), t('legal-case.feed.page'), 'calendar')] : []),
    ...(practises ? [item(paths.deskSearch(slug), t('legal.nav.search'), 'search')] : []),
    ...(practises ? [item(paths.deskBundles(slug), t('legal.nav.bundles'), 'copy')] : []),
    ...(keeps ? [item(paths.deskIdentities(slug), t('legal.nav.identities'), 'person')] : []),
    ...(role === 'lead' ? [item(paths.deskWorkload(slug), t('legal.nav.workload'), 'tasks')] : []),
    ...(role ? [item(paths.deskTeam(slug), t('legal.nav.team'), 'people')] : []),
    ...(practises ? [item(paths.deskRegrants(slug), t('legal.nav.regrants'), 'key')] : []),
    ...(role === 'lead' ? [item(paths.deskStatistics(slug), t('legal.nav.statistics'), 'chart')] : []),
    ...(role === 'lead' ? [item(paths.deskAudit(slug), t('legal.nav.audit'), 'shield')] : []),
    ...(role === 'lead' ? [item(paths.deskSettings(slug), t('legal.nav.settings'), 'settings')] : []),
    item(role ? paths.deskKeys(slug) : paths.deskEnrolment(slug), t('legal.nav.keys'), 'key'),
  ];
  return (
    <WorkspaceFrame
      demoBar={<DemoStrip people={demo} />}
      organisation={names[locale]}
      person={`${role ? `${t(`legal.role.${role}`)}: ` : ''}${person}`}
      homeHref={to(paths.desk(slug))}
      nav={[{ items: nav }]}
      end={
        role ? (
          <Form action={to(paths.deskLock(slug))} scope="lock" inline>
            <Button tone="quiet" size="small" icon="lock">
              {t('legal.nav.lock')}
            </Button>
          </Form>
        ) : undefined
      }
      foot={<WorkspaceFoot organisations={organisations} current={slug} isOperator={isOperator} hrefs={hrefs} />}
    >
      <Outlet />
    </WorkspaceFrame>
  );
}
