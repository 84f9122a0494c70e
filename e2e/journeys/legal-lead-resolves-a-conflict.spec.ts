import type { Page } from '@playwright/test';
import { openKeys, stepToDesk } from '../support/desk.ts';
import { demoPerson } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NETWORK = 'Körpü İcmalar Şəbəkəsi';
const WARNING = 'Maraqlar toqquşması ola bilər';
const NAME = 'Nümunə Ziddiyyət Bəyli';

/** Opens a case of the queue with the first reason that fits. */
async function open(page: Page, number: number): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(`№ ${number}(?!\\d)`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'İşi açın' }).click();
  await expect(page.getByRole('navigation', { name: 'İşin bölmələri' })).toBeVisible();
}

/** Writes down a side of the case that is open. */
async function addParty(page: Page, side: string): Promise<void> {
  await page.getByRole('navigation', { name: 'İşin bölmələri' }).getByRole('link', { name: 'Tərəflər' }).click();
  await page.getByRole('radio', { name: side }).check();
  await page.getByLabel('Ad, soyad və ya qurumun adı').fill(NAME);
  await page.getByRole('button', { name: 'Tərəfi yazın' }).click();
}

test('a legal lead finds the same person on both sides of two cases, keeps a lawyer out, and the warning goes', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const [lead, lawyer] = [demoPerson('legal_lead', NETWORK), demoPerson('lawyer', NETWORK)];
  const desk = await someoneElse({ viewport: { width: 360, height: 780 } });
  let queue = '';

  await test.step('the lawyer writes down the other side of a case: nothing is known of it yet', async () => {
    await stepToDesk(desk, lawyer);
    await openKeys(desk, lawyer.passphrase ?? '');
    queue = new URL(desk.url()).pathname;
    await open(desk, 2);
    await desk.getByRole('button', { name: 'İşi götürün' }).first().click();
    await addParty(desk, 'Qarşı tərəf');
    await expect(desk.getByText('Toqquşma tapılmadı.')).toBeVisible();
    await checkA11y(desk);
  });

  await test.step('the lead opens another case and writes down whose it is: the same name', async () => {
    await stepToDesk(page, lead);
    await openKeys(page, lead.passphrase ?? '');
    await open(page, 4);
    await addParty(page, 'Müraciət edən tərəf');
    await expect(page.getByText(WARNING).first()).toBeVisible();
    await checkA11y(page);
  });

  await test.step('before reading, the lawyer is told to ask the lead, and neither name nor case', async () => {
    await desk.goto(queue);
    const row = desk.getByRole('row').filter({ hasText: '№ 4' });
    await expect(row).toContainText('Toqquşma ola bilər: rəhbərdən soruşun');
    await expect(desk.getByText(NAME)).toHaveCount(0);
    await row.getByRole('link').click();
    await expect(desk.getByText(WARNING)).toBeVisible();
    await expect(desk.getByRole('radio')).toHaveCount(1);
    await expect(desk.getByText(NAME)).toHaveCount(0);
    await checkA11y(desk);
  });

  await test.step('the lead reads who is on the other side and keeps that lawyer out', async () => {
    await expect(page.getByText('Eyni ad başqa işdə əks tərəfdədir.')).toBeVisible();
    await page.getByRole('button', { name: 'Bu işdən kənar saxlayın' }).click();
    await expect(page.getByText('Siyahıdan birini seçin.').first()).toBeVisible();
    const who = page.getByLabel('Kimi', { exact: true });
    const name = lawyer.name.split(' ')[0] ?? '';
    await who.selectOption({ label: (await who.locator('option', { hasText: name }).textContent()) ?? '' });
    await page.getByRole('form', { name: 'Bu işdən kənar saxlayın' }).getByLabel('Səbəb').fill('Qarşı tərəfi o aparır');
    await page.getByRole('button', { name: 'Bu işdən kənar saxlayın' }).click();
    await expect(page.getByText('Həmkarınız bu işdən kənar saxlanıldı')).toBeVisible();
    await expect(page.getByText('Toqquşma görünmür.')).toBeVisible();
  });

  await test.step('for that lawyer the case is gone; the trail says what was decided, without a word of why', async () => {
    await desk.goto(queue);
    await expect(desk.getByRole('row').filter({ hasText: '№ 4' })).toHaveCount(0);
    await page.getByRole('navigation', { name: 'İşin bölmələri' }).getByRole('link', { name: 'Tarixçə' }).click();
    await expect(page.getByText('Həmkarını işdən kənar saxladı')).toBeVisible();
    await expect(page.getByText('Qarşı tərəfi o aparır')).toHaveCount(0);
    await checkA11y(page);
  });
});
