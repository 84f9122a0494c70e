import { and, eq, ne } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { sessions } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';

type Opened = { actor: UserActor };

/** What the person calls a device; empty takes the name away. Nothing of the device itself is stored. */
export async function labelSession(
  { actor }: Opened,
  { label, sessionId }: { sessionId: string; label: string },
): Promise<Result<undefined, 'accounts.error.no-device'>> {
  const changed = await authDb
    .update(sessions)
    .set({ label: label || null })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)));
  return changed.count === 1 ? ok() : refuse('accounts.error.no-device');
}

/** Signs one device out; one that is gone already is no error. */
export async function revokeSession(
  { actor }: Opened,
  { sessionId }: { sessionId: string },
): Promise<Result<undefined, never>> {
  await authDb.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)));
  return ok();
}

/** Signs every device out but this one. */
export async function revokeOtherSessions({ actor }: Opened): Promise<Result<undefined, never>> {
  await authDb.delete(sessions).where(and(eq(sessions.userId, actor.userId), ne(sessions.id, actor.sessionId)));
  return ok();
}
