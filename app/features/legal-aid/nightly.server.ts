import { and, eq, inArray, isNotNull, lt, notInArray, sql } from 'drizzle-orm';
import { cases, dates, doneForms, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { addDays, type Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { log } from '#app/platform/log.server.ts';
import { eraseCase } from './commands/erase-case.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { tellApplicant, tellStaff } from './notify.server.ts';
import { OPEN_STATES } from './rules/lifecycle.ts';
import { REMIND_DAYS_BEFORE, retentionStep } from './rules/retention.ts';

type SystemScope = Extract<LegalScope, { kind: 'legal_system' }>;
export type Night = { erased: number; warned: number; missed: number; reminded: number };

/** Ids of forms that were done are needed for as long as somebody may send one again. */
const FORMS_KEPT_DAYS = 30;

/**
 * The night of one desk: what has had its time is erased (a case at a time, so that one that fails does not keep the
 * others), whose end is near is warned, whose check-in passed is told, whose date is near is reminded. Run twice, it does
 * nothing twice but the reminders, which an hour's limit holds back.
 */
export async function runNight(scope: SystemScope, now: Date): Promise<Night> {
  const today = dayOf(now);
  const night: Night = { erased: 0, warned: 0, missed: 0, reminded: 0 };
  for (const { id, step } of await listRetained(scope, today)) {
    try {
      if (step === 'erase') {
        const by = { actorKind: 'system', mover: 'system', today } as const;
        if ((await withLegalScope(scope, (tx) => eraseCase(tx, id, by))).ok) night.erased += 1;
      } else if (await withLegalScope(scope, (tx) => warn(tx, id, today))) night.warned += 1;
    } catch (error) {
      // The error of a statement may quote its values: the kind is enough to look for it.
      log.error({ kind: (error as Error).name, step }, 'retention of a case failed');
    }
  }
  night.missed = await withLegalScope(scope, (tx) => tellMissed(tx, scope.organisationId, today));
  night.reminded = await withLegalScope(scope, (tx) => remind(tx, scope.organisationId, today));
  await withLegalScope(scope, (tx) =>
    tx.delete(doneForms).where(lt(doneForms.onDay, addDays(today, -FORMS_KEPT_DAYS))),
  );
  return night;
}

async function listRetained(scope: SystemScope, today: Day): Promise<{ id: string; step: 'warn' | 'erase' }[]> {
  const rows = await withLegalScope(scope, (tx) =>
    tx
      .select()
      .from(cases)
      .where(and(eq(cases.organisationId, scope.organisationId), notInArray(cases.state, [...OPEN_STATES, 'erased']))),
  );
  return rows.flatMap((row) => {
    const step = retentionStep(row, today);
    return step === 'keep' ? [] : [{ id: row.id, step }];
  });
}

/** The warning stands in the thread as a day, not as words: nobody is here whose key could seal any (retentionWarning). */
async function warn(tx: LegalTx, caseId: string, today: Day): Promise<boolean> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
  if (!row || retentionStep(row, today) !== 'warn') return false;
  const { claimedBy, organisationId } = row;
  await tx.update(cases).set({ retentionWarnedOn: today }).where(eq(cases.id, caseId));
  await recordLegal(tx, { organisationId, actorKind: 'system', action: 'case.retention-warned', caseId, today });
  await tellApplicant(tx, organisationId, caseId);
  if (claimedBy) await tellStaff(tx, organisationId, [claimedBy]);
  return true;
}

/** Applicants who asked that somebody be told if they do not look in: their lawyer is, or the leads; once for each day set. */
async function tellMissed(tx: LegalTx, organisationId: string, today: Day): Promise<number> {
  const missed = await tx
    .select({ id: cases.id, claimedBy: cases.claimedBy })
    .from(cases)
    .where(
      and(
        eq(cases.organisationId, organisationId),
        isNotNull(cases.checkInOn),
        lt(cases.checkInOn, today),
        inArray(cases.state, [...OPEN_STATES]),
        sql`not exists (select 1 from legal.audit_entries e where e.case_id = ${cases.id} and e.action = 'case.check-in-missed' and e.on_day > ${cases.checkInOn})`,
      ),
    );
  for (const { claimedBy, id: caseId } of missed) {
    await tellStaff(tx, organisationId, claimedBy ? [claimedBy] : await leadsFor(tx, organisationId, caseId));
    await recordLegal(tx, { organisationId, actorKind: 'system', action: 'case.check-in-missed', caseId, today });
  }
  return missed.length;
}

/** Who has a date in hand is reminded a week, three days, one day before it and on the day itself. */
async function remind(tx: LegalTx, organisationId: string, today: Day): Promise<number> {
  const rows = await tx
    .selectDistinct({ staffId: sql<string>`coalesce(${dates.staffId}, ${cases.claimedBy})` })
    .from(dates)
    .innerJoin(cases, eq(cases.id, dates.caseId))
    .where(
      and(
        eq(dates.organisationId, organisationId),
        eq(dates.state, 'open'),
        inArray(
          dates.dueOn,
          REMIND_DAYS_BEFORE.map((days) => addDays(today, days)),
        ),
        inArray(cases.state, [...OPEN_STATES]),
        sql`coalesce(${dates.staffId}, ${cases.claimedBy}) is not null`,
      ),
    );
  await tellStaff(
    tx,
    organisationId,
    rows.map((row) => row.staffId),
  );
  return rows.length;
}

async function leadsFor(tx: LegalTx, organisationId: string, caseId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.organisationId, organisationId),
        eq(staff.role, 'lead'),
        eq(staff.state, 'vouched'),
        sql`not app.is_kept_out(${caseId}, ${staff.id})`,
      ),
    );
  return rows.map((row) => row.id);
}
