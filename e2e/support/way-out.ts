import { expect, type Page } from '@playwright/test';

/** Where the quick exit leads. */
export const ELSEWHERE = 'https://az.wikipedia.org/';

/**
 * Stands in for the other site, and looks at the door that leads there: it closes the receipt's cookie, and nobody is told
 * where from. A redirect is followed by the browser without asking a test, so the door's answer is given as a page.
 */
export async function watchWayOut(page: Page): Promise<{ referrers: (string | undefined)[] }> {
  const seen: { referrers: (string | undefined)[] } = { referrers: [] };
  await page.route(`${ELSEWHERE}**`, async (route) => {
    seen.referrers.push(route.request().headers().referer);
    await route.fulfill({ contentType: 'text/html', body: '<title>Vikipediya</title><h1>Vikipediya</h1>' });
  });
  await page.route('**/legal-aid/exit', async (route) => {
    seen.referrers.push(route.request().headers().referer);
    const answer = await route.fetch({ maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()).toMatchObject({ location: ELSEWHERE, 'referrer-policy': 'no-referrer' });
    expect(answer.headers()['set-cookie']).toMatch(/case=;.*Max-Age=0/u);
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'Referrer-Policy': 'no-referrer' },
      body: `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
    });
  });
  return seen;
}
