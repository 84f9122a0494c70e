import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#app/i18n/words.ts';
import { makeVapid } from '#tests/support/push-stand-in.ts';
import { startServer, type TestServer } from '#tests/support/server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { makeSignedIn } from '../integration/accounts/world.ts';

const VAPID = makeVapid();
const sql = adminConnection();
let on: TestServer;
let off: TestServer;
let cookie: string;
beforeAll(async () => {
  ({ cookie } = await makeSignedIn(sql));
  [on, off] = await Promise.all([startServer(VAPID), startServer()]);
});
afterAll(async () => {
  await Promise.all([on.stop(), off.stop(), sql.end()]);
});

const ask = (server: TestServer, path: string) =>
  fetch(server.url + path, { headers: { cookie }, redirect: 'manual' }).then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));

describe('notices on the built server', () => {
  it.each(['az', 'en', 'ru'] as const)('say in %s what they are, and that they need a script', async (locale) => {
    const t = wordsFor(locale);
    const { status, text } = await ask(on, `${locale === 'az' ? '' : `/${locale}`}/account/notifications`);
    expect(status).toBe(200);
    expect(text).toContain(t('accounts.push.needs-script'));
    expect(text).toContain(VAPID.VAPID_PUBLIC_KEY);
    expect(text).not.toContain(VAPID.VAPID_PRIVATE_KEY);
    expect((await ask(on, '/account')).text).toContain('href="/account/notifications"');
    expect((await ask(on, '/privacy')).text).toContain('Bildiriş alan cihaz');
  });

  it('are nowhere where the operator set no keys', async () => {
    expect((await ask(off, '/account/notifications')).status).toBe(404);
    expect((await ask(off, '/account')).text).not.toContain('/account/notifications');
    expect((await ask(off, '/privacy')).text).not.toContain('Bildiriş alan cihaz');
  });
});
