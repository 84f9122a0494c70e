import { demoPerson } from '../support/people.ts';
import { signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

/** Every main page, as strangers and as staff see it: nothing serious for axe, nothing wider than a phone. */
const PUBLIC = [
  '/',
  '/issues',
  '/issues/new',
  '/map',
  '/receipt',
  '/campaigns',
  '/campaigns/denize-aciq-yol',
  '/campaigns/her-heyete-isiq/sign',
  '/campaigns/her-heyete-isiq/flag',
  '/authorities',
  '/decisions',
  '/organisations',
  '/organisations/apply',
  '/search?q=su',
  '/privacy',
  '/about',
  '/legal-aid',
  '/sign-in',
  '/password/forgotten',
  '/dev/ui-kit',
];
const ASTARA = '/org/astaracay-icma-qrupu';
const WORK = [
  '',
  '/issues',
  '/issues/new',
  '/letters',
  '/campaigns',
  '/campaigns/suggestions',
  '/deadlines',
  '/watch',
  '/members',
  '/flags',
  '/search',
];
/** Rooms of a campaign, as its organiser has them. */
const ROOMS = [
  '',
  'edit',
  'demands',
  'support',
  'collect',
  'sheets',
  'delivery',
  'outcome',
  'news',
  'documents',
  'partners',
  'team',
  'spread',
];

test.describe.configure({ timeout: 180_000 });

for (const [width, height] of [
  [360, 780],
  [1280, 860],
] as const) {
  for (const prefix of ['', '/ru'] as const) {
    test(`public pages at ${width} in ${prefix === '' ? 'az' : 'ru'}`, async ({ page, checkA11y }) => {
      await page.setViewportSize({ width, height });
      for (const path of PUBLIC) {
        await page.goto(path === '/' ? prefix || '/' : prefix + path);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await checkA11y(page);
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overhang, `${prefix}${path} is wider than the screen`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('the workspace on a phone and on a desk', async ({ page, checkA11y }) => {
  await signIn(page, demoPerson('moderator', 'Astaraçay İcma Qrupu'));
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of WORK) {
      await page.goto(ASTARA + path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await checkA11y(page);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang, `${path} is wider than ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('the rooms of a campaign on a phone and on a desk', async ({ page, checkA11y }) => {
  await signIn(page, demoPerson('organiser', 'Astaraçay İcma Qrupu'));
  await page.goto(`${ASTARA}/campaigns?q=dənizə`);
  const campaign = (await page.getByRole('table').getByRole('link').first().getAttribute('href')) ?? '';
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const room of ROOMS) {
      await page.goto(`${campaign}/${room}`.replace(/\/$/, ''));
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await checkA11y(page);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang, `${room} is wider than ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('the first key leads past the menu', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Əsas məzmuna keçin' })).toBeFocused();
});
