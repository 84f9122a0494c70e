import type { Page } from '@playwright/test';
import { ASTARA, fieldsOf } from '../support/door.ts';
import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { enterWorkspace, stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 300_000 });

const HOUR = 3_600_000;
const PHONE = { viewport: { width: 360, height: 780 } };
const WORD = mark();
const TITLE = `Bulaq günü ${WORD}`;
/** Numbers and addresses of this run alone: a known one is the same person. */
const NUMBER = String(Date.now()).slice(-5);
const sevda = { name: `Sevda ${WORD}`, email: `sevda-${WORD}@sinaq.invalid` };
const ramin = { name: `Ramin ${WORD}`, email: `ramin-${WORD}@sinaq.invalid` };
const nigar = { name: `Nigar ${WORD}`, phone: `050 66${NUMBER}` };
const TABLE = [
  'Ad soyad;E-poçt;Telefon;Rayon;Kənd;Etiketlər',
  `${sevda.name};${sevda.email};;Astara;Pensər;${WORD}`,
  `${ramin.name};${ramin.email};;Astara;Pensər;${WORD}`,
  `${nigar.name};;${nigar.phone};Astara;Kijəbə;${WORD}`,
  `Yarımçıq ${WORD};bu ünvan deyil;;Astara;Pensər;${WORD}`,
].join('\r\n');

const main = (page: Page) => page.getByRole('main');
const menu = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

/** Writes down that somebody said yes to invitations by mail. */
async function noteConsent(page: Page, name: string): Promise<void> {
  await main(page).getByRole('link', { name }).click();
  const form = page.getByRole('form', { name: 'Razılığı yazın' });
  await form.getByLabel('Məqsəd').selectOption('Tədbirlərə dəvət');
  await form.getByLabel('Yol').selectOption('e-poçt');
  await form.getByRole('button', { name: 'Razılığı yazın' }).click();
  await expect(page.getByText('Tədbirlərə dəvət, e-poçt').first()).toBeVisible();
  await page.goBack();
  await page.goBack();
}

/** From a written message to letters on their way: its writer reads it first, then the list is locked. */
async function testLockSend(page: Page, subject: string, reach: string): Promise<void> {
  await page.getByRole('button', { name: 'Saxlayın' }).click();
  await expect(page.getByText('Mesaj saxlanıldı.')).toBeVisible();
  await page.getByRole('button', { name: 'Özünüzə göndərin' }).click();
  await expect(page.getByText('Sınaq məktubu Sizə göndərildi.')).toBeVisible();
  await expect(page.getByText(reach)).toBeVisible();
  await page.getByRole('button', { name: 'Siyahını təsdiqləyin' }).click();
  await expect(page.getByText('Siyahı təsdiqləndi.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Düzəliş edin' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Göndərin', exact: true }).click();
  await expect(page.getByText('Mesaj yola düşür.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
}

test('an organiser runs a day: a list, a search, an event, letters, the door, thanks', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const organiser = demoPerson('organiser', ASTARA);
  await stepInto(page, organiser);
  await enterWorkspace(page, ASTARA);

  await test.step('a list is shown before it is written, with the line that is broken', async () => {
    await menu(page, 'İnsanlar');
    await page.getByRole('link', { name: 'Siyahı gətirin' }).click();
    const file = { name: 'siyahi.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('button', { name: 'Davam edin' }).click();
    await page.getByRole('button', { name: 'Yoxlayın' }).click();
    await expect(page.getByRole('heading', { name: 'Nə baş verəcək' })).toBeVisible();
    const refused = page.getByRole('table', { name: 'Gətirilməyən sətirlər' }).getByRole('row');
    await expect(refused.filter({ hasText: '5' })).toContainText('e-poçt ünvanı deyil');
    await page.getByRole('button', { name: 'Siyahıya yazın' }).click();
    await expect(page.getByRole('heading', { name: 'Nə edildi' })).toBeVisible();
    await checkA11y(page);
  });

  await test.step('a search finds them; two of them agreed to letters', async () => {
    await page.getByRole('link', { name: 'Onları tapan axtarış qurun' }).click();
    await page.getByLabel('Axtarışın adı').fill(`Bulaq ${WORD}`);
    await page.getByLabel('1-ci şərt').first().selectOption(WORD);
    await page.getByRole('button', { name: 'Sayın' }).click();
    await expect(page.getByText('Bu axtarış 3 nəfər tapır.')).toBeVisible();
    await page.getByRole('button', { name: 'Axtarışı saxlayın' }).click();
    await expect(page.getByText('Axtarış saxlanıldı.')).toBeVisible();
    await page.getByRole('link', { name: `Bulaq ${WORD}`, exact: true }).click();
    await expect(page.getByText('3 nəfər', { exact: true })).toBeVisible();
    await checkA11y(page);
    await noteConsent(page, sevda.name);
    await noteConsent(page, ramin.name);
  });

  const begins = Date.now() + HOUR;
  const [from, between, until] = [0, 2, 4].map((hours) => fieldsOf(new Date(begins + hours * HOUR)));
  let workspace = '';
  await test.step('an event with two shifts', async () => {
    await menu(page, 'Tədbirlər');
    await page.getByRole('link', { name: 'Yeni tədbir' }).first().click();
    await page.getByLabel('Tədbirin adı').fill(TITLE);
    await page.getByLabel('Gün', { exact: true }).fill(from?.day ?? '');
    await page.getByLabel('Saat', { exact: true }).fill(from?.hour ?? '');
    await page.getByLabel('Bitir', { exact: true }).fill(between?.hour ?? '');
    await page.getByLabel('Yer sayı').fill('5');
    await page.getByLabel('Növbənin adı').fill('Təmizlik');
    await page.getByLabel('Ünvan', { exact: true }).fill('Pensər, bulağın yanı');
    await page.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
    await expect(page.getByText('Qaralama hazırdır.')).toBeVisible();
    workspace = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Vaxtlar və növbələr' }).click();
    await page.getByLabel('Gün', { exact: true }).fill(between?.day ?? '');
    await page.getByLabel('Saat', { exact: true }).fill(between?.hour ?? '');
    await page.getByLabel('Bitir', { exact: true }).fill(until?.hour ?? '');
    await page.getByLabel('Növbənin adı').fill('Çay süfrəsi');
    await page.getByRole('button', { name: 'Növbə əlavə edin' }).click();
    await expect(page.getByText('Yadda saxlanıldı.')).toBeVisible();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: 'Tədbiri açın' }).click();
    await expect(page.getByText('Tədbir açıqdır.')).toBeVisible();
    await checkA11y(page);
  });

  await test.step('those of the search are invited by a letter', async () => {
    await page.getByRole('link', { name: 'Məktubla dəvət edin' }).click();
    await expect(page.getByLabel('Mövzu').first()).toHaveValue(`Dəvət: ${TITLE}`);
    await page.getByLabel('Kimə').selectOption(`Bulaq ${WORD}`);
    await checkA11y(page);
    await testLockSend(page, `Dəvət: ${TITLE}`, '2 nəfər alacaq');
    await checkA11y(page);
  });

  const reader = await someoneElse({ ...PHONE, javaScriptEnabled: false });
  const comes = async ({ name, email }: typeof sevda, shift: string) => {
    const letter = await openLetter(reader, email);
    await expect(letter).toContainText(`Dəvət: ${TITLE}`);
    await reader.goto(await pathInLetter(letter, /\/events\/[0-9a-f-]{36}$/));
    await reader.getByRole('link', { name: 'Mən də gəlirəm' }).click();
    await reader.getByRole('radio', { name: shift }).check();
    await reader.getByLabel('Ad və soyad').fill(name);
    await reader.getByLabel('E-poçt və ya telefon').fill(email);
    await reader.getByLabel('Razıyam').check();
    await reader.getByRole('button', { name: 'Yer tutun' }).click();
    await expect(reader.getByText('Yeriniz var. Bu səhifənin linkini saxlayın.')).toBeVisible();
  };
  await test.step('they sign up from the letter; who has a telephone only is put on a shift', async () => {
    await comes(sevda, 'Təmizlik');
    await comes(ramin, 'Çay süfrəsi');
    await page.goto(`${workspace}/people`);
    await page.getByLabel('Saxlanmış axtarış').selectOption(`Bulaq ${WORD}`);
    await page.getByRole('button', { name: 'Göstərin' }).click();
    const form = page.getByRole('form', { name: 'Siyahınızdan əlavə edin' });
    // Who has a place is not offered again.
    await expect(form.getByRole('checkbox', { name: sevda.name })).toHaveCount(0);
    await form.getByLabel('Hansı vaxta').selectOption({ index: 1 });
    await form.getByRole('checkbox', { name: nigar.name }).check();
    await form.getByRole('button', { name: 'Növbəyə yazın' }).click();
    await expect(page.getByText('Seçdikləriniz yazıldı.')).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(nigar.name) })).toContainText('Yeri var');
    await checkA11y(page);
  });

  let code = '';
  await test.step('they are reminded', async () => {
    await page.getByRole('button', { name: 'İndi xatırladın' }).click();
    await expect(page.getByText('Xatırlatma göndərilir.')).toBeVisible();
    const letter = await openLetter(reader, sevda.email);
    await expect(letter).toContainText(/(Bu gün|Sabah) sizi gözləyirik/);
    await expect(letter).toContainText('Pensər, bulağın yanı');
    code = /Giriş kodunuz: (\w{8})/.exec(await letter.innerText())?.[1] ?? '';
    expect(code).not.toBe('');
  });

  await test.step('at the entrance, on a telephone', async () => {
    const door = await someoneElse(PHONE);
    await stepInto(door, organiser);
    await door.goto(workspace);
    await door.getByRole('link', { name: 'Giriş siyahısı' }).click();
    await door.getByRole('searchbox').fill(code);
    await expect(door.getByRole('form', { name: nigar.name })).toBeHidden();
    await door.getByRole('form', { name: sevda.name }).getByRole('button', { name: 'Gəldi' }).click();
    await expect(door.getByText('göndərildi').first()).toBeVisible();
    await checkA11y(door);
    await door.reload();
    await expect(door.getByText('Gəlib: 1 / 2')).toBeVisible();
  });

  await test.step('who came is thanked, and nobody else', async () => {
    await page.goto(`${workspace}/people`);
    await expect(page.getByRole('row', { name: new RegExp(sevda.name) })).toContainText('Gəlib');
    await page.getByRole('link', { name: 'Gələnlərə təşəkkür yazın' }).click();
    await testLockSend(page, `Təşəkkür edirik: ${TITLE}`, '1 nəfər alacaq');
    const letter = await openLetter(reader, sevda.email);
    await expect(letter).toContainText(`Təşəkkür edirik: ${TITLE}`);
    await expect(await openLetter(reader, ramin.email)).not.toContainText('Təşəkkür edirik');
    await expect(await openLetter(reader, organiser.email ?? '')).toContainText('mesajının sınağıdır');
  });

  await test.step('a link at its foot ends the letters, with one press', async () => {
    await reader.goto(await pathInLetter(await openLetter(reader, sevda.email), /unsubscribe/));
    await expect(main(reader)).toContainText(ASTARA);
    await checkA11y(reader);
    await reader.getByRole('button', { name: 'Daha yazmasınlar' }).click();
    await expect(reader.getByText('Hazırdır. Bu təşkilat Sizə daha məktub yazmayacaq.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('İmtina edib')).toBeVisible();
    await checkA11y(page);
    // The next letter to those of the search leaves her out.
    await page.goto(`${workspace}`);
    await page.getByRole('link', { name: 'Məktubla dəvət edin' }).click();
    await page.getByLabel('Kimə').selectOption(`Bulaq ${WORD}`);
    await page.getByRole('button', { name: 'Saxlayın' }).click();
    await expect(page.getByText('1 nəfər alacaq')).toBeVisible();
  });
});
