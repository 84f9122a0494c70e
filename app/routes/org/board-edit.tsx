import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addEntry, editEntry } from '#app/features/board/commands/keep-entry.server.ts';
import { getOwnEntry } from '#app/features/board/entries.server.ts';
import { entryForm } from '#app/features/board/forms.ts';
import { BOARD_KINDS } from '#app/features/board/rules/kinds.ts';
import { EntryFields } from '#app/features/board/ui/entry-form.tsx';
import { firstRegion } from '#app/features/issues/staff-people.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { refusedEntry, requireBoard } from './board-steps.server.ts';

export const meta = titled('board.new.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireBoard(ctx, args.params.org, 'board.write');
  const { id } = args.params;
  const entry = id === undefined ? null : isId(id) ? await getOwnEntry(scope, id) : undefined;
  if (entry === undefined || (entry && entry.state !== 'open')) throw notFound();
  const region = entry ? null : await firstRegion(scope);
  const today = dayOf(ctx.now);
  const kind = BOARD_KINDS.find((one) => one === ctx.url.searchParams.get('kind'));
  return {
    slug: membership.slug,
    clientId: newId(),
    entry: entry && { id: entry.id, title: entry.title },
    start: entry ?? {
      ...(kind && { kind }),
      ...(region && { region: choiceOf(region) }),
      startsOn: today,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireBoard(ctx, args.params.org, 'board.write');
  const work = { actor, scope, now: ctx.now };
  const { id } = args.params;
  if (id !== undefined && (!isId(id) || !(await getOwnEntry(scope, id)))) throw notFound();
  const posted = await readForm(args.request, entryForm);
  if (!posted.ok) return unprocessable(posted.reply());
  if (id !== undefined) {
    const edited = await editEntry(work, id, posted.value);
    if (!edited.ok) return refusedEntry(posted, edited.refusal);
    return seeOther(ctx, paths.orgBoardEntry(membership.slug, id), { done: 'saved' });
  }
  const added = await addEntry(work, posted.value, ctx.locale);
  if (!added.ok) return refusedEntry(posted, added.refusal);
  return seeOther(ctx, paths.orgBoardEntry(membership.slug, added.value.entryId), { done: 'added' });
}

export default function OrgBoardEdit() {
  const { slug, entry, start, clientId } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t, to } = useWords();
  const title = t(entry ? 'board.edit.title' : 'board.new.title');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('board.title'), href: to(paths.orgBoard(slug)) },
          ...(entry ? [{ label: entry.title, href: to(paths.orgBoardEntry(slug, entry.id)) }] : []),
          { label: title },
        ]}
      />
      <PageTitle lead={t('board.new.lead')}>{title}</PageTitle>
      <EntryFields clientId={clientId} start={start} isNew={entry === null} lastResult={lastResult} />
    </>
  );
}
