import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { Keys } from '#app/features/legal-aid/case-keys.server.ts';
import { standAtCase, type CaseRow } from '#app/features/legal-aid/case-door.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import type { Mover } from '#app/features/legal-aid/rules/lifecycle.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { notFound, oncePerPage, type RequestContext } from '#app/platform/request.server.ts';
import { atDesk } from './at-desk.ts';

/** In a case with its keys open: what every room of it starts from. */
export type InCase = {
  ctx: RequestContext;
  slug: string;
  work: DeskWork;
  subject: CaseRow;
  /** At least one version; the newest may be missing after somebody changed the key without this person. */
  keys: Keys;
  /** The lawyer who has it. */
  isHolder: boolean;
  isAssigned: boolean;
  movers: readonly Mover[];
};

/**
 * In a room of a case (`:id`) that this person opened today with a reason. Answers 404 where the case does not exist for
 * the person (another desk's, kept out, erased) and leads to the opening page where no reason was given today or no key is held.
 */
export function atCase(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<InCase> {
  return oncePerPage(args, `case ${args.params.org} ${args.params.id}`, () => enter(args));
}

async function enter(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<InCase> {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const found = await withLegalScope(work.scope, (tx) => standAtCase(tx, work, id));
  if (!found) throw notFound();
  const { isOpened, keys, ...rest } = found;
  if (!isOpened || keys.size === 0) {
    const room = ctx.url.pathname.split(`/cases/${id}/`)[1];
    throw redirect(ctx.to(paths.deskOpening(slug, id, room ? `?room=${encodeURIComponent(room)}` : '')), 303);
  }
  return { ctx, slug, work, keys, ...rest };
}
