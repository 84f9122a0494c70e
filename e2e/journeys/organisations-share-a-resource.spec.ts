import { openLetter } from '../support/mailbox.ts';
import { demoPerson } from '../support/people.ts';
import { mark, SOON } from '../support/report.ts';
import { stepInto } from '../support/staff.ts';
import { expect, test } from '../support/test.ts';

const ASKER = 'Astaraçay İcma Qrupu';
const LENDER = 'Xəzər Yeli Lənkəran İcması';
const STRANGER = 'Kəpəz İcma Ocağı';

test.use({ viewport: { width: 360, height: 780 } });
test.describe.configure({ timeout: 240_000 });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Two organisations share a projector: found by its reason, agreed once, and people known only to those who agreed. */
test('two organisations share a projector', async ({ page, someoneElse, checkA11y }) => {
  const title = `Proyektor ${mark()}`;
  const lender = page;
  await stepInto(lender, demoPerson('owner', LENDER));
  const boardOf = (slug: string) => `/org/${slug}/board`;
  const slugOf = (url: string) => new URL(url).pathname.split('/')[2] ?? '';
  const lenderBoard = boardOf(slugOf(lender.url()));
  await lender.goto(lenderBoard);
  await checkA11y(lender);
  await lender.getByRole('link', { name: 'Resurs əlavə edin' }).first().click();
  await lender.getByLabel('Növ').selectOption('Avadanlıq');
  await lender.getByLabel('Başlıq').fill(title);
  await lender.getByLabel('Rayon və ya şəhər').selectOption('Lənkəran');
  await lender.getByLabel('Hansı gündən').fill(inDays(1));
  await lender.getByLabel('Hansı günədək').fill(inDays(20));
  // Money has no place here, and what was typed is kept.
  await lender.getByLabel('Təfərrüat').fill('Günü 20 manat');
  await lender.getByRole('button', { name: 'Lövhəyə əlavə edin' }).click();
  await expect(lender.getByText('Məbləği, kart və ya hesab nömrəsini mətndən çıxarın.').first()).toBeVisible();
  await checkA11y(lender);
  await expect(lender.getByLabel('Başlıq')).toHaveValue(title);
  await lender.getByLabel('Təfərrüat').fill('İki günlük, ofisdən götürmək olar.');
  await lender.getByRole('button', { name: 'Lövhəyə əlavə edin' }).click();
  await expect(lender.getByText('Elan lövhəyə əlavə edildi.')).toBeVisible();
  const entry = new URL(lender.url()).pathname.split('/').at(-1) ?? '';

  const asker = await someoneElse();
  await stepInto(asker, demoPerson('owner', ASKER));
  const askerBoard = boardOf(slugOf(asker.url()));
  await asker.goto(askerBoard);
  // Astara's story needs a projector, and Lənkəran is next door: the reason is said.
  const suggestion = asker
    .getByRole('region', { name: 'Sizə uyğun gələnlər' })
    .getByRole('listitem')
    .filter({ hasText: title });
  await expect(suggestion).toContainText('yaxın rayon');
  await suggestion.getByRole('link', { name: title }).click();
  await expect(asker.getByRole('main')).toContainText(LENDER);
  await checkA11y(asker);
  await asker.getByLabel('Qeyd').fill('Cümə günü götürüb bazar günü qaytararıq.');
  await asker.getByLabel('Əlaqə üçün ad').fill('Astaraçay ofisi');
  await asker.getByLabel('Telefon və ya e-poçt').fill('050 000 01 52');
  await asker.getByRole('button', { name: 'Təklif göndərin' }).click();
  await expect(asker.getByText('Təklif göndərildi.')).toBeVisible();

  // The lender reads the wish, and no number before it agrees; its home says that somebody waits.
  await lender.goto(lenderBoard.replace('/board', ''));
  await expect(lender.getByRole('region', { name: 'Bu günün işləri' })).toContainText('təklif cavabınızı gözləyir');
  await lender.goto(`${lenderBoard}/${entry}`);
  await expect(lender.getByRole('main')).toContainText('Cümə günü götürüb');
  await expect(lender.getByRole('main')).not.toContainText('000 01 52');
  await checkA11y(lender);
  await lender.getByLabel('Əlaqə üçün ad').fill('Lənkəran anbarı');
  await lender.getByLabel('Telefon və ya e-poçt').fill('+994 50 000 01 51');
  await lender.getByRole('button', { name: 'Razılaşın' }).click();
  await expect(lender.getByRole('link', { name: /000 01 52/ })).toBeVisible();

  // Both sides are written to, each in their language.
  await expect(await openLetter(asker, `“${title}” üzrə`)).toContainText('razılaşdınız');
  await asker.goto(`${askerBoard}/${entry}`);
  await expect(asker.getByRole('link', { name: /000 01 51/ })).toBeVisible();
  await asker.getByRole('button', { name: 'Baş tutdu' }).click();
  await expect(asker.getByText('Qarşı tərəfin təsdiqi gözlənilir.').first()).toBeVisible();

  await lender.goto(`${lenderBoard}/${entry}`);
  await lender.getByRole('button', { name: 'Təsdiqləyin' }).click();
  await expect(lender.getByText('Hər iki tərəf təsdiqləyib')).toBeVisible();
  await checkA11y(lender);

  // What two agreed on is nobody else's business.
  const stranger = await someoneElse();
  await stepInto(stranger, demoPerson('organiser', STRANGER));
  const strangerBoard = boardOf(slugOf(stranger.url()));
  await expect(async () => {
    await stranger.goto(strangerBoard);
    await expect(stranger.getByRole('main')).not.toContainText(title);
  }).toPass(SOON);
  expect((await stranger.request.get(`${strangerBoard}/${entry}`)).status()).toBe(404);
  expect((await stranger.request.get(`${lenderBoard}/${entry}`)).status()).toBe(404);
});
