import type { Translate } from '#app/i18n/words.ts';
import { paths } from '#app/paths.ts';
import type { NavGroup, NavItem } from '#app/ui/nav-item.ts';

/** What somebody may enter in a workspace; each name is a right asked of the policy by the layout's loader. */
export type MayEnter = Record<
  | 'issues'
  | 'letters'
  | 'campaigns'
  | 'people'
  | 'events'
  | 'tasks'
  | 'joining'
  | 'messages'
  | 'watch'
  | 'team'
  | 'diary'
  | 'briefings'
  | 'linkedTeams'
  | 'board'
  | 'settings'
  | 'audit',
  boolean
>;

/** Rooms of a candidate's team that belong to the election; the others are the team's own. */
const ELECTION_ROOM = /\/team\/(day|candidacy|signatures|confirmation|printed|briefings|meetings|promises|page)(\/|$)/;

/**
 * The rooms of a workspace in the order of the day's work: what waits, problems and what is done about them, the people it is
 * done with, whom one works with outside, the house itself. Rooms one may not enter are left out, and so is a group without any.
 * `path` is the page's own, without its language; `to` puts it before an address.
 */
export function roomsOf(
  {
    slug,
    may,
    path,
    waiting,
  }: { slug: string; may: MayEnter; path: string; waiting: { queue: number; flags: number } },
  { t, to }: { t: Translate; to: (path: string) => string },
): NavGroup[] {
  const electionRoom = may.diary ? paths.teamDay(slug) : paths.teamBriefings(slug);
  const atHand = [paths.org(slug), electionRoom, paths.orgIssues(slug), paths.orgPeople(slug), paths.orgEvents(slug)];
  const item = (href: string, label: string, icon: NavItem['icon'], count?: number): NavItem => ({
    href: to(href),
    label,
    icon,
    count,
    thumb: atHand.includes(href),
    current: path === href || (href !== paths.org(slug) && path.startsWith(`${href}/`)),
  });
  const room = (open: boolean, ...at: Parameters<typeof item>): NavItem[] => (open ? [item(...at)] : []);
  const groups: NavGroup[] = [
    {
      items: [
        item(paths.org(slug), t('organisations.nav.today'), 'home', waiting.queue + waiting.flags),
        ...room(may.briefings, electionRoom, t('teams.rooms'), 'tasks').map((election) => ({
          ...election,
          current: ELECTION_ROOM.test(path),
        })),
        item(paths.orgSearch(slug), t('organisations.nav.search'), 'search'),
      ],
    },
    {
      label: t('organisations.nav.group.problems'),
      items: [
        ...room(may.issues, paths.orgIssues(slug), t('organisations.nav.issues'), 'list', waiting.queue),
        ...room(may.letters, paths.orgLetters(slug), t('organisations.nav.letters'), 'letter'),
        ...room(may.letters, paths.orgDeadlines(slug), t('organisations.nav.deadlines'), 'clock'),
        ...room(may.campaigns, paths.orgCampaigns(slug), t('organisations.nav.campaigns'), 'megaphone'),
        ...room(may.watch, paths.orgWatch(slug), t('organisations.nav.watch'), 'eye'),
        ...room(may.issues, paths.orgFlags(slug), t('organisations.nav.flags'), 'flag', waiting.flags),
      ],
    },
    {
      label: t('organisations.nav.group.people'),
      items: [
        ...room(may.people, paths.orgPeople(slug), t('people.nav'), 'person'),
        ...room(may.events, paths.orgEvents(slug), t('events.nav'), 'calendar'),
        ...room(may.tasks, paths.orgTasks(slug), t('tasks.nav'), 'check'),
        ...room(may.messages, paths.orgMessages(slug), t('mailings.nav'), 'message'),
        ...room(may.joining, paths.orgJoining(slug), t('tasks.joining.nav'), 'plus'),
      ],
    },
    {
      label: t('organisations.nav.group.links'),
      items: [
        ...room(may.board, paths.orgBoard(slug), t('board.nav'), 'swap'),
        ...room(may.people, paths.orgPartners(slug), t('media.partners.nav'), 'handshake'),
        ...room(may.people, paths.orgMedia(slug), t('media.nav'), 'news'),
        ...room(may.linkedTeams, paths.orgLinkedTeams(slug), t('teams.linked.nav'), 'share'),
      ],
    },
    {
      label: may.team ? t('teams.nav') : t('organisations.nav.group.house'),
      items: [
        may.team
          ? {
              ...item(paths.orgTeam(slug), t('teams.nav.members'), 'shield'),
              current: path.startsWith(paths.orgTeam(slug)) && !ELECTION_ROOM.test(path),
            }
          : item(paths.orgMembers(slug), t('organisations.nav.members'), 'people'),
        ...room(may.settings, paths.orgSettings(slug), t('organisations.nav.settings'), 'settings'),
        ...room(may.audit, paths.orgAudit(slug), t('organisations.nav.audit'), 'tasks'),
      ],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
