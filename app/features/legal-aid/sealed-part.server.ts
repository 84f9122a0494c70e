import { and, eq } from 'drizzle-orm';
import { cases, grants, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { storeRecord } from './case-records.server.ts';
import { deleteCaseFiles } from './case-files.server.ts';
import type { OpenDraft } from './draft.server.ts';
import { recipientsFor } from './holders.server.ts';
import type { ReceiptWork } from './receipt.server.ts';
import type { SealedInput } from './rules/intake-forms.ts';
import type { Draft, SealedPart } from './rules/intake.ts';
import { HAND_IN_VERSION } from './case-keys.server.ts';
import { fromBase64 } from './vault/bytes.ts';
import { publicBox } from './vault/keys.ts';
import { paddedLength } from './vault/padding.ts';

/** Most bytes of a sealed text: 12,000 letters of four bytes, padded, and the tag. */
const MOST_SEALED = 52 * 1024;
const TAG = 16;

/** What a page hands to the browser so that it can seal: public keys and numbers, no word and no secret. */
export type SealingPlan = {
  caseId: string;
  recordId: string;
  kind: 'story' | 'identity' | 'file';
  keyKind: 'case' | 'identity';
  version: number;
  holders: { holderId: string; keyId: string; box: Uint8Array }[];
};

/** For whom the browser shall seal the next text or file; null while fewer than two could receive it. */
export async function planSealing(
  tx: LegalTx,
  work: ReceiptWork,
  { draft, subject }: Pick<OpenDraft, 'draft' | 'subject'>,
  kind: SealingPlan['kind'],
): Promise<SealingPlan | null> {
  const { caseId } = work;
  const recipients = await recipientsFor(tx, work.scope.organisationId, draft.keptOut);
  if (!recipients) return null;
  const keyKind = kind === 'identity' ? 'identity' : 'case';
  const version = (keyKind === 'identity' ? subject.identityVersion : subject.keyVersion) + 1;
  // Somebody who rewrites a hundred times goes on without the browser's sealing.
  if (version >= HAND_IN_VERSION) return null;
  const staff = keyKind === 'identity' ? recipients.identityHolders : recipients.caseHolders;
  return {
    caseId,
    recordId: newId(),
    kind,
    keyKind,
    version,
    holders: [
      ...staff.map(({ box, keyId, staffId }) => ({ holderId: staffId, keyId, box })),
      // The applicant's own key, out of the secret that the cookie brought: a row could name somebody else's.
      { holderId: caseId, keyId: work.holder.keyId, box: publicBox(work.holder.box) },
    ],
  };
}

export type SealedRefusal = 'legal-intake.error.sealed';
type Checked = { nonce: Uint8Array; ciphertext: Uint8Array };

/**
 * Takes a version of a key as the browser granted it: exactly to those it should be, in the sizes that the scheme gives.
 * What the grants hold nobody here can look into; a holder whose grant is false opens nothing.
 */
export async function acceptVersion(
  tx: LegalTx,
  work: ReceiptWork,
  open: Pick<OpenDraft, 'draft' | 'subject'>,
  kind: SealingPlan['kind'],
  sealed: SealedInput,
): Promise<Result<Checked, SealedRefusal>> {
  const plan = await planSealing(tx, work, open, kind);
  if (!plan || sealed.version !== plan.version) return refuse('legal-intake.error.sealed');
  const checked = checkSizes(sealed);
  if (!checked) return refuse('legal-intake.error.sealed');
  const name = ({ holderId, keyId }: { holderId: string; keyId: string }) => `${holderId}/${keyId}`;
  const given = new Set(sealed.grants.map(name));
  if (given.size !== sealed.grants.length || given.size !== plan.holders.length)
    return refuse('legal-intake.error.sealed');
  if (!plan.holders.every((holder) => given.has(name(holder)))) return refuse('legal-intake.error.sealed');
  const { caseId, scope, today } = work;
  await tx
    .update(cases)
    .set(plan.keyKind === 'identity' ? { identityVersion: plan.version } : { keyVersion: plan.version })
    .where(eq(cases.id, caseId));
  await tx.insert(grants).values(
    sealed.grants.map(({ ciphertext, enc, holderId, keyId }) => ({
      id: newId(),
      organisationId: scope.organisationId,
      kind: plan.keyKind,
      subjectId: caseId,
      version: plan.version,
      holderKind: holderId === caseId ? ('applicant' as const) : ('staff' as const),
      holderId,
      keyId,
      enc: fromBase64(enc),
      ciphertext: fromBase64(ciphertext),
      grantedBy: null,
      reason: 'intake' as const,
      madeOn: today,
    })),
  );
  return ok(checked);
}

function checkSizes({ ciphertext, nonce }: SealedInput): Checked | null {
  try {
    const bytes = fromBase64(ciphertext);
    const padded = bytes.length - TAG;
    if (bytes.length > MOST_SEALED || padded < 512 || paddedLength(padded - 1) !== padded) return null;
    return { nonce: fromBase64(nonce), ciphertext: bytes };
  } catch {
    // Not base64url as we write it.
    return null;
  }
}

/** Stores a text that the browser sealed, in place of an earlier one. Sending it twice stores it once. */
export async function keepSealed(
  tx: LegalTx,
  work: ReceiptWork,
  open: OpenDraft,
  kind: 'story' | 'identity',
  sealed: SealedInput,
): Promise<Result<SealedPart, SealedRefusal>> {
  const earlier = open.draft.sealed?.[kind];
  const part = { version: sealed.version, recordId: sealed.recordId };
  if (earlier?.recordId === sealed.recordId) return ok(earlier);
  const accepted = await acceptVersion(tx, work, open, kind, sealed);
  if (!accepted.ok) return accepted;
  if (earlier) await dropSealed(tx, work, kind, earlier);
  const { caseId, scope, today } = work;
  const entry = {
    id: sealed.recordId,
    caseId,
    organisationId: scope.organisationId,
    author: 'applicant',
    visibility: 'public',
    today,
  } as const;
  await storeRecord(
    tx,
    { ...entry, kind, keyKind: kind === 'identity' ? 'identity' : 'case' },
    sealed.version,
    accepted.value,
  );
  return ok(part);
}

/** Takes a sealed text away with its key. */
export async function dropSealed(
  tx: LegalTx,
  { caseId }: ReceiptWork,
  kind: 'story' | 'identity',
  { recordId, version }: SealedPart,
): Promise<void> {
  await tx.delete(records).where(and(eq(records.caseId, caseId), eq(records.id, recordId)));
  await dropVersion(tx, caseId, kind === 'identity' ? 'identity' : 'case', version);
}

async function dropVersion(tx: LegalTx, caseId: string, kind: 'case' | 'identity', version: number): Promise<void> {
  await tx.delete(grants).where(and(eq(grants.subjectId, caseId), eq(grants.kind, kind), eq(grants.version, version)));
}

/**
 * Somebody is kept out who had been granted what the browser sealed: those texts and files go, with their keys, and are
 * asked for again. Answers what is left of the draft.
 */
export async function dropWhatOthersHold(
  tx: LegalTx,
  work: ReceiptWork,
  draft: Draft,
  newlyOut: readonly string[],
): Promise<{ draft: Draft; isDropped: boolean }> {
  const held = await tx.select().from(grants).where(eq(grants.subjectId, work.caseId));
  const theirs = held.filter((grant) => grant.holderKind === 'staff' && newlyOut.includes(grant.holderId));
  if (theirs.length === 0) return { draft, isDropped: false };
  let left = draft;
  for (const kind of ['story', 'identity'] as const) {
    const part = left.sealed?.[kind];
    const keyKind = kind === 'identity' ? 'identity' : 'case';
    if (!part || !theirs.some((grant) => grant.kind === keyKind && grant.version === part.version)) continue;
    await dropSealed(tx, work, kind, part);
    const { [kind]: _gone, ...sealed } = left.sealed ?? {};
    const step = kind === 'identity' ? 'contact' : 'story';
    left = { ...left, sealed, answered: left.answered.filter((entry) => entry !== step) };
  }
  const versions = new Set(theirs.filter((grant) => grant.kind === 'case').map((grant) => grant.version));
  const fileRows = await tx
    .select({ id: records.id, version: records.keyVersion })
    .from(records)
    .where(and(eq(records.caseId, work.caseId), eq(records.kind, 'file')));
  const gone = fileRows.filter((row) => versions.has(row.version));
  await deleteCaseFiles(
    tx,
    work.caseId,
    gone.map((row) => row.id),
  );
  for (const { version } of gone) await dropVersion(tx, work.caseId, 'case', version);
  return { draft: left, isDropped: true };
}
