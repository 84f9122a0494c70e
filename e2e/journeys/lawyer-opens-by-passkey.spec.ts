import type { CDPSession, Page } from '@playwright/test';
import { openKeys, stepToDesk } from '../support/desk.ts';
import { demoPeople } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NETWORK = 'Körpü İcmalar Şəbəkəsi';

// A passkey belongs to a name, never to an address in numbers: this journey asks the same instance by the name it has here.
test.use({
  baseURL: async ({ baseURL }, use) => {
    const named = new URL(baseURL ?? '');
    if (named.hostname === '127.0.0.1') named.hostname = 'localhost';
    await use(named.origin);
  },
});

/** A device that makes passkeys and whose owner always says yes. Returns how many passkeys lie on it. */
async function plugIn(page: Page, { hasPrf }: { hasPrf: boolean }): Promise<() => Promise<number>> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
}

/** Locks the keys; whoever wants to go on stands where the passphrase is asked for. */
async function lock(page: Page, desk: string): Promise<void> {
  await page.getByRole('button', { name: 'Kilidlə', exact: true }).click();
  await expect(page.getByText('Açarlarınız kilidləndi.')).toBeVisible();
  await page.goto(desk);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masanı açın');
}

test('a lawyer opens the desk by a passkey and reads a case; removed, it opens nothing', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  // Not the lawyer of the other journeys, who must find their cases unopened.
  const lawyer = demoPeople().findLast((one) => one.role === 'lawyer' && one.organisation === NETWORK);
  if (!lawyer) throw new Error('The demo story has no lawyer');
  const passphrase = lawyer.passphrase ?? '';
  const add = page.getByRole('button', { name: 'Bu cihazın passkey açarını əlavə edin' });
  const open = page.getByRole('button', { name: 'Passkey ilə açın' });
  let desk = '';
  let elsewhere = page;
  let onDevice: () => Promise<number> = () => Promise.resolve(0);

  await test.step('the device makes a passkey only once the passphrase stands there, and it wraps the keys', async () => {
    await stepToDesk(page, lawyer);
    await openKeys(page, passphrase);
    desk = new URL(page.url()).pathname;
    onDevice = await plugIn(page, { hasPrf: true });
    await page.goto(`${desk}/keys`);
    const section = page.getByRole('region', { name: 'Passkey' });
    const remove = section.getByRole('button', { name: 'Silin' });
    // What an attempt before this one may have left.
    for (let left = await remove.count(); left > 0; left -= 1) await remove.first().click();
    await expect(remove).toHaveCount(0);
    await add.click();
    await expect(section.getByRole('status')).toHaveText('Parol cümlənizi yazın.');
    expect(await onDevice()).toBe(0);
    await section.getByLabel('Parol cümləsi').fill(passphrase);
    await add.click();
    await expect(page.getByText('Passkey bundan sonra açarlarınızı açır.')).toBeVisible();
    expect(await onDevice()).toBe(1);
    await checkA11y(page);
  });

  await test.step('locked, the desk opens by the passkey alone, and a case is read', async () => {
    await lock(page, desk);
    await checkA11y(page);
    await open.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Növbə');
    await page.getByRole('link', { name: /№/ }).first().click();
    const thread = page.getByRole('heading', { name: 'Yazışma', exact: true });
    // Why is asked once per person and case: not again when this journey is tried a second time.
    const reason = page.getByRole('button', { name: 'İşi açın' });
    await expect(thread.or(reason)).toBeVisible();
    if (await reason.isVisible()) await reason.click();
    await expect(thread).toBeVisible();
    await expect(page.getByText('Müraciətdə nə deyilib')).toBeVisible();
  });

  await test.step('on a device without that passkey it opens nothing, and says what does', async () => {
    elsewhere = await someoneElse();
    await stepToDesk(elsewhere, lawyer);
    await plugIn(elsewhere, { hasPrf: true });
    await elsewhere.getByRole('button', { name: 'Passkey ilə açın' }).click();
    await expect(elsewhere.getByText('Passkey cavab vermədi. Parol cümləsindən istifadə edin.')).toBeVisible();
    await openKeys(elsewhere, passphrase);
  });

  await test.step('a device that makes passkeys without that output adds none', async () => {
    const simple = await someoneElse();
    await stepToDesk(simple, lawyer);
    await openKeys(simple, passphrase);
    await plugIn(simple, { hasPrf: false });
    await simple.goto(`${desk}/keys`);
    const section = simple.getByRole('region', { name: 'Passkey' });
    await section.getByLabel('Parol cümləsi').fill(passphrase);
    await section.getByRole('button', { name: 'Bu cihazın passkey açarını əlavə edin' }).click();
    await expect(section.getByText('Bu passkey açarları aça bilmir.')).toBeVisible();
    await expect(section.getByRole('button', { name: 'Silin' })).toHaveCount(1);
  });

  await test.step('removed on another device, the passkey opens nothing, though the device still has it', async () => {
    await lock(page, desk);
    await elsewhere.goto(`${desk}/keys`);
    await elsewhere.getByRole('region', { name: 'Passkey' }).getByRole('button', { name: 'Silin' }).click();
    await expect(elsewhere.getByText('Passkey artıq burada heç nə açmır.')).toBeVisible();
    // This page was made while the passkey counted, and asks the device as before.
    await open.click();
    await expect(page.getByRole('alert')).toContainText('Bu passkey açarlarınızı açmır.');
    expect(await onDevice()).toBe(1);
    await expect(open).toHaveCount(0);
    await openKeys(page, passphrase);
  });
});
