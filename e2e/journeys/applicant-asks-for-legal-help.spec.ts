import { openKeys, stepToDesk } from '../support/desk.ts';
import { answerChoices, applicantWords as words, h1, openByReceipt, press } from '../support/legal-request.ts';
import { demoPerson } from '../support/people.ts';
import { phonePhoto } from '../support/photos.ts';
import { mark } from '../support/report.ts';
import { expect, test } from '../support/test.ts';
import { leave, watchWayOut, WAY_OUT } from '../support/way-out.ts';

test.describe('without scripts at 360 px', () => {
  test.use({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
    // The way out leads to another site, and nothing else does.
    expectedConsole: [/^third party: https:\/\/az\.wikipedia\.org\/$/],
  });

  test('G14: an applicant asks, comes back by receipt, writes and attaches without scripts', async ({
    page,
    checkA11y,
    someoneElse,
  }) => {
    const own = mark();
    const story = `Bələdiyyə evimizi sökmək istəyir ${own}`;
    let code = '';
    let number = '';

    await test.step('the front door says what is asked and what it protects', async () => {
      await page.goto('/legal-aid');
      await checkA11y(page);
      await page.goto('/legal-aid/request');
      await checkA11y(page);
    });

    await test.step('choices first, the receipt before everything', async () => {
      code = await answerChoices(page);
      expect(page.url()).not.toContain('?');
    });

    await test.step('a page that is wrong keeps what was typed', async () => {
      await page.getByLabel('Telefon', { exact: false }).first().fill('12');
      await page.getByRole('textbox', { name: /^Ad/ }).first().fill('Nümunə Ad');
      await press(page, words.next);
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(page.getByRole('textbox', { name: /^Ad/ }).first()).toHaveValue('Nümunə Ad');
      await checkA11y(page);
      await page.getByLabel('Telefon', { exact: false }).first().fill('050 123 45 67');
      await press(page, words.next);
    });

    await test.step('the story, a picture, a last look', async () => {
      await page.getByLabel(words.story).fill(story);
      await checkA11y(page);
      await press(page, words.next);
      await page.getByLabel(words.files).setInputFiles(await phonePhoto());
      await press(page, words.add);
      await expect(page.getByRole('status')).toContainText('Fayl əlavə olundu');
      await checkA11y(page);
      await press(page, words.next);
      await expect(page.getByText(story)).toBeVisible();
      await expect(page.getByText('Cəmilə A.')).toBeVisible();
      await checkA11y(page);
      await press(page, words.send);
      await expect(h1(page)).toHaveText(words.sent);
      await expect(page.getByRole('main')).toContainText(words.server);
      await checkA11y(page);
    });

    await test.step('in another browser only the right digits open it', async () => {
      const later = await someoneElse();
      await later.goto('/legal-aid/receipt');
      await checkA11y(later);
      await later.getByLabel(words.code).fill(`${code.slice(0, 27)}${(Number(code[27]) + 1) % 10}`);
      await press(later, words.open);
      await expect(later.getByRole('alert')).toContainText(words.wrong);
      await openByReceipt(later, code);
      await expect(later.getByRole('main')).toContainText(words.queue);
      number = /Nömrə (\d+)/.exec((await later.getByRole('main').textContent()) ?? '')?.[1] ?? '';
      await expect(later.getByText(story)).toBeVisible();
      await later.getByLabel(words.reply).fill('Qərarın surətini də tapdım.');
      await press(later, words.replySend);
      await expect(later.getByText('Qərarın surətini də tapdım.')).toBeVisible();
      await checkA11y(later);
      await press(later, words.lock);
      await later.goto('/legal-aid/receipt/case');
      await expect(h1(later)).toHaveText('Qəbz kodu ilə davam');
    });

    await test.step('the way out is the first thing a keyboard reaches, and closes the receipt behind it', async () => {
      const away = await someoneElse();
      await openByReceipt(away, code);
      const order = await away
        .locator('a[href], button, input:not([type=hidden]), select, textarea')
        .evaluateAll((all) => all.filter((one) => !one.closest('aside')).map((one) => one.getAttribute('href')));
      // After the link that skips to the content, which is for keyboards as well.
      expect(order.indexOf('/legal-aid/exit')).toBe(1);
      await leave(away);
      await away.goto('/legal-aid/receipt/case');
      await expect(h1(away)).toHaveText('Qəbz kodu ilə davam');
    });

    await test.step('a lawyer opens it with a reason, reads it, takes it and replies', async () => {
      const desk = await someoneElse();
      const lawyer = demoPerson('lawyer', 'Körpü İcmalar Şəbəkəsi');
      await stepToDesk(desk, lawyer);
      await openKeys(desk, lawyer.passphrase ?? '');
      await desk
        .getByRole('link', { name: new RegExp(`№\\s*${number}\\b`) })
        .first()
        .click();
      await expect(h1(desk)).toContainText('niyə açırsınız');
      await desk.getByRole('button', { name: 'İşi açın' }).click();
      await expect(desk.getByText(story)).toBeVisible();
      await desk.getByRole('button', { name: 'İşi götürün' }).click();
      await desk
        .getByRole('navigation', { name: 'İşin bölmələri' })
        .getByRole('link', { name: 'Yazışma', exact: true })
        .click();
      await desk.getByLabel('Müraciət edənə mətn').fill(`Sabah saat 10-da zəng edin. ${own}`);
      await desk.getByRole('button', { name: 'Göndərin' }).click();
      await expect(desk.getByText('Göndərildi. Növbə müraciət edəndədir.')).toBeVisible();
    });

    await test.step('the applicant reads the reply by the receipt', async () => {
      const back = await someoneElse();
      await openByReceipt(back, code);
      await expect(back.getByText(`Sabah saat 10-da zəng edin. ${own}`)).toBeVisible();
      await expect(back.getByRole('main')).toContainText('Sizin cavabınız gözlənilir');
      await checkA11y(back);
    });
  });
});

test.describe('with scripts', () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test('what is sent was sealed in the browser: no word of it stands in a request', async ({ page }) => {
    const secret = `Gizli ${mark()}`;
    const story = `${secret} barədə yazıram, ev sökülür.`;
    const bodies: Buffer[] = [];
    page.on('request', (request) => {
      const body = request.postDataBuffer();
      if (request.method() === 'POST' && body) bodies.push(body);
    });
    const code = await answerChoices(page);

    await expect(page.locator('[data-sealing="browser"]')).toBeVisible();
    await page.getByRole('textbox', { name: /^Ad/ }).first().fill(`Ad ${secret}`);
    await page.getByLabel('Xəbər üçün e-poçt').fill('xeber@numune.invalid');
    await press(page, words.next);
    await expect(h1(page)).toHaveText('Nə baş verib?');
    await page.getByLabel(words.story).fill(story);
    await press(page, words.next);
    await expect(h1(page)).toHaveText('Sənəd, şəkil və ya səs');
    await page.getByLabel(words.files).setInputFiles({
      name: `${secret}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4\n% ${secret}\n`),
    });
    await press(page, words.add);
    await expect(page.getByText('Brauzerdə şifrələnmiş fayl')).toBeVisible();
    await press(page, words.next);
    await expect(page.getByRole('main')).toContainText('brauzerdə şifrələnib, burada göstərilmir');
    await expect(page.getByText(secret)).toHaveCount(0);
    await press(page, words.send);
    await expect(h1(page)).toHaveText(words.sent);
    await expect(page.getByRole('main')).toContainText(words.browser);

    const sent = Buffer.concat(bodies);
    const own = secret.split(' ')[1] as string;
    for (const form of [
      own,
      Buffer.from(own).toString('hex'),
      Buffer.from(own).toString('base64').replace(/=+$/, '').slice(0, -1),
    ])
      expect(sent.includes(form), `${form} in what was sent`).toBe(false);
    expect(decodeURIComponent(sent.toString('latin1').replaceAll(/%(?![0-9a-f]{2})/gi, ''))).toContain(
      'xeber@numune.invalid',
    );

    await page.goto('/legal-aid/receipt');
    await page.getByLabel(words.code).fill(code);
    await press(page, words.open);
    await expect(page.getByText(story)).toBeVisible();
    await expect(page.getByRole('link', { name: `${secret}.pdf` })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `${secret}.pdf` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${secret}.pdf`);
  });
});

test.describe('the ways in and out', () => {
  // The way out leads to another site, and nothing else does.
  test.use({
    viewport: { width: 360, height: 780 },
    expectedConsole: [/^third party: https:\/\/az\.wikipedia\.org\/$/],
  });

  test('G29: three times Esc leaves at once, and going back shows nothing of ours', async ({ page, baseURL }) => {
    await watchWayOut(page);
    await page.goto('about:blank');
    await page.goto('/legal-aid/request');
    await expect(page.getByText('brauzerin tarixçəsini').or(h1(page)).first()).toBeVisible();
    const from = Date.now();
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Escape');
    await page.waitForURL(WAY_OUT);
    expect(Date.now() - from).toBeLessThan(2000);
    await page.goBack();
    expect(page.url()).not.toContain(new URL(baseURL ?? '').host);
  });

  test('codes typed at the other door are handed on without standing in an address', async ({ page }) => {
    await page.goto('/receipt');
    await page
      .getByRole('main')
      .getByLabel(words.code)
      .fill(`5${'1234567'.repeat(4).slice(0, 27)}`);
    await press(page, words.open);
    await expect(h1(page)).toHaveText('Bu, hüquqi yardım qəbzidir');
    await press(page, 'Hüquqi yardım qəbzini açın');
    await expect(page.getByRole('alert')).toContainText(words.wrong);
    expect(page.url()).not.toMatch(/\d{8}/);
    await page.getByLabel(words.code).fill(`1${'1234567'.repeat(4).slice(0, 27)}`);
    await press(page, words.open);
    await expect(h1(page)).toHaveText('Bu, problem bildirişinin kodudur');
    await press(page, 'Bildirişin qəbzini açın');
    await expect(page).toHaveURL(/\/receipt$/);
  });

  test('a report that must not be written leads to the lawyers', async ({ page }) => {
    await page.goto('/issues/new/help');
    await page.getByRole('main').getByRole('button').first().click();
    await expect(h1(page)).toHaveText('Hüquqi yardım müraciəti');
    await press(page, words.start);
    await expect(h1(page)).toHaveText('Əvvəlcə bu kodu yazıb saxlayın');
  });
});
