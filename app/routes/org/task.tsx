import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { removeTask, saveTask } from '#app/features/tasks/commands/keep-task.server.ts';
import { taskIntents } from '#app/features/tasks/forms.ts';
import { getTask, listChoices } from '#app/features/tasks/task-board.server.ts';
import { TaskFields } from '#app/features/tasks/ui/task-fields.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Press } from '#app/ui/press.tsx';
import { refusedTask } from './task-steps.server.ts';

export const meta = titled('tasks.edit');

const EMPTY = { title: '', details: '', dueOn: null, assigneeId: null, campaignId: null, place: '' } as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(
    ctx,
    args.params.org,
    args.params.id === undefined ? 'task.write' : 'task.read',
  );
  const here = { organisationId: membership.organisationId };
  const { id } = args.params;
  const person = ctx.url.searchParams.get('person');
  const known = id === undefined ? undefined : isId(id) ? await getTask(scope, id) : undefined;
  if (id !== undefined && !known) throw notFound();
  const task = known ?? { ...EMPTY, id: null, state: 'open' as const, personId: isId(person) ? person : null };
  const { title, details, dueOn, assigneeId, personId, campaignId, place } = task;
  return {
    slug: membership.slug,
    clientId: newId(),
    id: task.id,
    state: task.state,
    task: { title, details, dueOn, assigneeId, personId, campaignId },
    place,
    mayWrite: can(actor, 'task.write', here),
    choices: await listChoices(scope, { mayReadPeople: can(actor, 'people.read', here), keep: personId }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'task.write');
  const work = { actor, scope, now: ctx.now };
  const { id = null } = args.params;
  if (id !== null && !isId(id)) throw notFound();
  const posted = await readForm(args.request, taskIntents);
  if (!posted.ok) return unprocessable(posted.reply());
  const { intent, ...form } = posted.value;
  if (intent === 'remove') {
    if (id === null) throw forbidden();
    const removed = await removeTask(work, id, form);
    if (!removed.ok) return refusedTask(posted, removed.refusal);
    return seeOther(ctx, paths.orgTasks(membership.slug), { done: 'removed' });
  }
  const saved = await saveTask(work, id, form as Parameters<typeof saveTask>[2]);
  if (!saved.ok) return refusedTask(posted, saved.refusal);
  return seeOther(ctx, paths.orgTasks(membership.slug), { done: 'saved' });
}

export default function OrgTask() {
  const { slug, clientId, id, state, task, place, mayWrite, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  const nameOf = (list: { id: string; name: string }[], wanted: string | null) =>
    list.find((one) => one.id === wanted)?.name;
  const title = id === null ? t('tasks.new') : task.title;
  return (
    <>
      <Breadcrumb items={[{ label: t('tasks.title'), href: to(paths.orgTasks(slug)) }, { label: title }]} />
      <PageTitle meta={id === null ? undefined : t(`tasks.state.${state}`)}>{title}</PageTitle>
      {place !== '' && <a href={to(`${paths.org(slug)}${place}`)}>{t('tasks.place')}</a>}
      {mayWrite ? (
        <TaskFields clientId={clientId} task={task} choices={choices} lastResult={answer?.lastResult} />
      ) : (
        <DefinitionList
          items={[
            { term: t('tasks.due'), detail: task.dueOn },
            { term: t('tasks.field.details'), detail: task.details },
            {
              term: t('tasks.who'),
              detail:
                nameOf(choices.colleagues, task.assigneeId) ??
                (task.personId ? t('tasks.who.volunteer') : t('tasks.who.nobody')),
            },
          ]}
        />
      )}
      {mayWrite && id !== null && (
        <Press clientId={clientId} intent="remove" label={t('tasks.remove')} ask={t('tasks.remove.ask')} />
      )}
    </>
  );
}
