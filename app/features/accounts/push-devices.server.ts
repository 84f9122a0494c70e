import { and, desc, eq, or, sql } from 'drizzle-orm';
import { authDb, type Tx } from '#db/client.server.ts';
import { pushSubscriptions, sessions } from '#db/schema/index.ts';
import { afterQuiet } from '#app/features/mailings/rules/pace.ts';
import { wordsFor } from '#app/i18n/words.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { isLocale, localisePath } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hmac, seal, unseal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { isPushAddress, pushKey, type PushAddress, type PushSender } from '#app/platform/push.server.ts';
import { workerPool } from '#app/platform/worker-sql.server.ts';

const PLACE = 'push-subscriptions.subscription';

export type PushDevice = { id: string; label: string | null; since: Date; isThis: boolean };

/** The person's devices that get notices, the latest first. A device stands here as long as it is signed in. */
export async function listPushDevices({ sessionId, userId }: UserActor): Promise<PushDevice[]> {
  const rows = await authDb
    .select({
      id: pushSubscriptions.id,
      label: sessions.label,
      since: pushSubscriptions.createdAt,
      sessionId: sessions.id,
    })
    .from(pushSubscriptions)
    .innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
    .where(eq(pushSubscriptions.userId, userId))
    .orderBy(desc(pushSubscriptions.createdAt));
  return rows.map(({ sessionId: theirs, ...row }) => ({ ...row, isThis: theirs === sessionId }));
}

/** Lets this device get notices. Whoever had the same browser before gets none there any more. */
export async function addPushDevice(
  { actor, now }: { actor: UserActor; now: Date },
  address: PushAddress,
): Promise<Result<undefined, 'accounts.error.push'>> {
  if (!isPushAddress(address)) return refuse('accounts.error.push');
  const { auth, endpoint, p256dh } = address;
  const endpointIndex = hmac('push-endpoint', endpoint);
  const { sessionId, userId } = actor;
  await authDb.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('icma-push-devices'))`);
    const before = or(eq(pushSubscriptions.endpointIndex, endpointIndex), eq(pushSubscriptions.sessionId, sessionId));
    await tx.delete(pushSubscriptions).where(before);
    const subscriptionCipher = seal(JSON.stringify({ endpoint, p256dh, auth } satisfies PushAddress), PLACE);
    await tx
      .insert(pushSubscriptions)
      .values({ id: newId(), userId, sessionId, subscriptionCipher, endpointIndex, createdAt: now });
  });
  return ok();
}

/** Ends one's own device's notices; one that is gone already is no error. */
export async function removePushDevice({ userId }: UserActor, device: string): Promise<void> {
  await authDb
    .delete(pushSubscriptions)
    .where(and(eq(pushSubscriptions.id, device), eq(pushSubscriptions.userId, userId)));
}

/**
 * Has a member's devices told that there is news behind a path of the site, inside the caller's transaction; not at night.
 * Nothing where the operator set no keys. The path may hold ids of the organisation's rows, and nothing that opens by itself.
 */
export async function tellDevices(tx: Pick<Tx, 'execute'>, news: Tasks['push:send'], now: Date): Promise<void> {
  if (pushKey() === null) return;
  const runAt = afterQuiet(now, env().MAILINGS_NIGHT);
  await enqueue(tx, 'push:send', news, { key: `push:send/${news.userId}/${news.path}`, runAt });
}

type Device = { device_id: string; cipher: string; locale: string };

/**
 * Sends one constant sentence and the path to each device of somebody who is at work in the organisation now. What a service
 * does not take is not tried again: everything stands on the pages as well. Returns how many were taken.
 */
export async function pushNews(
  { organisationId, path, userId }: Tasks['push:send'],
  sender: PushSender | null,
  now: Date,
): Promise<number> {
  if (!sender) return 0;
  const pool = workerPool();
  const devices = await pool<
    Device[]
  >`select device_id, cipher, locale from app.devices_of(${userId}, ${organisationId}, ${now})`;
  let taken = 0;
  for (const { cipher, device_id: id, locale } of devices) {
    const lang = isLocale(locale) ? locale : 'az';
    const words = JSON.stringify({ said: wordsFor(lang)('accounts.push.said'), lang, path: localisePath(path, lang) });
    const outcome = await sender.push(JSON.parse(unseal(cipher, PLACE)) as PushAddress, words);
    if (outcome === 'gone') await pool`select app.drop_device(${id})`;
    if (outcome === 'sent') taken += 1;
  }
  return taken;
}
