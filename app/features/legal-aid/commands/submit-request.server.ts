import { and, eq, lt, sql } from 'drizzle-orm';
import { cases, exclusions, grants, records } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { sealedGuard } from '../case-guard.server.ts';
import { HAND_IN_VERSION, openKeys, type Holder } from '../case-keys.server.ts';
import { addRecord, readRecords, replaceRecord } from '../case-records.server.ts';
import { DRAFT_VERSION } from '../draft.server.ts';
import { grantToStaff, recipientsFor, type Recipients } from '../holders.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { keepNoticeAddress } from '../notice-address.server.ts';
import { tellStaff } from '../notify.server.ts';
import type { MadeReceipt, ReceiptWork } from '../receipt.server.ts';
import { rotateKey } from '../rotate-key.server.ts';
import { bandOf } from '../rules/bands.ts';
import type { Answers, Identity, Story } from '../rules/contents.ts';
import { publicBox } from '../vault/keys.ts';
import { replaceReceipt } from './renew-receipt.server.ts';

export type SubmitInput = {
  answers: Answers;
  /** Null when the browser sealed it already. */
  story: Story | null;
  identity: Identity | null;
  /** Whatever was written was sealed in the browser. */
  isSealedInBrowser?: boolean;
  /** Where the constant sentence may go. */
  noticeEmail?: string;
  keptOut: readonly string[];
  consentVersion: string;
  /** Takes the place of the receipt in use once all is handed in: who asked for somebody else is out then. */
  newReceipt?: MadeReceipt;
};

/**
 * Hands the request in: makes a version of the case's key for its recipients and the applicant, seals what is not sealed
 * yet, and takes the draft away. Refuses when fewer than two people could receive it; nothing is lost then.
 */
export async function submitRequest(
  work: ReceiptWork,
  input: SubmitInput,
): Promise<Result<{ number: number }, 'legal-intake.error.no-recipients' | 'legal-intake.error.handed-in'>> {
  const { caseId, holder, scope, today } = work;
  const { organisationId } = scope;
  return withLegalScope(scope, async (tx) => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
    if (row?.state !== 'draft') return refuse('legal-intake.error.handed-in' as const);
    const recipients = await recipientsFor(tx, organisationId, input.keptOut);
    if (!recipients) return refuse('legal-intake.error.no-recipients' as const);
    for (const staffId of input.keptOut)
      await tx.insert(exclusions).values({ caseId, staffId, organisationId, by: 'applicant' }).onConflictDoNothing();
    const held = await openKeys(tx, holder, 'case', caseId);
    const heldNames = await openKeys(tx, holder, 'identity', caseId);
    const next = { receipt: null, grantedBy: null, reason: 'intake' as const, today };
    const subject = { id: caseId, organisationId };
    const made = await rotateKey(tx, subject, 'case', {
      ...next,
      maker: { kind: 'applicant', holder, keys: held },
      staffIds: recipients.caseHolders.map((one) => one.staffId),
    });
    const keys = new Map([[made.version, made.key]]);
    const entry = { caseId, organisationId, author: 'applicant' as const, visibility: 'public' as const, today };
    const receipt = input.newReceipt ?? { id: holder.keyId, box: publicBox(holder.box) };
    const guard = sealedGuard({ keptOut: input.keptOut, receipt });
    await addRecord(tx, keys, { ...entry, kind: 'answers' }, { ...input.answers, guard });
    if (input.story) await addRecord(tx, keys, { ...entry, kind: 'story' }, input.story);
    if (input.identity) {
      const name = await rotateKey(tx, subject, 'identity', {
        ...next,
        maker: { kind: 'applicant', holder, keys: heldNames },
        staffIds: recipients.identityHolders.map((one) => one.staffId),
      });
      const nameKeys = new Map([[name.version, name.key]]);
      await addRecord(tx, nameKeys, { ...entry, kind: 'identity', keyKind: 'identity' }, input.identity);
    }
    for (const file of await readRecords(tx, held, caseId, { kinds: ['file'] })) {
      // What the browser sealed stays under the browser's key; what only the applicant could open is sealed anew.
      if (file.keyVersion === DRAFT_VERSION && file.content)
        await replaceRecord(tx, keys, { id: file.id, caseId, kind: 'file' }, file.content);
    }
    await fitGrants(tx, holder, subject, recipients, today);
    if (input.noticeEmail) await keepNoticeAddress(tx, { caseId, organisationId }, input.noticeEmail);
    await tx.delete(records).where(and(eq(records.caseId, caseId), eq(records.kind, 'draft')));
    await tx
      .delete(grants)
      .where(and(eq(grants.subjectId, caseId), eq(grants.kind, 'case'), eq(grants.version, DRAFT_VERSION)));
    const [counted] = await tx.execute<{ number: number }>(sql`select app.next_legal_number() as number`);
    if (!counted) throw new Error('The desk did not count');
    const { number } = counted;
    await tx
      .update(cases)
      .set({
        state: 'new',
        number,
        track: input.answers.track,
        isSealedInBrowser: input.isSealedInBrowser ?? false,
        need: input.answers.need ?? null,
        region: input.answers.region ?? null,
        bandFloor: bandOf({ flags: input.answers.flags, dueOn: [], today }).band,
        dueOn: input.answers.dueOn ?? null,
        isWaitingForUs: true,
        consentVersion: input.consentVersion,
        openedOn: today,
        lastOn: today,
        retentionUntil: null,
      })
      .where(eq(cases.id, caseId));
    await recordLegal(tx, { organisationId, actorKind: 'applicant', action: 'case.hand-in', caseId, today });
    await tellStaff(
      tx,
      organisationId,
      recipients.caseHolders.map((one) => one.staffId),
    );
    if (input.newReceipt) await replaceReceipt(tx, work, input.newReceipt);
    return ok({ number });
  });
}

/**
 * What the browser sealed was granted to those who could receive it then. Whoever came since is granted it by the
 * applicant's own key, and whoever cannot receive it any more loses it. No word is opened for that.
 */
async function fitGrants(
  tx: LegalTx,
  holder: Holder,
  { id: caseId, organisationId }: { id: string; organisationId: string },
  { caseHolders, identityHolders }: Recipients,
  today: string,
): Promise<void> {
  for (const kind of ['case', 'identity'] as const) {
    const holders = kind === 'case' ? caseHolders : identityHolders;
    // The browser's grants are made anew by the applicant's own: a false one would shut a colleague out unnoticed.
    await tx
      .delete(grants)
      .where(
        and(
          eq(grants.subjectId, caseId),
          eq(grants.kind, kind),
          eq(grants.holderKind, 'staff'),
          lt(grants.version, HAND_IN_VERSION),
        ),
      );
    for (const [version, key] of await openKeys(tx, holder, kind, caseId)) {
      if (version >= HAND_IN_VERSION || (kind === 'case' && version === DRAFT_VERSION)) continue;
      const place = { organisationId, kind, subjectId: caseId, version };
      await grantToStaff(tx, place, key, holders, { grantedBy: null, reason: 'intake', today });
    }
  }
}
