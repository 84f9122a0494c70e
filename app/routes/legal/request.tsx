import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { startRequest } from '#app/features/legal-aid/commands/start-request.server.ts';
import { listDesks } from '#app/features/legal-aid/desks.server.ts';
import { readDraft } from '#app/features/legal-aid/draft.server.ts';
import { readHandover } from '#app/features/legal-aid/handover.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { beginForm } from '#app/features/legal-aid/rules/intake-forms.ts';
import { RequestStart } from '#app/features/legal-aid/ui/request-start.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { busy, readForm, unprocessable } from '#app/platform/forms.server.ts';
import { hasRoom } from '#app/platform/passwords.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { unkept } from './at-request.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.start.title');
export const headers = unkept;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const work = await readReceipt(args.request, ctx.now);
  const desks = await listDesks();
  return {
    clientId: newId(),
    isBegun: work !== null && (await readDraft(work)) !== null,
    desks: desks.map(({ organisationId: _id, ...desk }) => desk),
    numbers: await listEmergencyNumbers(),
  };
}

/** Begins a request; another page of ours may send here with only `handover`, and then the page is shown with it kept. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const form = await args.request
    .clone()
    .formData()
    .catch(() => new FormData());
  const handover = form.get('handover');
  if (!form.has('desk') && !form.has('clientId') && typeof handover === 'string')
    return data({ handover: readHandover(handover) ? handover : '', lastResult: null }, { status: 200 });
  const posted = await readForm(args.request, beginForm);
  if (!posted.ok) return unprocessable(posted.reply(), { handover: typeof handover === 'string' ? handover : '' });
  if (!hasRoom()) return busy(posted.reply, { handover: posted.value.handover });
  const result = await startRequest(ctx, posted.value);
  if (result.ok)
    return redirect(ctx.to(paths.legalRequestStep('receipt')), {
      status: 303,
      headers: { 'Set-Cookie': result.value.setCookie },
    });
  const { code, field } = result.refusal;
  const lastResult = posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]);
  return data(
    { handover: posted.value.handover, lastResult },
    { status: code === 'common.error.too-many' ? 429 : 422 },
  );
}

export default function Request() {
  const { clientId, desks, isBegun, numbers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RequestStart
      clientId={clientId}
      desks={desks}
      isBegun={isBegun}
      handover={answer?.handover ?? ''}
      lastResult={answer?.lastResult}
      numbers={<EmergencyNumbers numbers={numbers} />}
    />
  );
}
