import { expect, type Locator, type Page } from '@playwright/test';
import { demoPerson } from './people.ts';
import { stepInto } from './staff.ts';

export const TEAM = 'Boradigah üçün birlikdə';
export const CANDIDATE = 'Sevda Fərzəliyeva';

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Baku', dateStyle: 'short' });
/** A day of the country, so many after today (before it when negative), as a form's field takes it. */
export const dayFromNow = (days: number): string => swedish.format(new Date(Date.now() + days * 86_400_000));

const MONTHS = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ');
/** The same day as a page says it. Spaces within a date do not break, therefore the pattern. */
export const saidDay = (day: string): RegExp => {
  const [year, month, date] = day.split('-').map(Number);
  return new RegExp(`${date}\\s${MONTHS[(month ?? 1) - 1]}\\s${year}`, 'u');
};

/** Steps into somebody of the story's team in Masallı. Returns the address of its workspace. */
export async function enterTeam(page: Page, role: 'candidate' | 'canvasser'): Promise<string> {
  await stepInto(page, demoPerson(role, TEAM));
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

type Plan = { title: string; on: string };

/** Fills in a campaigning shift of the team; sending it is the journey's. */
export async function planShift(candidate: Page, home: string, { title, on }: Plan): Promise<void> {
  await candidate.goto(`${home}/events/new`);
  await candidate.getByLabel('Tədbirin adı').fill(title);
  await candidate.getByLabel('Növ', { exact: true }).selectOption('Seçicilərlə qapı-qapı görüş');
  await candidate.getByLabel('Gün', { exact: true }).fill(on);
  await candidate.getByLabel('Saat', { exact: true }).fill('10:00');
  await candidate.getByLabel('Bitir', { exact: true }).fill('12:00');
  await candidate.getByLabel('Yer sayı').fill('6');
  await candidate.getByLabel('Rayon və ya şəhər').selectOption('Masallı');
  await candidate.getByLabel('Ünvan', { exact: true }).fill('Boradigah, Bulaq küçəsi');
}

/** A campaigning shift that colleagues can sign up for. Returns its address. */
export async function openShift(candidate: Page, home: string, plan: Plan): Promise<string> {
  await planShift(candidate, home, plan);
  await candidate.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
  await candidate.getByRole('button', { name: 'Tədbiri açın' }).click();
  await expect(candidate.getByText('Tədbir açıqdır.')).toBeVisible();
  return new URL(candidate.url()).pathname;
}

/** Takes the shift off the calendar again, so that the next journey finds the team as the story tells it. */
export async function cancelShift(candidate: Page, shift: string): Promise<void> {
  await candidate.goto(`${shift}/cancel`);
  await candidate.getByLabel('Səbəb').fill('Yağış yağır.');
  await candidate.getByRole('main').getByRole('button', { name: 'Ləğv edin' }).click();
  await expect(candidate.getByText('Tədbir ləğv olundu.')).toBeVisible();
}

/** The story's own briefing, whose right answers everybody can read in its text. */
export const STORY_BRIEFING = 'Qapıda nə deyirik, nəyi vəd etmirik';
export const STORY_ANSWERS = ['Xeyr, heç vaxt', 'Səsvermədən bir gün əvvəl, saat 08:00-da', 'Xeyr, heç yerə'];

/** Answers the questions of a briefing that stands open. */
export async function answer(page: Page, answers: readonly string[]): Promise<void> {
  for (const one of answers) await page.getByRole('radio', { name: one }).check();
  await page.getByRole('button', { name: 'Cavabları göndərin' }).click();
}

/** A new briefing of one question; in `answers` the right one is marked by `*`. */
export async function writeBriefing(
  page: Page,
  home: string,
  { title, question, answers }: { title: string; question: string; answers: string },
): Promise<void> {
  await page.goto(`${home}/team/briefings`);
  await page.getByRole('link', { name: 'Yeni təlimat' }).click();
  await page.getByLabel('Başlıq').fill(title);
  await page.getByLabel('Mətn').fill('Saat 20:00-dan sonra qapı döymürük. Həmişə iki nəfər gedirik.');
  await page.getByRole('textbox', { name: '1. sual', exact: true }).fill(question);
  await page.getByLabel('1. sualın cavabları').fill(answers);
  await page.getByRole('button', { name: 'Təlimatı yadda saxlayın' }).click();
}

/** Nobody has to pass it any more. */
export async function archiveBriefing(page: Page, home: string, word: string): Promise<void> {
  await page.goto(`${home}/team/briefings`);
  await page.getByRole('main').getByRole('link', { name: word }).click();
  await page.getByRole('button', { name: 'Siyahıdan çıxarın' }).click();
  await expect(page.getByText('Təlimat siyahıdan çıxarıldı.')).toBeVisible();
}

/** Whatever briefings a journey that broke off has left: the story's own is the only one that everybody has to pass. */
export async function clearBriefings(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/team/briefings`);
  const left = page.getByRole('main').getByRole('link', { name: /^Bulaq küçəsində x/ });
  while ((await left.count()) > 0) await archiveBriefing(page, home, (await left.first().innerText()).trim());
}

/** A meeting in a yard five days ago, with what was promised there and what is to follow. */
export async function noteMeeting(
  page: Page,
  home: string,
  { promise, promisedFor, reply, replyBy }: { promise: string; promisedFor: string; reply: string; replyBy: string },
): Promise<void> {
  await page.goto(`${home}/team/meetings`);
  await page.getByText('Yeni görüş').click();
  const form = page.getByRole('form', { name: 'Yeni görüş' });
  await form.getByLabel('Növü').selectOption('Həyət görüşü');
  await form.getByLabel('Gün', { exact: true }).fill(dayFromNow(-5));
  await form.getByLabel('Kiminlə').fill('Bulaq küçəsinin sakinləri');
  await form.getByLabel('Verilən vəd').fill(promise);
  await form.getByLabel('Vədin son günü').fill(promisedFor);
  await form.getByLabel('Bundan sonra nə edilməlidir').fill(reply);
  await form.getByLabel('Nə vaxtadək').fill(replyBy);
  await form.getByRole('button', { name: 'Görüşü yazın' }).click();
}

/** Her own page for voters, written and shown. */
export async function writePage(page: Page, home: string, address: string): Promise<void> {
  await page.goto(`${home}/team/page`);
  const words = page.getByRole('form', { name: 'Səhifənin mətni' });
  await words.getByLabel('Səhifənin ünvanı').fill(address);
  await words.getByLabel('Bələdiyyə').fill('Boradigah');
  await words.getByLabel('Özünüz haqqında').fill('Boradigahda müəlliməyəm, iyirmi ildir burada yaşayıram.');
  await words.getByRole('button', { name: 'Yadda saxlayın' }).click();
  await expect(page.getByText('Yadda saxlanıldı')).toBeVisible();
  // A journey that broke off may have left it shown.
  const show = page.getByRole('button', { name: 'Səhifəni açın' });
  if (await show.isVisible()) await show.click();
  await expect(page.getByText('Səhifə görünür.')).toBeVisible();
}

/** A line of the candidate's day, under the heading of its kind. */
export const lateIn = (page: Page, list: string, text: string): Locator =>
  page.getByRole('region', { name: list }).getByRole('listitem').filter({ hasText: text });

/** Rooms of a team that are not for whoever goes from door to door. */
export const NOT_HERS = [
  'people',
  'people/new',
  'messages',
  'audit',
  'media',
  'partners',
  'team/day',
  'team/meetings',
  'team/promises',
  'team/candidacy',
  'team/signatures',
  'team/page',
  'team/link',
  'team/take-out',
  'team/erasure',
  'team/invitations',
  'team/briefings/new',
];
