import type { LoaderFunctionArgs } from '@remix-run/node';
import { listSheets } from '#app/features/campaigns/sheets.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { MOST_SHEETS } from '#app/features/campaigns/support-forms.ts';
import { signatureSheets } from '#app/features/campaigns/support-print.server.ts';
import { sheetAddressee } from '#app/features/campaigns/sheet-addressee.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { pdfAnswer } from './campaign-print.server.ts';

/** Numbered sheets that have been made, to print. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const [from, to] = ['from', 'to'].map((name) => Number(ctx.url.searchParams.get(name)));
  const sheets = await listSheets(scope, campaign.id);
  const numbers = sheets
    .filter(
      ({ number, state }) => state === 'printed' && number >= (from || 1) && number <= (to || Number.MAX_SAFE_INTEGER),
    )
    .map(({ number }) => number)
    .slice(0, MOST_SHEETS);
  if (numbers.length === 0) throw notFound();
  const bytes = await signatureSheets({
    title: campaign.title,
    text: campaign.summary || campaign.story,
    addressee: await sheetAddressee(scope, campaign.id),
    organisation: membership.names.az,
    numbers,
    now: ctx.now,
    isSample: isDemo(),
  });
  return pdfAnswer(bytes, `vereqler-${numbers[0]}-${numbers.at(-1)}.pdf`);
}
