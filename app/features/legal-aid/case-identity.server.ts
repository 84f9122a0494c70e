import { and, asc, desc, eq } from 'drizzle-orm';
import { cases, identityRequests, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { CaseRow } from './case-door.server.ts';
import { shownNames } from './case-facts.server.ts';
import { openKeys, openKeysOf, type Keys } from './case-keys.server.ts';
import { openRow, readRecords } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { Identity, Reason } from './rules/contents.ts';
import type { IdentityReason } from './rules/desk.ts';

type RequestState = (typeof identityRequests.$inferSelect)['state'];
export type IdentityQuestion = {
  id: string;
  reason: IdentityReason;
  state: RequestState;
  askedOn: string;
  decidedOn: string | null;
  by: string | null;
  decidedBy: string | null;
  isMine: boolean;
};

/**
 * The identity room of a case. The name is there only for whoever asked and was answered with yes, the lead no less than
 * a lawyer; each look is in the trail.
 */
export type IdentityRoom = {
  hasIdentity: boolean;
  questions: IdentityQuestion[];
  mayAsk: boolean;
  /** Null until a custodian said yes, or while the granted key does not reach it. */
  identity: Identity | null;
};

export async function readIdentityRoom(tx: LegalTx, work: DeskWork, subject: CaseRow): Promise<IdentityRoom> {
  const { id: caseId, identityVersion, organisationId } = subject;
  const rows = await tx
    .select()
    .from(identityRequests)
    .where(eq(identityRequests.caseId, caseId))
    .orderBy(desc(identityRequests.askedOn), desc(identityRequests.id));
  const names = await shownNames(
    tx,
    rows.flatMap((row) => [row.askedBy, row.decidedBy]),
  );
  const mine = rows.filter((row) => row.askedBy === work.staff.id);
  const isApproved = mine.some((row) => row.state === 'approved');
  let identity: Identity | null = null;
  if (isApproved) {
    const keys = await openKeys(tx, work.holder, 'identity', caseId);
    const found = await readRecords(tx, keys, caseId, { kinds: ['identity'], keyKind: 'identity' });
    identity = (found.findLast((record) => record.content)?.content as Identity | undefined) ?? null;
    if (identity)
      await recordLegal(tx, {
        organisationId,
        actorKind: 'staff',
        actorId: work.staff.id,
        action: 'identity.open',
        caseId,
        today: work.today,
      });
  }
  return {
    hasIdentity: identityVersion > 0,
    mayAsk: identityVersion > 0 && !mine.some((row) => row.state !== 'refused'),
    identity,
    questions: rows.map((row) => ({
      id: row.id,
      reason: row.reason,
      state: row.state,
      askedOn: row.askedOn,
      decidedOn: row.decidedOn,
      by: names.get(row.askedBy) ?? null,
      decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? null) : null,
      isMine: row.askedBy === work.staff.id,
    })),
  };
}

/** A question that waits for a custodian: the case's number, who asks, why in a word, and in words for whoever holds the case too. */
export type PendingQuestion = {
  id: string;
  caseNumber: number | null;
  by: string | null;
  isMine: boolean;
  reason: IdentityReason;
  /** Null where the reader holds no key of the case: a custodian sees the code alone. */
  text: string | null;
  askedOn: string;
  /** Whether the reader could hand the key on. */
  mayOpen: boolean;
  /** Without the case's key the sealed list of who is kept out cannot be read: the table alone is asked. */
  holdsCase: boolean;
};
export type DecidedQuestion = {
  id: string;
  caseNumber: number | null;
  by: string | null;
  decidedBy: string | null;
  reason: IdentityReason;
  state: 'approved' | 'refused';
  decidedOn: string | null;
};

/** The custodian's room: what waits, oldest first, and what was decided lately. */
export function listIdentityQuestions(
  work: DeskWork,
): Promise<{ pending: PendingQuestion[]; decided: DecidedQuestion[] }> {
  return withLegalScope(work.scope, async (tx) => {
    const rows = await tx
      .select({ request: identityRequests, number: cases.number, record: records })
      .from(identityRequests)
      .innerJoin(cases, eq(cases.id, identityRequests.caseId))
      .leftJoin(records, eq(records.id, identityRequests.recordId))
      .where(eq(identityRequests.state, 'asked'))
      .orderBy(asc(identityRequests.askedOn), asc(identityRequests.id));
    const decided = await tx
      .select({ request: identityRequests, number: cases.number })
      .from(identityRequests)
      .innerJoin(cases, eq(cases.id, identityRequests.caseId))
      .where(and(eq(identityRequests.organisationId, work.scope.organisationId)))
      .orderBy(desc(identityRequests.decidedOn), desc(identityRequests.id))
      .limit(40);
    const caseIds = rows.map(({ request }) => request.caseId);
    const caseKeys = await openKeysOf(tx, work.holder, 'case', caseIds);
    const nameKeys = await openKeysOf(tx, work.holder, 'identity', caseIds);
    const none: Keys = new Map();
    const names = await shownNames(
      tx,
      [...rows, ...decided].flatMap(({ request }) => [request.askedBy, request.decidedBy]),
    );
    return {
      pending: rows.map(({ number, record, request }) => {
        const keys = caseKeys.get(request.caseId) ?? none;
        const content = record ? (openRow(record, keys).content as Partial<Reason> | null) : null;
        return {
          id: request.id,
          caseNumber: number,
          by: names.get(request.askedBy) ?? null,
          isMine: request.askedBy === work.staff.id,
          reason: request.reason,
          text: content?.text ?? null,
          askedOn: request.askedOn,
          mayOpen: (nameKeys.get(request.caseId)?.size ?? 0) > 0,
          holdsCase: keys.size > 0,
        };
      }),
      decided: decided.flatMap(({ number, request }) =>
        request.state === 'asked'
          ? []
          : [
              {
                id: request.id,
                caseNumber: number,
                by: names.get(request.askedBy) ?? null,
                decidedBy: request.decidedBy ? (names.get(request.decidedBy) ?? null) : null,
                reason: request.reason,
                state: request.state,
                decidedOn: request.decidedOn,
              },
            ],
      ),
    };
  });
}
