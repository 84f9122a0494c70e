import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeFiles, ROOT } from '#tests/support/sources.ts';

/** What lies at the top of the house; anything else has a place inside. */
const TOP_LEVEL = new Set(
  `app db public e2e tests docker-compose.yml package.json package-lock.json tsconfig.json vite.config.ts README.md
  Dockerfile LICENSE .env.example .ci .dependency-cruiser.mjs .dockerignore .editorconfig .gitattributes .github .gitignore
  .knip.json .npmrc .oxlintrc.json .prettierignore .prettierrc`.split(/\s+/),
);
/** Made by programs and ignored by git. */
const MADE =
  /^(\.git|node_modules|build|data(-.*)?|\.env(\..*)?|\.cache|coverage|test-results|playwright-report|.*\.log|.*\.age|.*\.age-key|\.DS_Store)$/;

const NOBODYS_FOLDERS = /(^|\/)(utils?|lib|helpers?|common|shared|misc)\//;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Route modules may carry the framework's signs in their names. */
const ROUTE_NAME = /^[a-z0-9$._[\]-]+$/;
const COMMAND = /^app\/features\/[^/]+\/commands\/([^/]+)$/;
const VERB_NOUN = /^[a-z]+(-[a-z0-9]+)+\.server\.ts$/;

function misnamed(paths: string[]): string[] {
  return paths.filter((path) => {
    if (NOBODYS_FOLDERS.test(path)) return true;
    const command = COMMAND.exec(path);
    if (command?.[1] && !VERB_NOUN.test(command[1])) return true;
    const names = path.split('/');
    const file = names.pop() ?? '';
    const fileFits = path.startsWith('app/routes/') ? ROUTE_NAME.test(file) : KEBAB.test(file);
    return !fileFits || names.some((folder) => !KEBAB.test(folder));
  });
}

describe('the layout of the house', () => {
  it('has nothing at the top that does not belong there', () => {
    expect(readdirSync(ROOT).filter((name) => !TOP_LEVEL.has(name) && !MADE.test(name))).toEqual([]);
  });

  it('names files in kebab-case, commands by verb and noun, and has no folder that belongs to nobody', () => {
    expect(misnamed(codeFiles().map(({ path }) => path))).toEqual([]);
  });

  it('is seen to refuse', () => {
    const wrong = [
      'app/utils/dates.ts',
      'app/features/issues/helpers/text.ts',
      'app/ui/DateField.tsx',
      'app/features/issues/commands/publish.server.ts',
      'app/features/issues/commands/publish-issue.ts',
      'app/features/legalAid/queries.server.ts',
    ];
    expect(
      misnamed([...wrong, 'app/features/issues/commands/publish-issue.server.ts', 'app/routes/public/$ref.tsx']),
    ).toEqual(wrong);
  });
});
