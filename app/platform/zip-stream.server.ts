import { crc32 } from 'node:zlib';

export type ZipEntry = { name: string; bytes: Uint8Array };

/** Everything an archive needs is known when an entry begins, so nothing is ever written down: one entry is in memory. */
type Written = { name: Buffer; crc: number; size: number; at: number };

/** 1 January 1980: the archive says of no entry when it was made. */
const NO_DATE = 0x00_21;
const UTF8_NAMES = 0x08_00;
const VERSION = 20;

/**
 * A zip archive (entries stored, not compressed) as it is asked for. Names are UTF-8 and told apart by the caller.
 * Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const { bytes, name } of entries) {
    const entry = { name: Buffer.from(name, 'utf8'), crc: crc32(bytes), size: bytes.length, at };
    written.push(entry);
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields(entry), entry.name]);
    at += head.length + bytes.length;
    yield head;
    yield bytes;
  }
  const directory = Buffer.concat(written.map(centralEntry));
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  yield directory;
  yield end;
}

/** What the head of an entry and its line in the directory have in common. */
function fields({ crc, name, size }: Written): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(UTF8_NAMES, 2);
  head.writeUInt16LE(NO_DATE, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(size, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function centralEntry(entry: Written): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(VERSION, 0);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.at, 10);
  // After the common fields: length of the comment, disk, inner and outer attributes, where the entry begins.
  return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), head.subarray(0, 2), fields(entry), tail, entry.name]);
}
