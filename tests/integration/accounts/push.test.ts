import { VAPID } from './push-world.ts';
import { describe, expect, it } from 'vitest';
import { pushNews } from '#app/features/accounts/push-devices.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { seal } from '#app/platform/crypto.server.ts';
import * as exportRoute from '#app/routes/account/export.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as pushRoute from '#app/routes/account/notifications.tsx';
import { makeBrowser, readVapid } from '#tests/support/push-stand-in.ts';
import { MOZILLA, PATH, pushScene } from './push-scene.ts';
import { get, makeSignedIn, post } from './world.ts';

const { actorOf, organisation, reached, rows, sender, sql, taken, tell } = pushScene();

describe('notices to a member’s own devices', () => {
  it.each(['az', 'en', 'ru'] as const)(
    'say one constant sentence and a path, sealed for the device alone: %s',
    async (locale) => {
      const { browser, id } = await reached({ locale });
      expect(await tell(id)).toBe(1);
      const [message] = taken();
      expect(taken()).toHaveLength(1);
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
    const [first, second] = taken().map(({ body }) => body.length);
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
    const { cookie, id } = await makeSignedIn(sql, { roles: [[organisation().id, 'volunteer']] });
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
    expect(taken()).toEqual([]);
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
    expect(taken().map(({ path }) => path.split('/').at(-1))).toEqual(['302']);
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
    expect(taken()).toHaveLength(1);
    expect(await rows()).toHaveLength(left);
  });

  it('do not wait for a service that is silent', async () => {
    const { id } = await reached({ answer: 'silent' });
    const before = Date.now();
    const news = { organisationId: organisation().id, userId: id, path: '/' };
    expect(await pushNews(news, sender(300), new Date())).toBe(0);
    expect(Date.now() - before).toBeLessThan(3000);
    expect(taken()).toHaveLength(1);
  });
});
