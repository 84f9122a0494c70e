import { expect, type Page } from '@playwright/test';
import type { DemoPerson } from './people.ts';

/** Steps into a person of the demo's legal desk: the one-click door ends where the passphrase is asked for. */
export async function stepToDesk(page: Page, person: DemoPerson): Promise<void> {
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: 'Nümunə məlumat' });
  const choice = bar.getByRole('option', { name: `${person.name} ·` });
  await bar.getByLabel('Kim kimi baxırsınız?').selectOption((await choice.textContent()) ?? '');
  await bar.getByRole('button', { name: 'Daxil olun' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masanı açın');
}

/** Opens the keys with the passphrase. */
export async function openKeys(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Parol cümləsi').fill(passphrase);
  await page.getByRole('main').getByRole('button', { name: 'Açın', exact: true }).click();
  await expect(page).not.toHaveURL(/\/unlock/);
}
