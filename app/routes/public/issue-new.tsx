import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reportProblem } from '#app/features/issues/commands/report-problem.server.ts';
import { CONTACT_CONSENT_VERSION, MAX_PHOTOS, newIssueForm } from '#app/features/issues/forms.ts';
import { mapBounds, REGION_BOXES } from '#app/features/issues/map-view.ts';
import { parseIssueFilters } from '#app/features/issues/public-filters.ts';
import { isCategoryKey, isReportable } from '#app/features/issues/rules/categories.ts';
import { districtsOf } from '#app/features/issues/settle-region.server.ts';
import { PlacePicker } from '#app/features/issues/ui/place-picker.tsx';
import { ReceiptSent } from '#app/features/issues/ui/receipt-sent.tsx';
import { ReportForm } from '#app/features/issues/ui/report-form.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';

/** Somebody may be looking over a shoulder: the way out stands in the head, also over the receipt. */
export const handle = { quickExit: true };
export const meta = titled('issues.form.title');

/** Violence and early marriage are not reports: the form stops before anything is read or stored. */
const mustStop = (category: unknown): boolean => isCategoryKey(category) && !isReportable(category);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { category, region } = parseIssueFilters(ctx.url.searchParams);
  if (mustStop(category)) throw redirect(ctx.to(paths.newIssueHelp()), 303);
  return { clientId: newId(), chosen: { category, region } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, newIssueForm, MAX_PHOTOS);
  const typed = posted.reply();
  if (mustStop(typed.initialValue?.category)) return redirect(ctx.to(paths.newIssueHelp()), 303);
  const photos = posted.files.photos ?? [];
  const asked = (lastResult: typeof typed) => (posted.ok && lastResult.error?.pinRegion ? districtsOf(posted.value) : null);
  const again = (lastResult: typeof typed, status: number, photoError?: string) => data({ sent: null, lastResult, hadPhotos: photos.length > 0, photoError, districts: asked(lastResult) }, { status });
  if (!posted.ok) return again(typed, 422);

  const { contact, ...issue } = posted.value;
  const input = { ...issue, locale: ctx.locale, contact: contact === '' ? null : { value: contact, consentVersion: CONTACT_CONSENT_VERSION } };
  const result = await reportProblem(ctx, input, photos);
  if (result.ok) return data({ sent: { code: result.value.code, organisation: result.value.organisation.names[ctx.locale] } }, { status: 201 });

  const { code, field } = result.refusal;
  if (code === 'common.error.too-many') return again(posted.reply(undefined, [code]), 429);
  if (field === 'photos') return again(typed, 422, code);
  return again(posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]), 422);
}

export default function IssueNew() {
  const { clientId, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sent) return <ReceiptSent code={answer.sent.code} organisation={answer.sent.organisation} />;
  return (
    <ReportForm clientId={clientId} chosen={chosen} lastResult={answer?.lastResult} photoError={answer?.photoError} hadPhotos={answer?.hadPhotos ?? false} districts={answer?.districts} map={<PlacePicker bounds={mapBounds(chosen.region)} regions={REGION_BOXES} />} />
  );
}
