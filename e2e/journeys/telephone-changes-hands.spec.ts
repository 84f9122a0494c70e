import type { Page } from '@playwright/test';
import { ASTARA, helper, openMeeting, whoCame } from '../support/door.ts';
import { BY_WIRE, test } from '../support/network.ts';
import { demoPerson } from '../support/people.ts';
import { signIn, stepInto } from '../support/staff.ts';
import { expect } from '../support/test.ts';

const CHECK_IN = /\/check-in$/;
const NO_NETWORK = [/ERR_(EMPTY_RESPONSE|CONNECTION_(RESET|REFUSED)|FAILED|ABORTED)|Failed to load resource/];

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, expectedConsole: NO_NETWORK });

const strip = (page: Page) => page.getByRole('region', { name: 'Bu telefonda gözləyənlər' });
const here = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Gözlənilənlər' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: 'Gəldi' });

test('signing out says first what has not been sent, and does nothing until it is told to', async ({
  page,
  network,
  someoneElse,
  checkA11y,
}) => {
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, 'Çıxış günü', ['Rüfət Dəmirçi']);
  await stepInto(page, helper(ASTARA));
  await page.goto(entrance);
  await expect(strip(page)).toContainText('şəbəkəsiz də işləyir');
  network.cut();
  await here(page, 'Rüfət').click();
  await expect(strip(page)).toContainText('1 gözləyir');
  // Pages come again, and what is noted does not arrive: a village's network in the evening.
  network.mend();
  network.loseAnswersTo(CHECK_IN);

  const said: string[] = [];
  let leaves = false;
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void (leaves ? dialog.accept() : dialog.dismiss());
  });
  await page.goto('/sign-out');
  await expect(strip(page)).toContainText('1 gözləyir');
  await checkA11y(page);
  await page.getByRole('main').getByRole('button', { name: 'Çıxış' }).click();
  await expect.poll(() => said).toEqual([expect.stringContaining('1 qeyd hələ göndərilməyib')]);
  await expect(page).toHaveURL(/sign-out/);
  await expect(strip(page)).toContainText('1 gözləyir');

  leaves = true;
  await page.getByRole('main').getByRole('button', { name: 'Çıxış' }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(said).toHaveLength(2);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('the next person on a telephone finds no page of the one before, whose notes wait for her', async ({
  page,
  context,
  network,
  someoneElse,
}) => {
  const organiser = await someoneElse({ ...BY_WIRE, viewport: { width: 1280, height: 900 } });
  const entrance = await openMeeting(organiser, 'Növbə dəyişəndə', ['Şirin Bənna']);
  const volunteer = helper(ASTARA);
  await stepInto(page, volunteer);
  await page.goto(entrance);
  await expect(strip(page)).toContainText('şəbəkəsiz də işləyir');
  network.cut();
  await here(page, 'Şirin').click();
  await expect(strip(page)).toContainText('1 gözləyir');

  // The copy outlives a session that ended, and a visit of nobody's.
  await context.clearCookies();
  network.mend();
  await page.goto('/issues');
  network.cut();
  const copy = await context.newPage();
  await copy.goto(entrance);
  await expect(strip(copy)).toContainText('1 gözləyir');
  await copy.close();

  network.mend();
  await stepInto(page, demoPerson('moderator', ASTARA));
  const pages = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = indexedDB.open('icma-outbox');
          asked.onsuccess = () => {
            const count = asked.result.transaction('pages').objectStore('pages').count();
            count.onsuccess = () => {
              asked.result.close();
              resolve(count.result);
            };
          };
        }),
    );
  await expect.poll(pages).toBe(0);
  network.cut();
  const hers = await context.newPage();
  await expect(hers.goto(entrance)).rejects.toThrow(/ERR_/);
  await hers.close();

  network.mend();
  await context.clearCookies();
  await signIn(page, volunteer);
  await page.goto(entrance);
  await expect(strip(page)).toContainText('Hamısı göndərilib');
  expect(await whoCame(organiser, entrance)).toEqual(['Şirin Bənna']);
});
