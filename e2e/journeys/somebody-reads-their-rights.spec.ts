import { expect, test } from '../support/test.ts';
import { watchWayOut, WAY_OUT } from '../support/way-out.ts';

/** Asks without an account, without scripts where it says so, on a phone: the library, a card to carry, and the way out. */
const LANGUAGES = {
  az: {
    prefix: '',
    title: 'Hüquqlarınız: nə etməli',
    query: 'sokuntu',
    topic: 'Köçürülmə və ya söküntü bildirişi gələndə',
    term: '30 təqvim günü',
    confirm: 'müddəti hüquqşünasla təsdiqləyin',
    card: 'Çap üçün kart',
    exit: 'Səhifəni tez bağlayın',
    protection: 'Bu nəyi qoruyur, nəyi yox',
    not: 'Nə qorunmur',
  },
  ru: {
    prefix: '/ru',
    title: 'Ваши права: что делать',
    query: 'снос',
    topic: 'Когда пришло уведомление о выселении или сносе',
    term: '30 календарных дней',
    confirm: 'уточните срок у юриста',
    card: 'Карточка для печати',
    exit: 'Быстро покинуть страницу',
    protection: 'Что это защищает, а что нет',
    not: 'Что не защищено',
  },
} as const;

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test.describe(scripts, () => {
    test.use({
      javaScriptEnabled,
      viewport: { width: 360, height: 780 },
      // The exit leads elsewhere on purpose.
      expectedConsole: [/^third party: https:\/\/az\.wikipedia\.org\//u],
    });
    for (const [language, words] of Object.entries(LANGUAGES)) {
      test(`somebody finds what to do, prints a card and leaves (${language}, ${scripts})`, async ({
        page,
        checkA11y,
      }) => {
        await page.goto(`${words.prefix}/legal-aid/rights`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
        await checkA11y(page);
        await page.getByRole('searchbox').fill(words.query);
        await page.getByRole('searchbox').press('Enter');
        // Nobody who looks into the browser's history sees what was looked for.
        expect(page.url()).not.toContain('?');
        await page.getByRole('link', { name: words.topic }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.topic);
        await expect(page.getByText(words.term).first()).toBeVisible();
        await expect(page.getByText(words.confirm)).toBeVisible();
        await checkA11y(page);

        await page.getByRole('link', { name: words.card }).click();
        await checkA11y(page);
        // On paper: no link, no name of the house, no way to an account.
        await page.emulateMedia({ media: 'print' });
        const paper = page.locator('body');
        await expect(paper).toContainText(words.term);
        await expect(paper).not.toContainText('İcma');
        await expect(page.getByRole('link').filter({ visible: true })).toHaveCount(0);
        await page.emulateMedia({ media: 'screen' });

        await page.goto(`${words.prefix}/legal-aid/protection`);
        await expect(page.getByRole('heading', { name: words.not })).toBeVisible();
        await checkA11y(page);
      });

      test(`G29: the quick exit leaves at once, without a trace of where from (${language}, ${scripts})`, async ({
        page,
      }) => {
        const seen = await watchWayOut(page);
        for (const path of [
          '/legal-aid/rights',
          '/legal-aid/rights/violence',
          '/legal-aid/rights/violence/card',
          '/legal-aid/protection',
        ]) {
          await page.goto(words.prefix + path);
          await page.getByRole('link', { name: words.exit }).first().click();
          await page.waitForURL(WAY_OUT);
        }
        expect(seen.referrers).toEqual(Array.from({ length: 4 }, () => undefined));
      });
    }
  });
}
