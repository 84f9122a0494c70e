import { VAPID } from './push-world.ts';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { revokeSession } from '#app/features/accounts/commands/keep-sessions.server.ts';
import { addPushDevice, listPushDevices, pushNews } from '#app/features/accounts/push-devices.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { seal } from '#app/platform/crypto.server.ts';
import { openPush } from '#app/platform/push.server.ts';
import { endSession, readActor } from '#app/platform/session.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import * as exportRoute from '#app/routes/account/export.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as pushRoute from '#app/routes/account/notifications.tsx';
import { makeBrowser, openStandIn, readVapid } from '#tests/support/push-stand-in.ts';
import { adminConnection } from '#tests/support/story.ts';
import { form, get, makeOrganisation, makePerson, makeSignedIn, PASSWORD, post, signedIn } from './world.ts';

const sql: postgres.Sql = adminConnection();
const PATH = '/account/notifications';
const MOZILLA = 'https://updates.push.services.mozilla.com/wpush/v2';
let organisation: { id: string; slug: string };
let standIn: Awaited<ReturnType<typeof openStandIn>>;
const sender = (patienceMs = 5000) => openPush(undefined, { wire: standIn.wire, patienceMs });

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

let count = 0;
/** A member with one device that gets notices, by the page; `answer` is what the service will say. */
async function reached({ answer = '201', locale = 'az', userId = '' } = {}) {
  const member = userId
    ? { id: userId, cookie: await signedIn(userId) }
    : await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
  await sql`update users set locale = ${locale} where id = ${member.id}`;
  const browser = makeBrowser(`${MOZILLA}/${(count += 1)}/${answer}`);
  const added = await post(pushRoute.action, PATH, { intent: 'add', ...browser.address }, { cookie: member.cookie });
  expect([added.status, added.location]).toEqual([303, `${PATH}?done=push-on`]);
  return { ...member, browser };
}
const rows = () => sql<{ id: string; user_id: string; cipher: string }[]>`
  select id, user_id, subscription_cipher as cipher from push_subscriptions order by created_at`;
const tell = (userId: string, path = '/org/bir/tasks/iki', now = new Date()) =>
  pushNews({ organisationId: organisation.id, userId, path }, sender(), now);
const actorOf = async (cookie: string) =>
  (await readActor(new Request('https://icma.test', { headers: { cookie } }), new Date())) as UserActor;

describe('notices to a member’s own devices', () => {
  it.each(['az', 'en', 'ru'] as const)(
    'say one constant sentence and a path, sealed for the device alone: %s',
    async (locale) => {
      const { browser, id } = await reached({ locale });
      expect(await tell(id)).toBe(1);
      const [message] = standIn.taken;
      expect(standIn.taken).toHaveLength(1);
      expect(JSON.parse(browser.open(message?.body ?? Buffer.alloc(0)))).toEqual({
        said: wordsFor(locale)('accounts.push.said'),
        lang: locale,
        path: locale === 'az' ? '/org/bir/tasks/iki' : `/${locale}/org/bir/tasks/iki`,
      });
      expect(message).toMatchObject({
        method: 'POST',
        headers: { host: 'updates.push.services.mozilla.com', 'content-encoding': 'aes128gcm', topic: 'icma' },
      });
      expect(Number(message?.headers.ttl)).toBeLessThanOrEqual(12 * 3600);
      const claims = readVapid(message?.headers.authorization ?? '');
      expect(claims).toMatchObject({
        aud: 'https://updates.push.services.mozilla.com',
        sub: VAPID.VAPID_SUBJECT,
        key: VAPID.VAPID_PUBLIC_KEY,
      });
    },
  );

  it('are as long for every path and language', async () => {
    const { id } = await reached();
    const other = await reached({ locale: 'ru' });
    await tell(id, '/');
    await tell(other.id, `/org/${'uzun'.repeat(20)}`);
    const [first, second] = standIn.taken.map(({ body }) => body.length);
    expect(first).toBe(second);
  });

  it('have their address under a seal, and in the person’s list and export no address at all', async () => {
    const { browser, cookie } = await reached();
    const [row] = await rows();
    expect(JSON.stringify(await sql`select * from push_subscriptions`)).not.toMatch(/mozilla|wpush/);
    expect(row?.cipher).toMatch(/^v1\./);
    const page = JSON.stringify((await get(pushRoute.loader, PATH, { cookie })).body);
    const taken = JSON.stringify((await get(exportRoute.loader, '/account/export', { cookie })).body);
    expect(page + taken).not.toMatch(new RegExp(`mozilla|${browser.address.auth}`));
    expect(JSON.parse(page)).toMatchObject({
      serverKey: VAPID.VAPID_PUBLIC_KEY,
      devices: [{ id: row?.id, isThis: true }],
    });
    expect((await get(homeRoute.loader, '/account', { cookie })).body).toMatchObject({ pushDevices: 1 });
  });

  it.each([
    'http://updates.push.services.mozilla.com/wpush/v2/x',
    'https://updates.push.services.mozilla.com:8443/wpush/v2/x',
    'https://127.0.0.1/x',
    'https://push.attacker.example/x',
  ])('go to no other host, neither when it is handed in nor when it stands in the table: %s', async (endpoint) => {
    const { cookie, id } = await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
    const { address } = makeBrowser(endpoint);
    const refused = await post(pushRoute.action, PATH, { intent: 'add', ...address }, { cookie });
    expect([refused.status, Object.values(refused.errors).flat()]).toEqual([422, ['accounts.error.push']]);
    expect(await rows()).toEqual([]);
    const { sessionId } = await actorOf(cookie);
    await sql`insert into push_subscriptions ${sql({
      id: crypto.randomUUID(),
      user_id: id,
      session_id: sessionId,
      subscription_cipher: seal(JSON.stringify(address), 'push-subscriptions.subscription'),
      endpoint_index: 'x',
    })}`;
    expect(await tell(id)).toBe(0);
    expect(standIn.taken).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('are refused keys that open nothing', async () => {
    const { cookie } = await makeSignedIn(sql);
    const { address } = makeBrowser(`${MOZILLA}/x`);
    const point = Buffer.from(address.p256dh, 'base64url');
    point.writeUInt8((point.at(-1) ?? 0) ^ 1, 64);
    for (const wrong of [
      { ...address, p256dh: point.toString('base64url') },
      { ...address, p256dh: '' },
      { ...address, p256dh: 'ə' },
      { ...address, auth: 'AAAA' },
      { ...address, endpoint: 'x'.repeat(5000) },
    ])
      expect((await post(pushRoute.action, PATH, { intent: 'add', ...wrong }, { cookie })).status).toBe(422);
    for (const garbage of [{}, { intent: 'add' }, { intent: 'remove' }, { intent: 'remove', device: 'x' }] as Record<
      string,
      string
    >[])
      expect((await post(pushRoute.action, PATH, garbage, { cookie })).status).toBe(422);
    expect(await rows()).toEqual([]);
  });

  it('follow no redirect', async () => {
    const { id } = await reached({ answer: '302' });
    expect(await tell(id)).toBe(0);
    expect(standIn.taken.map(({ path }) => path.split('/').at(-1))).toEqual(['302']);
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    ['410', 0],
    ['404', 0],
    ['429', 1],
    ['500', 1],
    ['403', 1],
  ] as const)('after %s leave %i devices, and are not sent a second time', async (answer, left) => {
    const { id } = await reached({ answer });
    expect(await tell(id)).toBe(0);
    expect(standIn.taken).toHaveLength(1);
    expect(await rows()).toHaveLength(left);
  });

  it('do not wait for a service that is silent', async () => {
    const { id } = await reached({ answer: 'silent' });
    const before = Date.now();
    const news = { organisationId: organisation.id, userId: id, path: '/' };
    expect(await pushNews(news, sender(300), new Date())).toBe(0);
    expect(Date.now() - before).toBeLessThan(3000);
    expect(standIn.taken).toHaveLength(1);
  });

  it('end with the device’s session, however that ends', async () => {
    const first = await reached();
    await endSession((await actorOf(first.cookie)).sessionId);
    expect(await rows()).toEqual([]);

    const second = await reached();
    const elsewhere = await actorOf(await signedIn(second.id));
    await revokeSession({ actor: elsewhere }, { sessionId: (await actorOf(second.cookie)).sessionId });
    expect(await rows()).toEqual([]);

    const third = await reached();
    const passwordRoute = await import('#app/routes/account/password.tsx');
    const fields = form({ password: PASSWORD, newPassword: 'yeni çaydan pəncərədə' });
    const { status } = await post(passwordRoute.action, '/account/password', fields, { cookie: third.cookie });
    expect(status).toBe(303);
    expect(await rows()).toEqual([]);

    const fourth = await reached();
    await sql`update sessions set expires_at = now() - interval '1 minute' where user_id = ${fourth.id}`;
    expect(await tell(fourth.id)).toBe(0);
    expect(standIn.taken).toEqual([]);
  });

  it('reach nobody who is not at work there any more', async () => {
    const { id } = await reached();
    await sql`update memberships set expires_at = now() - interval '1 minute' where user_id = ${id}`;
    expect(await tell(id)).toBe(0);
    await sql`update memberships set expires_at = null, ended_at = now() where user_id = ${id}`;
    expect(await tell(id)).toBe(0);
    await sql`update memberships set ended_at = null where user_id = ${id}`;
    expect(await tell(id)).toBe(1);
    expect(standIn.taken).toHaveLength(1);
  });

  it('are turned off by their owner and nobody else', async () => {
    const { cookie, id } = await reached();
    const another = await makeSignedIn(sql);
    const [row] = await rows();
    const off = { intent: 'remove', device: row?.id ?? '' };
    expect((await post(pushRoute.action, PATH, off, { cookie: another.cookie })).status).toBe(303);
    expect(await rows()).toHaveLength(1);
    expect((await post(pushRoute.action, PATH, off, { cookie })).location).toBe(`${PATH}?done=push-off`);
    expect(await rows()).toEqual([]);
    expect(await tell(id)).toBe(0);
  });

  it('belong to whoever had the browser last, and to a device once', async () => {
    const first = await reached();
    const second = await makeSignedIn(sql, { roles: [[organisation.id, 'volunteer']] });
    await post(pushRoute.action, PATH, { intent: 'add', ...first.browser.address }, { cookie: second.cookie });
    expect((await rows()).map((row) => row.user_id)).toEqual([second.id]);
    expect(await tell(first.id)).toBe(0);
    const actor = await actorOf(second.cookie);
    const { address } = makeBrowser(`${MOZILLA}/new`);
    await Promise.all([1, 2, 3].map(() => addPushDevice({ actor, now: new Date() }, address)));
    expect(await rows()).toHaveLength(1);
    expect(await listPushDevices(actor)).toHaveLength(1);
  });

  it('go with a deleted account', async () => {
    const { cookie, id } = await reached();
    const deletionRoute = await import('#app/routes/account/deletion.tsx');
    expect(
      (await post(deletionRoute.action, '/account/deletion', form({ password: PASSWORD }), { cookie })).status,
    ).toBe(303);
    expect(await rows()).toEqual([]);
    expect(await tell(id)).toBe(0);
  });

  it('are out of reach of the application’s role, whatever its scope', async () => {
    await reached();
    const { appSql } = await import('#db/client.server.ts');
    await expect(appSql`select 1 from push_subscriptions`).rejects.toMatchObject({ code: '42501' });
    await expect(appSql`select app.devices_of(gen_random_uuid(), gen_random_uuid(), now())`).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('need somebody signed in', async () => {
    expect((await get(pushRoute.loader, PATH)).location).toContain('/sign-in');
    const { address } = makeBrowser(`${MOZILLA}/x`);
    expect((await post(pushRoute.action, PATH, { intent: 'add', ...address })).location).toContain('/sign-in');
    const person = await makePerson(sql);
    expect(await tell(person.id)).toBe(0);
  });
});
