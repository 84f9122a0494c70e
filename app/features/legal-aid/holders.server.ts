import { createHash } from 'node:crypto';
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { exclusions, grants, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { GrantKind, GrantReason, StaffRole } from './rules/desk.ts';
import { rootOf } from './roots.server.ts';
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

/** Every trusted key of a desk. Role and Bar membership are the signed ones, never the row's word alone. */
export async function listTrusted(tx: LegalTx, organisationId: string): Promise<TrustedHolder[]> {
  const root = rootOf(organisationId);
  if (!root) return [];
  const rows = await tx
    .select({ key: userKeys, shownName: staff.shownName, isOnDuty: staff.isOnDuty })
    .from(userKeys)
    .innerJoin(staff, eq(staff.id, userKeys.staffId))
    .where(eq(userKeys.organisationId, organisationId));
  const keyRows: KeyRow[] = rows.map(({ key }) => ({
    organisationId: key.organisationId,
    staffId: key.staffId,
    keyId: key.id,
    role: key.role,
    isBar: key.isBar,
    box: key.boxPublic,
    sign: key.signPublic,
    vouchedBy: key.vouchedBy,
    signature: key.signature,
    isRevoked: key.isRevoked,
  }));
  const shown = new Map(rows.map((row) => [row.key.id, row]));
  return checkedKeys(keyRows, root).map((key) => ({
    staffId: key.staffId,
    keyId: key.keyId,
    role: key.role as StaffRole,
    isBar: key.isBar,
    shownName: shown.get(key.keyId)?.shownName ?? '',
    isOnDuty: shown.get(key.keyId)?.isOnDuty ?? false,
    box: key.box,
    sign: key.sign,
  }));
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

type Subject = { organisationId: string; kind: GrantKind; subjectId: string; version: number };
type Given = { grantedBy: string | null; reason: GrantReason; today: string };

/** Gives a key to people of the desk. A grant that is there already stays. The caller has checked who is kept out; a trigger checks again. */
export async function grantToStaff(
  tx: LegalTx,
  subject: Subject,
  key: Uint8Array,
  holders: readonly Pick<TrustedHolder, 'staffId' | 'keyId' | 'box'>[],
  { grantedBy, reason, today }: Given,
): Promise<void> {
  if (holders.length === 0) return;
  const { kind, organisationId, subjectId, version } = subject;
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
