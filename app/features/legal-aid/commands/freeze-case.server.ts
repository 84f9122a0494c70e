import { and, eq, isNull } from 'drizzle-orm';
import { assignments, cases } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { addDays, isDay } from '#app/kernel/dated-rules/days.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { HAND_IN_VERSION, linkForStaff, openKeys, type Keys } from '../case-keys.server.ts';
import type { CaseRow } from '../case-door.server.ts';
import { keptOutBy } from '../case-guard.server.ts';
import {
  grantToStaff,
  linkOf,
  listTrusted,
  recipientsFor,
  revokeAllBut,
  type TrustedHolder,
} from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { tellStaff } from '../notify.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import { isInHand } from '../case-work.server.ts';
import { rotateKey } from '../rotate-key.server.ts';

type FreezeRefusal = 'legal-case.error.gone' | 'legal-case.freeze.error.already';
type Form = { clientId: string };

/**
 * "Freeze my case": at once nobody but the desk's lead holds a key of it, neither of the case nor of the name, until the
 * applicant returns. What is written meanwhile is under a new version. Nothing is lost: the applicant's own keys stay.
 */
export function freezeCase(work: ReceiptWork, { clientId }: Form): Promise<Result<{ done: true }, FreezeRefusal>> {
  return onReceipt(work, clientId, 'case.freeze', async (tx, subject) => {
    if (subject.isFrozen) return refuse('legal-case.freeze.error.already');
    const keys = await openKeys(tx, work.holder, 'case', subject.id);
    const leads = await leadsOf(tx, subject, keys);
    const staffIds = leads.map((one) => one.staffId);
    await revokeAllBut(tx, subject.id, staffIds);
    await rotateKey(tx, subject, 'case', {
      staffIds,
      receipt: null,
      maker: { kind: 'applicant', holder: work.holder, keys },
      grantedBy: null,
      reason: 'rotation',
      today: work.today,
    });
    await tx.update(cases).set({ isFrozen: true }).where(eq(cases.id, subject.id));
    await tellStaff(tx, subject.organisationId, staffIds);
    return ok({ done: true as const });
  });
}

/**
 * The applicant is back: every version goes again, out of the applicant's own keys, to whoever has the case in hand (or, if
 * nobody has, to those who receive requests) and to the lead. Names are asked for anew.
 */
export function unfreezeCase(work: ReceiptWork, { clientId }: Form): Promise<Result<{ done: true }, FreezeRefusal>> {
  return onReceipt(work, clientId, 'case.unfreeze', async (tx, subject) => {
    if (!subject.isFrozen) return refuse('legal-case.freeze.error.already');
    const { id: caseId, organisationId } = subject;
    // First: while it is frozen the table refuses every grant but a lead's.
    await tx.update(cases).set({ isFrozen: false, isWaitingForUs: true }).where(eq(cases.id, caseId));
    const keys = await openKeys(tx, work.holder, 'case', caseId);
    const holders = await returnTo(tx, subject, keys);
    const given = { grantedBy: null, reason: 'regrant' as const, today: work.today };
    await giveAll(tx, { organisationId, kind: 'case', subjectId: caseId }, work, keys, holders, given);
    const keepers = await identityKeepers(tx, subject, keys);
    const names = await openKeys(tx, work.holder, 'identity', caseId);
    await giveAll(tx, { organisationId, kind: 'identity', subjectId: caseId }, work, names, keepers, given);
    await tellStaff(
      tx,
      organisationId,
      holders.map((one) => one.staffId),
    );
    return ok({ done: true as const });
  });
}

/** Every version again to these people. Where nobody of the desk kept its proof, the applicant proves it by the one before. */
async function giveAll(
  tx: LegalTx,
  subject: { organisationId: string; kind: 'case' | 'identity'; subjectId: string },
  { holder }: ReceiptWork,
  keys: Keys,
  holders: readonly TrustedHolder[],
  given: { grantedBy: null; reason: 'regrant'; today: string },
): Promise<void> {
  for (const [version, key] of keys) {
    const place = { ...subject, version };
    const kept = await linkOf(tx, place);
    const link =
      kept.link || version < HAND_IN_VERSION ? kept : linkForStaff({ kind: 'applicant', holder, keys }, place, key);
    await grantToStaff(tx, place, key, holders, given, link);
  }
}

/** As far ahead as a check-in may lie. */
export const CHECK_IN_MOST_DAYS = 366;

/**
 * "If I do not look in by this day, tell the lawyer": sets the day, moves it, or takes it away (`on` null, "I am here").
 * Only that counts as looking in: opening the page may be somebody else's hand.
 */
export function setCheckIn(
  work: ReceiptWork,
  { clientId, on }: Form & { on: string | null },
): Promise<Result<{ done: true }, 'legal-case.error.gone' | 'legal-case.freeze.error.day'>> {
  return onReceipt<'legal-case.freeze.error.day'>(work, clientId, 'case.check-in', async (tx, subject) => {
    const isAhead = on !== null && isDay(on) && on > work.today && on <= addDays(work.today, CHECK_IN_MOST_DAYS);
    if (on !== null && !isAhead) return refuse('legal-case.freeze.error.day', 'on');
    await tx.update(cases).set({ checkInOn: on }).where(eq(cases.id, subject.id));
    return ok({ done: true as const });
  });
}

async function leadsOf(tx: LegalTx, subject: CaseRow, keys: Keys): Promise<TrustedHolder[]> {
  const out = await keptOutBy(tx, keys, subject.id);
  return (await listTrusted(tx, subject.organisationId)).filter(
    (one) => one.role === 'lead' && !out.includes(one.staffId),
  );
}

async function returnTo(tx: LegalTx, subject: CaseRow, keys: Keys): Promise<TrustedHolder[]> {
  const out = await keptOutBy(tx, keys, subject.id);
  if (!isInHand(subject.state))
    return (await recipientsFor(tx, subject.organisationId, out))?.caseHolders ?? leadsOf(tx, subject, keys);
  const rows = await tx
    .select({ staffId: assignments.staffId })
    .from(assignments)
    .where(and(eq(assignments.caseId, subject.id), isNull(assignments.toOn)));
  const hands = [subject.claimedBy, ...rows.map((row) => row.staffId)];
  return (await listTrusted(tx, subject.organisationId)).filter(
    (one) =>
      one.role !== 'custodian' && !out.includes(one.staffId) && (one.role === 'lead' || hands.includes(one.staffId)),
  );
}

async function identityKeepers(tx: LegalTx, subject: CaseRow, keys: Keys): Promise<TrustedHolder[]> {
  const out = await keptOutBy(tx, keys, subject.id);
  return (await listTrusted(tx, subject.organisationId)).filter(
    (one) => one.role !== 'lawyer' && !out.includes(one.staffId),
  );
}

/** Once, by the holder of the receipt, in a case that was handed in; the trail keeps the deed. */
function onReceipt<Code extends string>(
  { caseId, scope, today }: ReceiptWork,
  clientId: string,
  action: string,
  deed: (tx: LegalTx, subject: CaseRow) => Promise<Result<{ done: true }, Code>>,
): Promise<Result<{ done: true }, Code | 'legal-case.error.gone'>> {
  return withLegalScope(scope, (tx) =>
    onceHere<{ done: true }, Code | 'legal-case.error.gone'>(
      tx,
      { clientId, command: action, owner: caseId, today },
      async () => {
        const [subject] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
        if (!subject || subject.state === 'draft' || subject.state === 'erased') return refuse('legal-case.error.gone');
        const result = await deed(tx, subject);
        if (result.ok)
          await recordLegal(tx, {
            organisationId: subject.organisationId,
            actorKind: 'applicant',
            action,
            caseId,
            today,
          });
        return result;
      },
    ),
  );
}
