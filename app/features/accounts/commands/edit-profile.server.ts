import { eq } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';

/** Name and language of one's own account; letters come in that language. */
export async function editProfile(
  { actor }: { actor: UserActor },
  { locale, name }: { name: string; locale: Locale },
): Promise<Result<undefined, never>> {
  await authDb.transaction(async (tx) => {
    await tx.update(users).set({ name, locale }).where(eq(users.id, actor.userId));
    await audit(
      tx,
      { kind: 'account', userId: actor.userId },
      { action: 'account.edit-profile', subjectType: 'user', subjectId: actor.userId },
    );
  });
  return ok();
}
