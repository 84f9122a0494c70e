import type { Locator, Page } from '@playwright/test';

/** Does what is asked about first: unfolds the question, then presses the button under it. */
export async function confirmDeed(at: Page | Locator, name: string, answer = name): Promise<void> {
  await at.locator('summary', { hasText: name }).first().click();
  await at.getByRole('button', { name: answer }).click();
}
