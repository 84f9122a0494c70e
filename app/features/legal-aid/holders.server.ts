import { createHash } from 'node:crypto';
import { and, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import { exclusions, grants, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { GrantKind, GrantReason, StaffRole } from './rules/desk.ts';
import { readRetired, rootOf, rootsOf } from './roots.server.ts';
import { toHex } from './vault/bytes.ts';
import { grantKey } from './vault/grants.ts';
import { trustedKeys, type KeyRow } from './vault/vouching.ts';

/** A key that may be granted something: its chain of vouching reaches the pinned root. */
export type TrustedHolder = {
  staffId: string;
  keyId: string;
  role: StaffRole;
  isBar: boolean;
  shownName: string;
  isOnDuty: boolean;
  box: Uint8Array;
  sign: Uint8Array;
};

/** Every trusted key of a desk. Role, Bar membership and name are the signed ones, never the row's word alone. */
export async function listTrusted(tx: LegalTx, organisationId: string): Promise<TrustedHolder[]> {
  const root = rootOf(organisationId);
  if (!root) return [];
  const retired = readRetired();
  const rows = (await keyRows(tx, organisationId)).map((row) => ({
    ...row,
    isRevoked: row.isRevoked || retired.keys.has(row.keyId),
    signature: row.signature && retired.signatures.has(signatureName(row.signature)) ? null : row.signature,
  }));
  const duties = await tx
    .select({ id: staff.id, isOnDuty: staff.isOnDuty })
    .from(staff)
    .where(eq(staff.organisationId, organisationId));
  return checkedKeys(rows, root).map((key) => ({
    staffId: key.staffId,
    keyId: key.keyId,
    role: key.role as StaffRole,
    isBar: key.isBar,
    shownName: key.shownName,
    isOnDuty: duties.find((one) => one.id === key.staffId)?.isOnDuty ?? false,
    box: key.box,
    sign: key.sign,
  }));
}

/** Keys that are or were trusted, under any root the desk ever had: who made a version of a key stays who made it. */
export async function listEverTrusted(
  tx: LegalTx,
  organisationId: string,
): Promise<{ keyId: string; sign: Uint8Array }[]> {
  const rows = (await keyRows(tx, organisationId)).map((row) => ({ ...row, isRevoked: false }));
  const trusted = rootsOf(organisationId).flatMap((root) => checkedKeys(rows, root));
  return [...new Map(trusted.map(({ keyId, sign }) => [keyId, { keyId, sign }])).values()];
}

async function keyRows(tx: LegalTx, organisationId: string): Promise<KeyRow[]> {
  const rows = await tx.select().from(userKeys).where(eq(userKeys.organisationId, organisationId));
  return rows.map((key) => ({
    organisationId: key.organisationId,
    staffId: key.staffId,
    keyId: key.id,
    role: key.role,
    isBar: key.isBar,
    shownName: key.shownName,
    box: key.boxPublic,
    sign: key.signPublic,
    vouchedBy: key.vouchedBy,
    signature: key.signature,
    isRevoked: key.isRevoked,
  }));
}

/** How a retired signature is named in the file. */
export function signatureName(signature: Uint8Array): string {
  return createHash('sha256').update(signature).digest('hex');
}

/** What was checked before, by everything that the check reads: a signature costs a millisecond, and each request asks. */
const checked = new Map<string, KeyRow[]>();
const MOST_CHECKED = 200;

function checkedKeys(rows: KeyRow[], root: string): KeyRow[] {
  const read = rows.flatMap(({ box, sign, signature, ...row }) => [
    Object.values(row),
    ...[box, sign, signature ?? new Uint8Array()].map((part) => toHex(part)),
  ]);
  const name = createHash('sha256')
    .update(JSON.stringify([root, read]))
    .digest('hex');
  let trusted = checked.get(name);
  if (!trusted) {
    trusted = trustedKeys(rows, root);
    if (checked.size >= MOST_CHECKED) checked.clear();
    checked.set(name, trusted);
  }
  return trusted;
}

/** Fewer than this and one lost passphrase would lose a case: the intake shows the telephone instead. */
export const LEAST_RECIPIENTS = 2;

export type Recipients = { caseHolders: TrustedHolder[]; identityHolders: TrustedHolder[] };

/**
 * Who receives a new request: lawyers and leads for the case, custodians and leads for the name; never those the applicant
 * keeps out. Lawyers off duty receive it only while fewer than two others would. Null when fewer than two people would
 * hold either.
 */
export async function recipientsFor(
  tx: LegalTx,
  organisationId: string,
  keptOut: readonly string[],
): Promise<Recipients | null> {
  const trusted = (await listTrusted(tx, organisationId)).filter((holder) => !keptOut.includes(holder.staffId));
  const able = trusted.filter((holder) => holder.role !== 'custodian');
  const onDuty = able.filter((holder) => holder.isOnDuty);
  const caseHolders = onDuty.length >= LEAST_RECIPIENTS ? onDuty : able;
  const identityHolders = trusted.filter((holder) => holder.role !== 'lawyer');
  if (caseHolders.length < LEAST_RECIPIENTS || identityHolders.length < LEAST_RECIPIENTS) return null;
  return { caseHolders, identityHolders };
}

/** Who is kept out of a case. In a lawyer's scope a person's own exclusion is not visible (it hides the case as well). */
export async function keptOutOf(tx: LegalTx, caseId: string): Promise<string[]> {
  const rows = await tx.select({ staffId: exclusions.staffId }).from(exclusions).where(eq(exclusions.caseId, caseId));
  return rows.map((row) => row.staffId);
}

/** What proves who made a version (vault/links); null for what the browser made at intake. */
export type Link = { link: Uint8Array | null; linkBy: string | null };
const NO_LINK: Link = { link: null, linkBy: null };

/** The proof that came with a version to those of the desk who hold it, or the signature that the applicant has. */
export async function linkOf(tx: LegalTx, { kind, subjectId, version }: Subject): Promise<Link> {
  const [row] = await tx
    .select({ link: grants.link, linkBy: grants.linkBy })
    .from(grants)
    .where(
      and(
        eq(grants.kind, kind),
        eq(grants.subjectId, subjectId),
        eq(grants.version, version),
        sql`(${grants.linkBy} is not null or ${grants.holderKind} = 'staff')`,
        isNotNull(grants.link),
      ),
    )
    .limit(1);
  return row ?? NO_LINK;
}

type Subject = { organisationId: string; kind: GrantKind; subjectId: string; version: number };
type Given = { grantedBy: string | null; reason: GrantReason; today: string };

/**
 * Gives a key to people of the desk. A grant that is there already stays. The caller has checked who is kept out; a trigger
 * checks again. `link` comes with a version that is being made; one that is there keeps its own.
 */
export async function grantToStaff(
  tx: LegalTx,
  subject: Subject,
  key: Uint8Array,
  holders: readonly Pick<TrustedHolder, 'staffId' | 'keyId' | 'box'>[],
  { grantedBy, reason, today }: Given,
  link?: Link,
): Promise<void> {
  if (holders.length === 0) return;
  const { kind, organisationId, subjectId, version } = subject;
  const proof = link ?? (await linkOf(tx, subject));
  await tx
    .insert(grants)
    .values(
      holders.map(({ box, keyId, staffId }) => ({
        id: newId(),
        organisationId,
        kind,
        subjectId,
        version,
        holderKind: 'staff' as const,
        holderId: staffId,
        keyId,
        ...grantKey(key, box, { kind, subjectId, version, holderId: staffId, keyId }),
        ...proof,
        grantedBy,
        reason,
        madeOn: today,
      })),
    )
    .onConflictDoNothing();
}

/** Gives a key of a case to its applicant: `receipt` is the id and public key of the receipt in force. */
export async function grantToApplicant(
  tx: LegalTx,
  { kind, organisationId, subjectId, version }: Subject & { kind: 'case' | 'identity' },
  key: Uint8Array,
  receipt: { id: string; box: Uint8Array },
  { grantedBy, reason, today }: Given,
  link: Link,
): Promise<void> {
  await tx.insert(grants).values({
    id: newId(),
    organisationId,
    kind,
    subjectId,
    version,
    holderKind: 'applicant',
    holderId: subjectId,
    keyId: receipt.id,
    ...grantKey(key, receipt.box, { kind, subjectId, version, holderId: subjectId, keyId: receipt.id }),
    ...link,
    grantedBy,
    reason,
    madeOn: today,
  });
}

/** Takes every grant of these subjects from a person; what was opened before cannot be unread, what comes gets a new version. */
export async function revokeGrants(tx: LegalTx, staffId: string, subjectIds?: readonly string[]): Promise<void> {
  const ofThese = subjectIds ? inArray(grants.subjectId, [...subjectIds]) : sql`true`;
  await tx.delete(grants).where(and(eq(grants.holderId, staffId), eq(grants.holderKind, 'staff'), ofThese));
}

/** Everybody but these loses what they hold of a case ("freeze my case"). */
export async function revokeAllBut(tx: LegalTx, caseId: string, keepStaffIds: readonly string[]): Promise<void> {
  const others = keepStaffIds.length > 0 ? notInArray(grants.holderId, [...keepStaffIds]) : sql`true`;
  await tx.delete(grants).where(and(eq(grants.subjectId, caseId), eq(grants.holderKind, 'staff'), others));
}
