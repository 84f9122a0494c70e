import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoPerson } from './people.ts';

/** Signs in with password, in Azerbaijani, the way it works without scripts. */
export async function signIn(
  page: Page,
  person: Pick<DemoPerson, 'email' | 'password'> & Partial<Pick<DemoPerson, 'phone'>>,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-poçt və ya telefon').fill(person.email ?? person.phone ?? '');
  await page.getByLabel('Şifrə', { exact: true }).fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Daxil olun' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Steps into a person of the demo story by the bar at the top of each page. */
export async function stepInto(page: Page, person: DemoPerson): Promise<void> {
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Nümunə məlumat' });
  const choice = bar.getByRole('option', { name: `${person.name} ·` });
  await bar.getByLabel('Kim kimi baxırsınız?').selectOption((await choice.textContent()) ?? '');
  await bar.getByRole('button', { name: 'Daxil olun' }).click();
  await expect(page).toHaveURL(/\/(org|admin|account)/);
}

/** The places of a workspace: a rail on desks, a bar at the foot on phones. */
const workMenu = (page: Page): Locator => page.getByRole('navigation', { name: /^(İş menyusu|Tez keçidlər)$/ });

/** From the account to the workspace of an organisation. */
export async function enterWorkspace(page: Page, organisation: string): Promise<void> {
  await page.goto('/account');
  await page.getByRole('main').getByRole('link', { name: organisation }).click();
  await expect(workMenu(page)).toBeVisible();
}

/** Looks for a word among all reports of the organisation. */
export async function searchReports(page: Page, organisation: string, word: string): Promise<void> {
  await enterWorkspace(page, organisation);
  await workMenu(page)
    .getByRole('link', { name: /Problemlər/ })
    .click();
  await page.getByRole('link', { name: 'Hamısı' }).click();
  await page.getByLabel('Axtarış: söz, kənd, nömrə').fill(word);
  await page.getByRole('button', { name: 'Axtarın' }).click();
  await expect(page.getByRole('list', { name: 'Seçilmiş süzgəclər' })).toContainText(word);
}

/** A report of the organisation, found by a word of its title. */
export async function openReport(page: Page, organisation: string, word: string): Promise<void> {
  await searchReports(page, organisation, word);
  await page.getByRole('table').getByRole('link', { name: word }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word);
}
