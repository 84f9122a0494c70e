import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { get, post } from '#tests/integration/accounts/world.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';

const sql = adminConnection();
let rena = '';
let mailId = '';
beforeAll(async () => {
  await seedStory();
  const { withScope } = await import('#app/platform/db-scope.server.ts');
  const { sendMail } = await import('#app/platform/mail.server.ts');
  const { demoPeople } = await import('#app/platform/demo.server.ts');
  rena = demoPeople().find(({ email }) => email?.startsWith('rena@'))?.id ?? '';
  const attachments = [{ name: 'məktub-1043.pdf', base64: Buffer.from('%PDF-1.7').toString('base64') }];
  await withScope({ kind: 'citizen', organisationId: newId() }, (tx) =>
    sendMail(tx, { to: 'su@qurum.invalid', subject: 'Müraciət', text: 'Salam', html: '<p>Salam</p>', attachments }),
  );
  [mailId] = (await sql<{ id: string }[]>`select id from mails`).map(({ id }) => id) as [string];
}, 180_000);
afterAll(() => sql.end());

/** The routes as a process of that mode has them: the mode is read once a process. */
async function routesIn(mode: 'demo' | 'live') {
  vi.resetModules();
  vi.stubEnv('ICMA_MODE', mode);
  vi.stubEnv('PUBLIC_URL', 'https://icma.test');
  const [door, mailbox, attachment, { demoChoices }, { wordsFor }] = await Promise.all([
    import('#app/routes/dev/demo-door.ts'),
    import('#app/routes/dev/demo-mailbox.tsx'),
    import('#app/routes/dev/demo-attachment.ts'),
    import('#app/routes/demo-choices.server.ts'),
    import('#app/i18n/words.ts'),
  ]);
  return { door, mailbox, attachment, choices: demoChoices(wordsFor('ru')).map(({ label }) => label) };
}

describe('the doors of the demonstration', () => {
  beforeEach(() => vi.unstubAllEnvs());

  it('open in the demo: anybody of the story, and the letters with their files', async () => {
    const { attachment, choices, door, mailbox } = await routesIn('demo');
    expect(choices).toContain('Rəna Mirzəli · Модератор · Astaraçay İcma Qrupu');
    expect(choices).toContain('Elçin Rəhimli · Оператор');
    expect(choices).toContain('Solmaz Tağıyeva · Житель');
    const entered = await post(door.action, '/demo/door', { person: rena });
    expect(entered).toMatchObject({ status: 303, location: expect.stringContaining('/org/') as string });
    expect(entered.cookies.join()).toContain('session=');
    expect((await get(mailbox.loader, '/demo/mailbox')).body).toMatchObject([
      { id: mailId, attachments: ['məktub-1043.pdf'] },
    ]);
    const file = (mail: string, at: string) => get(attachment.loader, '/', { params: { mail, at } });
    expect(await file(mailId, '0')).toMatchObject({ status: 200, body: '%PDF-1.7' });
    for (const [mail, at] of [
      [mailId, '1'],
      [mailId, '-1'],
      [mailId, '1e0'],
      [newId(), '0'],
      ["'", '0'],
    ] as const)
      expect((await file(mail, at)).status).toBe(404);
  });

  it('do not exist in live mode, whatever lies in the data folder', async () => {
    const { attachment, choices, door, mailbox } = await routesIn('live');
    expect(choices).toEqual([]);
    expect((await post(door.action, '/demo/door', { person: rena })).status).toBe(404);
    expect((await get(mailbox.loader, '/demo/mailbox')).status).toBe(404);
    expect((await get(attachment.loader, '/', { params: { mail: mailId, at: '0' } })).status).toBe(404);
  });
});
