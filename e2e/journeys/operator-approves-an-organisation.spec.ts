import { acceptAsNewcomer, openInvitation } from '../support/members.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { enterWorkspace, openReport, signIn, stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';

test('an organisation applies, the operator approves it, and its first owner comes in', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const name = `Qax Suyu ${own}`;
  const email = `${own}@misal.az`;
  const operator = await someoneElse();
  await signIn(operator, demoPerson('operator'));

  await test.step('a forgotten field is named, and what was typed stays', async () => {
    await page.goto('/organisations');
    await page.getByRole('main').getByRole('link', { name: 'Təşkilatınızı qoşun' }).click();
    await page.getByRole('radio', { name: 'Təşəbbüs qrupu' }).check();
    await page.getByLabel('Adı (Azərbaycan dilində)').fill(name);
    await page.getByLabel('Nə ilə məşğulsunuz? (Azərbaycan dilində)').fill('Arxları birlikdə təmizləyirik.');
    await page.getByLabel('Şəhər və ya kənd').fill('Qax');
    await page.getByText('Şəki-Zaqatala').click();
    await page.getByRole('checkbox', { name: 'Qax', exact: true }).check();
    await page.getByRole('radio', { name: 'Xeyr' }).check();
    await page.getByLabel('Niyə qoşulmaq istəyirsiniz?').fill('Beş nəfərik, bildirişləri hər axşam oxuyacağıq.');
    await page.getByLabel('Məlumatın bu məqsədlə işlənməsinə razıyam').check();
    await page.getByRole('button', { name: 'Müraciəti göndərin' }).click();
    await checkA11y(page);
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^E-poçt: / })
      .click();
    await expect(page.getByLabel('E-poçt', { exact: true })).toBeFocused();
    await expect(page.getByRole('checkbox', { name: 'Qax', exact: true })).toBeChecked();
  });

  await test.step('it waits for the operator, and nobody else sees it', async () => {
    await page.getByLabel('E-poçt', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Müraciəti göndərin' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Müraciətiniz qəbul edildi');
    await checkA11y(page);
    await page.goto('/organisations?region=AZ-QAX');
    await expect(page.getByText(name)).toHaveCount(0);
  });

  await test.step('the operator reads why, approves, and invites the first owner', async () => {
    await operator.goto('/admin');
    await checkA11y(operator);
    await operator.getByRole('main').getByRole('link', { name }).click();
    await expect(operator.getByText('Beş nəfərik, bildirişləri hər axşam oxuyacağıq.')).toBeVisible();
    await checkA11y(operator);
    await operator.getByRole('button', { name: 'Qəbul edib dəvət göndərin' }).click();
    await expect(operator.getByText('Təşkilat qəbul edildi, ilk rəhbərə dəvət göndərildi.')).toBeVisible();
  });

  await test.step('the owner comes in by the letter; everybody finds the organisation', async () => {
    await openInvitation(page, email);
    await acceptAsNewcomer(page, `Vaqif ${own}`);
    await expect(page.getByRole('banner').getByText(name)).toBeVisible();
    await checkA11y(page);
    await page.goto(`/search?q=${own}`);
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
  });
});

test('a stranger organisation’s person sees nothing of Astara', async ({ page, someoneElse, checkA11y }) => {
  const insider = await someoneElse();
  await signIn(insider, demoPerson('moderator', ASTARA));
  await enterWorkspace(insider, ASTARA);
  const astara = new URL(insider.url()).pathname;
  await openReport(insider, ASTARA, 'Zibil yeşiyi yoxdur');
  const report = new URL(insider.url()).pathname;

  const stranger = demoPerson('owner', 'Günəşli Sahil Cəmiyyəti');
  await stepInto(page, stranger);
  const home = new URL(page.url()).pathname;
  for (const place of ['', '/issues', '/issues/new', '/letters', '/members', '/flags', '/settings', '/routing'])
    expect((await page.goto(astara + place))?.status(), place).toBe(404);
  expect((await page.request.get(`${astara}/issues.csv`)).status()).toBe(404);
  expect((await page.goto(report))?.status()).toBe(404);
  await checkA11y(page);
  expect((await page.goto(report.replace(astara, home)))?.status()).toBe(404);
  expect((await page.goto('/admin'))?.status()).toBe(404);
  await page.goto(`${home}/issues?tab=all`);
  await expect(page.getByText('Zibil yeşiyi yoxdur')).toHaveCount(0);
});
