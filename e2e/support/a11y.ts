import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';

export type A11yCheck = (page: Page) => Promise<void>;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const GRAVE = ['serious', 'critical'];

/**
 * The check of accessibility, one way for all journeys. axe is a script: a page on which scripts are off is looked at
 * in a twin that is given the same document and may load no script of its own.
 */
export function openA11yCheck(browser: Browser): { check: A11yCheck; close: () => Promise<void> } {
  let twin: Page | undefined;
  let body = '';

  async function openTwin(): Promise<Page> {
    const page = await browser.newPage({ javaScriptEnabled: true });
    await page.route('**/*', (route) => {
      if (route.request().isNavigationRequest())
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      // Pictures may need the cookie of the page's owner, which the twin has not.
      return route.request().resourceType() === 'stylesheet' ? route.continue() : route.abort();
    });
    return page;
  }

  async function twinOf(page: Page): Promise<Page> {
    twin ??= await openTwin();
    body = await page.content();
    const size = page.viewportSize();
    if (size) await twin.setViewportSize(size);
    await twin.goto(page.url(), { waitUntil: 'load' });
    return twin;
  }

  return {
    check: async (page) => {
      const looked = (await runsScripts(page)) ? page : await twinOf(page);
      // One document, no frames: the plain mode needs no second page to put the parts together.
      const axe = new AxeBuilder({ page: looked }).setLegacyMode(true).options({ resultTypes: ['violations'] });
      const { violations } = await axe.withTags(RULES).analyze();
      const grave = violations
        .filter(({ impact }) => GRAVE.includes(impact ?? ''))
        .map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      expect.soft(grave, `accessibility of ${page.url()}`).toEqual([]);
    },
    close: async () => twin?.context().close(),
  };
}

/** Whether the page's own scripts run: what the browser itself tells style sheets about it. */
async function runsScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => !matchMedia('(scripting: none)').matches);
}
