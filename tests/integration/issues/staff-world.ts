import { createRequire } from 'node:module';
import type postgres from 'postgres';
import { beforeAll } from 'vitest';
import { DEMO_STORY } from '#db/seed/demo/story/index.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import type { StateChange } from '#app/features/issues/commands/change-state.server.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';
import type { MemberRole, UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { seedStory } from '#tests/support/story.ts';

/** Somebody of the story at work in one of their organisations. */
export async function workAs(
  sql: postgres.Sql,
  person: string,
  organisation: string,
  now = new Date(),
): Promise<StaffWork> {
  const { listMemberships } = await import('#app/platform/session.server.ts');
  const name = DEMO_STORY.people.find(({ key }) => key === person)?.name ?? person;
  const slug = DEMO_STORY.organisations.find(({ key }) => key === organisation)?.slug ?? organisation;
  const [user] = await sql<{ id: string }[]>`select id from users where name = ${name}`;
  if (!user) throw new Error(`No ${person} in the story`);
  const memberships = await listMemberships(user.id);
  const membership = memberships.find((entry) => entry.slug === slug);
  if (!membership) throw new Error(`${person} does not work in ${organisation}`);
  const actor: UserActor = {
    kind: 'user',
    userId: user.id,
    name,
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: 'test',
    memberships,
  };
  const role = membership.roles[0] as MemberRole;
  return { actor, scope: { kind: 'member', organisationId: membership.organisationId, userId: user.id, role }, now };
}

const CAST = {
  owner: ['sahin', 'astaracay'],
  moderator: ['rena', 'astaracay'],
  organiser: ['aide', 'astaracay'],
  volunteer: ['samir', 'astaracay'],
  reader: ['xalide', 'astaracay'],
  stranger: ['irina', 'gunesli'],
} as const;

type Cast = Record<keyof typeof CAST, StaffWork> & { organisationId: string };

/** Astara's people at work and one stranger: filled by the file's first `beforeAll`, which puts the story into its database. */
export function astaraAtWork(sql: postgres.Sql): Cast {
  const at = {} as Cast;
  beforeAll(async () => {
    await seedStory();
    for (const [role, [person, organisation]] of Object.entries(CAST))
      at[role as keyof typeof CAST] = await workAs(sql, person, organisation);
    at.organisationId = at.moderator.scope.organisationId;
  }, 180_000);
  return at;
}

const sharp = createRequire(import.meta.url)('sharp') as typeof import('sharp').default;

/** A white picture, as the form hands it on. */
export async function whitePicture() {
  const full = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  return { full, thumb: full, width: 400, height: 300 };
}

/** A report of the story by its Azerbaijani title, as a form would have seen it. */
export async function issueCalled(
  sql: postgres.Sql,
  title: string,
): Promise<{ issueId: string; seen: string; state: IssueState }> {
  const { seenToken } = await import('#app/features/issues/rules/moves.ts');
  const [row] = await sql<
    { id: string; state: IssueState; at: Date }[]
  >`select id, state, updated_at as at from issues where title = ${title}`;
  if (!row) throw new Error(`No report “${title}”`);
  return { issueId: row.id, state: row.state, seen: seenToken({ state: row.state, updatedAt: row.at }) };
}

/** A new report in the queue, from the citizen's own form. Returns what a form made now would have seen. */
export async function newReport(
  sql: postgres.Sql,
  organisationId: string,
  changes: Partial<
    Parameters<typeof import('#app/features/issues/commands/submit-issue.server.ts').submitIssue>[1]
  > = {},
  pictures: Parameters<typeof import('#app/features/issues/commands/submit-issue.server.ts').submitIssue>[2] = [],
): Promise<{ issueId: string; seen: string; code: string }> {
  const { submitIssue } = await import('#app/features/issues/commands/submit-issue.server.ts');
  const title = `Yeni bildiriş ${newId().slice(0, 8)}`;
  const submitted = await submitIssue(
    { scope: { kind: 'citizen', organisationId }, now: new Date() },
    {
      clientId: newId(),
      category: 'waste',
      region: 'AZ-AST',
      place: 'Pensər, bazar',
      title,
      details: 'Küçədə zibil yığılıb.',
      point: { lat: 38.6139, lng: 48.8129 },
      contact: null,
      locale: 'az',
      source: 'web',
      ...changes,
    },
    pictures,
  );
  if (!submitted.ok) throw new Error(submitted.refusal.code);
  const { seen } = await issueCalled(sql, changes.title ?? title);
  return { issueId: submitted.value.issueId, seen, code: submitted.value.code };
}

/** What the world counts: totals of lists and of the map's cells. */
export async function countsOf(sql: postgres.Sql): Promise<{ totals: number; cells: number }> {
  const [totals] = await sql<{ n: number }[]>`select coalesce(sum(count), 0)::int as n from issue_totals`;
  const [cells] = await sql<{ n: number }[]>`select coalesce(sum(count), 0)::int as n from issue_cells where zoom = 7`;
  return { totals: totals?.n ?? 0, cells: cells?.n ?? 0 };
}

/** Words for everybody, as a moderator sends them with a decision. */
export const WORDS = {
  title: 'Bazarda zibil',
  details: 'Yeşik yoxdur.',
  place: 'Pensər',
  category: 'waste',
  region: 'AZ-AST',
} as const;
type Seen = { issueId: string; seen: string };

/** A moderator's form that publishes. */
export const publication = (report: Seen) => ({
  ...report,
  clientId: newId(),
  note: '',
  wording: WORDS,
});

/** A moderator's form that sets aside or turns down. */
export const decision = (report: Seen) => ({
  ...report,
  clientId: newId(),
  note: '',
  reason: 'Yer aydın deyil',
});

/** An organiser's form that records what happened. */
export const change = (report: Seen, to: StateChange['to']): Omit<StateChange, 'wording'> => ({
  ...report,
  clientId: newId(),
  to,
  reason: 'Zəng ediblər',
  note: 'Qurum cavab verib.',
  bodyId: null,
});
