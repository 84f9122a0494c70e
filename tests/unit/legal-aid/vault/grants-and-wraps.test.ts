import { describe, expect, it } from 'vitest';
import { randomBytes } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { grantKey, openGrant, type GrantPlace } from '#app/features/legal-aid/vault/grants.ts';
import { makeKey, makeStaffKeys, packSecret, publicOf, unpackSecret } from '#app/features/legal-aid/vault/keys.ts';
import {
  kekFromBytes,
  makeRecoveryCode,
  parseRecoveryCode,
  unwrapSecret,
  wrapSecret,
} from '#app/features/legal-aid/vault/wraps.ts';

describe('a granted key', () => {
  const place: GrantPlace = { kind: 'case', subjectId: 'case-1', version: 2, holderId: 'rena', keyId: 'key-1' };
  const holder = makeStaffKeys();
  const key = makeKey();
  const grant = grantKey(key, holder.public.box, place);

  it('is taken out by its holder', () => {
    expect(openGrant(holder.secret.box, place, grant)).toEqual(key);
  });

  it('opens nothing when the row is copied to another kind, case, version, person or key', () => {
    const copies: Partial<GrantPlace>[] = [
      { kind: 'identity' },
      { kind: 'bundle' },
      { kind: 'team' },
      { subjectId: 'case-2' },
      { version: 1 },
      { version: 3 },
      { holderId: 'aide' },
      { keyId: 'key-2' },
    ];
    for (const copy of copies) {
      expect(() => openGrant(holder.secret.box, { ...place, ...copy }, grant)).toThrow(VaultError);
    }
  });

  it('opens nothing for somebody else, even with the row', () => {
    expect(() => openGrant(makeStaffKeys().secret.box, place, grant)).toThrow(VaultError);
  });

  it('is refused when it is no key or its place is none', () => {
    expect(() => grantKey(key.subarray(1), holder.public.box, place)).toThrow(VaultError);
    expect(() => grantKey(key, holder.public.box, { ...place, subjectId: 'a|b' })).toThrow(VaultError);
    expect(() => grantKey(key, holder.public.box, { ...place, version: 0 })).toThrow(VaultError);
  });
});

describe('a wrapped secret', () => {
  const { secret, public: publicHalves } = makeStaffKeys();

  it('comes out as it went in', () => {
    const kek = kekFromBytes(randomBytes(32), 'unlock');
    const wrapped = wrapSecret(kek, packSecret(secret), 'key-1');
    const back = unpackSecret(unwrapSecret(kek, wrapped, 'key-1'));
    expect(back).toEqual(secret);
    expect(publicOf(back)).toEqual(publicHalves);
    expect(() => unpackSecret(randomBytes(63))).toThrow(VaultError);
  });

  it('does not come out for another key, another person or another use of the same bytes', () => {
    const bytes = randomBytes(20);
    const wrapped = wrapSecret(kekFromBytes(bytes, 'recovery'), packSecret(secret), 'key-1');
    expect(() => unwrapSecret(kekFromBytes(randomBytes(20), 'recovery'), wrapped, 'key-1')).toThrow(VaultError);
    expect(() => unwrapSecret(kekFromBytes(bytes, 'recovery'), wrapped, 'key-2')).toThrow(VaultError);
    for (const kind of ['prf', 'unlock', 'receipt-key'] as const) {
      expect(() => unwrapSecret(kekFromBytes(bytes, kind), wrapped, 'key-1')).toThrow(VaultError);
    }
  });

  it('refuses a wrapping key made of too little', () => {
    expect(() => kekFromBytes(randomBytes(15), 'recovery')).toThrow(VaultError);
  });
});

describe('a printed recovery code', () => {
  it('is 32 letters in groups of 4, and means 160 random bits', () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const { text, bytes } = makeRecoveryCode();
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(bytes).toHaveLength(20);
      expect(parseRecoveryCode(text)).toEqual(bytes);
    }
  });

  it('is read however people write it down and type it', () => {
    const code = 'ABEK-MH0P-CTX1-0101-2345-6789-WXYZ-0PQR';
    const bytes = parseRecoveryCode(code);
    expect(bytes).toHaveLength(20);
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      `  ${code.replaceAll('-', ' – ')}\n`,
      code.replaceAll('0', 'O'),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('1', 'I'),
      code.replaceAll('1', 'i'),
      code.replaceAll('1', 'İ'),
      code.replaceAll('1', 'ı'),
      code.replace('ABEK-MH0P-CTX', 'АВЕК-МНОР-СТХ'),
      code.replace('ABEK-MH0P-CTX', 'авек-мнор-стх'),
    ];
    for (const text of typed) expect(parseRecoveryCode(text), text).toEqual(bytes);
  });

  it('is null when it is none', () => {
    const code = 'ABEK-MH0P-CTX1-0101-2345-6789-WXYZ-0PQR';
    for (const text of [
      '',
      code.slice(1),
      `${code}A`,
      code.replace('A', 'U'),
      code.replace('A', 'Ə'),
      code.replace('A', '😀'),
    ])
      expect(parseRecoveryCode(text), text).toBeNull();
  });
});
