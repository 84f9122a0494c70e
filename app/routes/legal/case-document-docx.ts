import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileName } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { readDocument } from '#app/features/legal-aid/documents.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { paperDocx } from '#app/features/legal-aid/paper-docx.server.ts';
import { composePaper } from '#app/features/legal-aid/rules/papers.ts';
import { isId } from '#app/kernel/ids.ts';
import { notFound } from '#app/platform/request.server.ts';
import { atCase } from './at-case.ts';

/** A paper as a DOCX, put together within the unlocked session; nothing of it stays behind. */
export async function loader(args: LoaderFunctionArgs) {
  const { keys, subject, work } = await atCase(args);
  const id = args.params.document;
  const found = isId(id) ? await withLegalScope(work.scope, (tx) => readDocument(tx, keys, subject.id, id)) : null;
  if (!found) throw notFound();
  const bytes = await paperDocx(composePaper(found.template, found.known));
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(fileName(found.title))}.docx`,
      'Cache-Control': 'private, no-store',
    },
  });
}
