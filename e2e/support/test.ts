import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
  type Request,
} from '@playwright/test';
import { openA11yCheck, type A11yCheck } from './a11y.ts';

export { expect };

interface Support {
  /** Messages of the browser that a journey expects; everything else on the console fails it. */
  expectedConsole: RegExp[];
  /** Looks at whatever a context's pages complain about; the journey's own context is looked at anyway. */
  watch: (context: BrowserContext) => void;
  /** Another person with a browser of their own: the journey's settings, changed by what is given. */
  someoneElse: (settings?: BrowserContextOptions) => Promise<Page>;
  /** Fails on what axe calls serious or critical on the page as it stands. */
  checkA11y: A11yCheck;
}

/**
 * The journeys' `test`: a page that writes an error to the console, throws, or asks anybody but this instance for
 * anything fails the journey, whatever else it shows.
 */
export const test = base.extend<Support>({
  expectedConsole: [[], { option: true }],
  watch: [
    async ({ context, baseURL, expectedConsole }, use) => {
      const faults: string[] = [];
      const watch = (watched: BrowserContext): void =>
        watchContext(watched, baseURL, (fault) => {
          if (!expectedConsole.some((pattern) => pattern.test(fault))) faults.push(fault);
        });
      watch(context);
      await use(watch);
      expect(faults, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
  someoneElse: async ({ browser, watch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (settings) => {
      const context = await browser.newContext(settings);
      opened.push(context);
      watch(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  checkA11y: async ({ browser }, use) => {
    const { check, close } = openA11yCheck(browser);
    await use(check);
    await close();
  },
});

function watchContext(context: BrowserContext, baseUrl: string | undefined, complain: (fault: string) => void): void {
  const refused = new Set<string>();
  context.on('page', (page) => {
    page.on('pageerror', (error) => complain(`thrown: ${error.message}`));
    page.on('console', (message) => {
      if (isFault(message, refused)) complain(`console: ${message.text()} (${message.location().url})`);
    });
  });
  context.on('response', (response) => {
    // A form that is sent back with 422 or a page that is gone answers 4xx on purpose; 5xx never is.
    if (response.request().isNavigationRequest() && response.status() < 500) refused.add(response.url());
    if (response.status() >= 500) complain(`broken: ${response.status()} ${response.url()}`);
  });
  context.on('request', (request) => {
    if (isForeign(request, baseUrl)) complain(`third party: ${request.url()}`);
  });
}

function isFault(message: ConsoleMessage, refused: Set<string>): boolean {
  if (message.type() !== 'error') return false;
  return !(message.text().startsWith('Failed to load resource') && refused.has(message.location().url));
}

function isForeign(request: Request, baseUrl: string | undefined): boolean {
  const url = new URL(request.url());
  return url.protocol.startsWith('http') && url.origin !== new URL(baseUrl ?? 'http://127.0.0.1').origin;
}
