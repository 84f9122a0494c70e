import { cases, receipts } from '#db/schema/legal-aid.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Handover, Track } from '../rules/desk.ts';
import type { Draft } from '../rules/intake.ts';
import { ownLink } from '../case-keys.server.ts';
import { addRecord } from '../case-records.server.ts';
import { grantToApplicant } from '../holders.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { prepareReceipt } from '../receipt.server.ts';
import { startUnlock } from '../unlock.server.ts';
import { makeKey } from '../vault/keys.ts';

export type BeginInput = {
  organisationId: string;
  track: Track;
  language: Locale;
  handover?: Handover;
  campaignId?: string;
  /** An organiser asks for somebody: the applicant gets a receipt of their own at the end. */
  filedForSomebody?: boolean;
  /** What is known before the first question; sealed as the draft. */
  draft: Partial<Draft>;
};

/**
 * The first save of a request: a draft that nobody but the holder of the new receipt can open (version 1 of its key). The
 * digits lie in it too, sealed by what they open, so that they can be shown again until the request is handed in.
 * Begun twice, there are two drafts: the one whose digits were never seen is erased with the others after seven days.
 */
export async function beginRequest(
  input: BeginInput,
  now: Date,
): Promise<{ caseId: string; digits: string; setCookie: string }> {
  const { draft, organisationId } = input;
  const today = dayOf(now);
  const caseId = newId();
  const receipt = await prepareReceipt(organisationId, caseId, today);
  const key = makeKey();
  await withLegalScope({ kind: 'legal_intake', organisationId }, async (tx) => {
    await tx.insert(cases).values({
      id: caseId,
      organisationId,
      track: input.track,
      campaignId: input.campaignId ?? null,
      handover: input.handover ?? null,
      language: input.language,
      isFiledForSomebody: input.filedForSomebody ?? false,
      openedOn: today,
      lastOn: today,
      keyVersion: 1,
    });
    await tx.insert(receipts).values(receipt.row);
    await grantToApplicant(
      tx,
      { organisationId, kind: 'case', subjectId: caseId, version: 1 },
      key,
      { id: receipt.id, box: receipt.box },
      { grantedBy: null, reason: 'intake', today },
      ownLink({ box: receipt.secret }, { kind: 'case', subjectId: caseId, version: 1 }, key),
    );
  });
  await withLegalScope({ kind: 'legal_receipt', organisationId, caseId }, (tx) =>
    addRecord(
      tx,
      new Map([[1, key]]),
      { caseId, organisationId, kind: 'draft', author: 'applicant', visibility: 'public', today },
      { answered: [], answers: {}, keptOut: [], ...draft, digits: receipt.digits } satisfies Draft,
    ),
  );
  const setCookie = await startUnlock(
    'receipt',
    { organisationId, holderId: caseId, keyId: receipt.id, sessionId: null, secret: receipt.secret },
    now,
  );
  return { caseId, digits: receipt.digits, setCookie };
}
