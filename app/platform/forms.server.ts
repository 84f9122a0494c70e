import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data, unstable_parseMultipartFormData, type UploadHandlerPart } from '@remix-run/node';
import type { z } from 'zod';

/** A file as it came: bytes, or the mark that it was larger than allowed (drained, so that the text is kept). */
export type UploadedFile = { name: string; bytes: Uint8Array; isTooLarge: boolean };

export const MAX_FILE_BYTES = 12 * 1024 * 1024;

export type Posted<Schema extends z.ZodType> =
  | { ok: true; value: z.output<Schema>; files: Record<string, UploadedFile[]>; reply: Reply }
  | { ok: false; files: Record<string, UploadedFile[]>; reply: Reply };

/** Makes what an action answers for a page that shows the form again, with what was typed. Errors are message keys. */
export type Reply = (fieldErrors?: Record<string, string[]>, formErrors?: string[]) => SubmissionResult<string[]>;

/** Reads a form (urlencoded or multipart) against its schema. Files are taken out of the fields, at most `maxFiles` kept of each name. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxFiles = 0,
): Promise<Posted<Schema>> {
  const files: Record<string, UploadedFile[]> = {};
  const form = request.headers.get('content-type')?.startsWith('multipart/form-data')
    ? await readMultipart(request, files, maxFiles)
    : await request.formData();
  const submission = parseWithZod(form, { schema });
  const reply: Reply = (fieldErrors, formErrors) => {
    const result = submission.reply({
      ...(fieldErrors ? { fieldErrors } : {}),
      ...(formErrors ? { formErrors } : {}),
      hideFields: ['password', 'newPassword'],
    });
    return { ...result, error: { ...result.error, ...fieldErrors, ...(formErrors ? { '': formErrors } : {}) } };
  };
  if (submission.status !== 'success') return { ok: false, files, reply };
  return { ok: true, value: submission.value as z.output<Schema>, files, reply };
}

async function readMultipart(
  request: Request,
  files: Record<string, UploadedFile[]>,
  maxFiles: number,
): Promise<FormData> {
  return unstable_parseMultipartFormData(request, async (part: UploadHandlerPart) => {
    if (part.filename === undefined)
      return new TextDecoder().decode(await collect(part.data, 256 * 1024).then((body) => body.bytes));
    const { bytes, isTooLarge } = await collect(part.data, MAX_FILE_BYTES);
    const kept = (files[part.name] ??= []);
    // Browsers send an empty part for an empty file field. One file more than allowed is kept, so that its refusal can be said.
    if ((bytes.length > 0 || isTooLarge) && kept.length <= maxFiles)
      kept.push({ name: part.filename, bytes, isTooLarge });
    return undefined;
  });
}

/** Reads a part to its end, keeping at most `limit` bytes: leaving it unread would break the parts behind it. */
async function collect(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ bytes: Uint8Array; isTooLarge: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit
    ? { bytes: new Uint8Array(), isTooLarge: true }
    : { bytes: Buffer.concat(chunks), isTooLarge: false };
}

/** The same page again, status 503, because the machine has more to do than it can: nothing was done, all that was typed is there. */
export function busy<Extra extends object = object>(reply: Reply, extra?: Extra) {
  return data({ lastResult: reply(undefined, ['common.error.busy']), ...(extra as Extra) }, { status: 503 });
}

/** The same page again, status 422: wrong input is the person's to mend, with everything typed still there. */
export function unprocessable<Extra extends object = object>(lastResult: SubmissionResult<string[]>, extra?: Extra) {
  return data({ lastResult, ...(extra as Extra) }, { status: 422 });
}
