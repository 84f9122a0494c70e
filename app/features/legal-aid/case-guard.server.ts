import { and, eq } from 'drizzle-orm';
import { exclusions, receipts, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { HAND_IN_VERSION, openKeys, type Holder, type Keys } from './case-keys.server.ts';
import { openRow, replaceRecord, type Content } from './case-records.server.ts';
import type { SealedGuard } from './rules/contents.ts';
import { fromBase64, toBase64 } from './vault/bytes.ts';
import { VaultError } from './vault/errors.ts';

/**
 * Who must not see a case, and which receipt is the applicant's, as it lies sealed among the answers: the tables say both as
 * well, but whoever writes the database can rub out a row there, or put another key into it.
 */
type CaseGuard = { keptOut: readonly string[]; receipt: { id: string; box: Uint8Array } };

/** As it is kept inside the answers. */
export function sealedGuard({ keptOut, receipt }: CaseGuard): SealedGuard {
  return { keptOut: [...keptOut], receiptId: receipt.id, receiptBox: toBase64(receipt.box) };
}

/**
 * What these keys of a case open of it. Null where it cannot be known: the answers are older than this, or lie under a
 * version that the holder was never granted. Throws {@link VaultError} where they ought to open and are gone.
 */
async function readGuard(tx: LegalTx, keys: Keys, caseId: string): Promise<CaseGuard | null> {
  const answers = await readAnswers(tx, keys, caseId);
  const guard = answers?.content['guard'] as SealedGuard | undefined;
  return guard ? { keptOut: guard.keptOut, receipt: { id: guard.receiptId, box: fromBase64(guard.receiptBox) } } : null;
}

/** The same by the holder's own grants. */
export async function guardFor(tx: LegalTx, holder: Holder, caseId: string): Promise<CaseGuard | null> {
  return readGuard(tx, await openKeys(tx, holder, 'case', caseId), caseId);
}

/** Who is kept out of a case by the table or by what lies sealed. */
export async function keptOutBy(tx: LegalTx, keys: Keys, caseId: string): Promise<string[]> {
  const rows = await tx.select({ staffId: exclusions.staffId }).from(exclusions).where(eq(exclusions.caseId, caseId));
  const guard = keys.size > 0 ? await readGuard(tx, keys, caseId) : null;
  return [...new Set([...rows.map((row) => row.staffId), ...(guard?.keptOut ?? [])])];
}

/** Seals the guard anew under the newest of these keys; what it does not name stays. A case without answers has none. */
export async function changeGuard(tx: LegalTx, keys: Keys, caseId: string, change: Partial<CaseGuard>): Promise<void> {
  const answers = await readAnswers(tx, keys, caseId);
  if (!answers) return;
  const known = await readGuard(tx, keys, caseId);
  const receipt = change.receipt ?? known?.receipt ?? (await receiptRow(tx, caseId));
  if (!receipt) return;
  const keptOut = [...new Set([...(await keptOutBy(tx, keys, caseId)), ...(change.keptOut ?? [])])];
  const guard = sealedGuard({ keptOut, receipt });
  await replaceRecord(tx, keys, { id: answers.id, caseId, kind: 'answers' }, { ...answers.content, guard });
}

async function readAnswers(tx: LegalTx, keys: Keys, caseId: string): Promise<{ id: string; content: Content } | null> {
  const [row] = await tx
    .select()
    .from(records)
    .where(and(eq(records.caseId, caseId), eq(records.kind, 'answers')));
  const content = row ? openRow(row, keys).content : null;
  if (row && content) return { id: row.id, content };
  // Whoever holds what the request was handed in under opens its answers, or somebody has been at them.
  if (keys.has(HAND_IN_VERSION)) throw new VaultError();
  return null;
}

async function receiptRow(tx: LegalTx, caseId: string): Promise<CaseGuard['receipt'] | null> {
  const [row] = await tx
    .select({ id: receipts.id, box: receipts.boxPublic })
    .from(receipts)
    .where(eq(receipts.caseId, caseId));
  return row ?? null;
}
