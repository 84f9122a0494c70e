import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from '#tests/support/sources.ts';

// Written in pieces so that this file does not find itself.
const ASLEEP = new RegExp(
  String.raw`\b(test|it|describe)(\.\w+)*\.(${['on' + 'ly', 'sk' + 'ip', 'fix' + 'me', 'to' + 'do'].join('|')})\b`,
);
const SLEEPS = new RegExp('wait' + 'ForTimeout');

function asleep(files: SourceFile[]): string[] {
  return files.filter(({ text }) => ASLEEP.test(text) || SLEEPS.test(text)).map(({ path }) => path);
}

describe('the tests themselves', () => {
  it('all run, and wait for what they mean', () => {
    expect(asleep(['tests', 'e2e'].flatMap((folder) => sourceFiles(folder, /\.tsx?$/)))).toEqual([]);
  });

  it('are seen when one is put to sleep', () => {
    for (const text of [
      `test.${'sk'}ip('x')`,
      `it.${'on'}ly('x')`,
      `test.describe.${'on'}ly()`,
      `page.wait${'For'}Timeout(9)`,
    ]) {
      expect(asleep([{ path: 'a', text }])).toEqual(['a']);
    }
  });
});
