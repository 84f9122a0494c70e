import { describe, expect, it } from 'vitest';
import { codeFiles, type SourceFile } from '#tests/support/sources.ts';
import ratchet from './sizes.json' with { type: 'json' };

const THINK_AT = 250;
const NEVER_PAST = 400;
/** Lists rather than reasoning: tables, words and samples of words, the told story, reference data, what a tool wrote. */
const EXCEPTED = /^(db\/schema\/|db\/seed\/|app\/i18n\/messages\/)|-samples\.ts$|\.generated\./;

/** Directories: one line an address or a catalogue, looked up and never read through. They have the outer limit alone. */
const DIRECTORIES = /^(app\/(routes|paths|i18n\/words)\.ts|tests\/served\/route-doors\.ts)$/;

/** What is too long, in words; `known` are the files that were let in above the first limit. */
function complaints(files: SourceFile[], known: Record<string, number>): string[] {
  const lengths = new Map(
    files.filter(({ path }) => !EXCEPTED.test(path)).map(({ path, text }) => [path, text.trimEnd().split('\n').length]),
  );
  const found: string[] = [];
  for (const [path, lines] of lengths) {
    const allowed = known[path] ?? (DIRECTORIES.test(path) ? NEVER_PAST : THINK_AT);
    if (lines > NEVER_PAST) found.push(`${path} has ${lines} lines; the limit is ${NEVER_PAST}`);
    else if (lines > allowed) found.push(`${path} has ${lines} lines; split it (${allowed} allowed)`);
  }
  for (const [path, allowed] of Object.entries(known)) {
    const lines = lengths.get(path) ?? 0;
    if (lines < allowed) found.push(`${path} has shrunk to ${lines} lines; lower or remove its entry in sizes.json`);
  }
  return found;
}

const lines = (count: number): string => 'x\n'.repeat(count);

describe('the size of files', () => {
  it('stays small', () => {
    expect(complaints(codeFiles(), ratchet.files)).toEqual([]);
  });

  it('is seen to grow', () => {
    const file = (path: string, count: number): SourceFile => ({ path, text: lines(count) });
    expect(complaints([file('app/a.ts', 250), file('db/schema/b.ts', 900)], {})).toEqual([]);
    expect(complaints([file('app/a.ts', 251)], {})).toHaveLength(1);
    expect(complaints([file('app/a.ts', 401)], { 'app/a.ts': 401 })).toHaveLength(1);
    expect(complaints([file('app/a.ts', 301)], { 'app/a.ts': 300 })).toHaveLength(1);
    expect(complaints([file('app/a.ts', 280)], { 'app/a.ts': 300 })).toHaveLength(1);
    expect(complaints([file('app/a.ts', 300)], { 'app/a.ts': 300 })).toEqual([]);
    expect(complaints([file('app/paths.ts', 400)], {})).toEqual([]);
    expect(complaints([file('app/paths.ts', 401)], {})).toHaveLength(1);
  });
});
