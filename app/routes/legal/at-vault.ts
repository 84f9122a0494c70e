import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { AtVault } from '#app/features/legal-aid/commands/unlock-vault.server.ts';
import { readOwnKeys, type OwnKeys } from '#app/features/legal-aid/own-keys.server.ts';
import { readUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { unpackSecret } from '#app/features/legal-aid/vault/keys.ts';
import { paths } from '#app/paths.ts';
import type { RequestContext } from '#app/platform/request.server.ts';
import { atDoor } from './at-desk.ts';

export type BeforeVault = {
  ctx: RequestContext;
  slug: string;
  at: AtVault;
  keys: OwnKeys;
  /** Whether this request's cookie opens the keys. */
  isOpen: boolean;
};

/** Before one's own keys, vouched for or not, open or closed. Whoever has none is sent to make them. */
export async function atVault(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<BeforeVault> {
  const { actor, ctx, membership, standing } = await atDoor(args);
  const { slug } = membership;
  if (standing.kind === 'none') throw redirect(ctx.to(paths.deskEnrolment(slug)), 303);
  const { keyId, scope } =
    standing.kind === 'open' ? { keyId: standing.work.holder.keyId, scope: standing.work.scope } : standing;
  const unlocked = standing.kind === 'open' ? null : await readUnlock(args.request, 'staff', ctx.now, actor.sessionId);
  const opened =
    standing.kind === 'open'
      ? { box: standing.work.holder.box, sign: standing.work.sign }
      : unlocked?.keyId === keyId
        ? unpackSecret(unlocked.secret)
        : null;
  return {
    ctx,
    slug,
    at: { actor, scope, keyId, now: ctx.now },
    keys: await readOwnKeys(scope, keyId, opened),
    isOpen: opened !== null,
  };
}
