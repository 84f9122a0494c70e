import type { LoaderFunctionArgs } from '@remix-run/node';
import { readSheetPhoto } from '#app/features/campaigns/sheet-photo.server.ts';
import { getSheet, maySeeSheet } from '#app/features/campaigns/sheets.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** The photograph of a sheet, opened for whoever types it in and later for those who may see people. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const { id, sheet: sheetId } = args.params;
  const sheet = isId(id) && isId(sheetId) ? await getSheet(scope, id, sheetId) : undefined;
  if (!sheet || !maySeeSheet(actor, scope, sheet)) throw notFound();
  const jpeg = await readSheetPhoto(sheet.photoKey);
  if (!jpeg) throw notFound();
  return new Response(Buffer.from(jpeg), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
