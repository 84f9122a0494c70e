import { expect, type Locator, type Page } from '@playwright/test';
import { SOON } from './report.ts';

/** The newest letter that holds a word (an address, a title), in the mailbox where the demo keeps what it would have sent. */
export async function openLetter(page: Page, word: string): Promise<Locator> {
  const letter = page.getByRole('listitem').filter({ hasText: word }).first();
  await expect(async () => {
    await page.goto('/demo/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass(SOON);
  return letter;
}

/** Where a link of the letter leads on the instance under test: letters name the instance's own address. */
export async function pathInLetter(letter: Locator, pattern: RegExp): Promise<string> {
  const href = await letter.getByRole('link', { name: pattern }).first().getAttribute('href');
  const { pathname, search } = new URL(href ?? '', 'http://instance.invalid');
  return pathname + search;
}
