import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getBriefing } from '#app/features/teams/briefings.server.ts';
import { archiveForm, quizForm } from '#app/features/teams/campaign-forms.ts';
import { answerBriefing, archiveBriefing } from '#app/features/teams/commands/keep-briefing.server.ts';
import { Quiz } from '#app/features/teams/ui/quiz.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('teams.briefing.read');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'team.learn');
  const briefing = isId(args.params.id) ? await getBriefing(scope, args.params.id) : null;
  if (!briefing) throw notFound();
  const { questions, ...words } = briefing;
  return {
    ...words,
    // The right answers stay here.
    questions: questions.map(({ question, options }) => ({ question, options })),
    slug: membership.slug,
    clientId: newId(),
    mayBrief: can(actor, 'team.brief', { organisationId: membership.organisationId }),
    done: (['saved', 'passed'] as const).find((one) => one === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'team.learn');
  const { id } = args.params;
  if (!isId(id) || !(await getBriefing(scope, id))) throw notFound();
  const work = { actor, scope, now: ctx.now };
  const posted = await readForm(args.request.clone(), archiveForm);
  if (posted.ok) {
    const archived = await archiveBriefing(work, { clientId: posted.value.clientId, briefingId: id });
    if (!archived.ok && archived.refusal.code === 'common.error.not-allowed') throw forbidden();
    return seeOther(ctx, paths.teamBriefings(membership.slug), { done: 'archived' });
  }
  const quiz = await readForm(args.request, quizForm);
  if (!quiz.ok) return unprocessable(quiz.reply());
  const answered = await answerBriefing(work, id, quiz.value);
  if (!answered.ok) return unprocessable(quiz.reply(undefined, [answered.refusal.code]));
  if (answered.value.isPassed) return seeOther(ctx, paths.teamBriefing(membership.slug, id), { done: 'passed' });
  const { right, all } = answered.value;
  // Another try is another form.
  return data({ lastResult: quiz.reply(), result: { right, all } }, { status: 422 });
}

/** A briefing to read, and its questions. */
export default function TeamBriefing() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const result = answer && 'result' in answer ? answer.result : null;
  const { t, to } = useWords();
  return (
    <Stack>
      <Breadcrumb
        items={[{ label: t('teams.room.briefings'), href: to(paths.teamBriefings(page.slug)) }, { label: page.title }]}
      />
      <PageTitle meta={t('teams.briefing.version', { version: String(page.version) })}>{page.title}</PageTitle>
      <ErrorSummary errors={back.errors} />
      {page.done && !answer && (
        <Notice tone="success" live>
          {t(page.done === 'saved' ? 'common.saved' : 'teams.briefing.done')}
        </Notice>
      )}
      {result && (
        <Notice tone="warning" live>
          {t('teams.briefing.again', { right: String(result.right), all: String(result.all) })}
        </Notice>
      )}
      <Paragraphs text={page.text} />
      <Section title={t('teams.briefing.quiz')} id="quiz">
        {page.isPassed && page.done !== 'passed' && <Notice tone="success">{t('teams.briefing.done')}</Notice>}
        {!page.isPassed && (
          <Quiz questions={page.questions} version={page.version} clientId={page.clientId} back={back} />
        )}
      </Section>
      {page.mayBrief && (
        <ButtonRow>
          <ButtonLink tone="secondary" icon="edit" href={to(paths.teamBriefingEdit(page.slug, page.id))}>
            {t('teams.briefing.change')}
          </ButtonLink>
          <Form clientId={page.clientId} inline label={t('teams.briefing.archive')}>
            <input type="hidden" name="intent" value="archive" />
            <Button tone="quiet">{t('teams.briefing.archive')}</Button>
          </Form>
        </ButtonRow>
      )}
    </Stack>
  );
}
