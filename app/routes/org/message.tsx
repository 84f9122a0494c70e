import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { lockAudience, unlockAudience } from '#app/features/mailings/commands/lock-audience.server.ts';
import { sendMailing, stopMailing, testMailing } from '#app/features/mailings/commands/send-mailing.server.ts';
import { deleteMailing } from '#app/features/mailings/commands/write-mailing.server.ts';
import { MAILING_DONE, mailingIntents, type MailingIntent } from '#app/features/mailings/forms.ts';
import { isQuiet } from '#app/features/mailings/rules/pace.ts';
import { campaignAnswer, getMailing } from '#app/features/mailings/queries.server.ts';
import { MessagePage } from '#app/features/mailings/ui/message-page.tsx';
import { titled } from '#app/i18n/titled.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { env } from '#app/platform/env.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { refusedMessage } from './message-steps.server.ts';

export const meta = titled('mailings.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'message.read');
  const found = isId(args.params.id) ? await getMailing(scope, args.params.id, ctx.now) : undefined;
  if (!found) throw notFound();
  const answer = found.purpose === 'campaigning' ? await campaignAnswer(scope, ctx.now) : { ok: true as const };
  return {
    slug: membership.slug,
    message: found,
    gate: answer.ok ? null : sayRefusal(ctx.t, ctx.locale, answer),
    clientId: newId(),
    today: dayOf(ctx.now),
    night: env().MAILINGS_NIGHT,
    maySend: can(actor, 'message.send', { organisationId: membership.organisationId }),
    done: MAILING_DONE.find((one) => one === ctx.url.searchParams.get('done')) ?? null,
  };
}

/** The hour that the form names, in the country's time; null for now, undefined for none that can be read. */
function leavesAt(intent: Extract<MailingIntent, { intent: 'send' }>): Date | null | undefined {
  if (intent.when === 'now') return null;
  return intent.on && intent.at ? new Date(`${intent.on}T${intent.at}:00+04:00`) : undefined;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'message.send');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, mailingIntents);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = value.intent === 'send' ? leavesAt(value) : null;
  if (at === undefined) return unprocessable(posted.reply({ on: ['mailings.error.when'] }));
  const result = await doIt({ actor, scope, now: ctx.now }, id, value, at);
  if (!result.ok) {
    const answer = result.refusal.code.startsWith('elections.')
      ? await campaignAnswer(scope, at ?? ctx.now)
      : { ok: true as const };
    if (!answer.ok) return unprocessable(posted.reply(), { refused: sayRefusal(ctx.t, ctx.locale, answer) });
    return refusedMessage(posted, result.refusal);
  }
  if (value.intent === 'delete') return seeOther(ctx, paths.orgMessages(membership.slug));
  const sent = at ? 'scheduled' : isQuiet(ctx.now, env().MAILINGS_NIGHT) ? 'night' : 'sent';
  const done = { lock: 'locked', unlock: 'unlocked', test: 'tested', send: sent, stop: 'stopped' };
  return seeOther(ctx, paths.orgMessage(membership.slug, id), { done: done[value.intent] });
}

function doIt(work: StaffWork, id: string, value: MailingIntent, at: Date | null) {
  switch (value.intent) {
    case 'lock':
      return lockAudience(work, id, value);
    case 'unlock':
      return unlockAudience(work, id, value);
    case 'test':
      return testMailing(work, id, value);
    case 'send':
      return sendMailing(work, id, { clientId: value.clientId, at });
    case 'stop':
      return stopMailing(work, id, value);
    case 'delete':
      return deleteMailing(work, id, value);
  }
}

export default function OrgMessage() {
  const answer = useActionData<typeof action>();
  const refused = answer && 'refused' in answer ? (answer.refused as string) : null;
  return <MessagePage {...useLoaderData<typeof loader>()} refused={refused} lastResult={answer?.lastResult} />;
}
