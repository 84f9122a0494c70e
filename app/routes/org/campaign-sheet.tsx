import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { invalidateSignature, restoreSignature } from '#app/features/campaigns/commands/judge-signature.server.ts';
import { checkSheet, enterSheet, keepPhoto, voidSheet } from '#app/features/campaigns/commands/keep-sheets.server.ts';
import { getSheet, listSheetRows, maySeeSheet } from '#app/features/campaigns/sheets.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { sheetForm } from '#app/features/campaigns/support-forms.ts';
import { SheetPage } from '#app/features/campaigns/ui/sheet-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.sheets');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const { id, sheet: sheetId } = args.params;
  const [campaign, sheet] =
    isId(id) && isId(sheetId) ? await Promise.all([getCollecting(scope, id), getSheet(scope, id, sheetId)]) : [];
  if (!campaign || !sheet) throw notFound();
  const maySeePeople = can(actor, 'campaign.see-people', { organisationId: membership.organisationId });
  const known = /^(\d{1,2})-(\d{1,2})$/.exec(ctx.url.searchParams.get('entered') ?? '');
  return {
    slug: membership.slug,
    id: campaign.id,
    sheet: { id: sheet.id, number: sheet.number, state: sheet.state, unreadable: sheet.unreadable },
    hasPhoto: sheet.photoKey !== null && maySeeSheet(actor, scope, sheet),
    region: campaign.region,
    rows: maySeePeople ? await listSheetRows(scope, sheet) : [],
    mayCheck: maySeePeople && sheet.state === 'entered' && sheet.enteredBy !== actor.userId,
    maySeePeople,
    entered: known ? { counted: Number(known[1]), known: Number(known[2]) } : null,
    clientIds: { photo: newId(), rows: newId(), check: newId(), void: newId(), judge: newId() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const { id, sheet } = args.params;
  if (!isId(id) || !isId(sheet)) throw notFound();
  const posted = await readForm(args.request, sheetForm, 1);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const { value } = posted;
  const here = paths.orgSheet(membership.slug, id, sheet);
  if (value.intent === 'rows') {
    const entered = await enterSheet(work, id, sheet, { ...value, locale: 'az' });
    return entered.ok
      ? seeOther(ctx, `${here}?entered=${entered.value.counted}-${entered.value.known}`)
      : refused(posted, entered.refusal);
  }
  const done = await (value.intent === 'photo'
    ? keepPhoto(work, id, sheet, { clientId: value.clientId, photo: posted.files.photo?.[0] })
    : value.intent === 'check'
      ? checkSheet(work, id, sheet, value)
      : value.intent === 'void'
        ? voidSheet(work, id, sheet, value)
        : value.intent === 'invalidate'
          ? invalidateSignature(work, id, value)
          : restoreSignature(work, id, value));
  return done.ok ? seeOther(ctx, here) : refused(posted, done.refusal);
}

export default function CampaignSheet() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SheetPage {...loaded} lastResult={answer?.lastResult} />;
}
