import { expect, type Locator, type Page } from '@playwright/test';
import { SOON } from './report.ts';

/** The newest letter to an address, in the mailbox where the demo keeps what it would have sent. */
export async function openLetter(page: Page, address: string): Promise<Locator> {
  const letter = page
    .getByRole('listitem')
    .filter({ hasText: `Kimə: ${address}` })
    .first();
  await expect(async () => {
    await page.goto('/demo/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass(SOON);
  return letter;
}
