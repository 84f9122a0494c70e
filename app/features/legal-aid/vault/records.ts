import { open, seal, type Sealed } from './aead.ts';
import { contextOf, laterContextOf } from './bytes.ts';
import { VaultError } from './errors.ts';
import { pad, unpad } from './padding.ts';

/** Whose words they are and who may read them; `authorId` null where it is nobody of the desk. */
export type Said = { author: string; authorId: string | null; visibility: string };

/** Where a sealed text lives: its table, the case, the record and field inside of it, and the case key's version. */
export type RecordPlace = {
  table: string;
  caseId: string;
  recordId: string;
  field: string;
  keyVersion: number;
  /** Bound as well by whatever is sealed now; records of before do not have it. */
  said?: Said;
};

/** A sealed text as it lies in a row. */
export type SealedRecord = Sealed;

/**
 * The place as additional data: `v1|table|case|record|field|version`, and `v2|…|author|author's id or -|visibility` where it
 * is said. Whoever moves a ciphertext to another row, field or case, puts an older version back, gives it another author or
 * shows it to others, leaves something that does not open. Refuses parts that are empty or hold `|`.
 */
export function recordContext(place: RecordPlace): Uint8Array {
  if (!Number.isSafeInteger(place.keyVersion) || place.keyVersion < 1) throw new VaultError('bad-shape');
  const { caseId, field, keyVersion, recordId, said, table } = place;
  return said
    ? laterContextOf(
        'v2',
        table,
        caseId,
        recordId,
        field,
        keyVersion,
        said.author,
        said.authorId ?? '-',
        said.visibility,
      )
    : contextOf(table, caseId, recordId, field, keyVersion);
}

/** Seals one field of one record under the case key (32 bytes); padded first, so the length tells little. */
export function sealRecord(key: Uint8Array, place: RecordPlace, bytes: Uint8Array): SealedRecord {
  return seal(key, recordContext(place), pad(bytes));
}

/** Opens one field; throws {@link VaultError} on anything wrong: key, place, version, a single byte. */
export function openRecord(key: Uint8Array, place: RecordPlace, sealed: SealedRecord): Uint8Array {
  return unpad(open(key, recordContext(place), sealed));
}
