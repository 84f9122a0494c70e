import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { checkIn } from '#app/features/events/commands/check-in.server.ts';
import { checkInForm } from '#app/features/events/forms.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';

const STATUS = {
  'common.error.not-allowed': 403,
  'events.error.gone': 404,
  'events.error.not-today': 409,
  'events.error.state': 409,
} as const;

/** Nothing to look at: the list at the door is another page. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  requireMember(ctx, args.params.org, 'event.check-in');
  throw notFound();
}

/** A form posted by the page, or the same fields as JSON out of a telephone's outbox. */
async function readEntry(request: Request) {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    const posted = await readForm(request, checkInForm);
    return { isOutbox: false, value: posted.ok ? posted.value : null, clientId: null };
  }
  const body: unknown = await request.json().catch(() => null);
  const read = checkInForm.safeParse(body);
  return {
    isOutbox: true,
    value: read.success ? read.data : null,
    clientId: (body as { clientId?: unknown } | null)?.clientId ?? null,
  };
}

/**
 * One entry of the door. A form gets 303 back to the list; the outbox (kernel/outbox `OutboxAnswer`) gets
 * `{ clientId, outcome, said? }`: what is refused once is refused for good, and need not be sent again.
 */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.check-in');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const { isOutbox, value, clientId } = await readEntry(args.request);
  const answer = (outcome: 'done' | 'refused', said?: string, status = 200) =>
    Response.json(
      { clientId, outcome, ...(said === undefined ? {} : { said }) },
      { status, headers: { 'Cache-Control': 'no-store' } },
    );
  const back = (query: Record<string, string>) =>
    seeOther(ctx, paths.orgEventEntrance(membership.slug, id, `?${new URLSearchParams(query)}`));
  if (!value)
    return isOutbox ? answer('refused', ctx.t('common.error.form-changed'), 422) : back({ refused: 'name' });
  const result = await checkIn({ actor, scope, now: ctx.now }, id, value);
  if (!result.ok) {
    const { code } = result.refusal;
    if (isOutbox) return answer('refused', ctx.t(code), STATUS[code]);
    if (code === 'common.error.not-allowed') throw forbidden();
    if (code === 'events.error.gone') throw notFound();
    return back({ shift: value.shiftId, refused: code === 'events.error.not-today' ? 'not-today' : 'state' });
  }
  if (isOutbox) return answer('done');
  return back({ shift: value.shiftId, ...(value.q ? { q: value.q } : {}), done: value.undo ? 'undone' : 'here' });
}
