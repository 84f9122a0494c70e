import { expect as check, type Page } from '@playwright/test';
import { openLetter, pathInLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { phonePhoto } from '../support/photos.ts';
import { mark, SOON } from '../support/report.ts';
import { enterWorkspace, stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

/** The story's reports of dark streets in Astara stand near each other. */
const ORGANISATION = 'Astaraçay İcma Qrupu';
const DEMAND = 'Yol asfaltlansın və arx çəkilsin';

test.use({ viewport: { width: 1280, height: 860 } });
test.describe.configure({ timeout: 300_000 });

/** Today in the country, as date fields take it. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Baku' }).format(new Date());

/** A room of the campaign's workspace, by its tab. */
async function openRoom(page: Page, campaign: string, room: string): Promise<void> {
  await page.goto(campaign);
  await page
    .getByRole('navigation', { name: 'Kampaniyanın bölmələri' })
    .getByRole('link', { name: room, exact: true })
    .click();
}

/** Somebody adds support online, and confirms from the mail. */
async function supportOnline(page: Page, slug: string): Promise<void> {
  const address = `${mark()}@sinaq.invalid`;
  await page.goto(`/campaigns/${slug}/sign`);
  await page.getByLabel('Ad və soyad', { exact: true }).fill('Sevda Onlaynova');
  await page.getByLabel('E-poçt və ya telefon').fill(address);
  await page.getByLabel('Məlumatımın bu kampaniya üçün saxlanmasına razıyam').check();
  await page.getByRole('button', { name: 'Dəstək verirəm' }).click();
  const letter = await openLetter(page, address);
  await page.goto(await pathInLetter(letter, /\/signatures\//));
  await page.getByRole('button', { name: 'Təsdiq edirəm' }).click();
  await check(page.getByText('Təsdiq etdiniz, sağ olun.')).toBeVisible();
}

/** The whole chain: reports near each other → campaign → review → support in three channels → pack → delivery → answer → what changed. */
test('an activist takes a suggested campaign from the need to what changed', async ({
  page,
  someoneElse,
  checkA11y,
}) => {
  const title = `Sınaq yolu ${mark()}`;
  await stepInto(page, demoPerson('organiser', ORGANISATION));
  await enterWorkspace(page, ORGANISATION);
  const workspace = new URL(page.url()).pathname;
  await page.goto(`${workspace}/campaigns/suggestions`);
  await checkA11y(page);
  await page.getByRole('listitem').getByRole('link', { name: 'Kampaniya başladın' }).first().click();
  await expect(page.getByText(/Kampaniya \d+ bildirişə əsaslanır/)).toBeVisible();
  await page.getByLabel('Kampaniyanın adı').fill(title);
  await page.getByLabel('Bir-iki cümlə ilə').fill('Yağışdan sonra yol keçilmir, uşaqlar dərsə gecikir.');
  await page.getByLabel('Nə edilsin').first().fill(DEMAND);
  await page.getByLabel('Kim qərar verir').first().selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Qaralama kimi saxlayın' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const campaign = new URL(page.url()).pathname;
  await checkA11y(page);
  await page.getByRole('button', { name: 'Baxışa göndərin' }).click();
  await expect(page.getByText('Baxışa göndərildi.')).toBeVisible();

  const moderator = await someoneElse();
  await stepInto(moderator, demoPerson('moderator', ORGANISATION));
  await moderator.goto(campaign);
  await moderator.getByRole('button', { name: 'Dərc edin', exact: true }).click();
  await expect(moderator.getByText('Dərc olundu. İndi hamı görür.')).toBeVisible();
  const slug =
    ((await moderator.getByRole('link', { name: 'Hamının gördüyü səhifə' }).getAttribute('href')) ?? '')
      .split('/')
      .at(-1) ?? '';

  // Three channels: online, at a table in the village, on paper.
  const supporter = await someoneElse({ viewport: { width: 360, height: 780 } });
  await supportOnline(supporter, slug);
  await openRoom(page, campaign, 'Toplama');
  await page.getByLabel('Yeri və ya adı').fill('Məktəbin qarşısı');
  await page.getByRole('button', { name: 'Açın' }).click();
  await expect(page.getByText('Hazırdır. Plakatı çap edin və ya keçidi paylaşın.')).toBeVisible();
  await checkA11y(page);
  const table =
    (await page
      .getByText(/\/c\/[\w-]+/)
      .first()
      .textContent()) ?? '';
  await supporter.goto(/\/c\/[\w-]+/.exec(table)?.[0] ?? '');
  await supporter.getByLabel('Ad və soyad', { exact: true }).fill('Kamil Masalıyev');
  await supporter.getByLabel('Doğum ili').fill('1971');
  await supporter.getByLabel('Məlumatımın bu kampaniya üçün saxlanmasına razıyam').check();
  await supporter.getByRole('button', { name: 'Dəstək verirəm' }).click();
  await expect(supporter.getByText('Dəstək yazıldı.')).toBeVisible();

  await openRoom(page, campaign, 'Kağız vərəqlər');
  await page.getByLabel('Neçə vərəq').fill('1');
  await page.getByRole('button', { name: 'Nömrələyin' }).click();
  await page.getByRole('link', { name: 'Vərəq № 1' }).click();
  await page.getByLabel('Qayıdan vərəqin fotosu').setInputFiles(await phonePhoto());
  await page.getByRole('button', { name: 'Fotonu göndərin' }).click();
  await page.getByLabel('Ad, soyad, ata adı').first().fill('Xalidə Kağızlı Əli qızı');
  await page.getByLabel('Ünvan (yazıldığı kimi)').first().fill('Astara, Sınaq küçəsi 3');
  await page.getByRole('button', { name: 'Sayılsın' }).click();
  await expect(page.getByText('1 imza sayıldı.')).toBeVisible();
  const owner = await someoneElse();
  await stepInto(owner, demoPerson('owner', ORGANISATION));
  await owner.goto(page.url());
  await owner.getByRole('button', { name: 'Vərəq yoxlanıldı' }).click();
  await expect(async () => {
    const answer = await page.request.get(`/campaigns/${slug}/count.json`);
    expect(await answer.json()).toMatchObject({ total: 3, byChannel: { web: 1, point: 1, paper: 1 } });
  }).toPass(SOON);

  // The pack, its delivery, the answer.
  await openRoom(page, campaign, 'Təqdim və cavab');
  await page.getByRole('link', { name: 'Paket hazırlayın' }).click();
  await checkA11y(page);
  await page.getByRole('button', { name: 'Paketi hazırlayın' }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: /Üz məktubu və tələblər \(PDF\)/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await checkA11y(page);
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: /Üz məktubu və tələblər \(PDF\)/ }).getAttribute('href')) ?? '',
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Təqdimatı qeyd edin' }).first().click();
  await page
    .getByRole('radio', { name: /təqdim|əldən|şəxsən|özünə/i })
    .first()
    .check();
  await page.getByLabel('Hansı gün').fill(today());
  await page.getByLabel('Qeydiyyat nömrəsi').fill('07-12/26');
  await page.getByRole('button', { name: 'Təqdimatı qeyd edin' }).click();
  await expect(page.getByText('Təqdimat qeyd olundu və səhifədə göstərilir.')).toBeVisible();
  await page.getByRole('link', { name: 'Cavabı qeyd edin' }).click();
  await page.getByLabel('Hansı gün gəldi').fill(today());
  await page.getByRole('radio', { name: 'Tam cavab' }).check();
  await page.getByLabel('Cavabın mətni və ya məzmunu').fill('Yol növbəti ay asfaltlanacaq.');
  await page.getByRole('button', { name: 'Cavabı dərc edin' }).click();
  await expect(page.getByText('Cavab dərc olundu.')).toBeVisible();

  // What changed: seen on the spot, with evidence, by two people.
  await openRoom(page, campaign, 'Tələblər');
  await page.getByText('Nə baş verdiyini yazın').click();
  await page.getByLabel('İndi necədir').selectOption('Yoxlanılıb: icra olunub');
  await page.getByLabel('Bir cümlə ilə').fill('Yerində baxdıq: yol asfaltdır.');
  await page.getByRole('button', { name: 'Qeyd edin' }).click();
  await expect(page.getByText('Yadda saxlanıldı.')).toBeVisible();
  await openRoom(page, campaign, 'Sənədlər');
  await page.getByRole('radio', { name: 'Nəticənin sübutu' }).check();
  await page.getByLabel('Ad', { exact: true }).fill('Yolun fotosu');
  await page.getByLabel('Fayl').setInputFiles(await phonePhoto());
  await page.getByLabel('Hamı görə bilər').check();
  await page.getByRole('button', { name: 'Sənəd əlavə edin' }).click();
  await expect(page.getByText('Yadda saxlanıldı.')).toBeVisible();
  await openRoom(page, campaign, 'Nəticə');
  await page.getByRole('radio', { name: 'Məqsədə çatılıb' }).check();
  await page.getByLabel('Əvvəl').fill('Yol yağışda keçilmirdi.');
  await page.getByLabel('İndi').fill('Yol asfaltdır, arx çəkilib.');
  await page.getByRole('button', { name: 'Nəticəni təklif edin' }).click();
  await expect(page.getByText('Təklif: Məqsədə çatılıb')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Yoxladım, təsdiqləyirəm' })).toHaveCount(0);
  await owner.goto(`${campaign}/outcome`);
  await checkA11y(owner);
  await owner.getByRole('button', { name: 'Yoxladım, təsdiqləyirəm' }).click();
  await expect(owner.getByText('Yadda saxlanıldı.')).toBeVisible();

  await expect(async () => {
    await supporter.goto(`/campaigns/${slug}`);
    await expect(supporter.getByText('Məqsədə çatılıb').first()).toBeVisible({ timeout: 500 });
  }).toPass(SOON);
  await expect(supporter.getByText('Yol asfaltdır, arx çəkilib.')).toBeVisible();
  await expect(supporter.getByText('07-12/26')).toBeVisible();
  await expect(supporter.getByRole('main').getByText('Sevda')).toHaveCount(0);
  await checkA11y(supporter);
});
