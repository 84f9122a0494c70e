// The import rules of the house; each is seen to fail on a planted violation in tests/architecture/import-rules.test.ts.
// Floors from below: ground (rules, forms, kernel, policy, paths), database, commands and queries and platform, UI and
// emails, routes, roof (e2e). A file may use its own floor and those below, never above.

const GROUND = '^app/(features/[^/]+/(rules/|forms\\.ts$)|kernel/|policy\\.ts$|paths\\.ts$)';
/** Cryptography of the vault: as pure as the ground, and the same in browser and server (decision 014). */
const VAULT = '^app/features/legal-aid/vault/';
const DOORS = '^app/features/[^/]+/(rules/|public\\.server\\.ts$)';
const SCREENS = '^app/(ui/|features/[^/]+/(ui|emails)/)';
const FRAMEWORK = 'node_modules/(@remix-run|remix|react|react-dom|react-router|react-leaflet)/';
const FRAMEWORKLESS =
  '^(app/(kernel/|policy\\.ts|paths\\.ts|features/[^/]+/(rules/|vault/|commands/|forms\\.ts|[^/]*\\.server\\.ts))|db/)';

/**
 * A pillar that nobody may look into: only its own rooms (`routes`, by their beginnings), the board of rights, the worker, the
 * database and the tests.
 */
function wall(pillar, routes) {
  const insiders = `^(app/(features/${pillar}/|routes/(${routes})|policy\\.ts$|worker\\.ts$|jobs\\.server\\.ts$)|db/|tests/)`;
  return [
    {
      name: `walled-${pillar}`,
      comment: 'The walled room offers suppressed counts and a hand-over in through public.server.ts, nothing else.',
      from: { path: '^(app|e2e)/', pathNot: insiders },
      to: { path: `^app/features/${pillar}/`, pathNot: '/public\\.server\\.ts$' },
    },
    {
      name: `walled-${pillar}-tables`,
      comment: 'The tables of the walled room are reached only from inside of it.',
      from: { path: '^(app|e2e)/', pathNot: insiders },
      to: { path: `^db/(schema/${pillar}|${pillar}-client\\.server)\\.ts$` },
    },
  ];
}

export default {
  forbidden: [
    {
      severity: 'error',
      name: 'ground-is-pure',
      comment: 'Rules, forms, kernel, policy and paths reach only each other, zod and the messages.',
      from: { path: GROUND },
      to: { pathNot: [GROUND, '^app/i18n/messages/', 'node_modules/zod/'] },
    },
    {
      severity: 'error',
      name: 'pillars-are-neighbours',
      comment: 'A pillar reaches another only through its rules or its public.server.ts.',
      from: { path: '^app/features/([^/]+)/' },
      to: { path: '^app/features/', pathNot: ['^app/features/$1/', DOORS] },
    },
    {
      severity: 'error',
      name: 'screens-have-no-server',
      comment: 'UI and emails take what they show as props.',
      from: { path: SCREENS },
      to: { path: ['\\.server\\.tsx?$', '^db/', '^app/platform/'], dependencyTypesNot: ['type-only'] },
    },
    {
      severity: 'error',
      name: 'screens-know-shapes-only',
      comment: 'Type-only imports of query results are the most that UI and emails may take from the server.',
      from: { path: SCREENS },
      to: {
        path: ['\\.server\\.tsx?$', '^db/', '^app/platform/'],
        // Reads are split into several files of a room; commands and jobs stay out of sight.
        pathNot: ['^app/features/[^/]+/[^/]+\\.server\\.ts$'],
        dependencyTypes: ['type-only'],
      },
    },
    {
      severity: 'error',
      name: 'screens-have-no-machine',
      comment: 'Modules of Node.js do not run in a browser.',
      from: { path: SCREENS },
      to: { dependencyTypes: ['core'] },
    },
    {
      severity: 'error',
      name: 'routes-touch-no-tables',
      comment: 'A route guards, calls one command or query, and replies.',
      from: { path: '^app/routes(/|\\.ts$)' },
      to: { path: ['^db/', 'node_modules/(drizzle-orm|postgres)/'] },
    },
    {
      severity: 'error',
      name: 'schema-reaches-rules-only',
      comment: 'The schema takes its enums from the rules of the pillars, and nothing else from above.',
      from: { path: '^db/schema/' },
      to: {
        path: '^(app|db|tests|e2e)/',
        pathNot: ['^db/schema/', '^app/features/[^/]+/rules/', '^app/kernel/'],
      },
    },
    {
      severity: 'error',
      name: 'nobody-imports-routes',
      comment: 'What two rooms share belongs to a pillar or to the platform. Tests may call loaders and actions.',
      from: { path: '^(app|db|e2e)/', pathNot: '^app/(routes/|root\\.tsx$)' },
      to: { path: '^app/routes/' },
    },
    {
      severity: 'error',
      name: 'routes-keep-to-their-room',
      comment:
        'A route may be split into files beside it, and use the hall (files right in app/routes); nothing from another room.',
      from: { path: '^app/routes/([^/]+)/' },
      to: { path: '^app/routes/', pathNot: ['^app/routes/$1/', '^app/routes/[^/]+$'] },
    },
    {
      severity: 'error',
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      severity: 'error',
      name: 'kit-knows-no-pillar',
      comment: 'The design kit has no domain words.',
      from: { path: '^app/ui/' },
      to: { path: '^app/(features|routes)/' },
    },
    {
      severity: 'error',
      name: 'platform-is-below-pillars',
      comment: 'Doors to the outside know no pillar; they may read its pure rules.',
      from: { path: '^app/platform/' },
      to: { path: '^app/(features|routes|ui)/', pathNot: '^app/features/[^/]+/rules/' },
    },
    {
      severity: 'error',
      name: 'vault-is-pure',
      comment: 'What seals and opens is one implementation for browser and server: @noble and nothing else.',
      from: { path: VAULT },
      to: { pathNot: [VAULT, 'node_modules/@noble/'] },
    },
    ...wall('legal-aid', 'legal/'),
    // A team's rooms stand in the workspace; what a society and the operator are shown of it, and its two doors, by name.
    ...wall('teams', 'org/(team|at-team|linked-teams)|admin/glass|public/(team-new|candidate)\\.'),
    {
      severity: 'error',
      name: 'no-framework-below',
      comment: 'The framework can be changed without touching rules, commands, queries or database.',
      from: { path: FRAMEWORKLESS },
      to: { path: FRAMEWORK },
    },
    {
      severity: 'error',
      name: 'maps-only-in-the-browser',
      comment: 'leaflet touches window as it loads.',
      from: { path: '^app/', pathNot: '\\.client\\.tsx$' },
      to: { path: 'node_modules/(leaflet|react-leaflet|@react-leaflet)/', dependencyTypesNot: ['type-only'] },
    },
    {
      severity: 'error',
      name: 'no-tests-in-the-house',
      comment: 'What runs for people never depends on what runs for us.',
      from: { path: '^(app|db)/' },
      to: { path: '^(tests|e2e)/' },
    },
    {
      severity: 'error',
      name: 'roof-knows-addresses-only',
      comment: 'Journeys know what a visitor knows.',
      from: { path: '^e2e/' },
      to: { path: '^(app|db)/' },
    },
    {
      severity: 'error',
      name: 'nothing-looks-up',
      comment: 'Commands, queries, jobs, platform and database use no screen.',
      from: { path: ['^app/features/[^/]+/(commands/|[^/]*\\.server\\.ts$)', '^app/platform/', '^db/'] },
      to: { path: '^app/(ui/|features/[^/]+/ui/|root\\.tsx|entry\\.)' },
    },
    {
      severity: 'error',
      name: 'words-import-nothing',
      comment: 'Catalogues are words.',
      from: { path: '^app/i18n/messages/' },
      to: { pathNot: '^app/i18n/messages/' },
    },
    {
      severity: 'error',
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      severity: 'error',
      name: 'no-development-packages',
      comment:
        'What runs in production is in dependencies; the development server is loaded by name only when asked for.',
      from: {
        path: '^(app|db)/',
        pathNot: [
          '^app/server\\.ts$',
          '^app/routes\\.ts$',
          '^db/drizzle\\.config\\.ts$',
          '^app/platform/basemap/build-basemap\\.ts$',
        ],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^build/', '\\+types'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
    cache: false,
  },
};
