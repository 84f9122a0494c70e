import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { checkedKey, TAG_LENGTH } from './aead.ts';
import { concat, contextOf, randomBytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** Bytes of a file, in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Plain bytes of one chunk; sealed it is 16 bytes longer. */
export const FILE_CHUNK = 64 * 1024;
/** Random part of the nonces of one file; the other 8 bytes count chunks. It opens the sealed file. */
const PREFIX_LENGTH = 16;
/** Files below this size all look alike, bytes. */
const SMALLEST = 4096;

/**
 * Size after filling, bytes: Padmé (PURBs, section 4: at most 12 % more, and only O(log log size) bits told), counted with
 * the marker byte, and never below 4 KiB.
 */
export function paddedFileSize(size: number): number {
  const marked = Math.max(size + 1, SMALLEST);
  const exponent = Math.floor(Math.log2(marked));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - kept);
  return Math.ceil(marked / unit) * unit;
}

/** Size of the sealed file for a plain size, bytes. */
export function sealedFileSize(size: number): number {
  const padded = paddedFileSize(size);
  return PREFIX_LENGTH + padded + Math.ceil(padded / FILE_CHUNK) * TAG_LENGTH;
}

/** One chunk's cipher: the nonce counts, the additional data names the file and says whether the file ends here. */
function chunkCipher(key: Uint8Array, fileId: string, prefix: Uint8Array, index: number, isLast: boolean) {
  const nonce = new Uint8Array(PREFIX_LENGTH + 8);
  nonce.set(prefix);
  new DataView(nonce.buffer).setBigUint64(PREFIX_LENGTH, BigInt(index));
  return xchacha20poly1305(key, nonce, contextOf('file', fileId, isLast ? 'last' : 'more'));
}

/**
 * Seals a file of any size in chunks of 64 KiB without holding it in memory. Yields 16 random bytes, then the chunks; the
 * size is filled up ({@link paddedFileSize}). `key` is the file's own (32 bytes): one key never seals two files.
 */
export async function* sealFileChunks(
  key: Uint8Array,
  fileId: string,
  source: ByteSource,
): AsyncGenerator<Uint8Array, void, void> {
  checkedKey(key);
  const prefix = randomBytes(PREFIX_LENGTH);
  yield prefix;
  let index = 0;
  for await (const { block, isLast } of blocks(padded(source), FILE_CHUNK)) {
    yield chunkCipher(key, fileId, prefix, index, isLast).encrypt(block);
    index += 1;
  }
}

/**
 * Opens what {@link sealFileChunks} made; throws {@link VaultError} when anything was changed, cut, reordered or added.
 * The end is known only at the end: nothing that was yielded may be believed before the generator has finished.
 */
export async function* openFileChunks(
  key: Uint8Array,
  fileId: string,
  source: ByteSource,
): AsyncGenerator<Uint8Array, void, void> {
  checkedKey(key);
  let prefix: Uint8Array | null = null;
  let index = 0;
  const filling = new Filling();
  for await (const { block, isLast } of blocks(source, FILE_CHUNK + TAG_LENGTH, PREFIX_LENGTH)) {
    if (prefix === null) {
      if (block.length !== PREFIX_LENGTH || isLast) throw new VaultError('not-opened');
      prefix = block;
      continue;
    }
    yield* filling.strip(openChunk(chunkCipher(key, fileId, prefix, index, isLast), block));
    index += 1;
  }
  if (!filling.isComplete) throw new VaultError('not-opened');
}

function openChunk(cipher: ReturnType<typeof chunkCipher>, block: Uint8Array): Uint8Array {
  try {
    return cipher.decrypt(block);
  } catch {
    throw new VaultError('not-opened');
  }
}

/** The file, then 80 00 00… up to its padded size (ISO/IEC 7816-4). */
async function* padded(source: ByteSource): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    yield piece;
  }
  yield Uint8Array.of(0x80);
  yield* zeros(paddedFileSize(size) - size - 1);
}

function* zeros(count: number): Generator<Uint8Array, void, void> {
  for (let left = count; left > 0; left -= FILE_CHUNK) yield new Uint8Array(Math.min(left, FILE_CHUNK));
}

/** Takes the filling off while chunks go by: holds back an 80 and the zeros after it until something else follows. */
class Filling {
  #zeros = 0;
  #isHeld = false;

  /** Whether everything so far ended with a filling; at the end of a file it must have. */
  get isComplete(): boolean {
    return this.#isHeld;
  }

  *strip(chunk: Uint8Array): Generator<Uint8Array, void, void> {
    let end = chunk.length - 1;
    while (end >= 0 && chunk[end] === 0) end -= 1;
    if (end < 0 && this.#isHeld) {
      this.#zeros += chunk.length;
      return;
    }
    if (this.#isHeld) {
      yield Uint8Array.of(0x80);
      yield* zeros(this.#zeros);
    }
    this.#isHeld = end >= 0 && chunk[end] === 0x80;
    this.#zeros = this.#isHeld ? chunk.length - end - 1 : 0;
    const plain = this.#isHeld ? chunk.subarray(0, end) : chunk;
    if (plain.length > 0) yield plain;
  }
}

/** The same bytes in blocks of `size` (the first of `firstSize`), each with word whether it is the last; none for nothing. */
async function* blocks(
  source: ByteSource,
  size: number,
  firstSize = size,
): AsyncGenerator<{ block: Uint8Array; isLast: boolean }, void, void> {
  let wanted = firstSize;
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    let rest = piece;
    // Strictly more than a block: only then is the held one known not to be the last.
    while (length + rest.length > wanted) {
      const taken = rest.subarray(0, wanted - length);
      yield { block: concat(...held, taken), isLast: false };
      rest = rest.subarray(taken.length);
      held = [];
      length = 0;
      wanted = size;
    }
    // A copy: who gave the piece may use its memory again.
    if (rest.length > 0) held.push(new Uint8Array(rest));
    length += rest.length;
  }
  if (length > 0) yield { block: concat(...held), isLast: true };
}
