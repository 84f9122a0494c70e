import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { endUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { paths } from '#app/paths.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atDoor } from './at-desk.ts';

/** Nothing to see here; locking is a button. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, membership } = await atDoor(args);
  return seeOther(ctx, paths.deskUnlock(membership.slug));
}

/** Locks the keys of this device now. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, membership } = await atDoor(args);
  const cookie = await endUnlock(args.request, 'staff');
  return seeOther(ctx, paths.deskUnlock(membership.slug), { done: 'locked', headers: { 'Set-Cookie': cookie } });
}
