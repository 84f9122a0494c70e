import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '#app/i18n/words.ts';
import { sourceFiles, type SourceFile } from '#tests/support/sources.ts';

/**
 * The trail of a desk says in words what was done. Actions stand in the code as `action: 'case.erase'` or as the `command`
 * of a deed that is noted (commands/doInCase); what is put together at run time is looked for in the trail itself
 * (tests/security/canary-legal).
 */
const ACTION = /action(?::| =)\s*'([a-z-]+\.[a-z.-]+)'/gu;
const DEED = /\{[^{}]*\bcommand:\s*'([a-z-]+\.[a-z.-]+)'[^{}]*\bneeds:[^{}]*\}/gu;

function wordless(files: readonly SourceFile[], catalogue: Record<string, string>): string[] {
  const actions = files.flatMap(({ text }) => [
    ...[...text.matchAll(ACTION)].map((match) => match[1] ?? ''),
    ...[...text.matchAll(DEED)].filter(([deed]) => !deed.includes('audit: false')).map((match) => match[1] ?? ''),
  ]);
  return [...new Set(actions)].filter((action) => !(`legal.audit.${action}` in catalogue)).toSorted();
}

describe('what is done at a desk', () => {
  const files = sourceFiles('app/features/legal-aid', /\.ts$/);

  it('has words in the trail, in every language', () => {
    for (const [locale, catalogue] of Object.entries(CATALOGUES))
      expect(wordless(files, catalogue), locale).toEqual([]);
  });

  it('is missed where words are forgotten', () => {
    const planted = {
      path: 'a',
      text: `recordLegal(tx, { action: 'case.planted' }); doInCase(w, f, { command: 'case.done', needs: 'key' }); doInCase(w, f, { command: 'a.b', needs: 'key', audit: false })`,
    };
    expect(wordless([planted], CATALOGUES.az)).toEqual(['case.done', 'case.planted']);
    expect(wordless(files, {}).length).toBeGreaterThan(5);
  });
});
