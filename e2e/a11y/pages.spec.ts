import type { Page } from '@playwright/test';
import { demoPerson } from '../support/people.ts';
import { stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = '/org/astaracay-icma-qrupu';

/** A page: its address, or a page and what the link on it that leads there looks like. */
type Place = string | { on: string; link: RegExp; end?: string };

const REPORT = { on: '/issues', link: /\/issues\/\d+$/ };
const PUBLIC: Place[] = [
  '/',
  '/issues',
  '/issues?q=zzzzqqq',
  REPORT,
  { ...REPORT, end: '/flag' },
  { ...REPORT, end: '/reply' },
  '/issues/new',
  '/issues/new/help',
  '/map',
  '/receipt',
  '/organisations',
  { on: '/organisations', link: /\/organisations\/(?!apply)[a-z0-9-]+$/ },
  '/organisations/apply',
  '/search',
  '/search?q=astara',
  '/legal-aid',
  '/privacy',
  '/about',
  '/sign-in',
  '/password/forgotten',
  '/password/code',
  '/no-such-page',
  '/demo/mailbox',
  '/dev/ui-kit',
];

const STAFF_REPORT = { on: `${ASTARA}/issues?tab=public`, link: /\/issues\/[0-9a-f]{8}-[0-9a-f-]+$/ };
const WORKSPACE: Place[] = [
  ASTARA,
  `${ASTARA}/issues`,
  `${ASTARA}/issues?tab=all`,
  STAFF_REPORT,
  `${ASTARA}/issues/new`,
  `${ASTARA}/issues/import`,
  `${ASTARA}/flags`,
  `${ASTARA}/letters`,
  { on: `${ASTARA}/letters?tab=sent`, link: /\/letters\/[0-9a-f]{8}-[0-9a-f-]+$/ },
  `${ASTARA}/letters/signatory`,
  `${ASTARA}/routing`,
  `${ASTARA}/members`,
  { on: `${ASTARA}/members`, link: /\/members\/[0-9a-f]{8}-[0-9a-f-]+$/ },
  `${ASTARA}/members/invitations`,
  `${ASTARA}/settings`,
  `${ASTARA}/audit`,
  `${ASTARA}/search?q=su`,
];

const OWN: Place[] = [
  '/account',
  '/account/profile',
  '/account/email',
  '/account/phone',
  '/account/password',
  '/account/sessions',
  '/account/second-factor',
  '/account/deletion',
  '/sign-out',
  '/admin',
  '/admin/organisations',
  { on: '/admin/organisations', link: /\/admin\/organisations\/[0-9a-f]{8}-[0-9a-f-]+$/ },
  '/admin/bodies',
  { on: '/admin/bodies', link: /\/admin\/bodies\/[0-9a-f]{8}-[0-9a-f-]+$/ },
  '/admin/bodies/new',
  '/admin/settings',
  '/admin/duties',
];

const GROUPS = [
  { name: 'public pages', places: PUBLIC, enter: async () => undefined },
  {
    name: 'the workspace',
    places: WORKSPACE,
    enter: (page: Page) => stepInto(page, demoPerson('owner', 'Astaraçay İcma Qrupu')),
  },
  {
    name: "one's account and the operator's pages",
    places: OWN,
    enter: (page: Page) => stepInto(page, demoPerson('operator')),
  },
];

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1280, height: 800 };
/** Each language is looked at on the screen where its words are likelier to be a problem; both must fit the phone. */
const LANGUAGES = [
  { name: 'az on a phone', prefix: '', viewport: PHONE },
  { name: 'ru on a desk', prefix: '/ru', viewport: DESK },
];

for (const language of LANGUAGES) {
  for (const group of GROUPS) {
    test(`${group.name} can be read and used by everybody (${language.name})`, async ({ page, checkA11y }) => {
      await group.enter(page);
      for (const place of group.places) {
        await page.setViewportSize(language.viewport);
        await openPlace(page, language.prefix, place);
        await expect.soft(page.getByRole('heading', { level: 1 }).first(), `title of ${page.url()}`).toBeVisible();
        await checkA11y(page);
        await page.setViewportSize(PHONE);
        await expectNoSidewaysScroll(page);
      }
      await expectSkipLinkFirst(page);
    });
  }
}

async function openPlace(page: Page, prefix: string, place: Place): Promise<void> {
  if (typeof place === 'string') {
    await page.goto(prefix + place);
    return;
  }
  await page.goto(prefix + place.on);
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const found = hrefs.find((href) => place.link.test(href));
  if (!found) throw new Error(`No link like ${place.link} on ${place.on}`);
  await page.goto(found + (place.end ?? ''));
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(wide, `width of ${page.url()}`).toBeLessThanOrEqual(seen ?? 0);
}

async function expectSkipLinkFirst(page: Page): Promise<void> {
  await page.reload();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /^(Əsas məzmuna keçin|Перейти к содержанию)$/ });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}
