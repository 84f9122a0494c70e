import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { enterWorkspace, signIn } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASTARA = 'Astaraçay İcma Qrupu';
const WORD = mark();
/** Numbers of this run alone: the same number with a word of the name is the same person. */
const NUMBER = String(Date.now()).slice(-5);
const TABLE = [
  'Ad soyad;Telefon;Rayon;Kənd;Rollar',
  `Aygün ${WORD};050 77${NUMBER};Astara;Pensər;könüllü`,
  `Elvin ${WORD};055 77${NUMBER};Astara;Pensər;üzv`,
  `AYGUN ${WORD};+9945077${NUMBER};Astara;Pensər kəndi;`,
  `Səhv ${WORD};12;Astara;Pensər;`,
].join('\r\n');

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 180_000 });

/** The organiser's list: a table is shown before it is written, its people are found, a search is kept, a task is given. */
test('an organiser brings people in, finds them again and gives one of them a task', async ({ page, checkA11y }) => {
  await signIn(page, demoPerson('organiser', ASTARA));
  await enterWorkspace(page, ASTARA);
  await page.getByRole('link', { name: 'İnsanlar', exact: true }).first().click();
  await page.getByRole('link', { name: 'Siyahı gətirin' }).click();
  await page.setInputFiles('input[type=file]', {
    name: 'siyahi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(TABLE),
  });
  await page.getByRole('button', { name: 'Davam edin' }).click();

  // The columns are guessed; the dry run says what would happen and which line is wrong and why.
  await expect(page.getByLabel('Sütun “Telefon”')).toHaveValue('phone');
  await checkA11y(page);
  await page.getByRole('button', { name: 'Yoxlayın' }).click();
  await expect(page.getByRole('heading', { name: 'Nə baş verəcək' })).toBeVisible();
  const refused = page.getByRole('table', { name: 'Gətirilməyən sətirlər' }).getByRole('row');
  await expect(refused.filter({ hasText: '5' })).toContainText('Telefon');
  await checkA11y(page);
  await page.getByRole('button', { name: 'Siyahıya yazın' }).click();
  await expect(page.getByRole('heading', { name: 'Nə edildi' })).toBeVisible();

  // Two people came of four lines; folded letters find them.
  await page.getByRole('link', { name: 'İnsanlar', exact: true }).first().click();
  await page.getByRole('main').getByRole('searchbox').fill(`${WORD} pensər`);
  await page.getByRole('main').getByRole('button', { name: 'Axtarın' }).click();
  await expect(page.getByText('2 nəfər', { exact: true })).toBeVisible();
  await checkA11y(page);

  // The same as a search that stays.
  await page.getByRole('link', { name: 'Saxlanmış axtarışlar' }).click();
  await page.getByRole('link', { name: 'Yeni axtarış' }).first().click();
  await page.getByLabel('Axtarışın adı').fill(`Könüllülər ${WORD}`);
  await page.getByLabel('1-ci şərt').first().selectOption('role:volunteer');
  await page.getByRole('button', { name: 'Axtarışı saxlayın' }).click();
  await expect(page.getByText(`Könüllülər ${WORD}`).first()).toBeVisible();

  await page.getByRole('link', { name: 'İnsanlar', exact: true }).first().click();
  await page.getByRole('main').getByRole('searchbox').fill(`Aygün ${WORD}`);
  await page.getByRole('main').getByRole('button', { name: 'Axtarın' }).click();
  await page
    .getByRole('table')
    .getByRole('link', { name: `Aygün ${WORD}` })
    .click();
  await checkA11y(page);
  await page.getByRole('link', { name: 'Tapşırıq verin' }).click();
  await page.getByLabel('Nə edilməlidir').fill(`Zəng et ${WORD}`);
  await page.getByRole('main').getByRole('button', { name: 'Yadda saxlayın' }).click();
  const card = page.getByRole('listitem').filter({ hasText: `Zəng et ${WORD}` });
  await expect(card).toContainText(`Aygün ${WORD}`);
  await checkA11y(page);
  await card.getByRole('button', { name: /^Görüldü/ }).click();
  await expect(page.getByText('Tapşırıq yerini dəyişdi.')).toBeVisible();
});
