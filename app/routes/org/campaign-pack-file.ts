import { Readable } from 'node:stream';
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { findPack } from '#app/features/campaigns/delivery-form-queries.server.ts';
import { packSlip } from '#app/features/campaigns/pack-slip.server.ts';
import { isPackFileKind } from '#app/features/campaigns/rules/delivery.ts';
import { packFileName } from '#app/features/campaigns/rules/pack.ts';
import { isId } from '#app/kernel/ids.ts';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { readSealed } from '#app/platform/sealed-parts.server.ts';

/** A file of a pack, opened piece by piece while it is sent; `slip` is the receipt, drawn anew. Hand signatures: those who deliver, and nobody else. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const { id, pack: packId, kind } = args.params;
  const found = isId(id) && isId(packId) ? await findPack(scope, id, packId) : undefined;
  if (!found) throw notFound();
  if (kind === 'slip')
    return fileResponse(
      await packSlip(found, ctx.now),
      { fileName: 'qebul-vereqi.pdf', mime: 'application/pdf' },
      'private, no-store',
    );
  const file = isPackFileKind(kind) ? found.pack.files.find((one) => one.kind === kind) : undefined;
  if (!file) throw notFound();
  return new Response(createReadableStreamFromReadable(Readable.from(readSealed(file))), {
    headers: {
      'Content-Type':
        file.kind === 'docx'
          ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
          : 'application/pdf',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="${packFileName(file.kind)}"`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
