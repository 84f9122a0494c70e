import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { markCase, moveCase, overrideBand, writeSummary } from '#app/features/legal-aid/commands/mark-case.server.ts';
import { listReceivers, passCase, returnCase } from '#app/features/legal-aid/commands/pass-case.server.ts';
import { handReferral, proposeReferral, referralOf } from '#app/features/legal-aid/commands/refer-case.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { stepsForm } from '#app/features/legal-aid/rules/desk-forms.ts';
import { IN_HAND, type CaseState } from '#app/features/legal-aid/rules/lifecycle.ts';
import { CaseSteps } from '#app/features/legal-aid/ui/case-steps.tsx';
import { listCapacity } from '#app/features/legal-aid/workload.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { atCase } from './at-case.ts';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal-desk.room.steps');

const TOLD = ['claimed', 'moved', 'passed', 'referred', 'handed', 'marked', 'band', 'summary', 'returned'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, isAssigned, keys, movers, slug, subject, work } = await atCase(args);
  const isInHand = (IN_HAND as readonly CaseState[]).includes(subject.state);
  const isInCharge = movers.includes('holder') || movers.includes('lead');
  const hasKey = keys.has(subject.keyVersion);
  const { receivers, referral, summary } = await withLegalScope(work.scope, async (tx) => ({
    receivers: await listReceivers(tx, work, { subject, keys, movers, isHolder: false, isAssigned, isOpened: true }),
    referral: (await referralOf(tx, subject.id))?.state ?? null,
    summary: (await readRecords(tx, keys, subject.id, { kinds: ['summary'] })).at(-1)?.content ?? null,
  }));
  const loads = await listCapacity(work);
  return {
    slug,
    subject,
    told: TOLD.find((key) => key === ctx.url.searchParams.get('done')),
    may: {
      claim: subject.state === 'new' && hasKey,
      move: isInHand && isInCharge,
      pass: (isInHand || subject.state === 'new') && isInCharge && hasKey,
      return: isInHand && isInCharge && hasKey,
      refer: isInHand && isInCharge && hasKey && referral !== 'proposed' && referral !== 'agreed',
      hand: isInHand && isInCharge && referral === 'agreed',
      mark: subject.state === 'new' || isInCharge || isAssigned,
      band: hasKey && (subject.state === 'new' || isInCharge),
      summary: hasKey,
      close: isInHand && isInCharge,
    },
    referral,
    receivers: receivers.map(({ isBar, isOnDuty, shownName, staffId }) => {
      const load = loads.find((one) => one.staffId === staffId);
      return { staffId, name: shownName, isBar, isOnDuty, free: load ? load.capacity - load.open : 0 };
    }),
    summary: {
      title: typeof summary?.['title'] === 'string' ? summary['title'] : '',
      text: typeof summary?.['text'] === 'string' ? summary['text'] : '',
    },
    ids: Array.from({ length: 10 }, newId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const caseId = args.params['id'];
  if (!isId(caseId)) throw notFound();
  const posted = await readForm(args.request, stepsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  // A new case may be taken from the queue, before it was opened; all else is done by somebody who gave a reason today.
  if (value.intent !== 'claim') await atCase(args);
  const done = await doStep(work, caseId, value);
  if (done.ok) {
    const [place, told] = onward(slug, caseId, value.intent);
    return seeOther(ctx, place, { done: told });
  }
  const { code, field } = done.refusal;
  if (code === 'legal-desk.error.no-case') throw notFound();
  if (code === 'legal-desk.error.taken') return seeOther(ctx, paths.desk(slug), { done: 'taken' });
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

type Step = z.output<typeof stepsForm>;

function doStep(work: DeskWork, caseId: string, step: Step) {
  switch (step.intent) {
    case 'claim':
      return claimCase(work, { ...step, caseId });
    case 'move':
      return moveCase(work, { ...step, caseId });
    case 'pass':
      return passCase(work, { ...step, caseId });
    case 'return':
      return returnCase(work, { ...step, caseId });
    case 'refer':
      return proposeReferral(work, { ...step, caseId });
    case 'hand':
      return handReferral(work, { ...step, caseId });
    case 'mark':
      return markCase(work, { ...step, caseId });
    case 'band':
      return overrideBand(work, { ...step, caseId, band: step.band === 'rules' ? null : step.band });
    case 'summary':
      return writeSummary(work, { ...step, caseId });
  }
}

/** Where one goes after a step and what is told there. */
function onward(slug: string, caseId: string, intent: Step['intent']): [string, string] {
  const here = paths.deskCaseRoom(slug, caseId, 'steps');
  const told: Record<Step['intent'], string> = {
    claim: 'claimed',
    move: 'moved',
    pass: 'passed',
    return: 'returned',
    refer: 'referred',
    hand: 'handed',
    mark: 'marked',
    band: 'band',
    summary: 'summary',
  };
  if (intent === 'claim') return [paths.deskCase(slug, caseId), told.claim];
  if (intent === 'return') return [paths.desk(slug), told.return];
  return [here, told[intent]];
}

export default function Steps() {
  const errors = useActionData<typeof action>()?.lastResult;
  return <CaseSteps {...useLoaderData<typeof loader>()} returned={errors} />;
}
