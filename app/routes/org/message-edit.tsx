import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveMailing } from '#app/features/mailings/commands/write-mailing.server.ts';
import { mailingForm } from '#app/features/mailings/forms.ts';
import { firstDraft } from '#app/features/mailings/first-words.server.ts';
import { getMailing, readChoices } from '#app/features/mailings/queries.server.ts';
import { MessageForm, type Draft } from '#app/features/mailings/ui/message-form.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedMessage } from './message-steps.server.ts';

export const meta = titled('mailings.new');

/** The id of the address: null for a new message. */
function idOf(id: string | undefined): string | null {
  if (id === undefined) return null;
  if (!isId(id)) throw notFound();
  return id;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'message.send');
  const id = idOf(args.params.id);
  const found = id === null ? undefined : await getMailing(scope, id, ctx.now);
  if (id !== null && !found) throw notFound();
  // Locked or sent: its own page says what can still be done.
  if (found && found.state !== 'draft') throw redirect(ctx.to(paths.orgMessage(membership.slug, found.id)), 303);
  const choices = await readChoices(scope);
  const draft: Draft = found
    ? {
        purpose: found.purpose,
        channel: found.channel,
        audience: found.audienceId ? `${found.audience}:${found.audienceId}` : found.audience,
        locale: found.locale,
        texts: found.texts,
      }
    : await firstDraft(scope, choices, { query: ctx.url.searchParams, locale: ctx.locale, now: ctx.now });
  return { slug: membership.slug, id, clientId: newId(), draft, ...choices };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'message.send');
  const id = idOf(args.params.id);
  const posted = await readForm(args.request, mailingForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const saved = await saveMailing({ actor, scope, now: ctx.now }, id, posted.value);
  if (!saved.ok) return refusedMessage(posted, saved.refusal);
  return seeOther(ctx, paths.orgMessage(membership.slug, saved.value.mailingId), { done: 'saved' });
}

export default function OrgMessageEdit() {
  const { slug, id, ...form } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  const title = t(id === null ? 'mailings.new' : 'mailings.edit');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('mailings.list.title'), href: to(paths.orgMessages(slug)) },
          ...(id === null ? [] : [{ label: t('mailings.title'), href: to(paths.orgMessage(slug, id)) }]),
          { label: title },
        ]}
      />
      <PageTitle>{title}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <MessageForm {...form} label={title} back={back} />
    </>
  );
}
