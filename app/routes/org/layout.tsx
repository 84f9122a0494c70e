import type { LoaderFunctionArgs } from '@remix-run/node';
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
import type { NavItem } from '#app/ui/nav-item.ts';
import { WorkspaceFrame } from '#app/ui/workspace-frame.tsx';

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

/** Rooms of a candidate's team that belong to the election; the others are the team's own. */
const ELECTION_ROOM = /\/team\/(day|candidacy|signatures|confirmation|printed|briefings|meetings|promises|page)(\/|$)/;

export default function WorkspaceLayout() {
  const { may, slug, names, role, teamRole, person, isOperator, organisations, waiting, campaignFlags, demo } =
    useLoaderData<typeof loader>();
  const flags = waiting.flags + campaignFlags;
  const { t, to, locale } = useWords();
  const hrefs = useLanguageHrefs();
  const { path } = splitLocale(useLocation().pathname);
  const item = (href: string, label: string, icon: NavItem['icon'], count?: number): NavItem => ({
    href: to(href),
    label,
    icon,
    count,
    current: path === href || (href !== paths.org(slug) && path.startsWith(`${href}/`)),
  });
  const nav = [
    item(paths.org(slug), t('organisations.nav.today'), 'home', waiting.queue + flags),
    ...(may.issues ? [item(paths.orgIssues(slug), t('organisations.nav.issues'), 'list', waiting.queue)] : []),
    ...(may.letters ? [item(paths.orgLetters(slug), t('organisations.nav.letters'), 'letter')] : []),
    ...(may.campaigns ? [item(paths.orgCampaigns(slug), t('organisations.nav.campaigns'), 'megaphone')] : []),
    ...(may.people ? [item(paths.orgPeople(slug), t('people.nav'), 'person')] : []),
    ...(may.events ? [item(paths.orgEvents(slug), t('events.nav'), 'calendar')] : []),
    ...(may.joining ? [item(paths.orgJoining(slug), t('tasks.joining.nav'), 'plus')] : []),
    ...(may.tasks ? [item(paths.orgTasks(slug), t('tasks.nav'), 'check')] : []),
    ...(may.messages ? [item(paths.orgMessages(slug), t('mailings.nav'), 'message')] : []),
    ...(may.letters ? [item(paths.orgDeadlines(slug), t('organisations.nav.deadlines'), 'clock')] : []),
    ...(may.board ? [item(paths.orgBoard(slug), t('board.nav'), 'swap')] : []),
    ...(may.people ? [item(paths.orgMedia(slug), t('media.nav'), 'news')] : []),
    ...(may.people ? [item(paths.orgPartners(slug), t('media.partners.nav'), 'handshake')] : []),
    ...(may.watch ? [item(paths.orgWatch(slug), t('organisations.nav.watch'), 'eye')] : []),
    may.team
      ? {
          ...item(paths.orgTeam(slug), t('teams.nav'), 'shield'),
          current: path.startsWith(paths.orgTeam(slug)) && !ELECTION_ROOM.test(path),
        }
      : item(paths.orgMembers(slug), t('organisations.nav.members'), 'people'),
    ...(may.briefings
      ? [
          {
            ...item(may.diary ? paths.teamDay(slug) : paths.teamBriefings(slug), t('teams.rooms'), 'tasks'),
            current: ELECTION_ROOM.test(path),
          },
        ]
      : []),
    ...(may.linkedTeams ? [item(paths.orgLinkedTeams(slug), t('teams.linked.nav'), 'share')] : []),
    ...(may.issues ? [item(paths.orgFlags(slug), t('organisations.nav.flags'), 'flag', flags)] : []),
    item(paths.orgSearch(slug), t('organisations.nav.search'), 'search'),
    ...(may.settings ? [item(paths.orgSettings(slug), t('organisations.nav.settings'), 'settings')] : []),
    ...(may.audit ? [item(paths.orgAudit(slug), t('organisations.nav.audit'), 'tasks')] : []),
  ];
  return (
    <WorkspaceFrame
      demoBar={<DemoStrip people={demo} />}
      organisation={names[locale]}
      person={`${teamRole ? t(`teams.role.${teamRole}`) : t(`organisations.role.${role}`)}: ${person}`}
      homeHref={to(paths.org(slug))}
      nav={nav}
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
