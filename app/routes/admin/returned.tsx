import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { takeReturnedMail } from '#app/features/mailings/commands/take-returned.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { clientId } from '#app/kernel/fields.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireOperator, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('mailings.returned.title');

const MOST_FILES = 50;
const form = z.object({ clientId });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireOperator(ctx);
  const [known, other] = (ctx.url.searchParams.get('taken') ?? '').split('-').map(Number);
  const isCount = (value: number | undefined): value is number => Number.isInteger(value);
  return { clientId: newId(), taken: isCount(known) && isCount(other) ? { known, other } : null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const operator = requireOperator(ctx);
  const posted = await readForm(args.request, form, MOST_FILES);
  if (!posted.ok) return unprocessable(posted.reply());
  const files = (posted.files.letters ?? []).filter(({ isTooLarge }) => !isTooLarge);
  if (files.length === 0) return unprocessable(posted.reply({ letters: ['mailings.returned.error.none'] }));
  const result = await takeReturnedMail(
    operator,
    files.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)),
  );
  if (!result.ok) throw forbidden();
  return seeOther(ctx, `${paths.adminReturned()}?taken=${result.value.known}-${result.value.other}`);
}

export default function AdminReturned() {
  const { taken, clientId: id } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t } = useWords();
  return (
    <>
      <PageTitle lead={t('mailings.returned.lead')}>{t('mailings.returned.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      {taken && (
        <Notice live tone="success">
          {t('mailings.returned.done', taken)}
        </Notice>
      )}
      <Form files clientId={back.value('clientId', id)} label={t('mailings.returned.title')}>
        <FileInput
          name="letters"
          label={t('mailings.returned.files')}
          error={back.errors.letters}
          accept=".eml,message/rfc822"
          multiple
        />
        <Button>{t('mailings.returned.action')}</Button>
      </Form>
    </>
  );
}
