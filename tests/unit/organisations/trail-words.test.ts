import { describe, expect, it } from 'vitest';
import { ISSUE_STATES } from '#app/features/issues/rules/lifecycle.ts';
import { CATALOGUES } from '#app/i18n/words.ts';
import { MEMBER_ROLES } from '#app/kernel/actor.ts';
import { sourceFiles } from '#tests/support/sources.ts';

/** Deeds of the instance or of one's own account: they stand in no organisation's trail. */
const ELSEWHERE =
  /^(account\.(?!hand-over)|body\.|instance\.|organisation\.(approved|refused|suspended|reopened)$|operator\.)/;

/** Every action that some command writes as it stands; those made of a state are added below. */
function writtenActions(): string[] {
  // Legal aid keeps a trail of its own, with words of its own (tests/architecture).
  const texts = sourceFiles('app/features', /\.server\.ts$/)
    .filter((file) => !file.path.includes('/legal-aid/'))
    .map((file) => file.text);
  return texts.flatMap((text) =>
    [...text.matchAll(/action:[^\n,;]*?((?:'[a-z-]+\.[a-z_-]+'[^\n']*)+)/g)].flatMap(([line]) =>
      [...line.matchAll(/'([a-z-]+\.[a-z_-]+)'/g)].map((match) => match[1] as string),
    ),
  );
}

const unsaid = (actions: readonly string[]): string[] =>
  [...new Set(actions)].filter(
    (action) => !ELSEWHERE.test(action) && !(`organisations.audit.action.${action}` in CATALOGUES.az),
  );

describe('the activity log', () => {
  it('has a sentence for whatever a command writes into it', () => {
    const actions = writtenActions();
    expect(actions).toContain('invitation.create');
    expect(actions.length).toBeGreaterThan(30);
    expect(unsaid([...actions, ...ISSUE_STATES.map((state) => `issue.${state}`)])).toEqual([]);
  });

  it('names everybody who may act', () => {
    for (const role of [...MEMBER_ROLES, 'citizen', 'receipt', 'system', 'applicant']) {
      expect(CATALOGUES.az).toHaveProperty([`organisations.audit.by.${role}`]);
    }
  });

  it('is seen to miss one', () => {
    expect(unsaid(['issue.eaten', 'issue.published'])).toEqual(['issue.eaten']);
  });
});
