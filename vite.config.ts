import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { build, defineConfig, type Plugin } from 'vite';

// Single fetch and friends change types only when this interface says so.
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Where builds go; another folder lets a new build lie beside a running one. */
const BUILD = process.env.ICMA_BUILD_DIR ?? 'build';

/** Folders that change while the app runs; watching them would rebuild for nothing. */
const IGNORED = ['**/data/**', '**/build/**', '**/e2e/**'];

/** Scripts of single pages (decision 002): each `*.island.client.tsx` is an entry of its own. */
function islandEntries(): Record<string, string> {
  const files = globSync('app/**/*.island.client.tsx');
  return Object.fromEntries(files.map((file) => [basename(file, '.island.client.tsx'), file]));
}

/** Built files are named by what is in them, so their names are the build's fingerprint. */
function buildName(): string {
  const names = [`${BUILD}/client/assets`, `${BUILD}/islands`].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'sw.js') : [],
  );
  return createHash('sha256').update(names.sort().join()).digest('hex').slice(0, 12);
}

/** The service worker (decision 016) is one plain script of its own: not every browser takes a module there. */
function serviceWorker(): Plugin {
  return {
    name: 'icma-service-worker',
    apply: 'build',
    closeBundle: async () => {
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { ICMA_BUILD: JSON.stringify(buildName()) },
        build: {
          outDir: `${BUILD}/islands`,
          emptyOutDir: false,
          rollupOptions: {
            input: 'app/ui/outbox/service-worker.client.ts',
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}

function testsIn(folder: string): string[] {
  return [`tests/${folder}/**/*.test.ts`, `tests/${folder}/**/*.test.tsx`];
}

export default defineConfig(({ mode }) => {
  if (mode === 'islands') {
    return {
      // Where the server serves them: what a script loads later is looked for there.
      base: '/islands/',
      publicDir: false,
      plugins: [serviceWorker()],
      build: {
        outDir: `${BUILD}/islands`,
        assetsDir: '.',
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        rollupOptions: { input: islandEntries() },
      },
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    };
  }
  return {
    server: { watch: { ignored: IGNORED } },
    build: { assetsInlineLimit: 0 },
    plugins: [
      tailwindcss(),
      // The Remix plugin takes over the module graph and breaks under vitest.
      process.env.VITEST
        ? null
        : remix({
            buildDirectory: BUILD,
            future: {
              v3_fetcherPersist: true,
              v3_lazyRouteDiscovery: true,
              v3_relativeSplatPath: true,
              v3_routeConfig: true,
              v3_singleFetch: true,
              v3_throwAbortReason: true,
            },
          }),
    ],
    test: {
      environment: 'node',
      // On two cores vitest would run one file at a time; half of each file's time its database is at work, not the file.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      projects: [
        { extends: true as const, test: { name: 'unit', include: testsIn('unit'), testTimeout: 30_000 } },
        {
          extends: true as const,
          test: { name: 'architecture', include: testsIn('architecture'), testTimeout: 60_000 },
        },
        {
          extends: true as const,
          test: {
            name: 'integration',
            // `served` runs the built web process; the runner builds first.
            include: [...testsIn('integration'), ...testsIn('security'), ...testsIn('served')],
            globalSetup: ['tests/support/global-setup.ts'],
            setupFiles: ['tests/support/integration-setup.ts'],
            testTimeout: 60_000,
            hookTimeout: 180_000,
          },
        },
      ],
    },
  };
});
