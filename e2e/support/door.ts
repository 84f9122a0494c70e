import { expect, type Page } from '@playwright/test';
import { demoPeople, demoPerson, type DemoPerson } from './people.ts';
import { enterWorkspace, stepInto } from './staff.ts';

export const ASTARA = 'Astaraçay İcma Qrupu';

/** Somebody who only helps there. */
export function helper(organisation: string): DemoPerson {
  const found = demoPeople().find((one) => one.role === 'volunteer' && one.organisation === organisation);
  if (!found) throw new Error(`Nobody only helps in ${organisation}`);
  return found;
}

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Baku',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** Day and hour in the country, as the form's fields take them. */
export function fieldsOf(at: Date): { day: string; hour: string } {
  const [day = '', hour = ''] = parts.format(at).split(' ');
  return { day, hour };
}

/** An organiser opens a meeting that is on now, with people expected. Returns the address of its list at the door. */
export async function openMeeting(page: Page, title: string, expected: readonly string[]): Promise<string> {
  await stepInto(page, demoPerson('organiser', ASTARA));
  await enterWorkspace(page, ASTARA);
  await page.goto(`${new URL(page.url()).pathname}/events/new`);
  const now = Date.now();
  const from = fieldsOf(new Date(now - 1_800_000));
  await page.getByLabel('Tədbirin adı').fill(title);
  await page.getByLabel('Gün', { exact: true }).fill(from.day);
  await page.getByLabel('Saat', { exact: true }).fill(from.hour);
  await page.getByLabel('Bitir').fill(fieldsOf(new Date(now + 2 * 3_600_000)).hour);
  await page.getByLabel('Yer sayı').fill('20');
  await page.getByLabel('Ünvan').fill('Ərçivan, mədəniyyət evi');
  await page.getByRole('button', { name: 'Qaralamanı yaradın' }).click();
  await page.getByRole('button', { name: 'Tədbiri açın' }).click();
  await expect(page.getByText('Tədbir açıqdır.')).toBeVisible();
  const event = new URL(page.url()).pathname;
  for (const name of expected) {
    await page.goto(`${event}/people`);
    const form = page.getByRole('form', { name: 'Əl ilə əlavə edin' });
    await form.getByLabel('Ad və soyad').fill(name);
    await form.getByRole('button', { name: 'Əl ilə əlavə edin' }).click();
    await expect(page.getByText('Əlavə olundu.')).toBeVisible();
  }
  return `${event}/entrance`;
}

/** Names of those who have come, as the organiser's list has them. */
export async function whoCame(organiser: Page, entrance: string): Promise<string[]> {
  await organiser.goto(entrance.replace(/entrance$/, 'people'));
  const rows = organiser.getByRole('row').filter({ has: organiser.getByRole('cell', { name: 'Gəlib', exact: true }) });
  const texts = await rows.allInnerTexts();
  return texts.map((text) => text.trim().split(/[\t\n]/)[0] ?? '').sort();
}
