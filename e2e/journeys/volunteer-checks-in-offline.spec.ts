import type { Page } from '@playwright/test';
import { ASTARA, helper, openMeeting, whoCame } from '../support/door.ts';
import { BY_WIRE, test } from '../support/network.ts';
import { demoPerson } from '../support/people.ts';
import { signIn, stepInto } from '../support/staff.ts';
import { expect } from '../support/test.ts';

const CHECK_IN = /\/check-in$/;
/** A telephone without a network complains about it. */
const NO_NETWORK = [/ERR_(EMPTY_RESPONSE|CONNECTION_(RESET|REFUSED)|FAILED|ABORTED)|Failed to load resource/];

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, expectedConsole: NO_NETWORK });

const strip = (page: Page) => page.getByRole('region', { name: 'Bu telefonda gözləyənlər' });
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Gözlənilənlər' }).getByRole('listitem').filter({ hasText: name });
const here = (page: Page, name: string) => row(page, name).getByRole('button', { name: 'Gəldi' });

async function noteWalkIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Ad və soyad').fill(name);
  await page.getByRole('button', { name: 'Gəlişi qeyd edin' }).click();
  await expect(page.getByLabel('Ad və soyad')).toHaveValue('');
}

/** Opens the list and waits until the telephone has it. */
async function keepList(page: Page, entrance: string): Promise<void> {
  await page.goto(entrance);
  await expect(strip(page)).toContainText('şəbəkəsiz də işləyir');
}

/** What this browser has put away, in whatever form. */
function kept(page: Page): Promise<{ databases: number; shelves: number }> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    shelves: (await caches.keys()).length,
  }));
}
const NOTHING = { databases: 0, shelves: 0 };

const titles = {
  journey: 'Məhəllə yığıncağı',
  wiped: 'Könüllü təlimi',
  others: 'Kənd görüşü',
  off: 'Təxirə düşən görüş',
};

test('a volunteer checks people in without a network, and each comes in once', async ({
  page,
  context,
  network,
  someoneElse,
  checkA11y,
}) => {
  // Ten visits, each with its own tab.
  test.slow();
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, titles.journey, ['Şəhla Əsgər', 'Əkbər Cəbi', 'Ülkər Dağlı']);
  await stepInto(page, helper(ASTARA));
  await keepList(page, entrance);

  await test.step('with a network it goes at once', async () => {
    await here(page, 'Şəhla').click();
    await expect(strip(page)).toContainText('Hamısı göndərilib');
    await expect(row(page, 'Şəhla')).toContainText('göndərildi');
    await checkA11y(page);
  });

  await test.step('without one it waits, also when the tab is closed and the list opened again', async () => {
    network.cut();
    await here(page, 'Əkbər').click();
    await noteWalkIn(page, 'Vüqar Qonşu');
    await here(page, 'Ülkər').click();
    await row(page, 'Ülkər').getByRole('button', { name: 'Geri alın' }).click();
    await expect(strip(page)).toContainText('4 gözləyir');
    await page.close();
    // Meanwhile a colleague at the other door notes one of them as well.
    await organiser.goto(entrance);
    await here(organiser, 'Əkbər').click();
    await expect(strip(organiser)).toContainText('Hamısı göndərilib');
    const again = await context.newPage();
    await again.goto(entrance);
    await expect(strip(again)).toContainText('4 gözləyir');
    await expect(strip(again)).toContainText('Şəbəkə yoxdur');
    await expect(strip(again).getByRole('listitem').filter({ hasText: 'Vüqar Qonşu' })).toContainText('gözləyir');
    await expect(row(again, 'Əkbər')).toContainText('gözləyir');
    await expect(here(again, 'Əkbər')).toBeHidden();
    await again.getByRole('searchbox').fill('ulker');
    await expect(row(again, 'Əkbər')).toBeHidden();
    await expect(here(again, 'Ülkər')).toBeVisible();
    await checkA11y(again);
    await again.close();
  });

  await test.step('the network is back: the next visit, wherever it leads, sends it', async () => {
    network.mend();
    const visit = await context.newPage();
    await visit.goto('/issues');
    await expect.poll(() => network.arrivedAt(CHECK_IN).length).toBe(5);
    await visit.goto(entrance);
    await expect(strip(visit).getByRole('listitem').filter({ hasText: 'Əkbər' })).toContainText('artıq qeyd olunmuşdu');
    await visit.close();
    expect(await whoCame(organiser, entrance)).toEqual(['Vüqar Qonşu', 'Şəhla Əsgər', 'Əkbər Cəbi'].sort());
  });

  await test.step('ten times the answer is lost and the tab killed: still one entry each', async () => {
    const phone = await context.newPage();
    await keepList(phone, entrance);
    network.loseAnswersTo(CHECK_IN);
    await here(phone, 'Ülkər').click();
    await noteWalkIn(phone, 'Nərgiz Yolçu');
    await phone.close();
    for (let time = 0; time < 10; time += 1) {
      const before = network.arrivedAt(CHECK_IN).length;
      const replay = await context.newPage();
      await replay.goto(entrance);
      await expect.poll(() => network.arrivedAt(CHECK_IN).length).toBeGreaterThan(before);
      await replay.close({ runBeforeUnload: false });
    }
    network.mend();
    const last = await context.newPage();
    await last.goto(entrance);
    await expect(strip(last)).toContainText('Hamısı göndərilib');
    await expect(strip(last).getByRole('listitem').filter({ hasText: 'Ülkər' }).first()).toContainText('göndərildi');
    const ids = network.arrivedAt(CHECK_IN).map((body) => (JSON.parse(body) as { clientId: string }).clientId);
    expect(ids.length).toBeGreaterThanOrEqual(5 + 10);
    expect(new Set(ids).size).toBe(7);
    expect(await whoCame(organiser, entrance)).toEqual(
      ['Vüqar Qonşu', 'Şəhla Əsgər', 'Əkbər Cəbi', 'Ülkər Dağlı', 'Nərgiz Yolçu'].sort(),
    );
  });
});

test('what the organisation has called off meanwhile is refused, with the reason', async ({
  page,
  network,
  someoneElse,
}) => {
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, titles.off, ['Sona Elçi']);
  await stepInto(page, helper(ASTARA));
  await keepList(page, entrance);
  network.cut();
  await here(page, 'Sona').click();
  await organiser.goto(entrance.replace(/entrance$/, 'cancel'));
  await organiser.getByLabel('Səbəb').fill('Zal bağlıdır.');
  await organiser.getByRole('main').getByRole('button', { name: 'Ləğv edin' }).click();
  await expect(organiser.getByText('Tədbir ləğv olundu.')).toBeVisible();
  network.mend();
  await strip(page).getByRole('button', { name: 'İndi göndərin' }).click();
  await expect(strip(page)).toContainText('qəbul olunmadı: İndi bunu etmək olmur');
  await expect(here(page, 'Sona')).toBeVisible();
  await strip(page).getByRole('button', { name: 'Siyahıdan çıxarın' }).click();
  await expect(strip(page)).not.toContainText('Sona');
});

test('what waits belongs to whoever noted it', async ({ page, context, network, someoneElse }) => {
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, titles.others, ['Mehdi Bağban']);
  const volunteer = helper(ASTARA);
  await stepInto(page, volunteer);
  await keepList(page, entrance);
  network.cut();
  await here(page, 'Mehdi').click();
  await expect(strip(page)).toContainText('1 gözləyir');

  await context.clearCookies();
  network.mend();
  await strip(page).getByRole('button', { name: 'İndi göndərin' }).click();
  await expect(strip(page)).toContainText('Giriş müddəti bitib');
  await expect(strip(page)).toContainText('1 gözləyir');

  // Somebody else on the same telephone neither sees nor sends it.
  await stepInto(page, demoPerson('moderator', ASTARA));
  await page.goto(entrance);
  await expect(strip(page)).toContainText('şəbəkəsiz də işləyir');
  await expect(strip(page)).not.toContainText('Mehdi');
  expect(await whoCame(organiser, entrance)).toEqual([]);

  await context.clearCookies();
  await signIn(page, volunteer);
  await page.goto(entrance);
  await expect(strip(page)).toContainText('Hamısı göndərilib');
  expect(await whoCame(organiser, entrance)).toEqual(['Mehdi Bağban']);
});

test('a telephone is wiped by hand and at signing out', async ({ page, context, network, someoneElse }) => {
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, titles.wiped, ['Zeynal Usta']);
  await stepInto(page, helper(ASTARA));
  await keepList(page, entrance);
  network.cut();
  await here(page, 'Zeynal').click();
  await strip(page).getByRole('button', { name: 'Bu telefondan silin' }).click();
  await expect(strip(page)).toContainText('1 qeyd hələ göndərilməyib');
  await strip(page).getByRole('button', { name: 'Xeyr, saxlayın' }).click();
  await expect(strip(page)).toContainText('1 gözləyir');
  await strip(page).getByRole('button', { name: 'Bu telefondan silin' }).click();
  await strip(page).getByRole('button', { name: 'Bəli, silin' }).click();
  await expect(page.getByText('Bu telefonda saxlanılan hər şey silindi.')).toBeVisible();
  await expect(page.getByText('Zeynal')).toHaveCount(0);
  expect(await kept(page)).toEqual(NOTHING);
  const gone = await context.newPage();
  await expect(gone.goto(entrance)).rejects.toThrow(/ERR_/);
  await gone.close();

  network.mend();
  await page.close();
  const again = await context.newPage();
  await keepList(again, entrance);
  expect(await kept(again)).not.toEqual(NOTHING);
  await again.goto('/sign-out');
  await again.getByRole('main').getByRole('button', { name: 'Çıxış' }).click();
  await expect(again).toHaveURL(/sign-in/);
  expect(await kept(again)).toEqual(NOTHING);
  expect(network.arrivedAt(CHECK_IN)).toEqual([]);
});
