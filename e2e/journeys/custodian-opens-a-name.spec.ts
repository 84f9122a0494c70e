import { openKeys, stepToDesk } from '../support/desk.ts';
import { demoPerson } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const NETWORK = 'Körpü İcmalar Şəbəkəsi';
/** The demo story's second-last request: a village's spokesperson, with a name left. */
const CASE = /№\s*6\b/;
const NAME = 'Nümunə kəndin nümayəndəsi';

test('a lawyer asks for the name behind a case, a custodian who reads no case says yes, and the lawyer is shown it', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const lawyer = demoPerson('lawyer', NETWORK);
  const custodian = demoPerson('custodian', NETWORK);
  const keeper = await someoneElse({ viewport: { width: 360, height: 780 } });
  let identity = '';

  await test.step('the lawyer takes the case; its name is not there', async () => {
    await stepToDesk(page, lawyer);
    await openKeys(page, lawyer.passphrase ?? '');
    await page.getByRole('link', { name: CASE }).first().click();
    await page.getByRole('button', { name: 'İşi açın' }).click();
    await page.getByRole('button', { name: 'İşi götürün' }).click();
    await page
      .getByRole('navigation', { name: 'İşin bölmələri' })
      .getByRole('link', { name: 'Ad', exact: true })
      .click();
    identity = new URL(page.url()).pathname;
    await expect(page.getByRole('heading', { name: 'Ad və əlaqə' })).toBeVisible();
    await expect(page.getByText(NAME)).toHaveCount(0);
  });

  await test.step('a reason is asked for', async () => {
    await page.getByRole('button', { name: 'Ad saxlayandan istəyin' }).click();
    await expect(page.getByText('Siyahıdan birini seçin.').first()).toBeVisible();
    await page.getByLabel('Səbəb', { exact: true }).selectOption('Müraciət edənlə əlaqə saxlamaq');
    await page.getByLabel('Nə üçün indi lazımdır').fill('Ölçü aktının surəti bu həftə lazımdır');
    await page.getByRole('button', { name: 'Ad saxlayandan istəyin' }).click();
    await expect(page.getByText('Sorğu göndərildi. Ad saxlayana xəbər verildi.')).toBeVisible();
    await checkA11y(page);
  });

  await test.step('the custodian sees the case’s number and the reason’s name, neither words nor the name, and no case', async () => {
    await stepToDesk(keeper, custodian);
    await openKeys(keeper, custodian.passphrase ?? '');
    await keeper.goto(identity.replace(/\/cases\/.*$/, '/identities'));
    const question = keeper.getByRole('listitem').filter({ hasText: 'İş № 6' }).first();
    await expect(question).toContainText('Müraciət edənlə əlaqə saxlamaq');
    await expect(keeper.getByText('Ölçü aktının surəti')).toHaveCount(0);
    await expect(keeper.getByText(NAME)).toHaveCount(0);
    await checkA11y(keeper);
    expect((await keeper.request.get(identity)).status()).toBe(403);
    await question.getByRole('button', { name: 'Adı açın' }).click();
    await expect(keeper.getByText('Açar verildi.')).toBeVisible();
  });

  await test.step('the lawyer is shown how to make contact, and the name', async () => {
    await page.goto(identity);
    await expect(page.getByText('Əvvəlcə oxuyun: necə əlaqə saxlamaq olar')).toBeVisible();
    await expect(page.getByText(NAME)).toBeVisible();
    await checkA11y(page);
  });
});
