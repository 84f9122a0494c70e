import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { URI, type TOTP } from 'otpauth';
import { openLetter } from '../support/mailbox.ts';
import { acceptAsNewcomer, inviteByEmail, openInvitation, PASSWORD } from '../support/members.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';
const NEXT_PASSWORD = 'dənizdə yelkən ağarır tək';
/** An app's code counts for half a minute and works once; the next one is taken while it is not yet its time. */
const HALF_A_MINUTE = 30_000;

test('a member keeps an account: second step, devices, a lost password, the file of everything, the end', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const email = `${own}@misal.az`;
  const name = `Gülnar ${own}`;
  const owner = await someoneElse();
  await signIn(owner, demoPerson('owner', ASTARA));
  await inviteByEmail(owner, ASTARA, email, 'Oxucu');
  await openInvitation(page, email);
  await acceptAsNewcomer(page, name);

  const openAccount = async (place: string): Promise<void> => {
    await page.goto('/account');
    await page.getByRole('main').getByRole('link', { name: place }).click();
    await checkA11y(page);
  };
  let app: TOTP | undefined;
  let recovery: string[] = [];

  await test.step('turns the second step on with a code of the app', async () => {
    await openAccount('İki mərhələli giriş');
    await page.getByLabel('Şifrə').fill(PASSWORD);
    await page.getByRole('button', { name: 'Qoşmağa başlayın' }).click();
    await checkA11y(page);
    const address = await page.getByRole('link', { name: 'Bu telefondakı tətbiqdə açın' }).getAttribute('href');
    app = URI.parse(address ?? '') as TOTP;
    await page.getByLabel('Tətbiqdəki kod').fill('000000');
    await page.getByRole('button', { name: 'Təsdiqləyin və qoşun' }).click();
    await expect(page.getByRole('alert')).toContainText('Tətbiqdəki kod: Kod düz deyil');
    await page.getByLabel('Tətbiqdəki kod').fill(app.generate());
    await page.getByRole('button', { name: 'Təsdiqləyin və qoşun' }).click();
    await expect(page.getByText('Bu kodlar yalnız indi göstərilir')).toBeVisible();
    await checkA11y(page);
    recovery = await page.getByRole('listitem').getByRole('code').allTextContents();
    expect(recovery).toHaveLength(10);
  });

  const phone = await someoneElse();
  const enter = async (device: Page, password: string, code?: string): Promise<void> => {
    await device.context().clearCookies();
    await device.goto('/sign-in');
    await device.getByLabel('E-poçt və ya telefon').fill(email);
    await device.getByLabel('Şifrə', { exact: true }).fill(password);
    await device.getByRole('main').getByRole('button', { name: 'Daxil olun' }).click();
    if (code === undefined) return;
    await expect(device.getByRole('heading', { level: 1 })).toHaveText('İkinci addım');
    await device.getByLabel('Kod').fill(code);
    await device.getByRole('main').getByRole('button', { name: 'Daxil olun' }).click();
  };

  await test.step('signs in on another device with the app, and with a recovery code, each once', async () => {
    const code = app?.generate({ timestamp: Date.now() + HALF_A_MINUTE }) ?? '';
    await enter(phone, PASSWORD, code);
    await expect(phone).toHaveURL(/\/org\//);
    await enter(phone, PASSWORD, code);
    await expect(phone.getByRole('alert')).toContainText('Kod düz deyil və ya artıq istifadə olunub');
    await checkA11y(phone);
    await enter(phone, PASSWORD, recovery[0]);
    await expect(phone).toHaveURL(/\/org\//);
    await enter(phone, PASSWORD, recovery[0]);
    await expect(phone.getByRole('alert')).toContainText('Kod düz deyil və ya artıq istifadə olunub');
  });

  await test.step('signs out the devices that are not at hand', async () => {
    await openAccount('Cihazlarınız');
    await expect(page.getByRole('listitem').filter({ hasText: 'Adsız cihaz' })).toHaveCount(3);
    await page.getByRole('button', { name: 'Bu cihazda hesabdan çıxın' }).first().click();
    await expect(page.getByText('Həmin cihazda hesabdan çıxıldı.')).toBeVisible();
    await page.getByRole('button', { name: 'Bütün başqa cihazlarda çıxın' }).click();
    await expect(page.getByText('Bütün başqa cihazlarda hesabdan çıxıldı.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Adsız cihaz' })).toHaveCount(1);
  });

  await test.step('forgets the password and makes a new one by mail; the old one is over everywhere', async () => {
    await phone.context().clearCookies();
    await phone.goto('/sign-in');
    await phone.getByRole('link', { name: 'Şifrəni unutmusunuz?' }).click();
    await checkA11y(phone);
    await phone.getByLabel('E-poçt və ya telefon').fill(email);
    await phone.getByRole('button', { name: 'Keçid göndərin' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Poçt qutunuza baxın');
    const letter = await openLetter(phone, email);
    await letter.getByRole('link', { name: /\/password\/new/ }).click();
    await checkA11y(phone);
    await phone.getByLabel('Yeni şifrə').fill(NEXT_PASSWORD);
    await phone.getByRole('button', { name: 'Şifrəni yadda saxlayın' }).click();
    await expect(phone.getByText('Yeni şifrə yadda saxlanıldı.')).toBeVisible();
    await page.goto('/account');
    await expect(page).toHaveURL(/sign-in/);
  });

  await test.step('takes everything along in a file, and ends the account', async () => {
    await enter(page, NEXT_PASSWORD, recovery[1]);
    await expect(page).toHaveURL(/\/org\//);
    await page.goto('/account');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Məlumatlarımı yükləyin' }).click();
    const file = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as object;
    expect(JSON.stringify(file)).toContain(email);
    expect(JSON.stringify(file)).toContain('invitation.accept');
    await openAccount('Hesabı silin');
    await page.getByLabel('Şifrə').fill(NEXT_PASSWORD);
    await page.getByRole('button', { name: 'Hesabımı silin' }).click();
    await expect(page.getByText('Hesabınız silindi.')).toBeVisible();
    await enter(page, NEXT_PASSWORD);
    await expect(page.getByRole('alert')).toContainText('E-poçt, telefon və ya şifrə düz gəlmir');
  });
});
