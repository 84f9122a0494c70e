import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { makeJoinForm } from '#app/features/tasks/commands/keep-join-form.server.ts';
import { newJoiningForm } from '#app/features/tasks/join-forms.ts';
import { readJoining } from '#app/features/tasks/joining.server.ts';
import { JoiningView } from '#app/features/tasks/ui/joining-view.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedTask } from './task-steps.server.ts';

export const meta = titled('tasks.joining.title');

const DONE = ['accepted', 'declined'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  return {
    slug: membership.slug,
    clientId: newId(),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
    page: await readJoining(scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  const posted = await readForm(args.request, newJoiningForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, campaignId } = posted.value;
  const made = await makeJoinForm(
    { actor, scope, now: ctx.now },
    { clientId, campaignId: campaignId === '' ? null : campaignId, locale: ctx.locale },
  );
  if (!made.ok) return refusedTask(posted, made.refusal);
  return seeOther(ctx, paths.orgJoinForm(membership.slug, made.value.formId), { done: 'made' });
}

export default function OrgJoining() {
  const { done, page, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <PageTitle
        lead={t('tasks.joining.lead')}
        actions={
          <ButtonLink tone="secondary" icon="people" href={to(paths.orgPeople(view.slug, '?role=volunteer'))}>
            {t('tasks.joining.list')}
          </ButtonLink>
        }
      >
        {t('tasks.joining.title')}
      </PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`tasks.joining.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <JoiningView {...view} {...page} errors={back.errors} />
    </>
  );
}
