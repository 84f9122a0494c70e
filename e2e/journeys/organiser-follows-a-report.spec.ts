import { openLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { mark, reportStreet } from '../support/report.ts';
import { openReport, signIn, stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';
const TITLE = `Bazarın yanında yol çökür ${mark()}`;

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 120_000 });

/** The moderator's and the organiser's day: black out, publish, write to the body, record what it says and what people see. */
test('a report is published, its letter sent, and a claim told apart from what people saw', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  await reportStreet(page, TITLE);

  const moderator = await someoneElse();
  await stepInto(moderator, demoPerson('moderator', ASTARA));
  await openReport(moderator, ASTARA, TITLE);
  await checkA11y(moderator);
  await moderator.getByRole('button', { name: 'Dərc edin' }).click();
  await expect(moderator.getByText('Dərc olundu. Səhifə bir neçə saniyəyə hamıya görünür.')).toBeVisible();

  const organiser = await someoneElse();
  await signIn(organiser, demoPerson('organiser', ASTARA));
  await openReport(organiser, ASTARA, TITLE);
  const report = organiser.url();
  await organiser.getByRole('button', { name: 'Məktub hazırlayın' }).click();
  await expect(organiser).toHaveURL(/\/letters\//);
  await expect(organiser.getByRole('main')).toContainText('Astara');
  await checkA11y(organiser);
  await organiser.getByRole('link', { name: 'Göndərin' }).click();
  await organiser.getByLabel('Elektron poçtla').check();
  await organiser.getByRole('button', { name: 'Göndərin və ya qeyd edin' }).click();
  await expect(organiser.getByText('Göndərilib').first()).toBeVisible();

  // The same letter on paper: printed by the browser nothing stands behind it that would make an empty page, and the
  // body has it as a file.
  await organiser.emulateMedia({ media: 'print' });
  const behind = await organiser
    .getByRole('article')
    .evaluate((sheet) => document.body.getBoundingClientRect().bottom - sheet.getBoundingClientRect().bottom);
  expect(behind).toBeLessThanOrEqual(1);
  await organiser.emulateMedia({ media: 'screen' });
  const letter = await openLetter(organiser, TITLE);
  const file = letter.getByRole('link', { name: /^Faylı açın: .+\.pdf$/ });
  await checkA11y(organiser);
  const paper = await organiser.request.get((await file.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await organiser.goto(report);
  await expect(organiser.getByText('Quruma göndərilib').first()).toBeVisible();
  const record = async (state: string, note: string): Promise<void> => {
    await organiser.goto(report);
    await organiser.getByRole('radio', { name: state }).check();
    await organiser.getByLabel('Hamı üçün bir cümlə').fill(note);
    await organiser.getByLabel('Haradan bilirsiniz').fill('Zəng olub');
    await organiser.getByRole('button', { name: /^(Cavabı|Dəyişikliyi) yazın$/ }).click();
    await expect(organiser.getByText('Yazıldı.')).toBeVisible();
  };
  await record('Qurum “həll olunub” deyir', 'Qurum yolun təmir edildiyini bildirib.');
  const publicPage = await organiser.getByRole('link', { name: /^№/ }).getAttribute('href');
  expect(publicPage).toMatch(/\/issues\/\d+$/);
  await organiser.goto(`${publicPage}`);
  await expect(organiser.getByText('Qurum “həll olunub” deyir, yoxlanmayıb').first()).toBeVisible();
  await expect(organiser.getByText('Yerində yoxlanıb, düzəlib')).toHaveCount(0);
  await record('Yerində yoxlanıb, düzəlib', 'Sakinlər yerində baxıb, yol düzəlib.');
  await organiser.goto(`${publicPage}`);
  await expect(organiser.getByText('Yerində yoxlanıb, düzəlib').first()).toBeVisible();
  await checkA11y(organiser);
});
