import type { Refusal } from '#app/kernel/result.ts';
import { unprocessable, type Reply } from '#app/platform/forms.server.ts';
import { forbidden, notFound, requireMember, type AtWork, type RequestContext } from '#app/platform/request.server.ts';

/** The board's rooms: for a candidate's team they are not there. */
export function requireBoard(
  ctx: RequestContext,
  slug: string | undefined,
  action: 'board.read' | 'board.write',
): AtWork {
  const at = requireMember(ctx, slug, action);
  if (at.membership.kind === 'team') throw notFound();
  return at;
}

/** 404 for what is not ours to see, 403 for what the colleague may not, otherwise the page again with the reason. */
export function refusedEntry(posted: { reply: Reply }, { code, field }: Refusal) {
  if (code === 'board.error.gone') throw notFound();
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}
