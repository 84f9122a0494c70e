import { afterAll } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { makeTemporaryFolder, removeTemporaryFolder, TEST_SECRET } from '#tests/support/temporary-database.mjs';

// Runs before each test file is loaded: the file's own database and data folder, set before any module reads them.
const database = await createTestDatabase();
const dataDir = makeTemporaryFolder();

Object.assign(process.env, {
  NODE_ENV: 'test',
  PORT: '3000',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  ICMA_MODE: 'demo',
  ICMA_SECRET: TEST_SECRET,
  DATABASE_ADMIN_URL: database.adminUrl,
  DATABASE_APP_URL: database.urls.icma_app,
  DATABASE_PUBLIC_URL: database.urls.icma_public,
  DATABASE_AUTH_URL: database.urls.icma_auth,
  DATABASE_WORKER_URL: database.urls.icma_worker,
  DATABASE_LEGAL_URL: database.urls.icma_legal,
});

afterAll(async () => {
  await database.drop();
  removeTemporaryFolder(dataDir);
});
