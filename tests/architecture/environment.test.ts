import { describe, expect, it } from 'vitest';
import { codeFiles, type SourceFile } from '#tests/support/sources.ts';

/** Who may read the environment: the door, the starter, and programs that are run on their own. */
const READERS =
  /^(app\/platform\/env\.server\.ts|app\/start(\.mjs|\/.*)|db\/(migrate|operator)\.ts|db\/seed\/run\.ts|db\/backup\/(backup|restore)\.ts|tests\/.*|e2e\/.*)$/;

function strangers(files: SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => !READERS.test(path) && /\bprocess\s*\.\s*env\b/.test(text))
    .map(({ path }) => path);
}

describe('the environment', () => {
  it('is read in one place', () => {
    expect(strangers(codeFiles())).toEqual([]);
  });

  it('is seen when it is read elsewhere', () => {
    const text = 'const port = process.env.PORT;';
    expect(strangers([{ path: 'app/platform/mail.server.ts', text }])).toEqual(['app/platform/mail.server.ts']);
    expect(strangers([{ path: 'app/platform/env.server.ts', text }])).toEqual([]);
  });
});
