import type { Page } from '@playwright/test';
import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { PASSWORD } from '../support/members.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { signIn, stepInto } from '../support/staff.ts';
import { enterTeam, TEAM } from '../support/team.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: { width: 1280, height: 900 } });
test.describe.configure({ timeout: 240_000 });

const SOCIETY = 'Viləş Qadınlar İcması';
const OTHER_TEAM = 'Ərçivanın səsi';
/** A volunteer of the story whose place in the team ended three days ago; she never had a password. */
const EXPIRED = 'aynur@komanda.invalid';
/** Somebody whom the team knows. */
const KNOWN = 'Fidan Əlizadə';

const ROOMS = [
  '',
  'team',
  'team/day',
  'team/meetings',
  'team/promises',
  'team/candidacy',
  'people',
  'events',
  'tasks',
  'messages',
  'audit',
];
const FILES = ['people.csv', 'media.csv', 'partners.csv', 'team/archive.zip'];

/** Whoever this is finds no such team: no room, no export, no file, no calendar, nothing to search. */
async function findsNothing(page: Page, home: string, person: string): Promise<void> {
  const heard: string[] = [];
  for (const room of ROOMS) heard.push(`${room} ${(await page.goto(`${home}/${room}`))?.status()}`);
  await expect(page.getByRole('main')).not.toContainText(TEAM);
  heard.push(`search ${(await page.goto(`${home}/search?q=${encodeURIComponent(KNOWN)}`))?.status()}`);
  for (const file of FILES) heard.push(`${file} ${(await page.request.get(`${home}/${file}`)).status()}`);
  const archive = await page.request.post(`${home}/team/archive.zip`, { headers: { 'sec-fetch-site': 'same-origin' } });
  heard.push(`archive ${archive.status()}`);
  const slug = home.split('/').at(-1);
  heard.push(`calendar ${(await page.request.get(`/organisations/${slug}/events.ics`)).status()}`);
  expect(
    heard.filter((line) => !line.endsWith(' 404')),
    `what ${person} gets of the team`,
  ).toEqual([]);
  for (const word of [TEAM, KNOWN]) {
    await page.goto(`/search?q=${encodeURIComponent(word)}`);
    // What was asked for stands on the page; nothing that was found does.
    await expect(page.getByRole('main').getByRole('link', { name: word })).toHaveCount(0);
    await expect(page.locator(`a[href*="${slug}"]`)).toHaveCount(0);
  }
}

/** She asks for a password by mail; on an instance where she has been before she has one. */
async function signInAnyhow(former: Page): Promise<void> {
  await former.goto('/sign-in');
  await former.getByLabel('E-poçt və ya telefon').fill(EXPIRED);
  await former.getByLabel('Şifrə', { exact: true }).fill(PASSWORD);
  await former.getByRole('main').getByRole('button', { name: 'Daxil olun' }).click();
  await former.waitForLoadState();
  if (!former.url().includes('sign-in')) return;
  await former.goto('/password/forgotten');
  await former.getByLabel('E-poçt və ya telefon').fill(EXPIRED);
  await former.getByRole('button', { name: 'Keçid göndərin' }).click();
  await expect(former.getByRole('heading', { level: 1 })).toHaveText('Poçt qutunuza baxın');
  const letter = await openLetter(former, EXPIRED);
  await former.goto(await pathInLetter(letter, /\/password\/new/));
  await former.getByLabel('Yeni şifrə').fill(PASSWORD);
  await former.getByRole('button', { name: 'Şifrəni yadda saxlayın' }).click();
  await expect(former.getByText('Yeni şifrə yadda saxlanıldı.')).toBeVisible();
  await signIn(former, { email: EXPIRED, password: PASSWORD });
}

test('nobody looks into a team unseen', async ({ page, someoneElse, checkA11y }) => {
  const home = await enterTeam(page, 'candidate');
  const slug = home.split('/').at(-1) ?? '';

  await test.step('what is there is hers: her own pages, archive and list open', async () => {
    for (const room of ROOMS) expect(`${room} ${(await page.goto(`${home}/${room}`))?.status()}`).toBe(`${room} 200`);
    const list = await page.request.get(`${home}/people.csv`);
    expect(await list.text()).toContain(KNOWN);
  });

  await test.step('the society’s coordinator sees the counts that were switched on, and no door', async () => {
    const coordinator = await someoneElse();
    await stepInto(coordinator, demoPerson('owner', SOCIETY));
    const workplace = new URL(coordinator.url()).pathname.split('/').slice(0, 3).join('/');
    await coordinator.goto(`${workplace}/linked-teams`);
    await expect(coordinator.getByRole('main')).toContainText(TEAM);
    await expect(coordinator.getByRole('main').locator(`a[href*="${slug}"]`)).toHaveCount(0);
    await expect(coordinator.getByRole('main')).not.toContainText(KNOWN);
    await checkA11y(coordinator);
    await findsNothing(coordinator, home, 'the coordinator');
  });

  await test.step('nor does a candidate elsewhere', async () => {
    const stranger = await someoneElse();
    await stepInto(stranger, demoPerson('candidate', OTHER_TEAM));
    await findsNothing(stranger, home, 'another candidate');
  });

  await test.step('nor a member whose role has run out, who signs in all the same', async () => {
    const former = await someoneElse();
    await signInAnyhow(former);
    await former.goto('/account');
    await expect(former.getByText('Hələ heç bir təşkilatda deyilsiniz')).toBeVisible();
    await expect(former.getByRole('main')).not.toContainText(TEAM);
    await findsNothing(former, home, 'a former member');
  });

  const reason = `Namizəd giriş məlumatını itirib, yardım istəyir (${mark()}).`;
  const operator = await someoneElse();
  await test.step('nor the operator, before the glass is broken', async () => {
    await stepInto(operator, demoPerson('operator'));
    await operator.goto('/admin/organisations');
    await expect(operator.getByRole('main')).not.toContainText(TEAM);
    await findsNothing(operator, home, 'the operator');
  });

  let opening = '';
  await test.step('with the glass broken the operator reads, for the time and no longer', async () => {
    await operator.goto('/admin/glass');
    await operator.getByLabel('Komandanın ünvanı').fill(slug);
    await operator.getByLabel('Səbəb', { exact: true }).fill(reason);
    await operator.getByRole('radio', { name: '15 dəqiqə' }).check();
    await checkA11y(operator);
    await operator.getByRole('button', { name: 'Komandanı açın' }).click();
    await expect(operator.getByRole('heading', { level: 1 })).toHaveText('Oxuyun');
    opening = new URL(operator.url()).pathname;
    await expect(operator.getByRole('main')).toContainText(KNOWN);
    await expect(operator.getByRole('main')).toContainText('Yalnız oxumaq üçün');
    // Whom the team knows stays sealed, and its rooms stay shut.
    await expect(operator.getByRole('main')).not.toContainText('+994');
    await checkA11y(operator);
    await findsNothing(operator, home, 'the operator beside the glass');
  });

  await test.step('she is told by letter at once: who, why, for how long', async () => {
    const letter = await openLetter(page, reason);
    await expect(letter).toContainText('sevda@komanda.invalid');
    await expect(letter).toContainText('Elçin Rəhimli');
    await expect(letter).toContainText('15 dəqiqəliyə');
    await page.goto(await pathInLetter(letter, /team\/protection/));
    const row = page.getByRole('row', { name: reason });
    await expect(row).toBeVisible();
    await expect(row.getByRole('cell').last()).toHaveText('1');
    await checkA11y(page);
  });

  await test.step('and it stands in her trail', async () => {
    await page.goto(`${home}/audit`);
    await expect(page.getByRole('main')).toContainText('bir komandanı oxumaq üçün açdı');
    await expect(page.getByRole('main')).toContainText('komandanın məlumatını oxudu');
  });

  await test.step('closed again, nothing is left of it', async () => {
    await operator.goto(opening);
    await operator.getByRole('button', { name: 'İndi bağlayın' }).click();
    await expect(operator).toHaveURL(/\/admin\/glass$/);
    expect((await operator.goto(opening))?.status()).toBe(404);
    await expect(operator.getByRole('main')).not.toContainText(KNOWN);
  });
});
