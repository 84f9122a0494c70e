import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { addEntry } from '#app/features/board/commands/keep-entry.server.ts';
import { moveMatch, proposeMatch } from '#app/features/board/commands/move-match.server.ts';
import type { EntryForm } from '#app/features/board/forms.ts';
import type { MatchStep } from '#app/features/board/rules/match-steps.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { listMemberships } from '#app/platform/session.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeMember } from '#tests/support/campaigns.ts';

const DAY = 86_400_000;
export const inDays = (days: number) => dayOf(new Date(Date.now() + days * DAY));

/** An approved organisation and its organiser at work. */
export async function makeSide(
  sql: postgres.Sql,
  name: string,
  kind: OrganisationKind = 'cbo',
  state = 'approved',
): Promise<StaffWork> {
  const id = randomUUID();
  await sql`insert into organisations ${sql({ id, slug: `icma-${id.slice(0, 8)}`, kind, state, name_az: name, name_en: name, name_ru: name })}`;
  const userId = await makeMember(sql, id, ['organiser'], 'Gizli Adam');
  return {
    actor: {
      kind: 'user',
      userId,
      name: 'Gizli Adam',
      locale: 'az',
      isOperator: false,
      hasSecondFactor: false,
      sessionId: 'none',
      memberships: await listMemberships(userId),
    },
    scope: { kind: 'member', organisationId: id, userId, role: 'organiser' },
    now: new Date(),
  };
}

/** An entry's form as a browser sends it, read. */
export const entry = (changes: Partial<EntryForm> = {}): EntryForm => ({
  clientId: randomUUID(),
  kind: 'need',
  category: 'equipment',
  title: 'Proyektor və ekran',
  text: 'Bir günlük',
  region: 'AZ-AST',
  place: '',
  startsOn: inDays(1),
  endsOn: inDays(10),
  ...changes,
});

export async function put(work: StaffWork, changes: Partial<EntryForm> = {}): Promise<string> {
  const added = await addEntry(work, entry(changes), 'az');
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.entryId;
}

export const contact = (name: string) => ({ contactName: name, contact: '+994501112233' });

export const propose = (work: StaffWork, entryId: string, ownEntryId: string | null = null, clientId = randomUUID()) =>
  proposeMatch(work, entryId, {
    intent: 'propose',
    clientId,
    ownEntryId,
    note: 'Bizdə var',
    ...contact('Təklif edən'),
  });

export async function proposed(work: StaffWork, entryId: string, ownEntryId: string | null = null): Promise<string> {
  const made = await propose(work, entryId, ownEntryId);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.matchId;
}

export const step = (work: StaffWork, matchId: string, intent: MatchStep) =>
  moveMatch(work, {
    clientId: randomUUID(),
    matchId,
    ...(intent === 'agree' ? { intent, ...contact('Sahib') } : { intent }),
  });
