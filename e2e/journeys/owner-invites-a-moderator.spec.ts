import { confirmDeed } from '../support/deed.ts';
import { acceptAsNewcomer, inviteByEmail, openInvitation, PASSWORD } from '../support/members.ts';
import { demoPeople, demoPerson } from '../support/people.ts';
import { mark, reportStreet } from '../support/report.ts';
import { enterWorkspace, openReport, signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';

test('an owner invites a moderator by e-mail, gives them work, and passes it on when they leave', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const own = mark();
  const email = `${own}@misal.az`;
  const name = `Nərmin ${own}`;
  await reportStreet(page, `Küçə çöküb ${own}`);
  const owner = await someoneElse();
  await signIn(owner, demoPerson('owner', ASTARA));
  const assignee = owner.getByRole('combobox', { name: 'Kim məşğul olur' });
  const newcomer = await someoneElse();

  await test.step('the letter’s link shows the invitation and takes nothing for granted', async () => {
    await inviteByEmail(owner, ASTARA, email, 'Moderator');
    await checkA11y(owner);
    await openInvitation(newcomer, email);
    await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(`“${ASTARA}” təşkilatına dəvət`);
    await expect(newcomer.getByRole('main')).toContainText('Moderator');
    await checkA11y(newcomer);
    await owner.reload();
    await expect(owner.getByRole('row', { name: email })).toBeVisible();
  });

  await test.step('accepting opens the account and the workspace, once', async () => {
    const invitation = newcomer.url();
    await acceptAsNewcomer(newcomer, name);
    await checkA11y(newcomer);
    await owner.reload();
    await expect(owner.getByRole('row', { name: email })).toHaveCount(0);
    const late = await someoneElse();
    await late.goto(invitation);
    await expect(late.getByText('Bu dəvət artıq qüvvədə deyil')).toBeVisible();
    await checkA11y(late);
  });

  await test.step('the owner gives them a report', async () => {
    await openReport(owner, ASTARA, own);
    await assignee.selectOption(`${name} (Moderator)`);
    await owner.getByRole('button', { name: 'Tapşırın' }).click();
    await expect(assignee.locator(':checked')).toContainText(name);
    await openReport(newcomer, ASTARA, own);
  });

  await test.step('who leaves passes the work on, and is out at once', async () => {
    const workplace = newcomer.url();
    await enterWorkspace(owner, ASTARA);
    await owner.goto(`${owner.url()}/members`);
    await owner.getByRole('row', { name }).getByRole('link', { name: 'Dəyişin' }).click();
    await checkA11y(owner);
    const leaving = owner.getByRole('form', { name: 'Üzvlüyü bitirin' });
    await leaving.getByLabel('1 bitməmiş bildirişi kim davam etdirsin?').selectOption('Rəna Mirzəli');
    await confirmDeed(leaving, 'Üzvlüyü bitirin');
    await expect(owner.getByText('Üzvlük bitdi, işi başqasına keçdi.')).toBeVisible();
    await openReport(owner, ASTARA, own);
    await expect(assignee.locator(':checked')).toContainText('Rəna Mirzəli');
    expect((await newcomer.goto(workplace))?.status()).toBe(404);
  });
});

test('an owner hands a code to a volunteer who has no e-mail', async ({ page, someoneElse, checkA11y }) => {
  const volunteer = demoPeople().find(({ email }) => email === null);
  if (!volunteer) throw new Error('The demo story has nobody without e-mail');
  await signIn(page, demoPerson('owner', ASTARA));
  await enterWorkspace(page, ASTARA);
  await page.goto(`${page.url()}/members`);
  await page.getByRole('row', { name: volunteer.name }).getByRole('link', { name: 'Dəyişin' }).click();
  await page.getByRole('button', { name: 'Kod hazırlayın' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bir dəfəlik kod');
  await checkA11y(page);
  const code = /\d{4} \d{4}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';

  const person = await someoneElse();
  await person.goto('/password/forgotten');
  await person.getByRole('link', { name: 'Mənə kod veriblər' }).click();
  await checkA11y(person);
  await person.getByLabel('E-poçt və ya telefon').fill(volunteer.phone);
  await person.getByLabel('Sizə verilən kod').fill(code);
  await person.getByLabel('Yeni şifrə').fill(PASSWORD);
  await person.getByRole('button', { name: 'Şifrəni yadda saxlayın' }).click();
  await expect(person.getByText('Yeni şifrə yadda saxlanıldı.')).toBeVisible();
  await signIn(person, { ...volunteer, password: PASSWORD });
  await expect(person).toHaveURL(/\/org\//);
});
