import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { setWishes } from '#app/features/campaigns/commands/answer-as-signer.server.ts';
import { readSignatureToken } from '#app/features/campaigns/signer.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('support.stop.title');

export async function loader(args: LoaderFunctionArgs) {
  await openRequest(args);
  if (readSignatureToken(args.params.token) === null) throw notFound();
  return null;
}

/** One press in the mail program (RFC 8058): no sign-in, no page of ours before it, and no redirect as the answer. */
export async function action(args: ActionFunctionArgs) {
  await openRequest(args);
  const id = readSignatureToken(args.params.token);
  if (id === null) throw notFound();
  await setWishes(id, { news: false, named: null });
  return data({ isDone: true });
}

export default function Unsubscribe() {
  const isDone = useActionData<typeof action>()?.isDone ?? false;
  const { t } = useWords();
  return (
    <>
      <PageTitle lead={t('support.stop.text')}>{t('support.stop.title')}</PageTitle>
      {isDone ? (
        <Notice tone="success" live>
          <p>{t('support.stop.done')}</p>
        </Notice>
      ) : (
        <Form>
          <Button>{t('support.stop.action')}</Button>
        </Form>
      )}
    </>
  );
}
