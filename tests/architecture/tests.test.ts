import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from '#tests/support/sources.ts';

/** Put together here so that this file does not find itself. */
const SLEEPERS = ['only', 'skip', 'fixme', 'todo'].join('|');
const ASLEEP = new RegExp(String.raw`\b(test|it|describe)(\.\w+)*\.(${SLEEPERS})\b`);
const SLEEPS = /waitFor(Timeout)/;

function asleep(files: SourceFile[]): string[] {
  return files.filter(({ text }) => ASLEEP.test(text) || SLEEPS.test(text)).map(({ path }) => path);
}

describe('the tests themselves', () => {
  it('all run, and wait for what they mean', () => {
    expect(asleep(['tests', 'e2e'].flatMap((folder) => sourceFiles(folder, /\.tsx?$/)))).toEqual([]);
  });

  it('are seen when one is put to sleep', () => {
    const [only, skip] = SLEEPERS.split('|');
    for (const text of [
      `test.${skip}('x')`,
      `it.${only}('x')`,
      `test.describe.${only}()`,
      `page.waitFor${'Timeout'}(9)`,
    ]) {
      expect(asleep([{ path: 'a', text }])).toEqual(['a']);
    }
  });
});
