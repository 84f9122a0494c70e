import { whyNotOfKind } from '#app/features/events/event-work.server.ts';
import { EVENT_KINDS, type EventKind } from '#app/features/events/rules/kinds.ts';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import type { Refusal } from '#app/kernel/result.ts';
import { unprocessable, type Reply } from '#app/platform/forms.server.ts';
import { forbidden, notFound, type AtWork, type RequestContext } from '#app/platform/request.server.ts';

/** Kinds to choose from: asking for votes is a candidate's team's alone. */
export function kindsFor(organisation: OrganisationKind): EventKind[] {
  return EVENT_KINDS.filter((kind) => kind !== 'canvassing' || organisation === 'team');
}

/** Why an event of this kind may not be now or then, with its date; null when it may. */
export async function whyNot(
  ctx: RequestContext,
  { scope }: Pick<AtWork, 'scope'>,
  kind: EventKind,
  startsAt: Date,
): Promise<string | null> {
  const answer = await whyNotOfKind(scope, kind, { now: ctx.now, startsAt });
  return answer.ok ? null : sayRefusal(ctx.t, ctx.locale, answer);
}

/** What the events' rooms answer to a refusal: 404 for what is not this organisation's, 403 for what the colleague may not. */
export function refusedEvent(posted: { reply: Reply }, { code, field }: Refusal, refusedBecause: string | null = null) {
  if (code === 'events.error.gone') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), { refusedBecause });
}
