import { and, eq } from 'drizzle-orm';
import { dates } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { readCalendar } from '#app/features/authorities/public.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { addRecord, readRecords } from '../case-records.server.ts';
import { caseWithKeys, keepDueOn } from '../deadlines.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { Answers, DateContent } from '../rules/contents.ts';
import { deadlineForApplicant, deadlineOf, legalRule, type Deadline } from '../rules/deadlines.ts';
import type { LegalRule } from '../rules/legal-terms.ts';

export type NewDeadline = {
  clientId: string;
  caseId: string;
  /** Of rules/legal-terms; null is a date set by hand. */
  ruleKey: string | null;
  /** The day of the event, or the date itself where it is set by hand. */
  on: Day;
  title: string;
  note: string;
  isCritical: boolean;
  isShown: boolean;
};

type Refused = 'legal-case.error.gone' | 'legal-case.error.ended' | 'legal-case.error.no-key';
export type AddRefused = Refused | 'legal-case.deadlines.error.not-in-force';

/**
 * Adds a deadline: by a rule from the day of its event, or a date set by hand. Where the number of days is unknown or no
 * holidays are confirmed for the year, it stands without a date. The applicant is shown it only if asked for, and never
 * when it is not sure.
 */
export async function addDeadline(
  work: DeskWork,
  input: NewDeadline,
): Promise<Result<{ id: string; hasDate: boolean }, AddRefused>> {
  const rule = input.ruleKey === null ? null : legalRule(input.ruleKey);
  const deadline = rule ? deadlineOf(rule, input.on, await readCalendar()) : null;
  if (rule === undefined || deadline?.kind === 'not-in-force')
    return refuse('legal-case.deadlines.error.not-in-force', 'on');
  return atCase(work, input, 'deadline.add', async (tx, at) => {
    const { isCritical, note, on, title } = input;
    await keepToldDay(tx, work, at);
    const dueOn = deadline ? dayOfDeadline(deadline) : on;
    const mayShow = !rule || !deadline || deadlineForApplicant(rule, deadline) !== null;
    const isShown = input.isShown && mayShow && dueOn !== null;
    const content: DateContent = { title, note, ...(deadline ? { from: on, ...found(deadline) } : {}) };
    const id = await insertDeadline(tx, work, at, content, { rule: rule ?? null, dueOn, isCritical, isShown });
    await keepDueOn(tx, input.caseId);
    return ok({ id, hasDate: dueOn !== null });
  });
}

/**
 * The last day that the applicant was told becomes a deadline of its own before the desk writes its first one: only a
 * person takes it out of the queue again.
 */
async function keepToldDay(tx: LegalTx, work: DeskWork, at: AtCase): Promise<void> {
  const { keys, row } = at;
  const [earlier] = await tx
    .select({ id: dates.id })
    .from(dates)
    .where(and(eq(dates.caseId, row.id), eq(dates.kind, 'deadline')))
    .limit(1);
  if (earlier) return;
  const [answers] = await readRecords(tx, keys, row.id, { kinds: ['answers'] });
  const told = ((answers?.content ?? {}) as Partial<Answers>).dueOn;
  if (!told) return;
  const title = wordsFor(work.actor.locale)('legal-case.deadlines.told.title');
  await insertDeadline(tx, work, at, { title }, { rule: null, dueOn: told, isCritical: false, isShown: false });
}

type Row = { rule: LegalRule | null; dueOn: Day | null; isCritical: boolean; isShown: boolean };

async function insertDeadline(
  tx: LegalTx,
  work: DeskWork,
  { keys, organisationId, row: { id: caseId, keyVersion } }: AtCase,
  content: DateContent,
  { dueOn, isCritical, isShown, rule }: Row,
): Promise<string> {
  const recordId = await addRecord(
    tx,
    keys,
    {
      caseId,
      organisationId,
      kind: 'date',
      author: 'staff',
      authorId: work.staff.id,
      visibility: isShown ? 'public' : 'team',
      today: work.today,
    },
    content,
    keyVersion,
  );
  const id = newId();
  await tx.insert(dates).values({
    id,
    caseId,
    organisationId,
    kind: 'deadline',
    ruleKey: rule?.key ?? null,
    certainty: rule?.certainty ?? null,
    dueOn,
    isCritical,
    isShown,
    staffId: work.staff.id,
    recordId,
    madeOn: work.today,
  });
  return id;
}

const dayOfDeadline = (deadline: Deadline): Day | null => (deadline.kind === 'due' ? deadline.on : null);

function found(deadline: Deadline): Pick<DateContent, 'counted' | 'checked'> {
  if (deadline.kind === 'due') return { counted: deadline.counted, checked: deadline.checked };
  return { checked: deadline.kind === 'no-calendar' ? `no-calendar ${deadline.year}` : deadline.kind };
}

export type EndDeadline = { clientId: string; caseId: string; dateId: string; to: 'done' | 'dropped' | 'open' };

/** Marks a deadline as done or dropped, or opens it again. A critical one is done, or dropped, only after a second lawyer approved. */
export function endDeadline(
  work: DeskWork,
  { caseId, clientId, dateId, to }: EndDeadline,
): Promise<Result<undefined, Refused | 'legal-case.deadlines.error.sign-off'>> {
  return atCase(work, { caseId, clientId }, `deadline.${to}`, async (tx) => {
    const date = await findDeadline(tx, caseId, dateId);
    if (!date) return refuse('legal-case.error.gone');
    if (to !== 'open' && date.isCritical && date.signOff !== 'approved')
      return refuse('legal-case.deadlines.error.sign-off');
    await tx
      .update(dates)
      .set(
        // Opened again it needs its second person again.
        to === 'open'
          ? { state: to, doneOn: null, signOff: 'none', askedBy: null, decidedBy: null }
          : { state: to, doneOn: work.today },
      )
      .where(eq(dates.id, dateId));
    await keepDueOn(tx, caseId);
    return ok();
  });
}

export type SignOff = { clientId: string; caseId: string; dateId: string; step: 'asked' | 'approved' | 'returned' };

/** Asks a second lawyer to look at a critical filing, or answers as one: never the person who asked. */
export function signOffDeadline(
  work: DeskWork,
  { caseId, clientId, dateId, step }: SignOff,
): Promise<Result<undefined, Refused | 'legal-case.deadlines.error.second' | 'legal-case.deadlines.error.not-asked'>> {
  return atCase(work, { caseId, clientId }, `deadline.sign-off-${step}`, async (tx) => {
    const date = await findDeadline(tx, caseId, dateId);
    if (!date || date.state !== 'open') return refuse('legal-case.error.gone');
    if (step !== 'asked') {
      if (date.signOff !== 'asked') return refuse('legal-case.deadlines.error.not-asked');
      if (date.askedBy === work.staff.id) return refuse('legal-case.deadlines.error.second');
    }
    await tx
      .update(dates)
      .set(
        step === 'asked'
          ? { signOff: step, askedBy: work.staff.id, decidedBy: null }
          : { signOff: step, decidedBy: work.staff.id },
      )
      .where(eq(dates.id, dateId));
    return ok();
  });
}

async function findDeadline(tx: LegalTx, caseId: string, dateId: string) {
  const [date] = await tx
    .select()
    .from(dates)
    .where(and(eq(dates.id, dateId), eq(dates.caseId, caseId), eq(dates.kind, 'deadline')))
    .for('update');
  return date;
}

type AtCase = { organisationId: string } & NonNullable<Awaited<ReturnType<typeof caseWithKeys>>>;

/** Once, in a case that is open and whose newest key the person holds; the trail keeps the deed. */
function atCase<T, Code extends string>(
  work: DeskWork,
  { caseId, clientId }: { caseId: string; clientId: string },
  action: string,
  deed: (tx: LegalTx, found: AtCase) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | Refused>> {
  const { organisationId } = work.scope;
  const form = { clientId, command: action, owner: work.staff.id, today: work.today };
  return withLegalScope(work.scope, async (tx) => {
    const opened = await caseWithKeys(tx, work, caseId);
    if (!opened) return refuse('legal-case.error.gone');
    if (!opened.isOpen) return refuse('legal-case.error.ended');
    // Under an older version, whoever was kept out since would read along.
    if (!opened.keys.has(opened.row.keyVersion)) return refuse('legal-case.error.no-key');
    return onceHere<T, Code | Refused>(tx, form, async () => {
      const result = await deed(tx, { ...opened, organisationId });
      if (result.ok)
        await recordLegal(tx, {
          organisationId,
          actorKind: 'staff',
          actorId: work.staff.id,
          action,
          caseId,
          today: work.today,
        });
      return result;
    });
  });
}
