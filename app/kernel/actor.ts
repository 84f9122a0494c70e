/**
 * Who acts. Pure data that policies decide on; how it was established is the business of the platform.
 * A person may belong to several organisations, with several roles in each.
 */
export const ORGANISATION_KINDS = ['network', 'cbo', 'initiative_group', 'society', 'team'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/**
 * Roles inside an organisation, strongest first; those of its legal desk come last, because they say nothing about the
 * workspace: a lawyer enters the desk and not the organisation's rooms.
 */
export const MEMBER_ROLES = [
  'owner',
  'organiser',
  'moderator',
  'volunteer',
  'reader',
  'legal_lead',
  'lawyer',
  'custodian',
] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/**
 * Roles in a candidate's team, hers first. Who collects signatures is not among them: voters' identity data stay off the
 * platform. What each may do is in features/teams/rules/roles.ts.
 */
export const TEAM_ROLES = [
  'candidate',
  'campaign_manager',
  'authorised_agent',
  'authorised_representative',
  'finance_representative',
  'legal_adviser',
  'volunteer_coordinator',
  'event_organiser',
  'press',
  'social_media',
  'designer',
  'data_keeper',
  'phone_outreach',
  'canvasser',
  'voter_education',
  'logistics',
  'childcare_support',
  'observer_coordinator',
  'observer',
  'mentor',
  'trainer',
] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Roles of the legal desk; every other one opens the organisation's workspace. */
export const DESK_ROLES = ['legal_lead', 'lawyer', 'custodian'] as const satisfies readonly MemberRole[];

/** Whether somebody with these roles works in the organisation's rooms, and whether at its legal desk. */
export function worksWhere(roles: readonly MemberRole[]): { workspace: boolean; desk: boolean } {
  const atDesk = roles.filter((role) => (DESK_ROLES as readonly MemberRole[]).includes(role));
  return { workspace: roles.length > atDesk.length, desk: atDesk.length > 0 };
}

export type Membership = {
  organisationId: string;
  slug: string;
  kind: OrganisationKind;
  names: { az: string; en: string; ru: string };
  roles: readonly MemberRole[];
  /** In a candidate's team only: the roles that `roles` follow from. */
  teamRoles?: readonly TeamRole[];
};

export type UserActor = {
  kind: 'user';
  userId: string;
  name: string;
  locale: 'az' | 'en' | 'ru';
  /** Operator of the instance: approves organisations and keeps settings; sees nobody's people. */
  isOperator: boolean;
  hasSecondFactor: boolean;
  sessionId: string;
  memberships: readonly Membership[];
};

export type Actor = { kind: 'anonymous' } | UserActor;

export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** The actor's membership of one organisation, or undefined. */
export function membershipOf(actor: Actor, organisationId: string): Membership | undefined {
  if (actor.kind !== 'user') return undefined;
  return actor.memberships.find((membership) => membership.organisationId === organisationId);
}

/** Whether the actor holds at least one of the roles in that organisation. */
export function hasRole(actor: Actor, organisationId: string, ...roles: readonly MemberRole[]): boolean {
  return membershipOf(actor, organisationId)?.roles.some((role) => roles.includes(role)) ?? false;
}
