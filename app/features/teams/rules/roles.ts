import { AGENTS } from '#app/features/elections/rules/municipality.ts';
import type { MemberRole, TeamRole } from '#app/kernel/actor.ts';

/**
 * What each role of a candidate's team may do: the rights of a member's role, narrowed to some rooms and without some deeds.
 * A room is the part of an action's name before the dot (`people.read` → `people`). Least rights: who only walks, drives or
 * looks after children opens no list of people.
 * Source of the roles: Election Code (agents, representatives, observers) and practice of campaigns.
 */
export type TeamGrant = { base: MemberRole; rooms?: readonly string[]; without?: readonly string[] };

/** The law allows a municipal candidate three; the database counts them too (db/guards/045-teams.sql). */
export const MOST_AGENTS = AGENTS.most;

/** What a team does not have, whoever asks: it reports nothing, signs no petitions, and others do not see it on their board. */
export const ROOMS_NOT_IN_TEAMS: readonly string[] = [
  'issue',
  'letter',
  'routing',
  'watch',
  'campaign',
  'legal',
  'board',
];

/** Rooms of a team that stand elsewhere: its name and place are kept in its own room, and no region's reports are led to it. */
const NOT_IN_TEAMS: readonly string[] = ['organisation.edit'];

const INSIDE = ['organisation', 'team'] as const;
const NO_PEOPLE_WORK = ['organisation.manage-members', 'team.manage', 'team.invite', 'team.brief'] as const;
const READ_PEOPLE = ['people.write', 'people.see-contact', 'people.export', 'people.import'] as const;

export const TEAM_GRANTS: Record<TeamRole, TeamGrant> = {
  candidate: { base: 'owner' },
  campaign_manager: { base: 'organiser' },
  authorised_agent: { base: 'moderator' },
  authorised_representative: {
    base: 'organiser',
    rooms: [...INSIDE, 'candidacy', 'event', 'task'],
    without: [...NO_PEOPLE_WORK, 'event.write'],
  },
  finance_representative: { base: 'organiser', rooms: [...INSIDE, 'candidacy', 'task'], without: NO_PEOPLE_WORK },
  legal_adviser: { base: 'reader' },
  volunteer_coordinator: {
    base: 'organiser',
    without: [
      'organisation.manage-members',
      'team.manage',
      'people.export',
      'people.import',
      'message.send',
      'candidacy.write',
    ],
  },
  event_organiser: {
    base: 'organiser',
    rooms: [...INSIDE, 'event', 'task', 'people'],
    without: [...NO_PEOPLE_WORK, ...READ_PEOPLE],
  },
  press: {
    base: 'organiser',
    rooms: [...INSIDE, 'people', 'message', 'event', 'task'],
    // Journalists stand among the people; their contacts are opened by others.
    without: [...NO_PEOPLE_WORK, 'people.see-contact', 'people.export', 'people.import', 'message.send', 'event.write'],
  },
  social_media: { base: 'volunteer' },
  designer: { base: 'volunteer' },
  data_keeper: { base: 'organiser', rooms: [...INSIDE, 'people', 'task'], without: NO_PEOPLE_WORK },
  phone_outreach: { base: 'volunteer' },
  canvasser: { base: 'volunteer' },
  voter_education: { base: 'volunteer' },
  logistics: { base: 'volunteer' },
  childcare_support: { base: 'volunteer' },
  observer_coordinator: {
    base: 'organiser',
    rooms: [...INSIDE, 'event', 'task', 'people'],
    without: [...NO_PEOPLE_WORK, ...READ_PEOPLE],
  },
  observer: { base: 'volunteer' },
  mentor: { base: 'reader', rooms: [...INSIDE, 'event', 'task'] },
  trainer: { base: 'reader', rooms: [...INSIDE, 'event', 'task'] },
};

const roomOf = (action: string): string => action.split('.')[0] ?? '';

/** Whether a team's role leaves its base role's right to this action untouched. */
export function isWithinRole(role: TeamRole, action: string): boolean {
  const { rooms, without } = TEAM_GRANTS[role];
  const room = roomOf(action);
  if (ROOMS_NOT_IN_TEAMS.includes(room) || NOT_IN_TEAMS.includes(action)) return false;
  return (rooms?.includes(room) ?? true) && !(without?.includes(action) ?? false);
}

/** The roles somebody may give: she herself any but hers; a manager none above volunteers' coordination; a coordinator volunteers. */
export function grantableTeamRoles(by: readonly TeamRole[]): readonly TeamRole[] {
  const all = (Object.keys(TEAM_GRANTS) as TeamRole[]).filter((role) => role !== 'candidate');
  if (by.includes('candidate')) return all;
  if (by.includes('campaign_manager'))
    return all.filter((role) => role !== 'campaign_manager' && role !== 'authorised_agent');
  if (by.includes('volunteer_coordinator')) return all.filter((role) => TEAM_GRANTS[role].base === 'volunteer');
  return [];
}

/** A link to several people is for volunteers; any other role's link is worth one acceptance. */
export const fitsManyUses = (role: TeamRole): boolean => TEAM_GRANTS[role].base === 'volunteer';
