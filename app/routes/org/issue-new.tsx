import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enterReport } from '#app/features/issues/commands/enter-report.server.ts';
import { CONTACT_CONSENT_VERSION, MAX_PHOTOS } from '#app/features/issues/forms.ts';
import { isCategoryKey, isReportable } from '#app/features/issues/rules/categories.ts';
import { mapBounds, REGION_BOXES } from '#app/features/issues/map-view.ts';
import { entryForm } from '#app/features/issues/staff-forms.ts';
import { firstRegion } from '#app/features/issues/staff-people.server.ts';
import { districtsOf } from '#app/features/issues/settle-region.server.ts';
import { PlacePicker } from '#app/features/issues/ui/place-picker.tsx';
import { StaffEntryForm, StaffReceipt } from '#app/features/issues/ui/staff-entry.tsx';
import { titled } from '#app/i18n/titled.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember } from '#app/platform/request.server.ts';

export const meta = titled('issues.staff.entry.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'issue.enter');
  const region = await firstRegion(scope);
  return { clientId: newId(), region, map: { bounds: mapBounds(region), regions: REGION_BOXES } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.enter');
  const posted = await readForm(args.request, entryForm, MAX_PHOTOS);
  const typed = posted.reply();
  const { category } = typed.initialValue ?? {};
  // Violence and early marriage are not written down here either: the page with the numbers is what the caller needs.
  if (isCategoryKey(category) && !isReportable(category)) return redirect(ctx.to(paths.newIssueHelp()), 303);
  const photos = posted.files.photos ?? [];
  const asked = (lastResult: typeof typed) =>
    posted.ok && lastResult.error?.pinRegion ? districtsOf(posted.value) : null;
  const again = (lastResult: typeof typed, photoError?: string) =>
    data(
      { receipt: null, lastResult, hadPhotos: photos.length > 0, photoError, districts: asked(lastResult) },
      { status: 422 },
    );
  if (!posted.ok) return again(typed);

  const { contact, ...entry } = posted.value;
  const input = {
    ...entry,
    locale: ctx.locale,
    contact: contact === '' ? null : { value: contact, consentVersion: CONTACT_CONSENT_VERSION },
  };
  const result = await enterReport({ actor, scope, now: ctx.now }, input, photos);
  if (!result.ok) {
    const { code, field } = result.refusal;
    if (code === 'common.error.not-allowed') throw forbidden();
    return field === 'photos'
      ? again(typed, code)
      : again(posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]));
  }
  const receipt = {
    code: result.value.code,
    organisation: membership.names[ctx.locale],
    date: formatDay(ctx.now, ctx.locale),
    address: ctx.url.origin + ctx.to(paths.receipt()),
    slug: membership.slug,
    issueId: can(actor, 'issue.read', { organisationId: membership.organisationId }) ? result.value.issueId : null,
  };
  return data({ receipt }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
}

export default function OrgIssueNew() {
  const { clientId, region, map } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.receipt) return <StaffReceipt {...answer.receipt} />;
  return (
    <StaffEntryForm
      clientId={clientId}
      region={region}
      lastResult={answer?.lastResult}
      photoError={answer?.photoError}
      hadPhotos={answer?.hadPhotos ?? false}
      districts={answer?.districts}
      map={<PlacePicker bounds={map.bounds} regions={map.regions} />}
    />
  );
}
