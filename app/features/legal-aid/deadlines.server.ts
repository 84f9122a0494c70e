import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { cases, dates, records, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { openKeys, type Keys } from './case-keys.server.ts';
import { openRow, readRecords } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import type { Answers, DateContent } from './rules/contents.ts';
import { legalRule } from './rules/deadlines.ts';
import { OPEN_STATES, type CaseState } from './rules/lifecycle.ts';

export type DateRow = typeof dates.$inferSelect;

/** A case with the keys that the person at work holds; null where there is no such case for the person, or no key. */
export async function caseWithKeys(
  tx: LegalTx,
  work: DeskWork,
  caseId: string,
): Promise<{ row: typeof cases.$inferSelect; keys: Keys; isOpen: boolean } | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) return null;
  const keys = await openKeys(tx, work.holder, 'case', caseId);
  if (keys.size === 0) return null;
  return { row, keys, isOpen: (OPEN_STATES as readonly CaseState[]).includes(row.state) };
}

/** A deadline as the desk sees it; the words are null where the key of that version was not granted. */
export type DeskDeadline = {
  id: string;
  title: string | null;
  note: string;
  ruleKey: string | null;
  certainty: DateRow['certainty'];
  dueOn: Day | null;
  /** What the count began with and what it found, as it was then. */
  from: Day | null;
  counted: Day | null;
  checked: string | null;
  isCritical: boolean;
  isShown: boolean;
  state: DateRow['state'];
  signOff: DateRow['signOff'];
  /** The reader asked for the sign-off and so cannot give it. */
  isOwnQuestion: boolean;
  askedBy: string | null;
  decidedBy: string | null;
  doneOn: Day | null;
};

export type DeadlineRoom = {
  deadlines: DeskDeadline[];
  /** What the applicant was told, as said at intake. */
  told: { receivedOn: Day | null; dueOn: Day | null };
  isOpen: boolean;
};

/** The deadlines of a case: open ones first, the nearest on top. Null without a key to the case. */
export function readDeadlines(work: DeskWork, caseId: string): Promise<DeadlineRoom | null> {
  return withLegalScope(work.scope, async (tx) => {
    const found = await caseWithKeys(tx, work, caseId);
    if (!found) return null;
    const rows = await tx
      .select({ date: dates, record: records })
      .from(dates)
      .innerJoin(records, eq(records.id, dates.recordId))
      .where(and(eq(dates.caseId, caseId), eq(dates.kind, 'deadline')))
      .orderBy(sql`${dates.state} = 'open' desc`, sql`${dates.dueOn} asc nulls last`, asc(dates.madeOn), asc(dates.id));
    const people = [...new Set(rows.flatMap(({ date }) => [date.askedBy, date.decidedBy]))].filter(
      (one) => one !== null,
    );
    const names = await namesOf(tx, people);
    const [answers] = await readRecords(tx, found.keys, caseId, { kinds: ['answers'] });
    const said = (answers?.content ?? {}) as Partial<Answers>;
    return {
      isOpen: found.isOpen,
      told: { receivedOn: said.receivedOn ?? null, dueOn: said.dueOn ?? null },
      deadlines: rows.map(({ date, record }) => {
        const content = openRow(record, found.keys).content as Partial<DateContent> | null;
        return {
          id: date.id,
          title: content ? (content.title ?? '') : null,
          note: content?.note ?? '',
          ruleKey: date.ruleKey,
          certainty: date.certainty,
          dueOn: date.dueOn,
          from: content?.from ?? null,
          counted: content?.counted ?? null,
          checked: content?.checked ?? null,
          isCritical: date.isCritical,
          isShown: date.isShown,
          state: date.state,
          signOff: date.signOff,
          isOwnQuestion: date.askedBy === work.staff.id,
          askedBy: date.askedBy && (names.get(date.askedBy) ?? null),
          decidedBy: date.decidedBy && (names.get(date.decidedBy) ?? null),
          doneOn: date.doneOn,
        };
      }),
    };
  });
}

async function namesOf(tx: LegalTx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: staff.id, name: staff.shownName }).from(staff).where(inArray(staff.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Keeps the case's next date: the nearest open day by which the person must act, of any certainty. Terms of an authority
 * are no haste of ours. Until the desk has written a first deadline, what the applicant said at intake stands.
 */
export async function keepDueOn(tx: LegalTx, caseId: string): Promise<void> {
  const rows = await tx
    .select({ dueOn: dates.dueOn, ruleKey: dates.ruleKey, state: dates.state })
    .from(dates)
    .where(and(eq(dates.caseId, caseId), eq(dates.kind, 'deadline')));
  if (rows.length === 0) return;
  const open = rows.flatMap(({ dueOn, ruleKey, state }) =>
    state === 'open' && dueOn !== null && (ruleKey === null || legalRule(ruleKey)?.whose === 'person') ? [dueOn] : [],
  );
  await tx
    .update(cases)
    .set({ dueOn: open.toSorted()[0] ?? null })
    .where(eq(cases.id, caseId));
}

/** Whether a critical date of a case is open: until it is done or dropped, with a second lawyer, the case does not end. */
export async function hasOpenCritical(tx: LegalTx, caseId: string): Promise<boolean> {
  const [critical] = await tx
    .select({ id: dates.id })
    .from(dates)
    .where(and(eq(dates.caseId, caseId), eq(dates.state, 'open'), eq(dates.isCritical, true)))
    .limit(1);
  return critical !== undefined;
}

/** A date that the applicant may see: sure, chosen to be shown, and open. */
export type ShownDeadline = { id: string; title: string; ruleKey: string | null; dueOn: Day };

/** What the applicant sees of a case's deadlines, nearest first; low certainty and open questions are not among it. */
export async function shownDeadlines(tx: LegalTx, { caseId, holder }: ReceiptWork): Promise<ShownDeadline[]> {
  const keys = await openKeys(tx, holder, 'case', caseId);
  const rows = await tx
    .select({ date: dates, record: records })
    .from(dates)
    .innerJoin(records, eq(records.id, dates.recordId))
    .where(
      and(
        eq(dates.caseId, caseId),
        eq(dates.kind, 'deadline'),
        eq(dates.isShown, true),
        eq(dates.state, 'open'),
        ne(sql`coalesce(${dates.certainty}, 'high')`, 'low'),
      ),
    )
    .orderBy(asc(dates.dueOn), asc(dates.id));
  return rows.flatMap(({ date, record }) => {
    const content = openRow(record, keys).content as Partial<DateContent> | null;
    if (!content?.title || date.dueOn === null) return [];
    return [{ id: date.id, title: content.title, ruleKey: date.ruleKey, dueOn: date.dueOn }];
  });
}
