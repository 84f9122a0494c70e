import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes, utf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { makeKey } from '#app/features/legal-aid/vault/keys.ts';
import { openRecord, recordContext, sealRecord, type RecordPlace } from '#app/features/legal-aid/vault/records.ts';

/** Names as ids and columns have them, some of which run into each other when they are put side by side. */
const word = fc.constantFrom('a', 'ab', 'b', 'bc', 'c', 'case', '1', '11', '12', '2', 'legal_record', 'title');
const said = fc.record({ author: word, authorId: fc.option(word), visibility: word });
const place = fc.record<RecordPlace>(
  {
    table: word,
    caseId: word,
    recordId: word,
    field: word,
    keyVersion: fc.integer({ min: 1, max: 12 }),
    said,
  },
  { requiredKeys: ['table', 'caseId', 'recordId', 'field', 'keyVersion'] },
);

function opens(key: Uint8Array, where: RecordPlace, sealed: ReturnType<typeof sealRecord>): boolean {
  try {
    openRecord(key, where, sealed);
    return true;
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}

describe('a sealed record', () => {
  const key = makeKey();

  it('G5: opens in its place and only there: 10,000 swaps of case, record, field, version or table open nothing', () => {
    let swapped = 0;
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'grapheme', maxLength: 40 }), (from, to, text) => {
        const sealed = sealRecord(key, from, utf8(text));
        expect(openRecord(key, from, sealed)).toEqual(utf8(text));
        const isSame = (Object.keys(from) as (keyof RecordPlace)[]).every(
          (part) => JSON.stringify(from[part]) === JSON.stringify(to[part]),
        );
        fc.pre(!isSame);
        swapped += 1;
        expect(opens(key, to, sealed)).toBe(false);
      }),
      { numRuns: 5000 },
    );
    // One part only, the smallest swap there is.
    fc.assert(
      fc.property(place, fc.constantFrom<keyof RecordPlace>('table', 'caseId', 'recordId', 'field'), (from, part) => {
        const sealed = sealRecord(key, from, utf8('mətn'));
        swapped += 1;
        expect(opens(key, { ...from, [part]: `${from[part]}x` }, sealed)).toBe(false);
        expect(opens(key, { ...from, keyVersion: from.keyVersion + 1 }, sealed)).toBe(false);
      }),
      { numRuns: 5000 },
    );
    expect(swapped).toBe(10_000);
  }, 60_000);

  it('does not open with a single bit changed anywhere: 10,000 changes', () => {
    const where = { table: 'legal_record', caseId: 'c', recordId: 'r', field: 'text', keyVersion: 3 };
    const sealed = sealRecord(key, where, randomBytes(700));
    const bit = fc.record({ part: fc.constantFrom('nonce', 'ciphertext'), at: fc.nat(), bit: fc.nat({ max: 7 }) });
    fc.assert(
      fc.property(bit, ({ part, at, bit: which }) => {
        const bytes = new Uint8Array(sealed[part as 'nonce' | 'ciphertext']);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] as number) ^ (1 << which);
        expect(opens(key, where, { ...sealed, [part]: bytes })).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('does not open when it is cut, lengthened, joined with another or given another key', () => {
    const where = { table: 't', caseId: 'c', recordId: 'r', field: 'f', keyVersion: 1 };
    const sealed = sealRecord(key, where, utf8('bir'));
    const other = sealRecord(key, where, utf8('iki'));
    const { nonce, ciphertext } = sealed;
    expect(opens(key, where, { nonce, ciphertext: ciphertext.subarray(0, -1) })).toBe(false);
    expect(opens(key, where, { nonce, ciphertext: ciphertext.subarray(0, 10) })).toBe(false);
    expect(opens(key, where, { nonce, ciphertext: new Uint8Array(0) })).toBe(false);
    expect(opens(key, where, { nonce, ciphertext: Uint8Array.from([...ciphertext, 0]) })).toBe(false);
    expect(opens(key, where, { nonce: nonce.subarray(0, 12), ciphertext })).toBe(false);
    expect(opens(key, where, { nonce, ciphertext: other.ciphertext })).toBe(false);
    expect(opens(makeKey(), where, sealed)).toBe(false);
    expect(opens(key.subarray(0, 31), where, sealed)).toBe(false);
  });

  it('has one unambiguous place: parts that could run into each other are refused', () => {
    const where = { table: 't', caseId: 'c', recordId: 'r', field: 'f', keyVersion: 1 };
    expect(recordContext(where)).toEqual(utf8('v1|t|c|r|f|1'));
    const bound = { ...where, said: { author: 'staff', authorId: 's', visibility: 'team' } };
    expect(recordContext(bound)).toEqual(utf8('v2|t|c|r|f|1|staff|s|team'));
    expect(recordContext({ ...bound, said: { ...bound.said, authorId: null } })).toEqual(
      utf8('v2|t|c|r|f|1|staff|-|team'),
    );
    for (const wrong of [
      { ...where, table: 't|c' },
      { ...where, field: '' },
      { ...where, keyVersion: 0 },
      { ...where, keyVersion: 1.5 },
      { ...where, keyVersion: Number.NaN },
    ]) {
      expect(() => recordContext(wrong)).toThrow(VaultError);
    }
  });

  it('tells its length only in steps, and never says anything in its error', () => {
    const where = { table: 't', caseId: 'c', recordId: 'r', field: 'f', keyVersion: 1 };
    const lengths = new Set(
      [0, 1, 100, 511].map((size) => sealRecord(key, where, randomBytes(size)).ciphertext.length),
    );
    expect(lengths).toEqual(new Set([512 + 16]));
    const secret = 'gizli-söz';
    try {
      openRecord(makeKey(), { ...where, caseId: secret }, sealRecord(key, where, utf8(secret)));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(VaultError);
      expect((error as Error).message).toBe('the vault does not open this here');
      expect(`${String(error)} ${(error as Error).message} ${JSON.stringify(error)}`).not.toContain(secret);
      expect((error as Error).cause).toBeUndefined();
    }
  });
});
