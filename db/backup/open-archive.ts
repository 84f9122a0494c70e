import { createReadStream } from 'node:fs';
import { normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter } from 'age-encryption';
import { extract, type Header } from 'tar-stream';
import { BackupRefusal } from './refusal.ts';

/** One entry: its name (relative, never upwards) and its content. */
export interface ArchiveEntry {
  name: string;
  bytes: () => Promise<Buffer>;
}

/** The entries of an archive one after the other; each has to be read before the next is asked for. */
export async function* openArchive(file: string, identity: string): AsyncGenerator<ArchiveEntry> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = createReadStream(file);
  try {
    const plain = await decrypter.decrypt(Readable.toWeb(sealed) as unknown as ReadableStream<Uint8Array>);
    const tar = extract();
    // pipe() does not hand errors on, and a cut or altered archive has to end the reading.
    const source = Readable.fromWeb(plain as unknown as WebStream);
    source.on('error', (error) => tar.destroy(error)).pipe(tar);
    for await (const entry of tar)
      yield {
        name: safeName(entry.header),
        bytes: () => readAll(entry).catch((error: unknown) => Promise.reject(unreadable(error))),
      };
  } catch (error) {
    throw unreadable(error);
  } finally {
    sealed.destroy();
  }
}

function unreadable(error: unknown): BackupRefusal {
  if (error instanceof BackupRefusal) return error;
  return new BackupRefusal(`The archive cannot be read with this key, or is not whole: ${(error as Error).message}.`);
}

/** Whoever knows the public key can make an archive; a name in it must not lead out of the folder. */
function safeName(header: Header): string {
  const name = normalize(header.name);
  if (header.type !== 'file' || name.startsWith('..') || name.startsWith(sep)) {
    throw new BackupRefusal(`The archive holds an entry that no backup of ours has (${header.name}).`);
  }
  return header.name;
}

async function readAll(entry: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of entry) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
