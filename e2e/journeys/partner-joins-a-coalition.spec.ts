import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { mark, SOON } from '../support/report.ts';
import { stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const LEAD = 'Xəzər Yeli Lənkəran İcması';
const PARTNER = 'Kəpəz İcma Ocağı';
const CAMPAIGN = 'Təmiz sahil';

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 240_000 });

/** A coalition: one campaign and one total, and people who stay with the organisation they trusted. */
test('a partner joins a campaign, brings people and never sees the other’s', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const lead = page;
  await stepInto(lead, demoPerson('owner', LEAD));
  const leadHome = `${new URL(lead.url()).pathname.split('/').slice(0, 3).join('/')}`;
  await lead.goto(`${leadHome}/campaigns`);
  await lead.getByRole('table').getByRole('link', { name: CAMPAIGN }).click();
  const workspace = new URL(lead.url()).pathname;
  await lead.goto(`${workspace}/partners`);
  await checkA11y(lead);
  await lead.getByRole('combobox', { name: 'Təşkilat' }).selectOption({ label: PARTNER });
  await lead.getByRole('button', { name: 'Dəvət edin' }).click();
  await expect(lead.getByText('Dəvət göndərildi.')).toBeVisible();

  const partner = await someoneElse();
  await stepInto(partner, demoPerson('organiser', PARTNER));
  const partnerHome = `${new URL(partner.url()).pathname.split('/').slice(0, 3).join('/')}`;
  await partner.goto(`${partnerHome}/campaigns`);
  await partner.getByRole('link', { name: CAMPAIGN }).click();
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText(CAMPAIGN);
  await checkA11y(partner);
  const partnership = new URL(partner.url()).pathname;
  await partner.getByRole('button', { name: 'Qoşulun' }).click();
  await expect(partner.getByText('Qoşuldunuz.')).toBeVisible();
  await partner.getByLabel('Niyə qoşulmusunuz').fill('Bizim uşaqlar da o sahildə çimir.');
  await partner.getByRole('button', { name: 'Saxlayın' }).click();
  await expect(partner.getByText('Sözünüz saxlanıldı.')).toBeVisible();
  const publicPage = (await partner.getByRole('link', { name: 'Sizin açıq səhifəniz' }).getAttribute('href')) ?? '';

  // Somebody signs on the partner's page, and the partner keeps what was entrusted to it.
  const surname = `Tərəfdaşlı${mark()}`.replaceAll(/\d/g, 'a');
  const address = `${mark()}@sinaq.invalid`;
  const supporter = await someoneElse({ viewport: { width: 360, height: 780 } });
  await supporter.goto(publicPage);
  await expect(supporter.getByText('Bizim uşaqlar da o sahildə çimir.')).toBeVisible();
  await checkA11y(supporter);
  const slug = publicPage.split('/').at(-3) ?? '';
  const total = async (): Promise<number> =>
    ((await (await supporter.request.get(`/campaigns/${slug}/count.json`)).json()) as { total: number }).total;
  const before = await total();
  await supporter.getByRole('link', { name: 'Dəstəkləyin' }).first().click();
  await supporter.getByLabel('Ad və soyad', { exact: true }).fill(`Gülnar ${surname}`);
  await supporter.getByLabel('E-poçt və ya telefon').fill(address);
  await supporter.getByLabel('Məlumatımın bu kampaniya üçün saxlanmasına razıyam').check();
  await supporter.getByRole('button', { name: 'Dəstək verirəm' }).click();
  const letter = await openLetter(supporter, address);
  await supporter.goto(await pathInLetter(letter, /\/signatures\//));
  await supporter.getByRole('button', { name: 'Təsdiq edirəm' }).click();
  await expect(supporter.getByText('Təsdiq etdiniz, sağ olun.')).toBeVisible();
  await expect(async () => expect(await total()).toBe(before + 1)).toPass(SOON);

  await expect(async () => {
    await partner.goto(partnership);
    await expect(partner.getByRole('main')).toContainText('Sizin topladığınız');
    await expect(partner.getByRole('definition').first()).toHaveText('1', { timeout: 500 });
  }).toPass(SOON);
  // The lead counts the supporter and does not have the person, in its list or in its table to take away.
  await lead.goto(`${workspace}/support`);
  await expect(lead.getByRole('main')).not.toContainText(surname);
  // The partner has its own people there, and none of the lead's.
  await partner.getByRole('link', { name: 'Dəstək', exact: true }).first().click();
  await expect(partner.getByRole('main')).toContainText(surname);
  await expect(partner.getByRole('table')).not.toContainText('Nərgiz');
  await checkA11y(partner);
  // The lead's rooms are not the partner's.
  for (const room of ['', '/edit', '/partners', '/delivery', '/outcome', '/documents']) {
    const answer = await partner.request.get(partnership.replace('/partnerships/', '/campaigns/') + room);
    expect(answer.status(), room).toBe(404);
  }
});
