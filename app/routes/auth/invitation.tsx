import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { SubmissionResult } from '@conform-to/react';
import { acceptInvitation, openAccount } from '#app/features/accounts/commands/accept-invitation.server.ts';
import { isToken, openAccountForm } from '#app/features/accounts/forms.ts';
import { findInvitation, readInvitationPage } from '#app/features/accounts/invitation.server.ts';
import { isFounding } from '#app/features/accounts/rules/invitations.ts';
import { InvitationPage } from '#app/features/accounts/ui/invitation-page.tsx';
import { getInstanceOperator } from '#app/features/organisations/public-queries.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, seeOther } from '#app/platform/request.server.ts';

export const meta = titled('accounts.invitation.title');
export const handle = { width: 'read' };

const CLOSED: SubmissionResult<string[]> = { error: { '': ['accounts.invitation.error.closed'] } };

/** Shows what the invitation is for and takes nothing: mail scanners open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { token } = args.params;
  const view = await readInvitationPage(isToken(token) ? token : '', ctx.actor, ctx.locale);
  const operator = (await getInstanceOperator())?.name ?? null;
  const status = view.state !== 'closed' ? 200 : view.isKnown ? 410 : 404;
  return data({ view, operator, here: ctx.url.pathname, clientId: newId() }, { status });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const token = isToken(args.params.token) ? args.params.token : '';
  const invitation = await findInvitation(token);
  if (!invitation) return data({ lastResult: CLOSED }, { status: 404 });
  // In at work, or on the way to a team of one's own.
  const onward = (slug: string) =>
    isFounding(invitation)
      ? paths.newTeam(`?from=${invitation.organisationId}`)
      : paths.workplace(slug, [invitation.role]);
  const done = isFounding(invitation) ? undefined : 'joined';
  if (ctx.actor.kind === 'user') {
    const accepted = await acceptInvitation({ actor: ctx.actor }, { token });
    if (accepted.ok) return seeOther(ctx, onward(accepted.value.slug), { done });
    return unprocessable({ error: { '': [accepted.refusal.code] } });
  }
  const posted = await readForm(args.request, openAccountForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const opened = await openAccount(ctx, { ...posted.value, token, locale: ctx.locale });
  if (opened.ok)
    return seeOther(ctx, onward(opened.value.slug), {
      done,
      headers: { 'Set-Cookie': opened.value.cookie },
    });
  const { code, field } = opened.refusal;
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function Invitation() {
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return <InvitationPage {...loaded} lastResult={actionData?.lastResult} />;
}
