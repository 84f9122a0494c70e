import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { cases, dates, records, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { Translate } from '#app/i18n/words.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { openKeysOf } from './case-keys.server.ts';
import { openRow } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { neutralFeed } from './neutral-feed.server.ts';
import type { DateContent } from './rules/contents.ts';
import { OPEN_STATES } from './rules/lifecycle.ts';
import { randomBytes, toBase64 } from './vault/bytes.ts';

const SECRET = /^[\w-]{43}$/u;
const hashOf = (secret: string): string => createHash('sha256').update(`legal-feed|${secret}`).digest('hex');

/** Makes the secret of the person's calendar feed; an earlier one ends. It is returned once and only its hash is kept. */
export async function makeFeed(work: DeskWork): Promise<string> {
  const secret = toBase64(randomBytes(32));
  await keepFeed(work, hashOf(secret), 'feed.make');
  return secret;
}

/** Ends the person's calendar feed. */
export function endFeed(work: DeskWork): Promise<void> {
  return keepFeed(work, null, 'feed.end');
}

function keepFeed({ scope, staff: { id }, today }: DeskWork, feedHash: string | null, action: string): Promise<void> {
  return withLegalScope(scope, async (tx) => {
    await tx.update(staff).set({ feedHash }).where(eq(staff.id, id));
    await recordLegal(tx, { organisationId: scope.organisationId, actorKind: 'staff', actorId: id, action, today });
  });
}

/** Open dates of the person: what they wrote down, and all in the cases they have. */
function openDates(staffId: string) {
  return and(
    eq(dates.state, 'open'),
    isNotNull(dates.dueOn),
    inArray(cases.state, [...OPEN_STATES]),
    or(eq(cases.claimedBy, staffId), eq(dates.staffId, staffId)),
  );
}

/** The feed behind a secret as an iCalendar text, days and one constant sentence; null for a secret that is nobody's (any more). */
export async function readFeed(secret: string, { now, t }: { now: Date; t: Translate }): Promise<string | null> {
  if (!SECRET.test(secret)) return null;
  type Owner = { organisation_id: string; staff_id: string };
  const [owner] = await withLegalScope({ kind: 'legal_door' }, (tx) =>
    tx.execute<Owner>(sql`select organisation_id, staff_id from app.find_legal_feed(${hashOf(secret)})`),
  );
  if (!owner) return null;
  const { organisation_id: organisationId, staff_id: staffId } = owner;
  const [person] = await withLegalScope({ kind: 'legal_system', organisationId }, (tx) =>
    tx.select({ userId: staff.userId }).from(staff).where(eq(staff.id, staffId)),
  );
  if (!person) return null;
  // As the person: what is kept from them is not in their calendar either.
  const scope = { kind: 'legal_staff' as const, organisationId, userId: person.userId, staffId };
  const rows = await withLegalScope(scope, (tx) =>
    tx
      .select({ id: dates.id, on: dates.dueOn })
      .from(dates)
      .innerJoin(cases, eq(cases.id, dates.caseId))
      .where(openDates(staffId))
      .orderBy(asc(dates.dueOn), asc(dates.id)),
  );
  return neutralFeed(
    rows.flatMap(({ id, on }) => (on === null ? [] : [{ id, on, at: null }])),
    { t, now },
  );
}

export type OwnDate = {
  id: string;
  caseId: string;
  number: number | null;
  kind: 'deadline' | 'task' | 'check_in';
  dueOn: Day;
  title: string | null;
};

/** The person's own dates over all cases, nearest first, with their words as far as the keys reach. */
export function ownDates(work: DeskWork): Promise<{ dates: OwnDate[]; hasFeed: boolean }> {
  return withLegalScope(work.scope, async (tx) => {
    const rows = await datesWithRecords(tx, work.staff.id);
    const keys = await openKeysOf(tx, work.holder, 'case', [...new Set(rows.map(({ date }) => date.caseId))]);
    const [me] = await tx.select({ feedHash: staff.feedHash }).from(staff).where(eq(staff.id, work.staff.id));
    return {
      hasFeed: Boolean(me?.feedHash),
      dates: rows.flatMap(({ date, number, record }) => {
        if (date.dueOn === null) return [];
        const content = openRow(record, keys.get(date.caseId) ?? new Map()).content as Partial<DateContent> | null;
        return [
          {
            id: date.id,
            caseId: date.caseId,
            number,
            kind: date.kind,
            dueOn: date.dueOn,
            title: content?.title ?? null,
          },
        ];
      }),
    };
  });
}

function datesWithRecords(tx: LegalTx, staffId: string) {
  return tx
    .select({ date: dates, record: records, number: cases.number })
    .from(dates)
    .innerJoin(cases, eq(cases.id, dates.caseId))
    .innerJoin(records, eq(records.id, dates.recordId))
    .where(openDates(staffId))
    .orderBy(asc(dates.dueOn), asc(dates.id));
}
