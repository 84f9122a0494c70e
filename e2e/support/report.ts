import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { phonePhoto } from './photos.ts';

/** A word that no other report holds, so that a list and a map can be asked for this one alone. */
export const mark = (): string => `x${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;

/** Lists and pages are kept for some seconds: a change has ten to show. */
export const SOON = { timeout: 12_000, intervals: [500, 1000] };

/** The whole country as the map asks for it. */
const COUNTRY = '44.7,38.3,50.9,42';

/** How many public reports the map counts, with the list's filters (`q=…`). A word that nothing else holds keeps other journeys out. */
export async function countOnMap(request: APIRequestContext, filters: string, zoom = 7): Promise<number> {
  const answer = await request.get(`/api/map?bbox=${COUNTRY}&zoom=${zoom}&${filters}`);
  const { total } = (await answer.json()) as { total: number };
  return total;
}

/** Reports a broken street in Astara with a photo, in Azerbaijani; answers the receipt's code. */
export async function reportStreet(page: Page, title: string): Promise<string> {
  await page.goto('/issues/new');
  await page.getByLabel('Problem nə ilə bağlıdır?').selectOption('Yol örtüyü və çuxurlar');
  await page.getByLabel('Qısaca yazın').fill(title);
  await page.getByLabel('Ətraflı').fill('Yağışdan sonra çuxur dərinləşib, maşınlar yolun kənarından keçir.');
  await page.getByLabel('Rayon və ya şəhər').selectOption('Astara');
  await page.getByLabel('Kənd və ya küçə, nəyin yanında').fill('Kijəbə kəndi, məktəbin yanı');
  await page.getByLabel('Fotolar').setInputFiles(await phonePhoto());
  await page.getByRole('button', { name: 'Bildirişi göndərin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Göndərildi. Kodu saxlayın');
  return ((await page.getByRole('group', { name: 'Qəbz kodu' }).textContent()) ?? '').replace(/\D/g, '');
}
