import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { newId } from '#app/kernel/ids.ts';
import { sealBytes, unsealBytes } from '#app/platform/crypto.server.ts';
import { getFile, putFile } from '#app/platform/files.server.ts';
import { cleanPicture, type PictureRefusal } from '#app/platform/pictures.server.ts';

/** A campaign's papers in the store: always sealed, because a scan of a letter names people. */
const PLACE = 'campaign-documents';

export type SentFile = { name: string; bytes: Uint8Array; isTooLarge: boolean };
export type FileRefusal = `campaigns.error.file-${'format' | 'large' | 'broken'}`;
export type KeptFile = { fileKey: string; fileName: string; mime: string; bytes: number };

const REFUSALS: Record<PictureRefusal, FileRefusal> = {
  'picture-format': 'campaigns.error.file-format',
  'picture-too-large': 'campaigns.error.file-large',
  'picture-broken': 'campaigns.error.file-broken',
};

/** A picture is decoded and encoded anew; a PDF is kept as it is and only ever handed out as a download. Nothing else is taken. */
export async function keepFile(file: SentFile): Promise<Result<KeptFile, FileRefusal>> {
  if (file.isTooLarge) return refuse('campaigns.error.file-large', 'file');
  const isPdf = Buffer.from(file.bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const picture = isPdf ? null : await cleanPicture(file.bytes);
  if (typeof picture === 'string') return refuse(REFUSALS[picture], 'file');
  const content = picture ? picture.full : file.bytes;
  const fileKey = `campaigns/${newId()}`;
  await putFile(fileKey, sealBytes(content, PLACE));
  return ok({
    fileKey,
    fileName: plainName(file.name, picture ? 'jpg' : 'pdf'),
    mime: picture ? 'image/jpeg' : 'application/pdf',
    bytes: content.length,
  });
}

/** Null when the file is not there (any more). */
export async function readKeptFile(fileKey: string): Promise<Uint8Array | null> {
  const sealed = await getFile(fileKey);
  return sealed ? unsealBytes(sealed, PLACE) : null;
}

function plainName(name: string, extension: string): string {
  const stem = name
    .replace(/\.[^.]*$/u, '')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, 60);
  return `${stem || 'sened'}.${extension}`;
}
