import type { LoaderFunctionArgs } from '@remix-run/node';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { readCaseFile } from '#app/features/legal-aid/case-files.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** A file of one's own case, opened for this answer; to everybody without the receipt it does not exist. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const work = await readReceipt(args.request, ctx.now);
  const { id } = args.params;
  if (!work || !isId(id)) throw notFound();
  const file = await withLegalScope(work.scope, async (tx) =>
    readCaseFile(tx, await openKeys(tx, work.holder, 'case', work.caseId), work.caseId, id),
  );
  if (!file) throw notFound();
  return fileResponse(file.bytes, { fileName: file.name, mime: file.type }, 'no-store');
}
