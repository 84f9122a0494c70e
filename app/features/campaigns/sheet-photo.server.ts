import { newId } from '#app/kernel/ids.ts';
import { sealBytes, unsealBytes } from '#app/platform/crypto.server.ts';
import { getFile, putFile } from '#app/platform/files.server.ts';

/** Photographs of signed sheets carry names, addresses and hand signatures: sealed in the store, always. */
const PLACE = 'support-sheets.photo';

/** Keeps a cleaned JPEG; answers its key. */
export async function keepSheetPhoto(jpeg: Uint8Array): Promise<string> {
  const key = `sheets/${newId()}`;
  await putFile(key, sealBytes(jpeg, PLACE));
  return key;
}

/** The JPEG in clear; null when there is none (any more). */
export async function readSheetPhoto(key: string | null): Promise<Uint8Array | null> {
  const sealed = key === null ? null : await getFile(key);
  return sealed ? unsealBytes(sealed, PLACE) : null;
}
