import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveJoinForm } from '#app/features/tasks/commands/keep-join-form.server.ts';
import { joiningForm } from '#app/features/tasks/join-forms.ts';
import { readForm as readJoinForm } from '#app/features/tasks/joining.server.ts';
import { JoinFormFields } from '#app/features/tasks/ui/join-form-fields.tsx';
import { JoinSpread } from '#app/features/tasks/ui/join-spread.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { refusedTask } from './task-steps.server.ts';

export const meta = titled('tasks.joining.form.title');

const DONE = ['made', 'saved'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  const form = isId(args.params.form) ? await readJoinForm(scope, args.params.form) : undefined;
  if (!form) throw notFound();
  const at = (path: string) => `${ctx.url.origin}${ctx.to(path)}`;
  const link = at(paths.join(form.slug));
  return {
    slug: membership.slug,
    names: membership.names,
    clientId: newId(),
    form,
    link,
    embed: at(paths.joinEmbed(form.slug)),
    qr: await qrDataUri(link),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'joining.keep');
  const { form = '' } = args.params;
  if (!isId(form)) throw notFound();
  const posted = await readForm(args.request, joiningForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const saved = await saveJoinForm({ actor, scope, now: ctx.now }, form, posted.value, ctx.locale);
  if (!saved.ok) return refusedTask(posted, saved.refusal);
  return seeOther(ctx, paths.orgJoinForm(membership.slug, form), { done: 'saved' });
}

export default function OrgJoiningForm() {
  const { slug, names, clientId, form, link, embed, qr, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to, locale } = useWords();
  const name = form.campaign ?? t('tasks.joining.form.own');
  return (
    <>
      <Breadcrumb items={[{ label: t('tasks.joining.title'), href: to(paths.orgJoining(slug)) }, { label: name }]} />
      <PageTitle meta={t('tasks.joining.form.title')}>{name}</PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`tasks.joining.done.${done}`)}
        </Notice>
      )}
      <JoinFormFields clientId={clientId} form={form} lastResult={answer?.lastResult} />
      {form.isOpen && <JoinSpread name={names[locale]} roles={form.roles} link={link} embed={embed} qr={qr} />}
    </>
  );
}
