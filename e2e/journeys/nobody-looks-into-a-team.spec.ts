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

test('a candidate founds her team on a society’s word, and the society hears of it when she says so', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const name = `Yeni komanda ${own}`;
  await stepInto(page, demoPerson('owner', SOCIETY));
  const counts = `${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/linked-teams`;
  const candidate = await someoneElse({ viewport: { width: 360, height: 740 } });
  const main = page.getByRole('main');

  await test.step('the society hands her a link; it is worth one beginning', async () => {
    await page.goto(counts);
    await page.getByRole('button', { name: 'Keçid hazırlayın' }).click();
    await expect(page.getByRole('img', { name: 'Dəvət keçidinin QR kodu' })).toBeVisible();
    await checkA11y(page);
    const url = (await page.getByText(/\/invitations\//).textContent()) ?? '';
    const { pathname } = new URL(url.trim());
    await candidate.goto(pathname);
    await expect(candidate.getByRole('heading', { level: 1 })).toHaveText(
      `“${SOCIETY}” Sizi öz komandanızı yaratmağa dəvət edir`,
    );
    await checkA11y(candidate);
    await candidate.getByLabel('Ad və soyad').fill(`Namizəd ${own}`);
    await candidate.getByLabel('E-poçt və ya telefon').fill(`${own}@misal.az`);
    await candidate.getByLabel('Yeni şifrə').fill(PASSWORD);
    await candidate.getByLabel('Fərdi məlumatlarımın bu şərtlərlə işlənməsinə razıyam').check();
    await candidate.getByRole('button', { name: 'Hesab açın və davam edin' }).click();
    await expect(candidate).toHaveURL(/\/teams\/new/);
    const late = await someoneElse();
    expect((await late.goto(pathname))?.status()).toBe(410);
  });

  await test.step('she founds it, and the society knows nothing of that', async () => {
    await candidate.getByLabel('Komandanın adı').fill(name);
    await candidate.getByLabel('Rayon və ya şəhər').selectOption('Masallı');
    await candidate.getByRole('button', { name: 'Komandanı yaradın' }).click();
    await expect(candidate.getByText('Komandanız yaradıldı.')).toBeVisible();
    await checkA11y(candidate);
    await page.goto(counts);
    await expect(main).not.toContainText(own);
  });

  const home = new URL(candidate.url()).pathname.replace(/\/team$/, '');
  await test.step('by her own choice it sees a count, and under five not even that', async () => {
    await candidate.getByRole('link', { name: 'İstəsəniz, ona bəzi sayları açın' }).click();
    await expect(candidate.getByLabel('Cəmiyyət', { exact: true }).locator(':checked')).toHaveText(SOCIETY);
    await candidate.getByLabel('Komandadakı insanlar').check();
    await candidate.getByLabel('Razıyam').check();
    await candidate.getByRole('button', { name: 'Sayları açın' }).click();
    await expect(candidate.getByText('Cəmiyyət indi seçdiyiniz sayları görür.')).toBeVisible();
    await page.goto(counts);
    await expect(page.getByRole('row', { name })).toContainText('5-dən az');
    await expect(main).not.toContainText(`Namizəd ${own}`);
  });

  await test.step('under another name it is the same team', async () => {
    await candidate.goto(`${home}/team`);
    await candidate.getByText('Komandanın adını dəyişin').click();
    await candidate.getByRole('textbox', { name: 'Komandanın adı' }).fill(`Başqa ad ${own}`);
    await candidate.getByRole('button', { name: 'Adı dəyişin' }).click();
    await expect(candidate.getByText('Komandanın adı dəyişdi.')).toBeVisible();
    await page.goto(counts);
    await expect(main).toContainText(`Başqa ad ${own}`);
  });

  await test.step('she erases it with its name and her password, and nobody finds anything', async () => {
    await candidate.goto(`${home}/team/erasure`);
    await candidate.getByRole('textbox', { name: /^Komandanın adını yazın/ }).fill(`Başqa ad ${own}`);
    await candidate.getByLabel('Şifrəniz').fill(PASSWORD);
    await candidate.getByRole('button', { name: 'Komandanı həmişəlik silin' }).click();
    await expect(candidate).toHaveURL(/\/account/);
    expect((await candidate.goto(home))?.status()).toBe(404);
    await page.goto(counts);
    await expect(main).not.toContainText(own);
  });
});
