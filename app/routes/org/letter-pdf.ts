import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfName, readPhotos } from '#app/features/authorities/jobs.server.ts';
import { sheetOfFile } from '#app/features/authorities/letter-file.server.ts';
import { letterPdf } from '#app/features/authorities/letter-pdf.server.ts';
import { getLetterFile } from '#app/features/authorities/queries.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** The letter as a file: the same sheet as the preview, with its pictures as an annex. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'letter.read');
  const file = isId(args.params.letter) ? await getLetterFile(scope, args.params.letter) : null;
  if (!file) throw notFound();
  const sheet = sheetOfFile(file, ctx.now);
  const bytes = await letterPdf(sheet, await readPhotos(file), { now: ctx.now, isSample: isDemo() });
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${pdfName(sheet)}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
