import { defineConfig } from '@playwright/test';

// `npm test` starts an instance of its own and names it here; a developer who runs Playwright alone gets one from
// the web server entry below.
const given = process.env.E2E_BASE_URL;
const ownPort = 3999;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  // A browser on a machine with two busy cores may lose a race with itself once; twice is a fault.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'journeys', testDir: 'journeys' },
    { name: 'a11y', testDir: 'a11y' },
  ],
  use: {
    baseURL: given ?? `http://127.0.0.1:${ownPort}`,
    locale: 'az-AZ',
    timezoneId: 'Asia/Baku',
    actionTimeout: 15_000,
    // Pictures of every moment would cost more than the journeys themselves; what the page was made of is kept.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--no-first-run',
      ],
    },
  },
  webServer: given
    ? undefined
    : {
        command: 'node app/start.mjs',
        cwd: '..',
        url: `http://127.0.0.1:${ownPort}/readyz`,
        env: { PORT: String(ownPort), DATA_DIR: 'data-e2e', ICMA_MODE: 'demo', MAILINGS_NIGHT: '0-0' },
        timeout: 180_000,
        reuseExistingServer: true,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
      },
});
