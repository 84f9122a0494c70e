import './push-world.ts';
import { describe, expect, it } from 'vitest';
import { revokeSession } from '#app/features/accounts/commands/keep-sessions.server.ts';
import { addPushDevice, listPushDevices } from '#app/features/accounts/push-devices.server.ts';
import { endSession } from '#app/platform/session.server.ts';
import * as pushRoute from '#app/routes/account/notifications.tsx';
import { makeBrowser } from '#tests/support/push-stand-in.ts';
import { MOZILLA, PATH, pushScene } from './push-scene.ts';
import { form, get, makePerson, makeSignedIn, PASSWORD, post, signedIn } from './world.ts';

const { actorOf, organisation, reached, rows, sql, taken, tell } = pushScene();

describe('a device that gets notices', () => {
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
    expect(taken()).toEqual([]);
  });

  it('reach nobody who is not at work there any more', async () => {
    const { id } = await reached();
    await sql`update memberships set expires_at = now() - interval '1 minute' where user_id = ${id}`;
    expect(await tell(id)).toBe(0);
    await sql`update memberships set expires_at = null, ended_at = now() where user_id = ${id}`;
    expect(await tell(id)).toBe(0);
    await sql`update memberships set ended_at = null where user_id = ${id}`;
    expect(await tell(id)).toBe(1);
    expect(taken()).toHaveLength(1);
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
    const second = await makeSignedIn(sql, { roles: [[organisation().id, 'volunteer']] });
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
