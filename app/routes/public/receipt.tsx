import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openReceipt } from '#app/features/issues/commands/open-receipt.server.ts';
import { receiptForm } from '#app/features/issues/forms.ts';
import { holdReceipt } from '#app/features/issues/receipt-cookie.server.ts';
import { isLegalReceipt } from '#app/features/legal-aid/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

export const meta = titled('issues.receipt.title');

const NOTICES = { closed: 'issues.receipt.closed', expired: 'issues.receipt.expired' } as const;
const isNotice = (key: string | null): key is keyof typeof NOTICES => key !== null && Object.hasOwn(NOTICES, key);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const done = ctx.url.searchParams.get('done');
  return { done: isNotice(done) ? done : null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const posted = await readForm(args.request, receiptForm);
  if (!posted.ok) return unprocessable(posted.reply(), { legal: null });
  if (isLegalReceipt(posted.value.code)) return data({ lastResult: null, legal: posted.value.code }, { status: 200 });
  const result = await openReceipt(ctx, posted.value.code);
  if (result.ok) return seeOther(ctx, paths.receiptPage(), { headers: { 'Set-Cookie': holdReceipt(result.value, ctx.now) } });
  const { code } = result.refusal;
  return data({ lastResult: posted.reply({ code: [code] }), legal: null }, { status: code === 'common.error.too-many' ? 429 : 422 });
}

export default function Receipt() {
  const { done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, say } = useWords();
  const legal = answer?.legal ?? null;
  const [form, fields] = useForm<{ code: string }>({ lastResult: answer?.lastResult ?? null });
  if (legal !== null)
    return (
      <div className="stack">
        <PageTitle lead={t('issues.receipt.legal.lead')}>{t('issues.receipt.legal.title')}</PageTitle>
        {/* Posted, so that the digits stand in no address. */}
        <Form action={to(paths.legalReceipt())}>
          <input type="hidden" name="code" value={legal} />
          <SubmitBar still>
            <Button>{t('issues.receipt.legal.open')}</Button>
          </SubmitBar>
        </Form>
      </div>
    );
  return (
    <>
      <PageTitle lead={t('issues.receipt.lead')}>{t('issues.receipt.title')}</PageTitle>
      {done && (
        <Notice tone={done === 'expired' ? 'warning' : 'success'} live>
          {t(NOTICES[done])}
        </Notice>
      )}
      <ErrorSummary errors={{ '': say(form.errors), code: say(fields.code.errors) }} />
      <Form>
        <TextInput
          name="code"
          label={t('issues.receipt.code')}
          hint={t('issues.receipt.code.hint')}
          error={say(fields.code.errors)}
          defaultValue={fields.code.initialValue}
          inputMode="numeric"
          autoComplete="off"
          maxLength={100}
          required
        />
        <SubmitBar still>
          <Button>{t('issues.receipt.open')}</Button>
        </SubmitBar>
      </Form>
      <p className="meta">
        {t('issues.receipt.lost')} <a href={to(paths.newIssue())}>{t('common.nav.report')}</a>
      </p>
    </>
  );
}
