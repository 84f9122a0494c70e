import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideJoin } from '#app/features/tasks/commands/decide-join.server.ts';
import { decisionForm } from '#app/features/tasks/join-forms.ts';
import { readSubmission } from '#app/features/tasks/joining.server.ts';
import { SubmissionFacts } from '#app/features/tasks/ui/submission-facts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedTask } from './task-steps.server.ts';

export const meta = titled('tasks.joining.pending');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  const page = isId(args.params.id) ? await readSubmission(scope, args.params.id) : undefined;
  if (!page) throw notFound();
  return { slug: membership.slug, clientId: newId(), page };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  const { id = '' } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, decisionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const decided = await decideJoin({ actor, scope, now: ctx.now }, id, posted.value);
  if (!decided.ok) return refusedTask(posted, decided.refusal);
  return seeOther(ctx, paths.orgJoining(membership.slug), {
    done: posted.value.decision === 'accept' ? 'accepted' : 'declined',
  });
}

export default function OrgJoiningSubmission() {
  const { slug, clientId, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  const title = page.sent?.name ?? t(`tasks.joining.state.${page.state}`);
  return (
    <>
      <Breadcrumb items={[{ label: t('tasks.joining.title'), href: to(paths.orgJoining(slug)) }, { label: title }]} />
      <PageTitle meta={t(`tasks.joining.state.${page.state}`)}>{title}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <SubmissionFacts page={page} />
      {page.personId && <a href={to(paths.orgPerson(slug, page.personId))}>{t('tasks.joining.person')}</a>}
      {page.state === 'pending' && (
        <Form clientId={clientId} label={t('tasks.joining.pending')}>
          <p className="meta">
            {t('tasks.joining.accept.text')} {t('tasks.joining.decline.text')}
          </p>
          <ButtonRow>
            <Button name="decision" value="accept">
              {t('tasks.joining.accept')}
            </Button>
            <Button tone="secondary" name="decision" value="decline">
              {t('tasks.joining.decline')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}
