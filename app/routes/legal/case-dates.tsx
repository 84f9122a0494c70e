import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDeadline, endDeadline, signOffDeadline } from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { readDeadlines } from '#app/features/legal-aid/deadlines.server.ts';
import { BY_HAND, deadlineForm } from '#app/features/legal-aid/rules/deadline-forms.ts';
import { DeadlineRoom } from '#app/features/legal-aid/ui/deadline-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { atCase } from './at-case.ts';

export const meta = titled('legal-case.deadlines.title');

const DONE = ['added', 'added-undated', 'changed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, subject, work } = await atCase(args);
  const room = await readDeadlines(work, subject.id);
  if (!room) throw notFound();
  const done = DONE.find((one) => one === ctx.url.searchParams.get('done')) ?? null;
  return { ...room, today: work.today, clientId: newId(), done };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, deadlineForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = { clientId: value.clientId, caseId: subject.id };
  const room = paths.deskCaseRoom(slug, subject.id, 'dates');
  if (value.intent === 'add') {
    const { isCritical, isShown, note, on, rule, title } = value;
    const ruleKey = rule === BY_HAND ? null : rule;
    const added = await addDeadline(work, { ...at, ruleKey, on, title, note, isCritical, isShown });
    if (!added.ok) {
      const { code, field = '' } = added.refusal;
      return unprocessable(posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]));
    }
    return seeOther(ctx, room, { done: added.value.hasDate ? 'added' : 'added-undated' });
  }
  const changed =
    value.intent === 'end'
      ? await endDeadline(work, { ...at, dateId: value.date, to: value.to })
      : await signOffDeadline(work, { ...at, dateId: value.date, step: value.step });
  return changed.ok
    ? seeOther(ctx, room, { done: 'changed' })
    : unprocessable(posted.reply(undefined, [changed.refusal.code]));
}

export default function CaseDates() {
  return <DeadlineRoom {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
