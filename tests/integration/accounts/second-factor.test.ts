import { afterAll, describe, expect, it } from 'vitest';
import { tokenHash } from '#app/platform/crypto.server.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as factorRoute from '#app/routes/account/second-factor.tsx';
import * as removalRoute from '#app/routes/account/second-factor-removal.tsx';
import { Secret, TOTP } from 'otpauth';
import { adminConnection } from '#tests/support/story.ts';
import { enrol, form, get, lettersTo, makeSignedIn, PASSWORD, post } from './world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

describe('enrolling a second factor', () => {
  const act = (cookie: string, fields: Record<string, string>) =>
    post(factorRoute.action, '/account/second-factor', fields, { cookie });
  const shown = async (cookie: string) =>
    (await get(factorRoute.loader, '/account/second-factor', { cookie })).body as {
      factor: string;
      codesLeft: number;
      setup: { secret: string; qr: string } | null;
    };

  it('G17: asks for the password, then for a code that counts once, and gives ten codes once', async () => {
    const { cookie, email, id } = await makeSignedIn(sql);
    expect((await act(cookie, { intent: 'start', password: 'səhv' })).errors).toEqual({
      password: ['accounts.error.password'],
    });
    expect((await act(cookie, { intent: 'confirm', code: '123456' })).errors).toEqual({
      code: ['accounts.error.start-again'],
    });
    await act(cookie, { intent: 'start', password: PASSWORD });
    const { setup } = await shown(cookie);
    expect(setup?.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await act(cookie, { intent: 'confirm', code: '000000' })).errors).toEqual({
      code: ['accounts.error.code'],
    });
    const totp = new TOTP({ secret: Secret.fromBase32(setup?.secret.replaceAll(' ', '') ?? '') });
    const confirmed = await act(cookie, { intent: 'confirm', code: totp.generate() });
    const { codes } = confirmed.body as { codes: string[] };
    expect(new Set(codes).size).toBe(10);
    const [row] = await sql`select totp_cipher from users where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(totp.secret.base32);
    const stored = await sql<{ code_hash: string }[]>`select code_hash from recovery_codes where user_id = ${id}`;
    expect(stored.map((entry) => entry.code_hash).sort()).toEqual(
      codes.map((code) => tokenHash(code.replaceAll('-', ''))).sort(),
    );
    expect((await get(homeRoute.loader, '/account', { cookie })).status).toBe(303);
    const now = confirmed.cookies[0] ?? '';
    expect(await shown(now)).toMatchObject({ factor: 'on', codesLeft: 10, setup: null });
    expect((await lettersTo(sql, email))[0]).toContain('iki addımlı giriş qoşuldu');
    // The code that enrolled is used up.
    const remove = (code: string, password = PASSWORD) =>
      post(removalRoute.action, '/account/second-factor/removal', form({ code, password }), { cookie: now });
    expect((await remove(totp.generate({ timestamp: Date.now() - 30_000 }))).errors).toEqual({
      code: ['accounts.error.code'],
    });
    expect((await remove(codes[0] ?? '', 'səhv')).errors).toEqual({ password: ['accounts.error.password'] });
    expect((await remove(codes[0] ?? '')).location).toBe('/account?done=factor-off');
    expect(await sql`select totp_cipher from users where id = ${id}`).toEqual([{ totp_cipher: null }]);
  });

  it('G17: is one’s own: nobody else’s is set up, given up or removed, whatever the form names', async () => {
    const [mine, theirs, plain] = [await makeSignedIn(sql), await makeSignedIn(sql), await makeSignedIn(sql)];
    await enrol(sql, theirs.id);
    const before = await sql`select * from users where id in ${sql([theirs.id, plain.id])} order by id`;
    const named = (id: string) => ({ id, userId: id, user: id, account: id, email: theirs.email });
    for (const { id } of [theirs, plain]) {
      await act(mine.cookie, { intent: 'start', password: PASSWORD, ...named(id) });
      const { setup } = await shown(mine.cookie);
      const totp = new TOTP({ secret: Secret.fromBase32(setup?.secret.replaceAll(' ', '') ?? '') });
      await act(mine.cookie, { intent: 'cancel', ...named(id) });
      await act(mine.cookie, { intent: 'confirm', code: totp.generate(), ...named(id) });
      await post(
        removalRoute.action,
        '/account/second-factor/removal',
        form({ code: totp.generate(), password: PASSWORD, ...named(id) }),
        { cookie: mine.cookie },
      );
    }
    expect(await sql`select * from users where id in ${sql([theirs.id, plain.id])} order by id`).toEqual(before);
    expect(await sql`select 1 from recovery_codes where user_id in ${sql([theirs.id, plain.id])}`).toEqual([]);
  });

  it('can be given up before it is confirmed, and not after', async () => {
    const { cookie, id } = await makeSignedIn(sql);
    await act(cookie, { intent: 'start', password: PASSWORD });
    await act(cookie, { intent: 'cancel' });
    expect(await shown(cookie)).toMatchObject({ factor: 'off', setup: null });
    await enrol(sql, id);
    await act(cookie, { intent: 'cancel' });
    await act(cookie, { intent: 'start', password: PASSWORD });
    expect(await shown(cookie)).toMatchObject({ factor: 'on', setup: null });
    expect(await sql`select 1 from users where id = ${id} and totp_cipher is not null`).toHaveLength(1);
  });

  it('makes new recovery codes for a code, and the old ones are void', async () => {
    const { cookie, id } = await makeSignedIn(sql);
    const totp = await enrol(sql, id);
    const renewed = await act(cookie, { intent: 'renew', code: totp.generate() });
    const { codes } = renewed.body as { codes: string[] };
    const again = await act(cookie, { intent: 'renew', code: codes[3] ?? '' });
    expect((again.body as { codes: string[] }).codes).toHaveLength(10);
    expect((await act(cookie, { intent: 'renew', code: codes[4] ?? '' })).errors).toEqual({
      code: ['accounts.error.code'],
    });
  });
});
