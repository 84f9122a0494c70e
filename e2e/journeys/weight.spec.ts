import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const KB = 1024;
/** What a first view may weigh as it travels (compressed): page, styles, fonts, scripts, data. */
const BUDGETS = [
  { name: 'the report form', path: '/issues/new', most: 40 * KB },
  { name: 'the list', path: '/issues', most: 40 * KB },
  { name: 'the map', path: '/map', most: 165 * KB },
] as const;

for (const { name, path, most } of BUDGETS) {
  test(`a slow telephone gets ${name} within its weight`, async ({ page }, info) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const weights = await weighFirstView(page, path);
    const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
    const parts = [...weights].map(([address, bytes]) => `${bytes} ${address}`).join('\n');
    info.annotations.push({ type: 'weight', description: `${name}: ${(total / KB).toFixed(1)} KB` });
    expect(total, parts).toBeLessThanOrEqual(most);
    expect(total, 'nothing was weighed').toBeGreaterThan(KB);
  });
}

/** Bytes of every answer until the page is at rest, heads included, as the browser counted them on the wire. */
async function weighFirstView(page: Page, path: string): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // What most of the world's servers and browsers agree on.
  await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
  const addresses = new Map<string, string>();
  const weights = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    addresses.set(requestId, new URL(request.url).pathname),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights.set(addresses.get(requestId) ?? requestId, encodedDataLength);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return weights;
}
