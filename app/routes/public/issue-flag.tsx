import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { flagIssue } from '#app/features/issues/commands/flag-issue.server.ts';
import { flagForm, LIMITS, PAGE_FLAGS } from '#app/features/issues/forms.ts';
import { findIssueCard } from '#app/features/issues/public-queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { readRef } from './public-data.ts';

export const meta = titled('issues.public.flag');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  const issue = ref === undefined ? null : await findIssueCard(ref);
  if (!issue) throw notFound();
  const kind = PAGE_FLAGS.find((entry) => entry === ctx.url.searchParams.get('kind'));
  return { ref: issue.ref, title: issue.title, kind, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  if (ref === undefined) throw notFound();
  const posted = await readForm(args.request, flagForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const result = await flagIssue(ctx, { ref, locale: ctx.locale, ...posted.value });
  if (result.ok) return seeOther(ctx, paths.issue(ref), { done: 'flagged' });
  if (result.refusal.code === 'not-found') throw notFound();
  return data({ lastResult: posted.reply(undefined, [result.refusal.code]) }, { status: 429 });
}

export default function IssueFlag() {
  const { ref, title, kind, clientId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, say } = useWords();
  const [form, fields] = useForm<{ clientId: string; kind: string; text: string }>({ lastResult: answer?.lastResult ?? null });
  return (
    <>
      <PageTitle lead={t('issues.public.flag.lead', { title })}>{t('issues.public.flag.title')}</PageTitle>
      <ErrorSummary title={t('issues.form.errors.title')} errors={{ '': say(form.errors), kind: say(fields.kind.errors), text: say(fields.text.errors), clientId: say(fields.clientId.errors) }} />
      <Form clientId={fields.clientId.initialValue ?? clientId}>
        <RadioCards
          name="kind"
          label={t('issues.public.flag.kind')}
          error={say(fields.kind.errors)}
          options={PAGE_FLAGS.map((value) => ({ value, label: t(`issues.public.flag.kind.${value}`) }))}
          defaultValue={fields.kind.initialValue ?? kind}
          required
        />
        <TextArea
          name="text"
          label={t('issues.public.flag.text')}
          error={say(fields.text.errors)}
          optional
          rows={3}
          maxLength={LIMITS.flag}
          defaultValue={fields.text.initialValue}
        />
        <SubmitBar>
          <Button>{t('issues.public.flag.send')}</Button>
          <ButtonLink tone="quiet" href={to(paths.issue(ref))}>
            {t('common.back')}
          </ButtonLink>
        </SubmitBar>
      </Form>
    </>
  );
}
