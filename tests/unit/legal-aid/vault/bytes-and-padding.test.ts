import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contextOf,
  equalBytes,
  fromBase64,
  fromUtf8,
  toBase64,
  toHex,
  utf8,
} from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { pad, paddedLength, unpad } from '#app/features/legal-aid/vault/padding.ts';

const bytes = (max: number) => fc.uint8Array({ maxLength: max });

describe('bytes', () => {
  it('are the same text in base64url as Node writes it, and read back to themselves', () => {
    fc.assert(
      fc.property(bytes(200), (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64url'));
        expect(fromBase64(toBase64(some))).toEqual(some);
        expect(toHex(some)).toBe(Buffer.from(some).toString('hex'));
      }),
    );
  });

  it('have one base64url form: what would not be written is not read', () => {
    for (const wrong of ['A', 'AA==', 'AB', 'AAB', 'A A', 'AA+/', 'ə', 'AAAAA']) {
      expect(() => fromBase64(wrong)).toThrow(VaultError);
    }
    expect(fromBase64('')).toEqual(new Uint8Array(0));
  });

  it('of a text are those of its composed form, and of no text are refused', () => {
    expect(utf8('s\u0327')).toEqual(utf8('\u015f'));
    expect(fromUtf8(utf8('Şəki, Изберг 😀'))).toBe('Şəki, Изберг 😀');
    expect(() => fromUtf8(Uint8Array.of(0xff, 0xfe))).toThrow(VaultError);
    expect(equalBytes(utf8('a'), utf8('a'))).toBe(true);
    expect(equalBytes(utf8('a'), utf8('ab'))).toBe(false);
  });

  it('of an address never mean two addresses', () => {
    expect(contextOf('a', 'b', 1, true)).toEqual(utf8('v1|a|b|1|true'));
    for (const parts of [['a|b'], ['a', ''], ['|']]) expect(() => contextOf(...parts)).toThrow(VaultError);
  });
});

describe('padding', () => {
  it('comes off again, whatever stands at the end', () => {
    const awkward = fc
      .tuple(bytes(5000), fc.constantFrom([], [0x80], [0x80, 0], [0, 0], [0x80, 0x80]))
      .map(([some, tail]) => Uint8Array.from([...some, ...tail]));
    fc.assert(fc.property(awkward, (some) => void expect(unpad(pad(some))).toEqual(some)));
  });

  it('steps by 512 bytes up to 4 KiB and by 4 KiB above', () => {
    const expected: [number, number][] = [
      [0, 512], [511, 512], [512, 1024], [1023, 1024], [4095, 4096], [4096, 8192], [8191, 8192], [8192, 12_288],
    ]; // prettier-ignore
    for (const [size, padded] of expected) {
      expect(paddedLength(size)).toBe(padded);
      expect(pad(new Uint8Array(size))).toHaveLength(padded);
    }
  });

  it('is refused when nobody here made it', () => {
    const wrong = [
      new Uint8Array(0),
      new Uint8Array(512),
      Uint8Array.of(0x80),
      Uint8Array.from({ length: 512 }, () => 1),
      Uint8Array.from({ length: 1024 }, (_, at) => (at === 3 ? 0x80 : 0)),
    ];
    for (const padded of wrong) expect(() => unpad(padded)).toThrow(VaultError);
  });
});
