import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmSignature, rateReply, setWishes, withdrawSignature } from '#app/features/campaigns/commands/answer-as-signer.server.ts';
import { findSignerView } from '#app/features/campaigns/signer-page.server.ts';
import { readSignatureToken } from '#app/features/campaigns/signer.server.ts';
import { signerForm } from '#app/features/campaigns/signing-forms.ts';
import { SignerPage } from '#app/features/campaigns/ui/signer-page.tsx';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { openRequest, notFound, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';

export const handle = { quickExit: true };
export const meta = titled('support.mine.title');
export { loaderHeaders as headers } from './public-data.ts';

const DONE = ['confirmed', 'already', 'withdrawn', 'saved', 'rated'] as const;

/** Shows, and never changes anything: mail scanners open links before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readSignatureToken(args.params.token);
  const view = id === null ? null : await findSignerView(id, ctx.now);
  const done = DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null;
  return data({ view, done }, { status: view ? 200 : 404, headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const token = args.params.token ?? '';
  const id = readSignatureToken(token);
  if (id === null) throw notFound();
  const posted = await readForm(args.request, signerForm);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const back = (done: (typeof DONE)[number]) => seeOther(ctx, paths.signature(token), { done });
  const { value } = posted;
  if (value.step === 'withdraw') {
    await withdrawSignature(id, ctx.now);
    return back('withdrawn');
  }
  if (value.step === 'wishes') {
    await setWishes(id, { news: value.wantsNews, named: value.showsName });
    return back('saved');
  }
  if (value.step === 'rate') {
    const isRated = await rateReply(id, value.reply, value.stars);
    return isRated ? back('rated') : data({ lastResult: posted.reply(undefined, ['common.error.form-changed']) }, { status: 422 });
  }
  const answer = await confirmSignature(id, ctx.now);
  if (answer === 'unknown') throw notFound();
  if (answer === 'confirmed' || answer === 'already') return back(answer);
  // Closed, expired or ended: the page itself says which.
  return data({ lastResult: posted.reply() }, { status: 409 });
}

export default function Signature() {
  const { view, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SignerPage view={view} done={done} lastResult={answer?.lastResult} />;
}
