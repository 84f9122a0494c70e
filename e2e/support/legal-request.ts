import { expect, type Page } from '@playwright/test';

/** What the applicant reads, as the pages say it. */
export const applicantWords = {
  begin: 'Müraciətə başlayın',
  start: 'Başlayın və qəbz alın',
  code: 'Qəbz kodu',
  written: 'Kodu yazdım',
  next: 'Davam edin',
  stage: 'Cavab və ya qərar gəlib',
  story: 'Baş verənlər',
  consent: 'Oxudum və razıyam',
  files: 'Fayllar',
  add: 'Faylı əlavə edin',
  send: 'Müraciəti göndərin',
  sent: 'Müraciət göndərildi',
  open: 'Açın',
  server: 'serverdə, göndərilən anda şifrələnib',
  browser: 'brauzerinizdə, göndərilməzdən əvvəl şifrələnib',
  reply: 'Mesajınız',
  replySend: 'Göndərin',
  lock: 'Bağlayın',
  wrong: 'Bu kodla heç nə açılmadı',
  queue: 'Müraciət növbədədir',
} as const;

const codeOn = async (page: Page): Promise<string> =>
  ((await page.getByRole('group', { name: applicantWords.code }).textContent()) ?? '').replace(/\D/g, '');
/** Presses a button of the page itself, by its words. */
export const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click();
/** What the page is called. */
export const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

/** From the front door to the page where names are asked for. */
export async function answerChoices(page: Page): Promise<string> {
  await page.goto('/legal-aid');
  await page.getByRole('main').getByRole('link', { name: applicantWords.begin }).click();
  await press(page, applicantWords.start);
  await expect(h1(page)).toHaveText('Əvvəlcə bu kodu yazıb saxlayın');
  const code = await codeOn(page);
  expect(code).toMatch(/^[5-9]\d{27}$/);
  await page.getByLabel(applicantWords.written).check();
  await press(page, applicantWords.next);
  await page.getByRole('main').getByRole('checkbox').nth(2).check();
  await press(page, applicantWords.next);
  await page.getByRole('radio').first().check();
  await press(page, applicantWords.next);
  await page.getByRole('radio').nth(4).check();
  await press(page, applicantWords.next);
  await page.getByLabel(applicantWords.stage).check();
  await press(page, applicantWords.next);
  await page.getByLabel('Rayon və ya şəhər').selectOption('Astara');
  await press(page, applicantWords.next);
  await page.getByLabel('Sənədi aldığınız gün').fill('2026-01-12');
  await press(page, applicantWords.next);
  await expect(page.getByText('Çox güman ki, bəli')).toBeVisible();
  await press(page, applicantWords.next);
  await expect(h1(page)).toHaveText('Bunu görməməli olan varmı?');
  await page.getByLabel('Cəmilə A.').check();
  await press(page, applicantWords.next);
  await page.getByLabel(applicantWords.consent).check();
  await press(page, applicantWords.next);
  return code;
}

/** The receipt's door: the digits open the case. */
export async function openByReceipt(page: Page, code: string): Promise<void> {
  await page.goto('/legal-aid/receipt');
  await page.getByLabel(applicantWords.code).fill(code.replace(/(\d{4})/g, '$1 '));
  await press(page, applicantWords.open);
  await expect(page.getByLabel(applicantWords.reply)).toBeVisible();
}
