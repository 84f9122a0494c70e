import type { Page } from '@playwright/test';
import { openKeys, stepToDesk } from '../support/desk.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { expect, test } from '../support/test.ts';

const NETWORK = 'Körpü İcmalar Şəbəkəsi';

/** Another room of the case, by its tab. */
async function room(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'İşin bölmələri' }).getByRole('link', { name, exact: true }).click();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({
      javaScriptEnabled: scripts,
      viewport: { width: 360, height: 780 },
      // Forms that are sent back with what was typed.
      expectedConsole: [/422/],
    });

    test(`a lawyer opens a case with a reason, takes it, replies, notes, logs time and closes it ${scripts ? 'on a phone' : 'with forms alone'}`, async ({
      page,
      checkA11y,
    }) => {
      const own = mark();
      const lead = demoPerson('legal_lead', NETWORK);

      await test.step('the demo’s door ends at the passphrase, and the passphrase opens the desk', async () => {
        await stepToDesk(page, lead);
        await openKeys(page, lead.passphrase ?? '');
      });

      await test.step('a case asks why before it shows a word, and is taken', async () => {
        // Two cases that nobody else's journey needs: each run takes one of them.
        await page
          .getByRole('link', { name: scripts ? /№\s*5\b/ : /№\s*3\b/ })
          .first()
          .click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('niyə açırsınız');
        await checkA11y(page);
        await page.getByRole('button', { name: 'İşi açın' }).click();
        await expect(page.getByRole('heading', { name: 'Yazışma', exact: true })).toBeVisible();
        await expect(page.getByText('Cavabı işi götürən hüquqşünas və ya rəhbər yazır')).toBeVisible();
        await page.getByRole('button', { name: 'İşi götürün' }).click();
        await room(page, 'Yazışma');
        await checkA11y(page);
      });

      await test.step('a saved phrase is put into the reply, changed, and sent', async () => {
        await page.getByText('Hazır cümlələr').click();
        await page.getByRole('link', { name: 'Sənəd istəmək' }).click();
        const reply = page.getByLabel('Müraciət edənə mətn');
        await expect(reply).toHaveValue(/əlavə edin|Добавьте/);
        await reply.fill(`Salam. Məktubun şəklini göndərin. ${own}`);
        await page
          .getByLabel('Fayllar')
          .setInputFiles({ name: 'vərəqə.txt', mimeType: 'text/plain', buffer: Buffer.from(`addımlar ${own}`) });
        await page.getByRole('button', { name: 'Göndərin' }).click();
        await expect(page.getByText('Göndərildi. Növbə müraciət edəndədir.')).toBeVisible();
        await expect(page.getByRole('listitem').filter({ hasText: own })).toBeVisible();
        const file = await page.getByRole('link', { name: 'vərəqə.txt' }).getAttribute('href');
        const sent = await page.request.get(file ?? '');
        expect(await sent.text()).toBe(`addımlar ${own}`);
        expect(sent.headers()).toMatchObject({
          'cache-control': 'private, no-store',
          'x-content-type-options': expect.stringContaining('nosniff'),
        });
        expect(sent.headers()['content-disposition']).toMatch(/^attachment/);
      });

      await test.step('a file that a browser would run is refused, and what was typed stays', async () => {
        await page.getByLabel('Müraciət edənə mətn').fill('Qalmalıdır');
        await page
          .getByLabel('Fayllar')
          .setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="1"/>') });
        await page.getByRole('button', { name: 'Göndərin' }).click();
        await expect(page.getByText('Bu növ fayl qəbul edilmir').first()).toBeVisible();
        await expect(page.getByLabel('Müraciət edənə mətn')).toHaveValue('Qalmalıdır');
      });

      await test.step('a note to oneself, a task, and time', async () => {
        await room(page, 'Qeydlər');
        await page.getByLabel('Nə edilməlidir').fill(`Arxivə sorğu ${own}`);
        await page.getByRole('button', { name: 'Tapşırığı əlavə edin' }).click();
        const task = page.getByRole('listitem').filter({ hasText: `Arxivə sorğu ${own}` });
        await task.getByRole('button', { name: 'Edildi' }).click();
        await expect(task.getByText('Edilib', { exact: true })).toBeVisible();
        await page.getByLabel('Yeni qeyd').fill(`Yalnız mənə ${own}`);
        await page.getByRole('radio', { name: /^Yalnız mən görürəm/ }).check();
        await page.getByRole('button', { name: 'Qeydi saxlayın' }).click();
        await expect(page.getByRole('listitem').filter({ hasText: `Yalnız mənə ${own}` })).toBeVisible();
        await checkA11y(page);
        await room(page, 'Vaxt');
        await page.getByLabel('Dəqiqə').fill('0');
        await page.getByRole('button', { name: 'Saxlayın' }).click();
        await expect(page.getByText('1-dən 1440-a qədər tam dəqiqə yazın.').first()).toBeVisible();
        await page.getByLabel('Dəqiqə').fill('75');
        await page.getByLabel('Nə iş görülüb').selectOption('Zəng');
        await page.getByRole('button', { name: 'Saxlayın' }).click();
        await expect(page.getByText('Cəmi: 1 saat 15 dəqiqə')).toBeVisible();
        await checkA11y(page);
      });

      await test.step('the case ends with an outcome and a text, and may be taken up again with a reason', async () => {
        await room(page, 'Nəticə');
        await page.getByLabel('Necə bitdi').selectOption('Sual cavablandırıldı');
        await page.getByLabel('Müraciət edənə yekun mətn').fill(`Cavab verildi ${own}`);
        await page.getByRole('button', { name: 'İşi bağlayın' }).click();
        await expect(page.getByText('İş bağlandı. Müraciət edənə xəbər verildi.')).toBeVisible();
        await expect(page.getByText('İş bağlanıb: Sual cavablandırıldı')).toBeVisible();
        await checkA11y(page);
        await room(page, 'Yazışma');
        await expect(page.getByRole('listitem').filter({ hasText: `Cavab verildi ${own}` })).toBeVisible();
        await expect(page.getByText('İş bağlanıb. Yazmaq üçün onu yenidən açın.')).toBeVisible();
        await room(page, 'Nəticə');
        await page.getByLabel('Nə üçün').fill('Yeni sənəd gəlib');
        await page.getByRole('button', { name: 'Yenidən açın' }).click();
        await expect(page.getByText('İş yenidən açıldı.')).toBeVisible();
      });
    });
  });
}
