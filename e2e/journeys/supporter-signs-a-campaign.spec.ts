import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { mark, SOON } from '../support/report.ts';
import { expect, test } from '../support/test.ts';

/** What a supporter reads and writes, as the pages say it in each language. */
const LANGUAGES = {
  az: {
    prefix: '',
    list: 'Kampaniyalar',
    sign: 'Dəstəkləyin',
    title: 'Dəstək verin',
    name: ['Ad və soyad', 'Aygün Sınaqlı'],
    contact: 'E-poçt və ya telefon',
    nameError: 'Ad və soyadınızı hərflərlə yazın.',
    consent: 'Məlumatımın bu kampaniya üçün saxlanmasına razıyam',
    send: 'Dəstək verirəm',
    thanks: 'Sağ olun!',
    confirm: 'Təsdiq edirəm',
    confirmed: 'Təsdiq etdiniz, sağ olun.',
    change: 'Fikriniz dəyişib?',
    withdraw: 'Dəstəyimi geri götürürəm',
    withdrawn: 'Dəstəyiniz geri götürüldü.',
  },
  ru: {
    prefix: '/ru',
    list: 'Кампании',
    sign: 'Поддержать',
    title: 'Поддержите',
    name: ['Имя и фамилия', 'Айгюн Пробная'],
    contact: 'Эл. почта или телефон',
    nameError: 'Напишите имя и фамилию буквами.',
    consent: 'Я согласен(на) на хранение моих данных для этой кампании',
    send: 'Поддерживаю',
    thanks: 'Спасибо!',
    confirm: 'Подтверждаю',
    confirmed: 'Подтверждено, спасибо.',
    change: 'Передумали?',
    withdraw: 'Отозвать голос',
    withdrawn: 'Голос отозван.',
  },
} as const;

/** The story's campaign that gathers support in Gəncə. */
const CAMPAIGN = 'Hər həyətə işıq';

test.use({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false });
test.describe.configure({ timeout: 120_000 });

for (const [language, words] of Object.entries(LANGUAGES)) {
  test(`somebody supports a campaign without scripts, confirms by mail and takes it back (${language})`, async ({
    page,
    request,
    checkA11y,
  }) => {
    const address = `${mark()}@sinaq.invalid`;
    await page.goto(`${words.prefix}/campaigns`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.list);
    await checkA11y(page);
    await page.getByRole('link', { name: CAMPAIGN }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(CAMPAIGN);
    await checkA11y(page);
    const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const count = async (): Promise<number> =>
      ((await (await request.get(`/campaigns/${slug}/count.json`)).json()) as { total: number }).total;
    const before = await count();

    await page.getByRole('link', { name: words.sign }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await checkA11y(page);
    // What is wrong is said beside its field, and what was typed is kept.
    await page.getByLabel(words.contact).fill(address);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.nameError).first()).toBeVisible();
    await expect(page.getByLabel(words.contact)).toHaveValue(address);
    await page.getByLabel(words.name[0], { exact: true }).fill(words.name[1]);
    await page.getByLabel(words.consent).check();
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.thanks);
    await checkA11y(page);

    const letter = await openLetter(page, address);
    const link = await pathInLetter(letter, /\/signatures\//);
    // A mail scanner follows the link first: nothing is counted by that.
    await request.get(link);
    await request.get(link);
    await page.goto(link);
    await checkA11y(page);
    expect(await count()).toBe(before);
    await page.getByRole('button', { name: words.confirm }).click();
    await expect(page.getByText(words.confirmed)).toBeVisible();
    await expect(async () => expect(await count()).toBe(before + 1)).toPass(SOON);

    await page.getByText(words.change).click();
    await page.getByRole('button', { name: words.withdraw }).click();
    await expect(page.getByText(words.withdrawn)).toBeVisible();
    await expect(async () => expect(await count()).toBe(before)).toPass(SOON);
  });
}
