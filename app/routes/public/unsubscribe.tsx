import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { behindLink, leaveMailings } from '#app/features/mailings/commands/leave-mailings.server.ts';
import { readMailingToken } from '#app/features/mailings/link.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('mailings.leave.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readMailingToken(args.params.token);
  if (id === null) throw notFound();
  const found = await behindLink(id);
  return { organisation: found ? found[`name_${ctx.locale}`] : null };
}

/** One press in the mail program (RFC 8058): no sign-in, no page of ours before it, and no redirect as the answer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readMailingToken(args.params.token);
  if (id === null) throw notFound();
  const isComplaint = (await readWhy(args.request)) === 'complaint';
  await leaveMailings(id, isComplaint, ctx.now);
  return data({ isComplaint });
}

/** Mail programs send `List-Unsubscribe=One-Click` as a form of either kind, or nothing that is one. */
async function readWhy(request: Request): Promise<FormDataEntryValue | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) return null;
  try {
    return (await request.formData()).get('why');
  } catch (error) {
    // A broken body does not keep anybody on a list.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export default function Unsubscribe() {
  const { organisation } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t } = useWords();
  if (organisation === null)
    return <PageTitle lead={t('mailings.leave.gone')}>{t('mailings.leave.title')}</PageTitle>;
  return (
    <>
      <PageTitle lead={t('mailings.leave.text', { organisation })}>{t('mailings.leave.title')}</PageTitle>
      {done ? (
        <Notice tone="success" live>
          <p>{t(done.isComplaint ? 'mailings.leave.complained' : 'mailings.leave.done')}</p>
        </Notice>
      ) : (
        <Form label={t('mailings.leave.title')}>
          <Button>{t('mailings.leave.action')}</Button>
        </Form>
      )}
      {!done?.isComplaint && (
        <Form label={t('mailings.leave.complaint')}>
          <p>{t('mailings.leave.complaint.text')}</p>
          <Button tone="quiet" name="why" value="complaint">
            {t('mailings.leave.complaint')}
          </Button>
        </Form>
      )}
      <p className="meta">{t('mailings.leave.term')}</p>
    </>
  );
}
