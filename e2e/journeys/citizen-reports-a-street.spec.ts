import type { Page } from '@playwright/test';
import { hiddenParts, phonePhoto } from '../support/photos.ts';
import { demoPerson } from '../support/people.ts';
import { countOnMap, mark, SOON } from '../support/report.ts';
import { openReport, searchReports, signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

/** What the citizen reads and writes, as the pages say it in each language. */
const LANGUAGES = {
  az: {
    prefix: '',
    report: 'Problem bildirin',
    category: ['Problem nə ilə bağlıdır?', 'Yol örtüyü və çuxurlar', 'Erkən nikah'],
    subject: ['Qısaca yazın', 'Sahil küçəsində asfalt çöküb'],
    subjectError: 'Nə baş verdiyini bir cümlə ilə yazın.',
    details: ['Ətraflı', 'Yağışdan sonra çuxur dərinləşib, maşınlar yolun kənarından keçir.'],
    region: ['Rayon və ya şəhər', 'Astara'],
    place: ['Kənd və ya küçə, nəyin yanında', 'Kijəbə kəndi, məktəbin yanı'],
    photos: 'Fotolar',
    photosAgain: 'göndərməzdən əvvəl onları yenidən seçin',
    errorTitle: 'Göndərmək üçün bunları düzəldin',
    send: 'Bildirişi göndərin',
    sent: 'Göndərildi. Kodu saxlayın',
    code: 'Qəbz kodu',
    open: 'Açın',
    received: 'Baxılmasını gözləyir',
    published: 'Dərc olunub',
    photo: 'Foto 1',
    nothing: 'Heç nə tapılmadı',
    answer: ['Cavabınız və ya əlavəniz', 'Çuxur məktəbin qarşısındadır, iki metrə yaxındır.'],
    answerSend: 'Göndərin',
    answered: 'Cavabınız təşkilata çatdı.',
    publicPage: 'Hamının gördüyü səhifə',
    withdraw: ['Bildirişi geri götürün', 'Bəli, geri götürün', 'Bildiriş geri götürüldü. Fotolar və əlaqə silinir.'],
    gone: 'Bu səhifə götürülüb',
    stop: 'Bunu bu sayta yazmayın',
    emergency: /təcili yardım nömrələrini hələ təsdiqləməyib|Təhlükə varsa, indi zəng edin/,
  },
  ru: {
    prefix: '/ru',
    report: 'Сообщить о проблеме',
    category: ['С чем связана проблема?', 'Дорожное покрытие и ямы', 'Ранние браки'],
    subject: ['Коротко', 'На улице Сахиль провалился асфальт'],
    subjectError: 'Напишите одним предложением, что случилось.',
    details: ['Подробнее', 'После дождя яма стала глубже, машины объезжают её по обочине.'],
    region: ['Район или город', 'Астара'],
    place: ['Село или улица, рядом с чем', 'село Кижаба, возле школы'],
    photos: 'Фотографии',
    photosAgain: 'выберите их ещё раз перед отправкой',
    errorTitle: 'Чтобы отправить, исправьте',
    send: 'Отправить сообщение',
    sent: 'Отправлено. Сохраните код',
    code: 'Код квитанции',
    open: 'Открыть',
    received: 'Ждёт рассмотрения',
    published: 'Опубликовано',
    photo: 'Фото 1',
    nothing: 'Ничего не найдено',
    answer: ['Ваш ответ или дополнение', 'Яма прямо напротив школы, около двух метров.'],
    answerSend: 'Отправить',
    answered: 'Ваш ответ получен организацией.',
    publicPage: 'Страница, которую видят все',
    withdraw: ['Отозвать сообщение', 'Да, отозвать', 'Сообщение отозвано. Фото и контакт удаляются.'],
    gone: 'Эта страница снята',
    stop: 'Не пишите об этом здесь',
    emergency: /ещё не подтвердил экстренные номера|Если есть опасность, звоните сейчас/,
  },
} as const;

const ASTARA = 'Astaraçay İcma Qrupu';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

const codeOn = async (page: Page, name: string): Promise<string> =>
  ((await page.getByRole('group', { name }).textContent()) ?? '').replace(/\D/g, '');

for (const [language, words] of Object.entries(LANGUAGES)) {
  test(`a citizen reports a street, follows and withdraws it without scripts (${language})`, async ({
    page,
    request,
    someoneElse,
    checkA11y,
  }) => {
    const own = mark();
    const title = `${words.subject[1]} ${own}`;
    const at = (path: string): string => `${words.prefix}${path}`;
    let code = '';
    let photoId = '';
    let publicAddress = '';

    const openReceipt = async (): Promise<void> => {
      await page.goto(at('/receipt'));
      await page
        .getByRole('main')
        .getByLabel(words.code)
        .fill(code.replace(/(\d{4})/g, '$1 '));
      await page.getByRole('button', { name: words.open, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    };

    await test.step('from the front page to the form', async () => {
      await page.goto(at('/'));
      await checkA11y(page);
      await page.getByRole('main').getByRole('link', { name: words.report }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
      await checkA11y(page);
    });

    await test.step('a forgotten sentence is said beside its field and nothing typed is lost', async () => {
      await page.getByLabel(words.category[0]).selectOption(words.category[1]);
      await page.getByLabel(words.details[0]).fill(words.details[1]);
      await page.getByLabel(words.region[0]).selectOption(words.region[1]);
      await page.getByLabel(words.place[0]).fill(words.place[1]);
      await page.getByLabel(words.photos).setInputFiles(await phonePhoto());
      await page.getByRole('button', { name: words.send }).click();

      await expect(page.getByRole('alert')).toContainText(words.errorTitle);
      await expect(page.getByLabel(words.subject[0])).toHaveAccessibleDescription(new RegExp(words.subjectError));
      await expect(page.getByLabel(words.details[0])).toHaveValue(words.details[1]);
      await expect(page.getByLabel(words.place[0])).toHaveValue(words.place[1]);
      await expect(page.getByLabel(words.region[0]).locator(':checked')).toHaveText(words.region[1]);
      await expect(page.getByLabel(words.category[0]).locator(':checked')).toHaveText(words.category[1]);
      await expect(page.getByText(words.photosAgain)).toBeVisible();
      await checkA11y(page);
      await page.getByRole('alert').getByRole('link', { name: words.subjectError }).click();
      await expect(page.getByLabel(words.subject[0])).toBeFocused();
    });

    await test.step('sent once or twice, it is one report with one code', async () => {
      await page.getByLabel(words.subject[0]).fill(title);
      await page.getByLabel(words.photos).setInputFiles(await phonePhoto());
      await page.getByRole('button', { name: words.send }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.sent);
      code = await codeOn(page, words.code);
      expect(code).toMatch(/^[1-4]\d{27}$/);
      await checkA11y(page);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.sent);
      expect(await codeOn(page, words.code)).toBe(code);
    });

    await test.step('the code opens the report; a wrong one says so', async () => {
      await page.goto(at('/receipt'));
      await checkA11y(page);
      await openReceipt();
      await expect(page.getByRole('main')).toContainText(words.received);
      const photo = page.getByRole('img', { name: words.photo });
      photoId = (await photo.getAttribute('src'))?.split('/').at(-1) ?? '';
      expect(photoId).not.toBe('');
      await checkA11y(page);
    });

    await test.step('before a moderator has looked, nobody else sees anything of it', async () => {
      const stranger = await someoneElse();
      await stranger.goto(at(`/issues?q=${own}`));
      await expect(stranger.getByText(words.nothing)).toBeVisible();
      expect(await countOnMap(request, `q=${own}`)).toBe(0);
      for (const size of ['full', 'thumb'])
        expect((await request.get(`/photos/${photoId}/${size}`)).status()).toBe(404);
      expect((await request.get(`/receipt/photos/${photoId}`)).status()).toBe(404);
    });

    await test.step('a moderator signs in with a password and publishes', async () => {
      const moderator = await someoneElse();
      await signIn(moderator, demoPerson('moderator', ASTARA));
      await openReport(moderator, ASTARA, own);
      await checkA11y(moderator);
      const decision = moderator.getByRole('form', { name: 'Dərc olunacaq mətn və qərar' });
      await decision.getByRole('button', { name: 'Dərc edin', exact: true }).click();
      await expect(moderator.getByRole('status')).toContainText('Dərc olundu.');
    });

    await test.step('it stands in the list in three languages, on the map, with a photo that tells nothing', async () => {
      const reader = await someoneElse();
      for (const prefix of ['', '/en', '/ru']) {
        await expect(async () => {
          await reader.goto(`${prefix}/issues?q=${own}`);
          await expect(reader.getByRole('main').getByRole('link', { name: title })).toBeVisible({ timeout: 1000 });
        }).toPass(SOON);
      }
      await expect.poll(() => countOnMap(request, `q=${own}`), SOON).toBe(1);

      await reader.getByRole('main').getByRole('link', { name: title }).click();
      publicAddress = at(new URL(reader.url()).pathname.replace(/^\/(en|ru)/, ''));
      await reader.goto(publicAddress);
      await expect(reader.getByRole('heading', { level: 1 })).toContainText(title);
      await checkA11y(reader);
      const full = await request.get(`/photos/${photoId}/full`);
      expect(await hiddenParts(await full.body())).toEqual({ exif: false, format: 'jpeg', width: 1200 });
    });

    await test.step('an organiser asks, the citizen answers with the code', async () => {
      const organiser = await someoneElse();
      await signIn(organiser, demoPerson('organiser', ASTARA));
      await openReport(organiser, ASTARA, own);
      await organiser.getByLabel('Bildirənə yazın').fill('Çuxur məktəbin hansı tərəfindədir?');
      await organiser.getByRole('button', { name: 'Sualı göndərin' }).click();
      await expect(organiser.getByRole('status')).toContainText('Sual göndərildi.');

      await openReceipt();
      await expect(page.getByRole('main')).toContainText(words.published);
      await expect(page.getByText('Çuxur məktəbin hansı tərəfindədir?')).toBeVisible();
      await page.getByLabel(words.answer[0]).fill(words.answer[1]);
      await page.getByRole('button', { name: words.answerSend, exact: true }).click();
      await expect(page.getByRole('status')).toContainText(words.answered);
      await checkA11y(page);

      await organiser.reload();
      await expect(organiser.getByText(words.answer[1])).toBeVisible();
    });

    await test.step('withdrawn, the page is gone, and its photo, its place in the list and on the map', async () => {
      await page.getByRole('link', { name: words.withdraw[0] }).click();
      await checkA11y(page);
      await page.getByRole('button', { name: words.withdraw[1] }).click();
      await expect(page.getByRole('status')).toContainText(words.withdraw[2]);

      const stranger = await someoneElse();
      await expect(async () => {
        const answer = await stranger.goto(publicAddress);
        expect(answer?.status()).toBe(410);
      }).toPass(SOON);
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(words.gone);
      await checkA11y(stranger);
      for (const size of ['full', 'thumb'])
        expect((await request.get(`/photos/${photoId}/${size}`)).status()).toBe(410);
      await expect.poll(() => countOnMap(request, `q=${own}`), SOON).toBe(0);
    });
  });
}

test('violence and early marriage stop the form, and nothing is stored', async ({ page, checkA11y }) => {
  const own = mark();
  for (const words of Object.values(LANGUAGES)) {
    await page.goto(`${words.prefix}/issues/new`);
    await page.getByLabel(words.category[0]).selectOption(words.category[2]);
    await page.getByLabel(words.subject[0]).fill(`${words.subject[1]} ${own}`);
    await page.getByLabel(words.region[0]).selectOption(words.region[1]);
    await page.getByLabel(words.place[0]).fill(words.place[1]);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.stop);
    await expect(page.getByRole('main')).toContainText(words.emergency);
    await checkA11y(page);
  }
  await signIn(page, demoPerson('moderator', ASTARA));
  await searchReports(page, ASTARA, own);
  await expect(page.getByText('Heç nə tapılmadı')).toBeVisible();
});
