import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { assignments, blindIndexes, cases, exclusions, grants } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { changeGuard } from '../case-guard.server.ts';
import { openKeys } from '../case-keys.server.ts';
import { addRecord, readRecords, replaceRecord } from '../case-records.server.ts';
import { possibleConflicts } from '../conflicts.server.ts';
import { makerOf, type DeskWork } from '../desk-staff.server.ts';
import { revokeGrants } from '../holders.server.ts';
import { onCase, sealReason, trail, type CaseInput, type NoCase } from '../on-case.server.ts';
import { receiptOf } from '../receipt.server.ts';
import { rotateKey } from '../rotate-key.server.ts';
import type { Party } from '../rules/contents.ts';
import { teamKeysOf, type TeamKeys } from '../team-key.server.ts';
import { blindIndex, normaliseForBlind, renewBlindIndex } from '../vault/blind.ts';

export type ConflictRefusal =
  | NoCase
  | 'legal-desk.error.no-key'
  | 'legal-desk.error.team-key'
  | 'legal-desk.error.not-lead'
  | 'legal-desk.error.party-empty'
  | 'legal-desk.error.receiver';

/** The names and numbers of a side as the desk compares them: hashes under each layer of the team key. */
export function indexesOf(
  [first, ...later]: TeamKeys,
  party: Party,
): { kind: 'name' | 'phone' | 'fin'; hash: string }[] {
  return (['name', 'phone', 'fin'] as const).flatMap((kind) => {
    const text = party[kind]?.trim();
    // Words without a digit are no telephone number: nothing of them is left to compare.
    if (!text || normaliseForBlind(kind, text) === '') return [];
    return [{ kind, hash: later.reduce((hash, key) => renewBlindIndex(key, hash), blindIndex(first, kind, text)) }];
  });
}

/**
 * Writes down a side of a case: sealed for those who hold it, and as hashes that the whole desk compares. Answers whether
 * it may stand against another case, and nothing about that one.
 */
export function addParty(
  work: DeskWork,
  input: CaseInput & { party: Party },
): Promise<Result<{ isPossible: boolean }, ConflictRefusal>> {
  return onCase<{ isPossible: boolean }, ConflictRefusal>(work, 'party', input, async (tx, { keys, subject }) => {
    const { party } = input;
    const { id: caseId, organisationId } = subject;
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    const team = await teamKeysOf(tx, work, { lock: true });
    if (!team) return refuse('legal-desk.error.team-key');
    const hashes = indexesOf(team.keys, party);
    if (hashes.length === 0) return refuse('legal-desk.error.party-empty', 'name');
    const [earlier] = await readRecords(tx, keys, caseId, { kinds: ['parties'] });
    const parties = [...((earlier?.content?.['parties'] as Party[] | undefined) ?? []), party];
    if (earlier) await replaceRecord(tx, keys, { id: earlier.id, caseId, kind: 'parties' }, { parties });
    else
      await addRecord(
        tx,
        keys,
        {
          caseId,
          organisationId,
          kind: 'parties',
          author: 'staff',
          authorId: work.staff.id,
          visibility: 'team',
          today: work.today,
        },
        { parties },
      );
    await tx
      .insert(blindIndexes)
      .values(hashes.map(({ hash, kind }) => ({ caseId, organisationId, side: party.side, kind, hash })))
      .onConflictDoNothing();
    await trail(tx, work, caseId, 'conflict.parties');
    return ok({ isPossible: (await possibleConflicts(tx, [caseId])).has(caseId) });
  });
}

/** The lead's decision about a possible conflict: it is none (the reason is sealed), and the warning goes. */
export function settleConflict(
  work: DeskWork,
  input: CaseInput & { reason: string },
): Promise<Result<undefined, ConflictRefusal>> {
  return onCase<undefined, ConflictRefusal>(work, 'settle-conflict', input, async (tx, at) => {
    if (work.role !== 'lead') return refuse('legal-desk.error.not-lead');
    if (!at.keys.has(at.subject.keyVersion)) return refuse('legal-desk.error.no-key');
    await sealReason(tx, work, at, input.reason);
    await trail(tx, work, at.subject.id, 'conflict.resolve', 'none');
    return ok(undefined);
  });
}

/**
 * The lead keeps somebody out of a case: its keys are taken from the person, the next version goes to the others alone, and
 * the case no longer exists for that person.
 */
export function keepOut(
  work: DeskWork,
  input: CaseInput & { staffId: string; reason: string },
): Promise<Result<undefined, ConflictRefusal>> {
  return onCase<undefined, ConflictRefusal>(work, 'keep-out', input, async (tx, at) => {
    const { keys, subject } = at;
    const { staffId } = input;
    const { id: caseId, organisationId } = subject;
    if (work.role !== 'lead') return refuse('legal-desk.error.not-lead');
    if (!keys.has(subject.keyVersion)) return refuse('legal-desk.error.no-key');
    if (staffId === work.staff.id) return refuse('legal-desk.error.receiver', 'staffId');
    await sealReason(tx, work, at, input.reason);
    await takeKeys(tx, work, subject, staffId);
    await changeGuard(tx, await openKeys(tx, work.holder, 'case', caseId), caseId, { keptOut: [staffId] });
    await tx.insert(exclusions).values({ caseId, staffId, organisationId, by: 'conflict' }).onConflictDoNothing();
    await tx
      .update(assignments)
      .set({ toOn: work.today })
      .where(and(eq(assignments.caseId, caseId), eq(assignments.staffId, staffId), isNull(assignments.toOn)));
    if (subject.claimedBy === staffId)
      await tx.update(cases).set({ claimedBy: null, state: 'new' }).where(eq(cases.id, caseId));
    await trail(tx, work, caseId, 'conflict.keep-out');
    await trail(tx, work, caseId, 'conflict.resolve', 'kept-out');
    return ok(undefined);
  });
}

/** Takes a case's keys (and its name's) from somebody and makes the next versions for those who keep holding. */
export async function takeKeys(
  tx: LegalTx,
  work: DeskWork,
  subject: { id: string; organisationId: string },
  staffId: string,
): Promise<void> {
  const held = await tx
    .selectDistinct({ kind: grants.kind, staffId: grants.holderId })
    .from(grants)
    .where(
      and(
        eq(grants.subjectId, subject.id),
        eq(grants.holderKind, 'staff'),
        inArray(grants.kind, ['case', 'identity']),
        ne(grants.holderId, staffId),
      ),
    );
  const lost = await tx
    .selectDistinct({ kind: grants.kind })
    .from(grants)
    .where(and(eq(grants.subjectId, subject.id), eq(grants.holderId, staffId)));
  await revokeGrants(tx, staffId, [subject.id]);
  const receipt = await receiptOf(tx, subject.id);
  for (const kind of ['case', 'identity'] as const) {
    if (!lost.some((grant) => grant.kind === kind)) continue;
    await rotateKey(tx, subject, kind, {
      staffIds: held.filter((grant) => grant.kind === kind).map((grant) => grant.staffId),
      receipt,
      maker: makerOf(work),
      grantedBy: work.staff.id,
      reason: 'rotation',
      today: work.today,
    });
  }
}
