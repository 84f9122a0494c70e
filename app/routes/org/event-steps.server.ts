import { whyNotOfKind } from '#app/features/events/event-work.server.ts';
import { CAMPAIGNING, EVENT_KINDS, type EventKind } from '#app/features/events/rules/kinds.ts';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { mayTakeCampaignShift } from '#app/features/teams/public.server.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import type { Refusal } from '#app/kernel/result.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
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

/** What stands between a member and a shift: the sentence with its date, and the room where she can do something about it. */
export type Hurdle = { text: string; room: 'confirmation' | 'briefings' | null };
const ROOM_OF: Partial<Record<string, Hurdle['room']>> = {
  'elections.refused.not-confirmed': 'confirmation',
  'teams.refused.not-briefed': 'briefings',
};

/** Why a member may not take a shift of this kind now; null when she may, or when it is no shift for votes. */
export async function hurdleOf(
  ctx: RequestContext,
  { scope }: Pick<AtWork, 'scope'>,
  kind: EventKind,
): Promise<Hurdle | null> {
  if (!CAMPAIGNING.includes(kind)) return null;
  const answer = await withScope(scope, (tx) => mayTakeCampaignShift(tx, scope, ctx.now));
  return answer.ok ? null : { text: sayRefusal(ctx.t, ctx.locale, answer), room: ROOM_OF[answer.code] ?? null };
}

/** What the events' rooms answer to a refusal: 404 for what is not this organisation's, 403 for what the colleague may not. */
export function refusedEvent(posted: { reply: Reply }, { code, field }: Refusal, refusedBecause: string | null = null) {
  if (code === 'events.error.gone') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), { refusedBecause });
}
