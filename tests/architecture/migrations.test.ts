import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '#tests/support/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'icma-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `db/drizzle.config.ts` names: the index, and legal aid's tables, which stay out of it. */
const ALL = ['db/schema/index.ts', 'db/schema/legal-aid.ts'].map((file) => `export * from '${join(ROOT, file)}';`);

/** A schema file with all tables and these lines besides. Answers its path from the project's folder. */
function schemaWith(name: string, ...more: string[]): string {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, [...ALL, ...more].join('\n'));
  return relative(ROOT, file);
}

/** The SQL that drizzle-kit would add to a copy of the migrations so that they match a schema file. */
function missingSql(name: string, schema: string): string {
  const out = join(folder, name);
  cpSync(join(ROOT, 'db/migrations'), out, { recursive: true });
  const before = new Set(readdirSync(out));
  const args = ['generate', '--dialect', 'postgresql', '--schema', schema, '--out', relative(ROOT, out)];
  execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const added = readdirSync(out).filter((file) => file.endsWith('.sql') && !before.has(file));
  return added.map((file) => readFileSync(join(out, file), 'utf8')).join('\n');
}

describe('the migrations', () => {
  it('make what the schema says', () => {
    expect(missingSql('real', schemaWith('everything'))).toBe('');
  });

  it('are seen to lag behind a table that is only in the schema', () => {
    const columns = join(ROOT, 'node_modules/drizzle-orm/pg-core/index.js');
    const planted = schemaWith(
      'planted',
      `import { pgTable, text } from '${columns}';`,
      `export const planted = pgTable('planted', { word: text('word') });`,
    );
    expect(missingSql('lagging', planted)).toContain('CREATE TABLE "planted"');
  });
});
