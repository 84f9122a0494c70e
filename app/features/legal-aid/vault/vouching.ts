import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, contextOf, toHex, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/** What is vouched for: this key belongs to this person of this organisation, in this role, a Bar member or not. */
export type Vouched = {
  organisationId: string;
  staffId: string;
  keyId: string;
  role: string;
  isBar: boolean;
  /** The name at the desk: applicants keep people out by it, so nobody changes it alone. */
  shownName: string;
  box: Uint8Array;
  sign: Uint8Array;
};

/** A key as it lies in a row. The root's row has its own signature and `vouchedBy` null (or itself). */
export type KeyRow = Vouched & { vouchedBy: string | null; signature: Uint8Array | null; isRevoked: boolean };

/** The only role whose key may vouch for others. */
const MAY_VOUCH = 'lead';

/** What is signed: everything that matters about a key, so that nothing of it can be changed afterwards. */
export function vouchMessage(vouched: Vouched): Uint8Array {
  if (vouched.box.length !== 32 || vouched.sign.length !== 32) throw new VaultError('bad-shape');
  const { organisationId, staffId, keyId, role, isBar } = vouched;
  // In hexadecimal: a name may hold any sign, also the one between the parts.
  const name = toHex(utf8(vouched.shownName));
  return contextOf('vouch', organisationId, staffId, keyId, role, isBar, name, toHex(vouched.box), toHex(vouched.sign));
}

/** The signature (Ed25519, RFC 8032, 64 bytes) by which one lead's key vouches for another key, or the root for itself. */
export function vouch(signSecret: Uint8Array, vouched: Vouched): Uint8Array {
  return ed25519.sign(vouchMessage(vouched), signSecret);
}

/** How people compare keys aloud or on paper: SHA-256 of both public halves in hexadecimal, 16 groups of 4. */
export function fingerprint({ box, sign }: { box: Uint8Array; sign: Uint8Array }): string {
  return (toHex(sha256(concat(utf8('fingerprint/v1'), sign, box))).match(/.{4}/g) ?? []).join(' ');
}

/** As much of a fingerprint as has to be compared: four groups are 64 bits, which nobody finds a second key for. */
export const COMPARED_GROUPS = 4;

/** Whether what was heard is the beginning of the fingerprint, at least as long as has to be compared. */
export function isHeard(heard: string, print: string): boolean {
  const said = bare(heard);
  return said.length >= COMPARED_GROUPS * 4 && bare(print).startsWith(said);
}

/** Fingerprints are compared without regard to spaces and case: people copy them by hand. */
function bare(text: string): string {
  return text.replaceAll(/[\s:-]/g, '').toLowerCase();
}

/**
 * Keys that may be used: those whose unrevoked chain of signatures reaches the key with `rootFingerprint`, which is pinned
 * outside the database. So a row that somebody writes into the table (a new key, another role, a swapped public key) gives
 * nobody anything. Only leads of the same organisation vouch; of two rows with one id neither counts.
 */
export function trustedKeys(rows: readonly KeyRow[], rootFingerprint: string): KeyRow[] {
  const root = bare(rootFingerprint);
  const byId = new Map<string, KeyRow | null>();
  for (const row of rows) byId.set(row.keyId, byId.has(row.keyId) ? null : row);
  const known = new Map<string, boolean>();

  function isTrusted(row: KeyRow): boolean {
    const already = known.get(row.keyId);
    if (already !== undefined) return already;
    known.set(row.keyId, false); // A circle of signatures leads nowhere.
    const trusted = byId.get(row.keyId) === row && !row.isRevoked && (isRoot(row, root) || hasVoucher(row));
    known.set(row.keyId, trusted);
    return trusted;
  }

  function hasVoucher(row: KeyRow): boolean {
    const voucher = row.vouchedBy === null ? null : byId.get(row.vouchedBy);
    if (!voucher || voucher === row) return false;
    if (voucher.role !== MAY_VOUCH || voucher.organisationId !== row.organisationId) return false;
    return isSignedBy(row, voucher.sign) && isTrusted(voucher);
  }

  return rows.filter(isTrusted);
}

function isRoot(row: KeyRow, root: string): boolean {
  const vouchesItself = row.vouchedBy === null || row.vouchedBy === row.keyId;
  return row.role === MAY_VOUCH && vouchesItself && bare(fingerprint(row)) === root && isSignedBy(row, row.sign);
}

function isSignedBy(row: KeyRow, sign: Uint8Array): boolean {
  if (row.signature?.length !== 64) return false;
  try {
    return ed25519.verify(row.signature, vouchMessage(row), sign, { zip215: false });
  } catch {
    return false;
  }
}
