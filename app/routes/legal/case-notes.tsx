import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNotes, readTasks, taskPeople } from '#app/features/legal-aid/case-notes.server.ts';
import { isInHand } from '#app/features/legal-aid/case-work.server.ts';
import { addTask, endTask, writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { notesForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { NoteSection, TaskSection } from '#app/features/legal-aid/ui/note-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { atCase } from './at-case.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.notes.title');
const DONE = ['noted', 'task', 'changed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, keys, subject, work } = await atCase(args);
  const room = await withLegalScope(work.scope, async (tx) => ({
    notes: await readNotes(tx, work, keys, subject.id),
    tasks: await readTasks(tx, work, keys, subject.id),
    people: await taskPeople(tx, subject.id),
  }));
  return {
    ...room,
    me: work.staff.id,
    today: work.today,
    isOpen: isInHand(subject.state) && keys.has(subject.keyVersion),
    done: DONE.find((key) => key === ctx.url.searchParams.get('done')) ?? null,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, subject, work } = await atCase(args);
  const posted = await readForm(args.request, notesForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = { clientId: value.clientId, caseId: subject.id };
  const changed =
    value.intent === 'note'
      ? await writeNote(work, { ...at, text: value.text, visibility: value.visibility })
      : value.intent === 'task'
        ? await addTask(work, { ...at, title: value.title, dueOn: value.dueOn, staffId: value.staff })
        : await endTask(work, { ...at, taskId: value.task, to: value.to });
  if (!changed.ok) return refused(posted.reply, changed.refusal);
  const done = { note: 'noted', task: 'task', end: 'changed' } as const;
  return seeOther(ctx, paths.deskCaseRoom(slug, subject.id, 'notes'), { done: done[value.intent] });
}

export default function CaseNotes() {
  const { clientId, done, isOpen, me, notes, people, tasks, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t } = useWords();
  return (
    <Stack gap="large">
      <PageTitle>{t('legal-case.notes.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`legal-case.notes.done.${done}`)}
        </Notice>
      )}
      <TaskSection {...{ clientId, isOpen, me, people, result, tasks, today }} />
      <NoteSection clientId={clientId} notes={notes} result={result} />
    </Stack>
  );
}
