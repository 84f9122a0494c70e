import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { flagIssue } from '#app/features/issues/commands/flag-issue.server.ts';
import { bodyReplyForm, LIMITS, REPLY_CONSENT_VERSION } from '#app/features/issues/forms.ts';
import { findIssueCard } from '#app/features/issues/public-queries.server.ts';
import { consentParts } from '#app/features/issues/ui/consent-parts.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { readRef } from './public-data.ts';

export const meta = titled('issues.public.reply.title');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  const ref = readRef(args.params.ref);
  const issue = ref === undefined ? null : await findIssueCard(ref);
  if (!issue) throw notFound();
  return { ref: issue.ref, title: issue.title, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  if (ref === undefined) throw notFound();
  const posted = await readForm(args.request, bodyReplyForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, text, consent: _given, ...reply } = posted.value;
  const result = await flagIssue(ctx, { ref, clientId, locale: ctx.locale, kind: 'body_reply', text, reply: { ...reply, consentVersion: REPLY_CONSENT_VERSION } });
  if (result.ok) return seeOther(ctx, paths.issue(ref), { done: 'replied' });
  if (result.refusal.code === 'not-found') throw notFound();
  return data({ lastResult: posted.reply(undefined, [result.refusal.code]) }, { status: 429 });
}

type Fields = { clientId: string; bodyName: string; signatory: string; text: string; contact: string; consent: string };

export default function IssueReply() {
  const { ref, title, clientId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, say } = useWords();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.lastResult ?? null });
  const errors = { '': say(form.errors), ...Object.fromEntries((['bodyName', 'signatory', 'text', 'contact', 'consent', 'clientId'] as const).map((name) => [name, say(fields[name].errors)])) };
  return (
    <>
      <Breadcrumb items={[{ label: title, href: to(paths.issue(ref)) }, { label: t('issues.public.reply.title') }]} />
      <PageTitle lead={t('issues.public.reply.lead')}>{t('issues.public.reply.title')}</PageTitle>
      <ErrorSummary title={t('issues.form.errors.title')} errors={errors} />
      <Form clientId={fields.clientId.initialValue ?? clientId}>
        <TextInput name="bodyName" label={t('issues.public.reply.body')} error={say(fields.bodyName.errors)} defaultValue={fields.bodyName.initialValue} maxLength={LIMITS.name} required />
        <TextArea name="text" label={t('issues.public.reply.text')} error={say(fields.text.errors)} rows={7} maxLength={LIMITS.reply} defaultValue={fields.text.initialValue} required />
        <TextInput name="signatory" label={t('issues.public.reply.signatory')} error={say(fields.signatory.errors)} defaultValue={fields.signatory.initialValue} maxLength={LIMITS.name} required />
        <TextInput
          name="contact"
          label={t('issues.public.reply.contact')}
          hint={t('issues.public.reply.contact.hint')}
          error={say(fields.contact.errors)}
          defaultValue={fields.contact.initialValue}
          maxLength={LIMITS.contact}
          required
        />
        <ConsentBox
          label={t('issues.public.reply.consent')}
          intro={
            <>
              {t('issues.public.reply.consent.intro')} <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
            </>
          }
          parts={consentParts(t, 'issues.public.reply')}
          error={say(fields.consent.errors)}
          defaultChecked={fields.consent.initialValue === 'on'}
        />
        <SubmitBar>
          <Button>{t('issues.public.reply.send')}</Button>
          <ButtonLink tone="quiet" href={to(paths.issue(ref))}>
            {t('common.back')}
          </ButtonLink>
        </SubmitBar>
      </Form>
    </>
  );
}
