import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { mark } from '../support/report.ts';
import { stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const HOUSE = 'Astaraçay İcma Qrupu';

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 240_000 });

/** One place, two who want it: the second waits, is offered it, takes it and is noted at the door. No scripts on the telephone. */
test('an organiser invites, a stranger takes the only place, and who waits gets it', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const organiser = page;
  await stepInto(organiser, demoPerson('organiser', HOUSE));
  const home = new URL(organiser.url()).pathname.split('/').slice(0, 3).join('/');
  await organiser.goto(`${home}/events`);
  await checkA11y(organiser);
  await organiser.getByRole('link', { name: 'Yeni tədbir' }).first().click();
  await organiser.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
  await expect(organiser.getByText('Bunları düzəldin')).toBeVisible();
  await checkA11y(organiser);
  const title = `Küçə yığıncağı ${mark()}`;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Baku' }).format(new Date());
  await organiser.getByLabel('Tədbirin adı').fill(title);
  await organiser.getByLabel('Gün', { exact: true }).fill(today);
  // Until next morning in the country: open at whatever hour this runs.
  await organiser.getByLabel('Saat', { exact: true }).fill('23:59');
  await organiser.getByLabel('Bitir', { exact: true }).fill('11:58');
  await organiser.getByLabel('Yer sayı').fill('1');
  await organiser.getByLabel('Ünvan', { exact: true }).fill('Pensər, məktəb');
  await organiser.getByLabel('Yeri yalnız gələnlərə deyin').check();
  await organiser.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
  await expect(organiser.getByText('Qaralama hazırdır.')).toBeVisible();
  const workspace = new URL(organiser.url()).pathname;
  await organiser.getByRole('button', { name: 'Tədbiri açın' }).click();
  await expect(organiser.getByText('Tədbir açıqdır.')).toBeVisible();
  await checkA11y(organiser);
  const publicPage = (await organiser.getByRole('link', { name: 'Tədbirin səhifəsi' }).getAttribute('href')) ?? '';

  const phone = { viewport: { width: 360, height: 780 }, javaScriptEnabled: false };
  const comes = async (name: string, address: string) => {
    const person = await someoneElse(phone);
    await person.goto(publicPage);
    await expect(person.getByText('Pensər, məktəb')).toHaveCount(0);
    await person.getByRole('link', { name: 'Mən də gəlirəm' }).click();
    await person.getByLabel('Ad və soyad').fill(name);
    await person.getByLabel('E-poçt və ya telefon').fill(address);
    await person.getByLabel('Razıyam').check();
    await person.getByRole('button', { name: /^(Yer tutun|Gözləmə siyahısına yazılın)$/ }).click();
    await expect(person.getByRole('heading', { level: 1 })).toHaveText(title);
    return person;
  };
  const first = await comes('Birinci Qonaq', `${mark()}@sinaq.invalid`);
  await expect(first.getByText('Yeriniz var. Bu səhifənin linkini saxlayın.')).toBeVisible();
  await expect(first.getByText('Pensər, məktəb')).toBeVisible();
  const address = `${mark()}@sinaq.invalid`;
  const second = await comes('İkinci Qonaq', address);
  await expect(second.getByText('növbəniz: 1')).toBeVisible();
  await expect(second.getByText('Pensər, məktəb')).toHaveCount(0);

  await first.getByRole('button', { name: 'Gələ bilmirəm' }).click();
  await expect(first.getByText('Yeriniz qaytarıldı.')).toBeVisible();
  const reader = await someoneElse({ viewport: { width: 360, height: 780 } });
  const letter = await openLetter(reader, `«${title}» tədbirində sizin üçün yer açıldı`);
  await reader.goto(await pathInLetter(letter, /\/events\/places\//));
  await checkA11y(reader);
  // Opening it took nothing: that is done by the button.
  await reader.getByRole('button', { name: 'Yeri götürürəm' }).click();
  await expect(reader.getByText('Yer sizindir.')).toBeVisible();
  await checkA11y(reader);

  await organiser.goto(`${workspace}/entrance`);
  await organiser.getByRole('form', { name: 'İkinci Qonaq' }).getByRole('button', { name: 'Gəldi' }).click();
  // With a script the entry goes by the outbox, and the page says so without being loaded anew.
  await expect(organiser.getByText('göndərildi').first()).toBeVisible();
  await organiser.reload();
  await expect(organiser.getByText('Gəlib: 1 / 1')).toBeVisible();
  await checkA11y(organiser);
  await organiser.goto(`${workspace}/people`);
  await expect(organiser.getByRole('row', { name: /İkinci Qonaq/ })).toContainText('Gəlib');
  await checkA11y(organiser);
});
