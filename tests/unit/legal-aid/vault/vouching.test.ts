import { describe, expect, it } from 'vitest';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import {
  fingerprint,
  trustedKeys,
  vouch,
  vouchMessage,
  type KeyRow,
  type Vouched,
} from '#app/features/legal-aid/vault/vouching.ts';

type Person = { row: KeyRow; sign: Uint8Array };

/** A key row that `by` vouches for; without `by` it vouches for itself, as a root does. */
function person(name: string, role: string, by?: Person, organisationId = 'org'): Person {
  const keys = makeStaffKeys();
  const vouched: Vouched = {
    organisationId,
    staffId: `staff-${name}`,
    keyId: `key-${name}`,
    role,
    isBar: role === 'lead',
    shownName: name,
    ...keys.public,
  };
  const signature = vouch(by?.sign ?? keys.secret.sign, vouched);
  return {
    row: { ...vouched, vouchedBy: by?.row.keyId ?? null, signature, isRevoked: false },
    sign: keys.secret.sign,
  };
}

const root = person('root', 'lead');
const lead = person('lead', 'lead', root);
const lawyer = person('lawyer', 'lawyer', lead);
const pin = fingerprint(root.row);
const everybody = [lawyer.row, lead.row, root.row];

/** Names of whom the vault would seal to. */
function trusted(rows: KeyRow[], pinned = pin): string[] {
  return trustedKeys(rows, pinned)
    .map((row) => row.keyId.slice(4))
    .sort();
}

/** The rows with one of them changed, as somebody with write access to the table would. */
function tampered(target: KeyRow, change: Partial<KeyRow>): KeyRow[] {
  return everybody.map((row) => (row === target ? { ...row, ...change } : row));
}

describe('trusted keys', () => {
  it('are those whose signatures reach the pinned root, in any order of rows', () => {
    expect(trusted(everybody)).toEqual(['lawyer', 'lead', 'root']);
    expect(trusted(everybody.toReversed())).toEqual(['lawyer', 'lead', 'root']);
    expect(trusted(tampered(root.row, { vouchedBy: root.row.keyId }))).toEqual(['lawyer', 'lead', 'root']);
  });

  it('are none under another root, an empty one, or when the root is gone', () => {
    expect(trusted(everybody, fingerprint(makeStaffKeys().public))).toEqual([]);
    expect(trusted(everybody, '')).toEqual([]);
    expect(trusted([lawyer.row, lead.row])).toEqual([]);
    expect(trusted(everybody, pin.toUpperCase().replaceAll(' ', ''))).toEqual(['lawyer', 'lead', 'root']);
  });

  it('are not rows that somebody wrote into the table', () => {
    const stranger = person('stranger', 'lawyer');
    const selfMade = person('self', 'lead');
    const under = person('under', 'lawyer', selfMade);
    const rows = [
      stranger.row,
      selfMade.row,
      under.row,
      { ...stranger.row, keyId: 'key-none', signature: null },
      { ...stranger.row, keyId: 'key-pretends', vouchedBy: root.row.keyId },
      { ...stranger.row, keyId: 'key-copied', vouchedBy: lead.row.keyId, signature: lawyer.row.signature },
      { ...stranger.row, keyId: 'key-short', vouchedBy: root.row.keyId, signature: new Uint8Array(3) },
      { ...stranger.row, keyId: 'key-orphan', vouchedBy: 'key-nobody' },
    ];
    expect(trusted([...rows, ...everybody])).toEqual(['lawyer', 'lead', 'root']);
  });

  it('do not come through somebody who may not vouch', () => {
    const below = person('below', 'lawyer', lawyer);
    const custodian = person('custodian', 'custodian', root);
    const byCustodian = person('by-custodian', 'lead', custodian);
    expect(trusted([...everybody, below.row, custodian.row, byCustodian.row])).toEqual([
      'custodian',
      'lawyer',
      'lead',
      'root',
    ]);
  });

  it('do not come through a revoked key, and a revoked root ends everything', () => {
    expect(trusted(tampered(lead.row, { isRevoked: true }))).toEqual(['root']);
    expect(trusted(tampered(lawyer.row, { isRevoked: true }))).toEqual(['lead', 'root']);
    expect(trusted(tampered(root.row, { isRevoked: true }))).toEqual([]);
  });

  it('do not survive a change of anything that was vouched for', () => {
    const other = makeStaffKeys().public;
    const changes: Partial<KeyRow>[] = [
      { role: 'lead' },
      { isBar: true },
      { box: other.box },
      { sign: other.sign },
      { staffId: 'staff-other' },
      { organisationId: 'other' },
      { keyId: 'key-other' },
      { vouchedBy: root.row.keyId },
      { vouchedBy: null },
      { signature: lead.row.signature },
    ];
    for (const change of changes) {
      expect(trusted(tampered(lawyer.row, change)), Object.keys(change)[0]).toEqual(['lead', 'root']);
    }
    expect(trusted(tampered(root.row, { box: other.box }))).toEqual([]);
  });

  it('do not cross organisations, go in circles or count twice', () => {
    const abroad = person('abroad', 'lawyer', lead, 'org-2');
    const a = person('a', 'lead');
    const b = person('b', 'lead', a);
    const circle = { ...a.row, vouchedBy: b.row.keyId, signature: vouch(b.sign, a.row) };
    expect(trusted([...everybody, abroad.row, circle, b.row])).toEqual(['lawyer', 'lead', 'root']);
    const twin = { ...person('x', 'lawyer').row, keyId: lawyer.row.keyId };
    expect(trusted([twin, ...everybody])).toEqual(['lead', 'root']);
    expect(trusted([...everybody, twin])).toEqual(['lead', 'root']);
  });

  it('have a root that is a lead: a pinned lawyer vouches for nobody', () => {
    const pinned = person('pinned', 'lawyer');
    const below = person('below', 'lawyer', pinned);
    expect(trusted([pinned.row, below.row], fingerprint(pinned.row))).toEqual([]);
  });
});

describe('a fingerprint and a vouched message', () => {
  it('are written one way', () => {
    expect(pin).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(() => vouchMessage({ ...lawyer.row, role: 'lead|true' })).toThrow(VaultError);
    expect(() => vouchMessage({ ...lawyer.row, box: new Uint8Array(31) })).toThrow(VaultError);
  });
});
