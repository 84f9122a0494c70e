import { expect, it } from 'vitest';
import { DrizzleQueryError } from 'drizzle-orm/errors';

it('names a failed query without what somebody wrote', async () => {
  Object.assign(process.env, {
    DATA_DIR: '/nowhere',
    ICMA_SECRET: 'ab'.repeat(32),
    DATABASE_APP_URL: 'x',
    DATABASE_PUBLIC_URL: 'x',
    DATABASE_AUTH_URL: 'x',
    DATABASE_LEGAL_URL: 'x',
    DATABASE_WORKER_URL: 'x',
    LOG_LEVEL: 'silent',
  });
  const { nameFault } = await import('#app/platform/log.server.ts');
  const cause = Object.assign(new Error('null value in column "x" violates not-null constraint'), {
    code: '23502',
    detail: 'Failing row contains (gizli)',
  });
  const error = new DrizzleQueryError('insert into issues values ($1)', ['gizli söz'], cause);
  const named = nameFault(error);
  expect(JSON.stringify(named)).not.toContain('gizli');
  expect(named).toMatchObject({ message: cause.message, code: '23502' });
});
