import type { Locator, Page } from '@playwright/test';
import { mark } from '../support/report.ts';
import { expect, test } from '../support/test.ts';

const SCREENS = [
  { name: 'a phone', viewport: { width: 360, height: 780 }, hasTouch: true },
  { name: 'a desk', viewport: { width: 1280, height: 800 }, hasTouch: false },
];

const CLUSTER = /^([\d.]+) problem: yaxınlaşdırın$/;
/** From the whole country to single streets it takes this many steps at most. */
const STEPS = 6;

for (const { name, ...screen } of SCREENS) {
  test.describe(name, () => {
    test.use(screen);

    test(`a citizen shows the place on the map of the form, on ${name}`, async ({ page, checkA11y }) => {
      await page.goto('/issues/new');
      await page.getByLabel('Problem nə ilə bağlıdır?').selectOption('Yol örtüyü və çuxurlar');
      await page.getByLabel('Qısaca yazın').fill(`Körpünün yanında yol çöküb ${mark()}`);

      await page.getByRole('button', { name: 'Xəritədə göstərin' }).click();
      const map = page.getByRole('group', { name: 'Xəritədə göstərin' });
      await expect(map.getByText('Rusiya')).toBeVisible();
      await checkA11y(page);
      if (screen.hasTouch) await map.tap({ position: await middleOf(map) });
      else await map.click({ position: await middleOf(map) });

      const said = page.getByRole('status').filter({ hasText: 'Seçdiniz:' });
      await expect(said).toBeVisible();
      const place = /Seçdiniz: (.+)\. Düz deyilsə/.exec((await said.textContent()) ?? '')?.[1] ?? '';
      expect(place).not.toBe('');
      await expect(page.getByLabel('Kənd və ya küçə, nəyin yanında')).toHaveValue(place);
      await expect(page.getByLabel('Rayon və ya şəhər')).not.toHaveValue('');
      await expect(page.getByRole('button', { name: 'Nöqtəni silin' })).toBeVisible();

      await page.getByRole('button', { name: 'Bildirişi göndərin' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Göndərildi. Kodu saxlayın');
      await expect(page.getByRole('button', { name: 'Köçürün' })).toBeVisible();
    });

    test(`a citizen goes from the country to one report on the map, on ${name}`, async ({ page, checkA11y }) => {
      // A theme that no other journey publishes in, so that the counts stand still.
      await page.goto('/map?theme=ecology');
      const map = page.getByRole('region', { name: 'Problemlər xəritəsi' });
      const clusters = map.getByRole('button', { name: CLUSTER });
      const pins = map.getByRole('button', { name: /: (?!yaxınlaşdırın)/ });
      await expect(clusters.first()).toBeVisible();
      await checkA11y(page);

      await test.step('the map and the list count the same', async () => {
        const lead = page.getByText(/^\d+ problem, hamısı siyahıda da var\.$/);
        const total = Number.parseInt((await lead.textContent()) ?? '', 10);
        const parts = await clusters.evaluateAll((all) => all.map((one) => one.getAttribute('title') ?? ''));
        const sum = parts.reduce(
          (count, words) => count + Number(CLUSTER.exec(words)?.[1]?.replaceAll('.', '') ?? 0),
          0,
        );
        expect(sum).toBe(total);
        const list = page.getByRole('link', { name: 'Siyahı olaraq' }).last();
        await list.click();
        await expect(page.getByText(`${total} problem`, { exact: true })).toBeVisible();
        await page.goBack();
      });

      await test.step('a tap on a group comes nearer, until single reports stand there', async () => {
        await expect(clusters.first()).toBeVisible();
        for (let step = 0; step < STEPS && (await pins.count()) === 0; step += 1) {
          const answered = page.waitForResponse(/\/api\/map\?/);
          await (await nearestToMiddle(clusters, map)).click();
          await answered;
          await expect(clusters.or(pins).first()).toBeAttached();
        }
        await expect(pins.first()).toBeAttached();
      });

      await test.step('the keyboard reaches a report and opens it', async () => {
        const [title] = (await tabTo(page, pins)).split(': ');
        if (!title) throw new Error('The pin has no title');
        await page.keyboard.press('Enter');
        const popup = map.getByRole('dialog').or(map).filter({ hasText: 'Səhifəsini açın' });
        await expect(popup.getByRole('heading', { name: title })).toBeVisible();
        await checkA11y(page);
        await popup.getByRole('link', { name: 'Səhifəsini açın' }).click();
        await expect(page).toHaveURL(/\/issues\/\d+$/);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
      });
    });
  });
}

async function middleOf(map: Locator): Promise<{ x: number; y: number }> {
  const box = await map.boundingBox();
  if (!box) throw new Error('The map has no size');
  return { x: box.width / 2, y: box.height / 2 };
}

/** The group that stands nearest to the middle of the map: where the last step came from. */
async function nearestToMiddle(clusters: Locator, map: Locator): Promise<Locator> {
  const frame = await map.boundingBox();
  const all = await clusters.all();
  const boxes = await Promise.all(all.map((one) => one.boundingBox()));
  const distance = (box: (typeof boxes)[number]): number =>
    box && frame
      ? Math.hypot(
          box.x + box.width / 2 - frame.x - frame.width / 2,
          box.y + box.height / 2 - frame.y - frame.height / 2,
        )
      : Number.POSITIVE_INFINITY;
  const distances = boxes.map(distance);
  const nearest = all[distances.indexOf(Math.min(...distances))];
  if (!nearest) throw new Error('No group stands on the map');
  return nearest;
}

/** Goes on with the Tab key from the last link before the map until one of the pins has the focus; answers its title. */
async function tabTo(page: Page, pins: Locator): Promise<string> {
  await page.getByRole('link', { name: 'Siyahı olaraq' }).last().focus();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    for (const pin of await pins.all()) {
      if (await pin.evaluate((one) => one === document.activeElement)) return (await pin.getAttribute('title')) ?? '';
    }
  }
  throw new Error('The Tab key never came to a report');
}
