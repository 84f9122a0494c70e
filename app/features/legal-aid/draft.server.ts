import { and, eq } from 'drizzle-orm';
import { cases, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { openKeys, type Keys } from './case-keys.server.ts';
import { openRow, replaceRecord } from './case-records.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import type { Draft } from './rules/intake.ts';

/** The version of a case's key that the draft is sealed under: the applicant's alone. */
export const DRAFT_VERSION = 1;

export type DraftCase = Pick<
  typeof cases.$inferSelect,
  'campaignId' | 'handover' | 'isFiledForSomebody' | 'keyVersion' | 'identityVersion' | 'openedOn'
>;
export type OpenDraft = { subject: DraftCase; keys: Keys; recordId: string; draft: Draft };

/** The draft that the receipt opens, locked for the transaction; null when the request was handed in or taken back. */
export async function lockDraft(tx: LegalTx, { caseId, holder }: ReceiptWork): Promise<OpenDraft | null> {
  const [subject] = await tx
    .select({
      state: cases.state,
      campaignId: cases.campaignId,
      handover: cases.handover,
      isFiledForSomebody: cases.isFiledForSomebody,
      keyVersion: cases.keyVersion,
      identityVersion: cases.identityVersion,
      openedOn: cases.openedOn,
    })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('update');
  if (subject?.state !== 'draft') return null;
  const all = await openKeys(tx, holder, 'case', caseId);
  const key = all.get(DRAFT_VERSION);
  const [row] = await tx
    .select()
    .from(records)
    .where(and(eq(records.caseId, caseId), eq(records.kind, 'draft')));
  if (!key || !row) return null;
  const keys: Keys = new Map([[DRAFT_VERSION, key]]);
  const kept = openRow(row, keys).content as Partial<Draft>;
  const draft: Draft = { digits: '', answered: [], answers: {}, keptOut: [], ...kept };
  return { subject, keys, recordId: row.id, draft };
}

export function readDraft(work: ReceiptWork): Promise<OpenDraft | null> {
  return withLegalScope(work.scope, (tx) => lockDraft(tx, work));
}

/** Seals the draft anew. */
export async function saveDraft(
  tx: LegalTx,
  { caseId }: ReceiptWork,
  { keys, recordId }: Pick<OpenDraft, 'keys' | 'recordId'>,
  draft: Draft,
): Promise<void> {
  await replaceRecord(tx, keys, { id: recordId, caseId, kind: 'draft' }, draft);
}
