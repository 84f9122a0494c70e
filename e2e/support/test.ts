import { test as base, expect, type ConsoleMessage, type Page, type Request } from '@playwright/test';

export { expect };

interface Watch {
  /** Messages of the browser that a journey expects; everything else on the console fails it. */
  expectedConsole: RegExp[];
  watched: void;
}

/**
 * The journeys' `test`: a page that writes an error to the console, throws, or asks anybody but this instance for
 * anything fails the journey, whatever else it shows.
 */
export const test = base.extend<Watch>({
  expectedConsole: [[], { option: true }],
  watched: [
    async ({ context, baseURL, expectedConsole }, use) => {
      const faults: string[] = [];
      const refused = new Set<string>();
      const watch = (page: Page): void => {
        page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
        page.on('console', (message) => {
          if (isFault(message, refused) && !expectedConsole.some((pattern) => pattern.test(message.text()))) {
            faults.push(`console: ${message.text()} (${message.location().url})`);
          }
        });
      };
      context.on('page', watch);
      context.on('response', (response) => {
        // A form that is sent back with 422 or a page that is gone answers 4xx on purpose.
        if (response.request().isNavigationRequest() && response.status() < 500) refused.add(response.url());
      });
      context.on('request', (request) => {
        if (isForeign(request, baseURL)) faults.push(`third party: ${request.url()}`);
      });
      await use();
      expect(faults, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
});

function isFault(message: ConsoleMessage, refused: Set<string>): boolean {
  if (message.type() !== 'error') return false;
  return !(message.text().startsWith('Failed to load resource') && refused.has(message.location().url));
}

function isForeign(request: Request, baseUrl: string | undefined): boolean {
  const url = new URL(request.url());
  return url.protocol.startsWith('http') && url.origin !== new URL(baseUrl ?? 'http://127.0.0.1').origin;
}
