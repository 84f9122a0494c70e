import { expect, type Page } from '@playwright/test';

/** Where the quick exit leads within the house; from there the server leads to another site. */
export const WAY_OUT = '**/legal-aid/exit';
const ELSEWHERE = 'https://az.wikipedia.org/';

/** Stands in for the other site behind the way out, so that no journey asks anybody else, and notes who was told where from. */
export async function watchWayOut(page: Page): Promise<{ referrers: (string | undefined)[] }> {
  const seen: { referrers: (string | undefined)[] } = { referrers: [] };
  await page.route(WAY_OUT, async (route) => {
    seen.referrers.push(route.request().headers().referer);
    await route.fulfill({ contentType: 'text/html', body: '<title>Vikipediya</title><h1>Vikipediya</h1>' });
  });
  return seen;
}

/** What the server answers there: it closes the receipt that is open, and leads out without saying where from. */
export async function leave(page: Page): Promise<void> {
  const answer = await page.request.get('/legal-aid/exit', { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toBe(ELSEWHERE);
  // Of several policies the last one counts.
  expect(answer.headers()['referrer-policy']).toMatch(/no-referrer$/u);
}
