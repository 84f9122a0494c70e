import { createHash, type Hash } from 'node:crypto';
import { sealBytes, unsealBytes } from './crypto.server.ts';
import { deleteFile, getFile, putFile } from './files.server.ts';

/**
 * Files too large to be held in memory: written and read piece by piece, each piece sealed for its place in its file, so
 * that none can be left out, moved or taken from another. In the store they lie as `<key>/0`, `<key>/1` …
 */
const PIECE = 1024 * 1024;

const place = (key: string, index: number, isLast: boolean): string => `parts/${key}/${index}${isLast ? '/last' : ''}`;
const partKey = (key: string, index: number): string => `${key}/${index}`;

/** What is known of a file once it is written: its pieces, its length and SHA-256 in clear. */
export type SealedFile = { key: string; parts: number; bytes: number; sha256: string };

/** Takes a file as it is made. `write` resolves when what was handed over is no longer held; `end` tells what was written. */
export class SealedWriter {
  readonly #key: string;
  readonly #hash: Hash = createHash('sha256');
  /** A hash over several files in their order, if the caller keeps one. */
  readonly #common: Hash | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #bytes = 0;
  #parts = 0;

  constructor(key: string, common?: Hash) {
    this.#key = key;
    this.#common = common;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#common?.update(chunk);
    this.#bytes += chunk.length;
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes <= PIECE) return;
    const all = Buffer.concat(this.#waiting);
    let at = 0;
    // The last piece says that it is the last, so something is always kept back for it.
    for (; all.length - at > PIECE; at += PIECE) await this.#put(all.subarray(at, at + PIECE), false);
    this.#waiting = [Buffer.from(all.subarray(at))];
    this.#waitingBytes = all.length - at;
  }

  async end(): Promise<SealedFile> {
    await this.#put(Buffer.concat(this.#waiting), true);
    this.#waiting = [];
    return { key: this.#key, parts: this.#parts, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async #put(piece: Uint8Array, isLast: boolean): Promise<void> {
    await putFile(partKey(this.#key, this.#parts), sealBytes(piece, place(this.#key, this.#parts, isLast)));
    this.#parts += 1;
  }
}

/** The file in clear, a piece at a time. Throws when a piece is missing or is not the one that was written there. */
export async function* readSealed({ key, parts }: Pick<SealedFile, 'key' | 'parts'>): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < parts; index += 1) {
    const sealed = await getFile(partKey(key, index));
    if (!sealed) throw new Error(`A piece of the file ${key} is missing`);
    yield unsealBytes(sealed, place(key, index, index === parts - 1));
  }
}

/** Deletes every piece; without `parts`, of a file whose writing was broken off and whose number of pieces nobody knows. */
export async function deleteSealed({ key, parts }: { key: string; parts?: number }): Promise<void> {
  const isThere = async (index: number) =>
    parts === undefined ? (await getFile(partKey(key, index))) !== null : index < parts;
  for (let index = 0; await isThere(index); index += 1) await deleteFile(partKey(key, index));
}
