import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EmergencyNumbers } from '#app/features/issues/ui/stop-page.tsx';
import { viewDone, viewStep } from '#app/features/legal-aid/draft-view.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { INTAKE_STEPS, type DraftStep } from '#app/features/legal-aid/rules/intake.ts';
import { RequestDone } from '#app/features/legal-aid/ui/request-done.tsx';
import { RequestPage } from '#app/features/legal-aid/ui/request-page.tsx';
import { listEmergencyNumbers } from '#app/features/organisations/public.server.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { atReceipt, unkept } from './at-request.ts';
import { answerStep } from './request-answers.server.ts';

export const handle = { quickExit: true };
export const meta = titled('legal-intake.start.title');
export const headers = unkept;

const stepOf = (name: string | undefined): DraftStep | 'done' => {
  const step = INTAKE_STEPS.find((one) => one === name);
  if (!step || step === 'start') throw notFound();
  return step;
};
const NOTICES = ['dropped', 'added', 'removed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const step = stepOf(args.params.step);
  if (step === 'done') {
    const ctx = await openRequest(args);
    const work = await readReceipt(args.request, ctx.now);
    const done = work && (await viewDone(work));
    return {
      view: null,
      done: done ?? { number: null, isSealedInBrowser: false },
      isHeld: done !== null,
      notice: null,
      numbers: null,
    };
  }
  const { ctx, work } = await atReceipt(args);
  const view = await viewStep(work, step);
  if (!view) throw redirect(ctx.to(paths.legalReceiptCase()), 303);
  if ('goTo' in view) throw redirect(ctx.to(paths.legalRequestStep(view.goTo)), 303);
  const asked = ctx.url.searchParams.get('done');
  return {
    view,
    done: null,
    isHeld: true,
    notice: NOTICES.find((one) => one === asked) ?? null,
    numbers: step === 'danger' ? await listEmergencyNumbers() : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const step = stepOf(args.params.step);
  if (step === 'done') throw notFound();
  const { ctx, work } = await atReceipt(args);
  const answered = await answerStep(ctx, work, step, args.request);
  if (answered instanceof Response) return answered;
  return data({ lastResult: answered.lastResult }, { status: answered.status });
}

export default function RequestStep() {
  const { done, isHeld, notice, numbers, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!view) return <RequestDone done={done} isHeld={isHeld} />;
  return (
    <RequestPage
      view={view}
      lastResult={answer?.lastResult}
      notice={notice}
      numbers={numbers && <EmergencyNumbers numbers={numbers} />}
    />
  );
}
