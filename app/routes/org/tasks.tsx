import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { moveTask } from '#app/features/tasks/commands/keep-task.server.ts';
import { moveForm } from '#app/features/tasks/forms.ts';
import { parseTaskFilters, taskQuery } from '#app/features/tasks/rules/due.ts';
import { listTasks } from '#app/features/tasks/task-board.server.ts';
import { TaskBoard } from '#app/features/tasks/ui/task-board.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedTask } from './task-steps.server.ts';

export const meta = titled('tasks.title');

const DONE = ['saved', 'moved', 'removed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'task.read');
  const here = { organisationId: membership.organisationId };
  const filters = parseTaskFilters(ctx.url.searchParams);
  return {
    slug: membership.slug,
    clientId: newId(),
    today: dayOf(ctx.now),
    filters,
    rows: await listTasks(scope, filters.whose, { mayReadPeople: can(actor, 'people.read', here) }),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
    may: { write: can(actor, 'task.write', here), take: can(actor, 'task.take', here) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'task.take');
  const posted = await readForm(args.request, moveForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { taskId, ...move } = posted.value;
  const moved = await moveTask({ actor, scope, now: ctx.now }, taskId, move);
  if (!moved.ok) return refusedTask(posted, moved.refusal);
  const filters = taskQuery(parseTaskFilters(ctx.url.searchParams));
  return seeOther(ctx, paths.orgTasks(membership.slug, filters), { done: 'moved' });
}

export default function OrgTasks() {
  const { done, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <PageTitle
        lead={t('tasks.lead')}
        actions={
          view.may.write && (
            <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewTask(view.slug))}>
              {t('tasks.new')}
            </ButtonLink>
          )
        }
      >
        {t('tasks.title')}
      </PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`tasks.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <TaskBoard {...view} />
    </>
  );
}
