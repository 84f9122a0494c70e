import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP by name, through the central directory: enough for what we make ourselves. */
export function unzip(zip: Uint8Array): Record<string, Buffer> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('Not a ZIP');
  const files: Record<string, Buffer> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, extra, comment, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(data, data + size);
    files[bytes.toString('utf8', at + 46, at + 46 + nameLength)] = method === 8 ? inflateRawSync(content) : content;
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** One file out of a ZIP by its name. */
export function unzipText(zip: Uint8Array, name: string): string {
  const content = unzip(zip)[name];
  if (!content) throw new Error(`No ${name} in the ZIP`);
  return content.toString('utf8');
}
