import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '#tests/support/sources.ts';

/** A file that breaks a rule: its path, and what it imports. */
type Plant = [rule: string, path: string, imports: string];

const PLANTS: Plant[] = [
  ['ground-is-pure', 'app/kernel/when.ts', `import 'node:fs';`],
  ['ground-is-pure', 'app/policy.ts', `import '#app/platform/clock.server.ts';`],
  ['ground-is-pure', 'app/features/tasks/rules/lifecycle.ts', `import 'drizzle-orm';`],
  ['ground-is-pure', 'app/features/tasks/forms.ts', `import '#app/i18n/words.ts';`],
  [
    'pillars-are-neighbours',
    'app/features/tasks/queries.server.ts',
    `import '#app/features/events/queries.server.ts';`,
  ],
  ['pillars-are-neighbours', 'app/features/tasks/ui/a.tsx', `import '#app/features/events/ui/event-card.tsx';`],
  ['screens-have-no-server', 'app/features/tasks/ui/b.tsx', `import '#app/features/tasks/jobs.server.ts';`],
  ['screens-have-no-server', 'app/features/tasks/emails/c.tsx', `import '#db/schema/tasks.ts';`],
  [
    'screens-know-shapes-only',
    'app/features/tasks/ui/d.tsx',
    `import type { x } from '#db/schema/tasks.ts'; export type Y = x;`,
  ],
  ['screens-have-no-machine', 'app/ui/e.tsx', `import 'node:path';`],
  ['routes-touch-no-tables', 'app/routes/public/f.tsx', `import '#db/schema/tasks.ts';`],
  ['routes-touch-no-tables', 'app/routes/public/g.tsx', `import 'drizzle-orm';`],
  ['schema-reaches-rules-only', 'db/schema/h.ts', `import '#app/platform/clock.server.ts';`],
  ['nobody-imports-routes', 'app/features/events/ui/i.tsx', `import '#app/routes/public/plain.tsx';`],
  ['routes-keep-to-their-room', 'app/routes/org/j.tsx', `import '#app/routes/public/plain.tsx';`],
  ['no-cycles', 'app/platform/k.server.ts', `import './l.server.ts';`],
  ['kit-knows-no-pillar', 'app/ui/m.tsx', `import '#app/features/events/rules/lifecycle.ts';`],
  ['platform-is-below-pillars', 'app/platform/n.server.ts', `import '#app/features/events/queries.server.ts';`],
  ['vault-is-pure', 'app/features/legal-aid/vault/keys.ts', `import '#app/kernel/plain.ts';`],
  ['walled-legal-aid', 'app/routes/public/o.tsx', `import '#app/features/legal-aid/queries.server.ts';`],
  ['walled-legal-aid', 'app/features/events/jobs.server.ts', `import '#app/features/legal-aid/rules/lifecycle.ts';`],
  ['walled-legal-aid-tables', 'app/platform/p.server.ts', `import '#db/schema/legal-aid.ts';`],
  ['walled-teams', 'app/routes/org/q.tsx', `import '#app/features/teams/queries.server.ts';`],
  ['walled-teams-tables', 'app/features/events/commands/add-event.server.ts', `import '#db/schema/teams.ts';`],
  ['no-framework-below', 'app/features/events/commands/end-event.server.ts', `import '@remix-run/node';`],
  ['no-framework-below', 'db/r.ts', `import 'react';`],
  ['maps-only-in-the-browser', 'app/features/events/ui/s.tsx', `import 'leaflet';`],
  ['no-tests-in-the-house', 'app/platform/t.server.ts', `import '#tests/support/tool.ts';`],
  ['no-tests-in-the-house', 'db/u.ts', `import '#tests/support/tool.ts';`],
  ['roof-knows-addresses-only', 'e2e/support/v.ts', `import '#app/kernel/plain.ts';`],
  ['nothing-looks-up', 'app/features/events/commands/move-event.server.ts', `import '#app/ui/plain.tsx';`],
  ['words-import-nothing', 'app/i18n/messages/az/w.ts', `import '#app/kernel/plain.ts';`],
  ['resolvable', 'app/platform/x.server.ts', `import './nowhere.ts';`],
  ['no-development-packages', 'app/platform/y.server.ts', `import 'fast-check';`],
];

/** Files that keep to every rule, among them the targets of the planted ones. */
const CLEAN: [path: string, imports: string][] = [
  ['app/kernel/plain.ts', ''],
  ['app/ui/plain.tsx', `import 'react'; import '#app/kernel/plain.ts';`],
  ['app/i18n/words.ts', ''],
  ['app/platform/clock.server.ts', `import 'node:fs'; import '#app/kernel/plain.ts';`],
  ['app/platform/l.server.ts', `import './k.server.ts';`],
  ['app/routes/public/plain.tsx', `import '#app/features/events/queries.server.ts'; import '#app/ui/plain.tsx';`],
  ['app/features/events/rules/lifecycle.ts', `import 'zod'; import '#app/kernel/plain.ts';`],
  [
    'app/features/events/queries.server.ts',
    `import '#db/schema/tasks.ts'; import '#app/features/legal-aid/public.server.ts';`,
  ],
  ['app/features/events/ui/event-card.tsx', `import type { q } from '../queries.server.ts'; export type Q = q;`],
  ['app/features/events/ui/map.island.client.tsx', `import 'leaflet';`],
  ['app/features/tasks/jobs.server.ts', `import '#app/features/events/rules/lifecycle.ts';`],
  ['app/features/legal-aid/rules/lifecycle.ts', ''],
  ['app/features/legal-aid/queries.server.ts', `import '#db/schema/legal-aid.ts';`],
  ['app/features/legal-aid/public.server.ts', `import './queries.server.ts';`],
  ['app/features/teams/queries.server.ts', `import '#db/schema/teams.ts';`],
  ['app/routes/legal/cases.tsx', `import '#app/features/legal-aid/queries.server.ts';`],
  ['app/worker.ts', `import '#app/features/legal-aid/queries.server.ts';`],
  ['db/schema/tasks.ts', `import 'drizzle-orm'; import '#app/features/events/rules/lifecycle.ts';`],
  ['db/schema/legal-aid.ts', ''],
  ['db/schema/teams.ts', ''],
  ['tests/support/tool.ts', `import '#app/routes/public/plain.tsx'; import '#db/schema/teams.ts';`],
];

interface Violation {
  from: string;
  rule: { name: string };
}

let house = '';
let violations: Violation[] = [];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'icma-planted-'));
  for (const name of ['package.json', 'tsconfig.json', 'node_modules'])
    symlinkSync(join(ROOT, name), join(house, name));
  const files = [...PLANTS.map(([, path, imports]) => [path, imports] as const), ...CLEAN];
  for (const [path, imports] of files) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${imports}\nexport type q = 1; export type x = 1;\n`);
  }
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = ['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const run = spawnSync(process.execPath, [tool, ...config, 'app', 'db', 'tests', 'e2e'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  violations = (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(PLANTS)('%s is seen to be broken by %s', (rule, path) => {
    expect(violations.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('let everything else through', () => {
    const planted = new Set(PLANTS.map(([, path]) => path));
    expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  it('are each planted at least once', async () => {
    const address = pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href;
    const { default: config } = (await import(address)) as { default: { forbidden: { name: string }[] } };
    const planted = new Set(PLANTS.map(([rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
