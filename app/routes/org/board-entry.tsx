import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withdrawEntry } from '#app/features/board/commands/keep-entry.server.ts';
import { moveMatch, proposeMatch } from '#app/features/board/commands/move-match.server.ts';
import { entryIntents } from '#app/features/board/forms.ts';
import { getEntryPage } from '#app/features/board/matches.server.ts';
import { EntryPage } from '#app/features/board/ui/entry-page.tsx';
import { EntryState } from '#app/features/board/ui/entry-words.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedEntry, requireBoard } from './board-steps.server.ts';

export const meta = titled('board.entry.title');

const DONE = [
  'added',
  'saved',
  'propose',
  'agree',
  'decline',
  'take-back',
  'done',
  'confirm',
  'cancel',
  'withdraw',
] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireBoard(ctx, args.params.org, 'board.read');
  const { id } = args.params;
  const page = isId(id) ? await getEntryPage(scope, id, ctx.now) : undefined;
  if (!page) throw notFound();
  return {
    slug: membership.slug,
    clientId: newId(),
    ...page,
    mayWrite: can(actor, 'board.write', { organisationId: membership.organisationId }),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireBoard(ctx, args.params.org, 'board.write');
  const work = { actor, scope, now: ctx.now };
  const { id } = args.params;
  if (!isId(id) || !(await getEntryPage(scope, id, ctx.now))) throw notFound();
  const posted = await readForm(args.request, entryIntents);
  if (!posted.ok) return unprocessable(posted.reply());
  const deed = posted.value;
  const kept =
    deed.intent === 'withdraw'
      ? await withdrawEntry(work, id, deed.clientId)
      : deed.intent === 'propose'
        ? await proposeMatch(work, id, deed)
        : await moveMatch(work, deed);
  if (!kept.ok) return refusedEntry(posted, kept.refusal);
  return seeOther(ctx, paths.orgBoardEntry(membership.slug, id), { done: deed.intent });
}

/** One entry of the board with what was answered to it. */
export default function OrgBoardEntry() {
  const { done, ...page } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const back = useReturned(lastResult);
  const { t, to } = useWords();
  const { entry, slug } = page;
  return (
    <>
      <Breadcrumb items={[{ label: t('board.title'), href: to(paths.orgBoard(slug)) }, { label: entry.title }]} />
      <PageTitle badge={<EntryState state={entry.state} />}>
        <span lang={entry.locale}>{entry.title}</span>
      </PageTitle>
      {done && !lastResult && (
        <Notice live tone="success">
          {t(`board.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <EntryPage {...page} lastResult={lastResult} />
    </>
  );
}
