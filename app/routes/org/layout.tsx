import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { countCampaignFlags } from '#app/features/campaigns/flag-queries.server.ts';
import { countWaiting } from '#app/features/organisations/queries.server.ts';
import { OrganisationMenu } from '#app/features/organisations/ui/organisation-switcher.tsx';
import { WorkspaceFoot } from '#app/features/organisations/ui/workspace-foot.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { splitLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { demoChoices } from '#app/routes/demo-choices.server.ts';
import { DemoStrip } from '#app/routes/demo-strip.tsx';
import { useLanguageHrefs } from '#app/routes/frame.tsx';
import workspaceStyles from '#app/ui/styles/workspace.css?url';
import { WorkspaceFrame } from '#app/ui/workspace-frame.tsx';
import { roomsOf } from './rooms.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: workspaceStyles }];

/** The frame of an organisation's workspace: who one is here, where one may go, what waits. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'organisation.enter');
  const here = { organisationId: membership.organisationId };
  const may = {
    issues: can(actor, 'issue.read', here),
    letters: can(actor, 'letter.read', here),
    campaigns: can(actor, 'campaign.read', here),
    people: can(actor, 'people.read', here),
    events: can(actor, 'event.read', here),
    tasks: can(actor, 'task.read', here),
    joining: can(actor, 'joining.keep', here),
    messages: can(actor, 'message.read', here),
    watch: can(actor, 'watch.read', here),
    team: can(actor, 'team.see', here),
    diary: can(actor, 'team.read-diary', here),
    briefings: can(actor, 'team.learn', here),
    linkedTeams: can(actor, 'society.see-teams', here) && membership.kind !== 'network',
    board: can(actor, 'board.read', here) && membership.kind !== 'team',
    settings: can(actor, 'organisation.edit', here),
    audit: can(actor, 'organisation.manage-members', here),
  };
  return {
    may,
    slug: membership.slug,
    names: membership.names,
    role: scope.role,
    teamRole: membership.teamRoles?.[0] ?? null,
    person: actor.name,
    isOperator: actor.isOperator,
    organisations: actor.memberships.map(({ slug, names, roles }) => ({ slug, names, roles })),
    waiting: may.issues ? await countWaiting(scope) : { queue: 0, flags: 0 },
    campaignFlags: may.issues && may.campaigns ? await countCampaignFlags(scope) : 0,
    demo: demoChoices(ctx.t, ctx.actor),
  };
}

export default function WorkspaceLayout() {
  const { may, slug, names, role, teamRole, person, isOperator, organisations, waiting, campaignFlags, demo } =
    useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const hrefs = useLanguageHrefs();
  const { path } = splitLocale(useLocation().pathname);
  const rooms = roomsOf(
    { slug, may, path, waiting: { queue: waiting.queue, flags: waiting.flags + campaignFlags } },
    { t, to },
  );
  return (
    <WorkspaceFrame
      demoBar={<DemoStrip people={demo} />}
      organisation={names[locale]}
      person={`${teamRole ? t(`teams.role.${teamRole}`) : t(`organisations.role.${role}`)}: ${person}`}
      homeHref={to(paths.org(slug))}
      nav={rooms}
      end={
        <div className="whitespace-nowrap lg:hidden">
          <OrganisationMenu organisations={organisations} current={slug} />
        </div>
      }
      foot={<WorkspaceFoot organisations={organisations} current={slug} isOperator={isOperator} hrefs={hrefs} />}
    >
      <Outlet />
    </WorkspaceFrame>
  );
}
