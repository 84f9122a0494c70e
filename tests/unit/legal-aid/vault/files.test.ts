import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import {
  FILE_CHUNK,
  openFileChunks,
  paddedFileSize,
  sealedFileSize,
  sealFileChunks,
} from '#app/features/legal-aid/vault/files.ts';
import { makeKey } from '#app/features/legal-aid/vault/keys.ts';

const key = makeKey();
const SEALED_CHUNK = FILE_CHUNK + 16;

async function sealed(bytes: Uint8Array, id = 'file-1'): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of sealFileChunks(key, id, [bytes])) parts.push(part);
  return parts;
}

async function opened(parts: Iterable<Uint8Array>, id = 'file-1', withKey = key): Promise<Uint8Array> {
  const plain: Uint8Array[] = [];
  for await (const part of openFileChunks(withKey, id, parts)) plain.push(part);
  return concat(...plain);
}

/** The same bytes in pieces of another size, as sockets and disks bring them. */
function recut(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

describe('a sealed file', () => {
  it('opens to itself, at all edges of chunks and with awkward endings', async () => {
    for (const size of [0, 1, 4095, 4096, FILE_CHUNK - 1, FILE_CHUNK, FILE_CHUNK + 1, 3 * FILE_CHUNK, 200_001]) {
      for (const fill of [0x00, 0x80, null]) {
        const file = fill === null ? randomBytes(size) : new Uint8Array(size).fill(fill);
        const parts = await sealed(file);
        expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(sealedFileSize(size));
        expect(Buffer.from(await opened(parts)).equals(file), `${size} of ${fill}`).toBe(true);
      }
    }
  });

  it('opens to itself when what looks like a filling stands in the middle, over borders of chunks', async () => {
    const file = new Uint8Array(3 * FILE_CHUNK);
    file[FILE_CHUNK - 2] = 0x80;
    file[2 * FILE_CHUNK - 1] = 0x80;
    file[3 * FILE_CHUNK - 1] = 7;
    expect(Buffer.from(await opened(await sealed(file))).equals(file)).toBe(true);
  });

  it('opens whatever the pieces in which its bytes arrive', async () => {
    const file = randomBytes(150_000);
    const whole = concat(...(await sealed(file)));
    for (const size of [7, 1000, SEALED_CHUNK, whole.length]) {
      expect(Buffer.from(await opened(recut(whole, size))).equals(file)).toBe(true);
    }
    const parts: Uint8Array[] = [];
    for await (const part of sealFileChunks(key, 'file-1', recut(file, 333))) parts.push(part);
    expect(Buffer.from(await opened(parts)).equals(file)).toBe(true);
  });

  it('does not open when it is cut, lengthened, reordered, or a chunk is missing, doubled or of another file', async () => {
    const file = randomBytes(4 * FILE_CHUNK);
    const [prefix, ...chunks] = (await sealed(file)) as [Uint8Array, ...Uint8Array[]];
    const [, ...others] = (await sealed(file)) as [Uint8Array, ...Uint8Array[]];
    const [a, b, ...rest] = chunks as [Uint8Array, Uint8Array, ...Uint8Array[]];
    const last = chunks.at(-1) as Uint8Array;
    const wrong: Record<string, Uint8Array[]> = {
      'nothing at all': [],
      'only the nonce': [prefix],
      'half a nonce': [prefix.subarray(0, 8)],
      'last chunk dropped': [prefix, ...chunks.slice(0, -1)],
      'cut inside of a chunk': [prefix, ...chunks.slice(0, -1), last.subarray(0, -1)],
      'cut to one chunk': [prefix, a],
      reordered: [prefix, b, a, ...rest],
      'first chunk dropped': [prefix, b, ...rest],
      'chunk doubled': [prefix, a, a, b, ...rest],
      'chunk added at the end': [prefix, ...chunks, last],
      'byte added at the end': [prefix, ...chunks, Uint8Array.of(0)],
      'chunk of another file': [prefix, a, others[1] as Uint8Array, ...rest],
      'other nonce': [randomBytes(16), ...chunks],
    };
    for (const [what, parts] of Object.entries(wrong)) {
      await expect(opened(parts), what).rejects.toThrow(VaultError);
    }
    await expect(opened([prefix, ...chunks], 'file-2')).rejects.toThrow(VaultError);
    await expect(opened([prefix, ...chunks], 'file-1', makeKey())).rejects.toThrow(VaultError);
    expect(Buffer.from(await opened([prefix, ...chunks])).equals(file)).toBe(true);
  });

  it('does not open when it is cut where the cut itself looks like the end of a file', async () => {
    const file = new Uint8Array(2 * FILE_CHUNK - 1);
    file[FILE_CHUNK - 1] = 0x80;
    const [prefix, first, last] = (await sealed(file)) as [Uint8Array, Uint8Array, Uint8Array];
    expect(last).toHaveLength(SEALED_CHUNK);
    await expect(opened([prefix, first])).rejects.toThrow(VaultError);
    expect(Buffer.from(await opened([prefix, first, last])).equals(file)).toBe(true);
  });

  it('does not open with a changed byte anywhere', async () => {
    const whole = concat(...(await sealed(randomBytes(100_000))));
    for (let turn = 0; turn < 60; turn += 1) {
      const changed = new Uint8Array(whole);
      const at = Math.floor((turn * whole.length) / 60);
      changed[at] = (changed[at] as number) ^ 1;
      await expect(opened([changed])).rejects.toThrow(VaultError);
    }
  });

  it('tells its size only roughly: at most 12 % more, and many sizes look alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000_000 }), (size) => {
        const padded = paddedFileSize(size);
        expect(padded).toBeGreaterThan(size);
        expect(padded).toBeLessThanOrEqual(Math.max(4096, Math.ceil((size + 1) * 1.12)));
      }),
    );
    expect(new Set([0, 100, 4095].map(paddedFileSize))).toEqual(new Set([4096]));
    const sizes = Array.from({ length: 10_000 }, (_, at) => paddedFileSize(1_000_000 + at));
    expect(new Set(sizes).size).toBeLessThan(3);
  });
});
