import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCaseFile } from '#app/features/legal-aid/case-files.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound } from '#app/platform/request.server.ts';
import { atCase } from './at-case.ts';

/** A file of a case, opened within this request. Pictures (encoded anew when they came) may be looked at, the rest downloads. */
export async function loader(args: LoaderFunctionArgs) {
  const { keys, subject, work } = await atCase(args);
  const { file } = args.params;
  const found = isId(file) ? await withLegalScope(work.scope, (tx) => readCaseFile(tx, keys, subject.id, file)) : null;
  if (!found) throw notFound();
  return fileResponse(found.bytes, { fileName: found.name, mime: found.type }, 'private, no-store');
}
