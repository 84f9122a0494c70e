import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { checkIn } from '#app/features/events/commands/check-in.server.ts';
import { checkInForm } from '#app/features/events/forms.ts';
import { formatMoment } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import { ok } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { answerEntry } from '#app/platform/outbox.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';

/** Nothing to look at: the list at the door is another page. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireMember(ctx, args.params.org, 'event.check-in');
  throw notFound();
}

/** One entry of the door as JSON out of a telephone's outbox (decision 016). */
function takeEntry(args: ActionFunctionArgs): Promise<Response> {
  return answerEntry(args, checkInForm, async (ctx, entry) => {
    const { actor, scope } = requireMember(ctx, args.params.org, 'event.check-in');
    const { id } = args.params;
    if (!isId(id)) throw notFound();
    const result = await checkIn({ actor, scope, now: ctx.now }, id, entry);
    if (!result.ok) return result;
    const { since } = result.value;
    return ok(since ? { said: ctx.t('outbox.door.since', { at: formatMoment(new Date(since), ctx.locale) }) } : {});
  });
}

/** One entry of the door: a form gets 303 back to the list, the outbox its own answer. */
export async function action(args: ActionFunctionArgs) {
  if (args.request.headers.get('content-type')?.startsWith('application/json')) return takeEntry(args);
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.check-in');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const back = (query: Record<string, string>) =>
    seeOther(ctx, paths.orgEventEntrance(membership.slug, id, `?${new URLSearchParams(query)}`));
  const posted = await readForm(args.request, checkInForm);
  if (!posted.ok) return back({ refused: 'name' });
  const { value } = posted;
  const result = await checkIn({ actor, scope, now: ctx.now }, id, value);
  if (!result.ok) {
    const { code } = result.refusal;
    if (code === 'common.error.not-allowed') throw forbidden();
    if (code === 'events.error.gone') throw notFound();
    return back({ shift: value.shiftId, refused: code === 'events.error.not-today' ? 'not-today' : 'state' });
  }
  return back({ shift: value.shiftId, ...(value.q ? { q: value.q } : {}), done: value.undo ? 'undone' : 'here' });
}
