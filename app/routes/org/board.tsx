import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getBoard } from '#app/features/board/entries.server.ts';
import { listAnswers } from '#app/features/board/matches.server.ts';
import { parseBoardFilters } from '#app/features/board/rules/board-filters.ts';
import { AnswersView, OthersView, OwnView } from '#app/features/board/ui/board-view.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { requireBoard } from './board-steps.server.ts';

export const meta = titled('board.title');

const VIEWS = ['others', 'own', 'answers'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireBoard(ctx, args.params.org, 'board.read');
  const query = ctx.url.searchParams;
  const filters = parseBoardFilters(query);
  return {
    slug: membership.slug,
    view: VIEWS.find((view) => view === query.get('view')) ?? 'others',
    filters,
    ...(await getBoard(scope, filters, ctx.now)),
    answers: await listAnswers(scope),
    mayWrite: can(actor, 'board.write', { organisationId: membership.organisationId }),
  };
}

/** Needs and offers between organisations. */
export default function OrgBoard() {
  const { slug, view, filters, others, own, pairs, answers, mayWrite } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  const counts = { others: others.length, own: own.length, answers: answers.length };
  return (
    <>
      <PageTitle
        lead={t('board.lead')}
        actions={
          mayWrite ? (
            <>
              <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewBoardEntry(slug, '?kind=need'))}>
                {t('board.new.need')}
              </ButtonLink>
              <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewBoardEntry(slug, '?kind=offer'))}>
                {t('board.new.offer')}
              </ButtonLink>
            </>
          ) : undefined
        }
      >
        {t('board.title')}
      </PageTitle>
      <Tabs
        label={t('board.views')}
        items={VIEWS.map((name) => ({
          label: t(`board.view.${name}`),
          href: to(paths.orgBoard(slug, name === 'others' ? '' : `?view=${name}`)),
          current: view === name,
          count: counts[name],
        }))}
      />
      {view === 'others' && (
        <OthersView slug={slug} others={others} pairs={pairs} filters={filters} mayWrite={mayWrite} />
      )}
      {view === 'own' && <OwnView slug={slug} own={own} mayWrite={mayWrite} />}
      {view === 'answers' && <AnswersView slug={slug} answers={answers} />}
    </>
  );
}
