import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { receipts } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Holder } from './case-keys.server.ts';
import { deriveKey } from './key-derivation.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { readUnlock, startUnlock } from './unlock.server.ts';
import { makeStaffKeys } from './vault/keys.ts';
import { makeReceipt, parseReceipt } from './vault/receipts.ts';
import { kekFromBytes, unwrapSecret, wrapSecret } from './vault/wraps.ts';

/** The applicant at work with the receipt's key: what every command of the receipt page starts from. */
export type ReceiptWork = {
  scope: Extract<LegalScope, { kind: 'legal_receipt' }>;
  caseId: string;
  holder: Holder;
  now: Date;
  today: string;
};

/** Two unrelated values of one derivation: one is stored to compare, the other wraps the key (SecureDrop's two labels). */
function halves(derived: Uint8Array): { lookup: Buffer; wrap: Uint8Array } {
  return {
    lookup: Buffer.from(hkdfSync('sha256', derived, '', 'receipt/lookup/v1', 32)),
    wrap: kekFromBytes(derived, 'receipt-key'),
  };
}

const wrapContext = (receiptId: string): string => `receipt/${receiptId}`;

export type MadeReceipt = {
  id: string;
  digits: string;
  box: Uint8Array;
  secret: Uint8Array;
  row: typeof receipts.$inferInsert;
};

/**
 * A receipt with the applicant's key pair; the digits are stored nowhere in clear. `shown` are digits that a page showed
 * before they hold (28, as `makeReceipt` gives them). Some 0.3 s.
 */
export async function prepareReceipt(
  organisationId: string,
  caseId: string,
  today: string,
  shown?: string,
): Promise<MadeReceipt> {
  const parsed = shown === undefined ? null : parseReceipt(shown);
  const { digits, locator, secret } = parsed ? { digits: parsed.locator + parsed.secret, ...parsed } : makeReceipt();
  const id = newId();
  const salt = new Uint8Array(randomBytes(16));
  const { lookup, wrap } = halves(await deriveKey(secret, salt));
  const pair = makeStaffKeys();
  return {
    id,
    digits,
    box: pair.public.box,
    secret: pair.secret.box,
    row: {
      id,
      organisationId,
      caseId,
      locator,
      salt,
      lookupHash: new Uint8Array(lookup),
      boxPublic: pair.public.box,
      ...wrapSecret(wrap, pair.secret.box, wrapContext(id)),
      madeOn: today,
    },
  };
}

/**
 * Opens what a receipt's digits open and keeps it for the coming requests. Null for digits of no receipt and for a wrong
 * secret, after the same work: nobody learns which it was. The caller counts attempts (rate limit `receipt`).
 */
export async function openReceipt(
  typed: string,
  now: Date,
): Promise<{ setCookie: string; caseId: string; organisationId: string } | null> {
  const parsed = parseReceipt(typed);
  if (!parsed) return null;
  type Row = {
    id: string;
    organisation_id: string;
    case_id: string;
    salt: Buffer;
    lookup_hash: Buffer;
    nonce: Buffer;
    ciphertext: Buffer;
  };
  const rows = await withLegalScope({ kind: 'legal_door' }, async (tx) => [
    ...(await tx.execute<Row>(sql`select * from app.find_legal_receipt(${parsed.locator})`)),
  ]);
  // A locator need not be unique; an unknown one costs the same derivation.
  const candidates = rows.length > 0 ? rows : [null];
  for (const row of candidates) {
    const { lookup, wrap } = halves(await deriveKey(parsed.secret, row ? row.salt : randomBytes(16)));
    if (!row || !timingSafeEqual(lookup, row.lookup_hash)) continue;
    const secret = unwrapSecret(
      wrap,
      { nonce: new Uint8Array(row.nonce), ciphertext: new Uint8Array(row.ciphertext) },
      wrapContext(row.id),
    );
    const setCookie = await startUnlock(
      'receipt',
      { organisationId: row.organisation_id, holderId: row.case_id, keyId: row.id, sessionId: null, secret },
      now,
    );
    return { setCookie, caseId: row.case_id, organisationId: row.organisation_id };
  }
  return null;
}

/** Whose case this request's cookie opens, or null: none, or 15 minutes without a request. */
export async function readReceipt(request: Request, now: Date): Promise<ReceiptWork | null> {
  const unlocked = await readUnlock(request, 'receipt', now);
  if (!unlocked) return null;
  const { holderId: caseId, keyId, organisationId, secret } = unlocked;
  return {
    scope: { kind: 'legal_receipt', organisationId, caseId },
    caseId,
    holder: { kind: 'applicant', id: caseId, keyId, box: secret },
    now,
    today: dayOf(now),
  };
}

/** The receipt in force of a case, as a grant needs it; null when none is left. */
export async function receiptOf(tx: LegalTx, caseId: string): Promise<{ id: string; box: Uint8Array } | null> {
  const [row] = await tx
    .select({ id: receipts.id, box: receipts.boxPublic })
    .from(receipts)
    .where(eq(receipts.caseId, caseId));
  return row ?? null;
}

/** After the receipt was replaced: the new one is open in this browser. Returns `Set-Cookie`. */
export function holdRenewed(
  { caseId, now, scope }: ReceiptWork,
  { receiptId, secret }: { receiptId: string; secret: Uint8Array },
): Promise<string> {
  const { organisationId } = scope;
  return startUnlock('receipt', { organisationId, holderId: caseId, keyId: receiptId, sessionId: null, secret }, now);
}
