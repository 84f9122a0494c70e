import './push-world.ts';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { pushNews } from '#app/features/accounts/push-devices.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { openPush } from '#app/platform/push.server.ts';
import { readActor } from '#app/platform/session.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import * as pushRoute from '#app/routes/account/notifications.tsx';
import { makeBrowser, openStandIn } from '#tests/support/push-stand-in.ts';
import { adminConnection } from '#tests/support/story.ts';
import { makeOrganisation, makeSignedIn, post, signedIn } from './world.ts';

export const PATH = '/account/notifications';
export const MOZILLA = 'https://updates.push.services.mozilla.com/wpush/v2';

/** An organisation and a stand-in for every push service, for one test file: made before its tests, gone after them. */
export function pushScene() {
  const sql = adminConnection();
  let organisation: { id: string; slug: string };
  let standIn: Awaited<ReturnType<typeof openStandIn>>;
  let count = 0;
  beforeAll(async () => {
    organisation = await makeOrganisation(sql, 'bildiris');
    standIn = await openStandIn();
  });
  beforeEach(async () => {
    standIn.taken.length = 0;
    await sql`delete from push_subscriptions`;
  });
  afterAll(async () => {
    await Promise.all([sql.end(), closeWorkerPool(), standIn.close()]);
  });
  const sender = (patienceMs = 5000) => openPush(undefined, { wire: standIn.wire, patienceMs });
  return {
    sql,
    organisation: () => organisation,
    /** What the services were sent in this test. */
    taken: () => standIn.taken,
    sender,
    /** A member with one device that gets notices, by the page; `answer` is what the service will say. */
    reached: async ({ answer = '201', locale = 'az', userId = '' } = {}) => {
      const member = userId
        ? { id: userId, cookie: await signedIn(userId) }
        : await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
      await sql`update users set locale = ${locale} where id = ${member.id}`;
      const browser = makeBrowser(`${MOZILLA}/${(count += 1)}/${answer}`);
      const added = await post(
        pushRoute.action,
        PATH,
        { intent: 'add', ...browser.address },
        { cookie: member.cookie },
      );
      expect([added.status, added.location]).toEqual([303, `${PATH}?done=push-on`]);
      return { ...member, browser };
    },
    rows: () => sql<{ id: string; user_id: string; cipher: string }[]>`
      select id, user_id, subscription_cipher as cipher from push_subscriptions order by created_at`,
    tell: (userId: string, path = '/org/bir/tasks/iki', now = new Date()) =>
      pushNews({ organisationId: organisation.id, userId, path }, sender(), now),
    actorOf: async (cookie: string) =>
      (await readActor(new Request('https://icma.test', { headers: { cookie } }), new Date())) as UserActor,
  };
}
