import { URI, type TOTP } from 'otpauth';
import { openKeys, stepToDesk } from '../support/desk.ts';
import { openInvitation, PASSWORD } from '../support/members.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { expect, test } from '../support/test.ts';

const NETWORK = 'Körpü İcmalar Şəbəkəsi';
const PASSPHRASE = 'səkkiz dağ keçisi çayda üzür';
const NEXT_PASSPHRASE = 'doqquz bulud tövlədə yatmır';

test('a lawyer is invited to the desk, makes keys, is vouched for, opens the desk, and recovers with the paper', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const email = `${own}@misal.az`;
  const lead = await someoneElse();
  const leader = demoPerson('legal_lead', NETWORK);
  let desk = '';
  let printed = '';
  let fingerprint = '';

  await test.step('the one-click door of the demo ends at the passphrase; the lead opens and invites', async () => {
    await stepToDesk(lead, leader);
    await checkA11y(lead);
    await openKeys(lead, leader.passphrase ?? '');
    desk = new URL(lead.url()).pathname;
    await lead.goto(`${desk}/team`);
    await checkA11y(lead);
    await lead.getByLabel('E-poçt', { exact: true }).fill(email);
    await lead.getByRole('radio', { name: 'Hüquqşünas' }).check();
    await lead.getByRole('button', { name: 'Dəvəti göndərin' }).click();
    await expect(lead.getByText('Dəvət göndərildi.')).toBeVisible();
  });

  await test.step('whoever accepts has no keys, and needs the second step before any', async () => {
    await openInvitation(page, email);
    await page.getByLabel('Ad və soyad').fill(`Sevinc ${own}`);
    await page.getByLabel('Yeni şifrə').fill(PASSWORD);
    await page.getByLabel('Fərdi məlumatlarımın bu şərtlərlə işlənməsinə razıyam').check();
    await page.getByRole('button', { name: 'Hesab açın və qoşulun' }).click();
    await page.goto(desk);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hüquq masasında açarlarınız');
    await checkA11y(page);
    await page.getByRole('link', { name: 'İkinci addımı qurun' }).click();
    await page.getByLabel('Şifrə').fill(PASSWORD);
    await page.getByRole('button', { name: 'Qoşmağa başlayın' }).click();
    const address = await page.getByRole('link', { name: 'Bu telefondakı tətbiqdə açın' }).getAttribute('href');
    const app = URI.parse(address ?? '') as TOTP;
    await page.getByLabel('Tətbiqdəki kod').fill(app.generate());
    await page.getByRole('button', { name: 'Təsdiqləyin və qoşun' }).click();
    await expect(page.getByText('Bu kodlar yalnız indi göstərilir')).toBeVisible();
  });

  await test.step('the keys have a passphrase of their own and a code on paper, shown once', async () => {
    await page.goto(desk);
    await page.getByLabel('Yeni parol cümləsi').fill('qısa');
    await page.getByRole('button', { name: 'Açarlarımı yaradın' }).click();
    await expect(page.getByRole('alert')).toContainText('Parol cümləsi ən azı 15 simvol olmalıdır.');
    await checkA11y(page);
    await page.getByLabel('Yeni parol cümləsi').fill(PASSPHRASE);
    await page.getByLabel('Bilirəm ki, itirdiyim parol cümləsini').check();
    await page.getByRole('button', { name: 'Açarlarımı yaradın' }).click();
    await expect(page.getByText('Bu kod yalnız indi göstərilir')).toBeVisible();
    await checkA11y(page);
    printed = (await page.getByRole('main').getByRole('code').textContent()) ?? '';
    expect(printed).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await page.getByLabel('Yazıb saxladım').check();
    await page.getByRole('button', { name: 'Davam edin' }).click();
    await expect(page.getByText('Qeyd edildi: kağız kodunuz yazılıb.')).toBeVisible();
    await checkA11y(page);
    fingerprint = (await page.getByRole('main').getByRole('code').textContent()) ?? '';
    await page.goto(desk);
    await expect(page.getByText('Açarlarınız zəmanət gözləyir')).toBeVisible();
  });

  await test.step('the lead hears the fingerprint and vouches; a wrong one is refused', async () => {
    await lead.goto(`${desk}/team`);
    await lead.getByRole('row', { name: own }).getByRole('link', { name: own }).click();
    await checkA11y(lead);
    await expect(lead.getByRole('main')).toContainText(fingerprint.slice(20));
    await expect(lead.getByRole('main')).not.toContainText(fingerprint);
    await lead.getByLabel('Eşitdiyiniz ilk dörd qrup').fill('zzzz');
    await lead.getByRole('button', { name: 'Zəmanət verin' }).click();
    await expect(lead.getByRole('alert')).toContainText('Bunlar açar izinin ilk dörd qrupu deyil.');
    await lead.getByLabel('Eşitdiyiniz ilk dörd qrup').fill(fingerprint.slice(0, 19));
    await lead.getByRole('button', { name: 'Zəmanət verin' }).click();
    await expect(lead.getByText('Bu açara zəmanət verdiniz.')).toBeVisible();
  });

  await test.step('the desk is open; locked at once by a button, it asks for the passphrase again', async () => {
    await page.goto(desk);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Növbə');
    await page.getByRole('button', { name: 'Kilidlə', exact: true }).click();
    await expect(page.getByText('Açarlarınız kilidləndi.')).toBeVisible();
    await page.goto(desk);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masanı açın');
    await openKeys(page, PASSPHRASE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Növbə');
  });

  await test.step('the paper sets a new passphrase, in small letters and with spaces', async () => {
    await page.goto(`${desk}/unlock`);
    await page.getByRole('link', { name: 'Parol cümləsini unutmusunuz?' }).click();
    await checkA11y(page);
    const paper = page.getByRole('region', { name: 'Kağız kodum var' });
    await paper.getByLabel('Kağız kod').fill(printed.toLowerCase().replaceAll('-', ' '));
    await paper.getByLabel('Yeni parol cümləsi').fill(NEXT_PASSPHRASE);
    await paper.getByRole('button', { name: 'Parol cümləsini qurun' }).click();
    await expect(page.getByText('Yeni parol cümləsi quruldu.')).toBeVisible();
    await page.goto(`${desk}/unlock`);
    await openKeys(page, NEXT_PASSPHRASE);
  });

  await test.step('whoever leaves is out at the next click', async () => {
    await lead.goto(`${desk}/team`);
    await lead.getByRole('row', { name: own }).getByRole('link', { name: own }).click();
    await lead.getByLabel('Bilirəm ki, bunu geri qaytarmaq olmur').check();
    await lead.getByRole('button', { name: 'Açarları ləğv edin' }).click();
    await expect(lead.getByText('Bu şəxs masadan çıxdı.')).toBeVisible();
    expect((await page.goto(desk))?.status()).toBe(404);
  });
});
