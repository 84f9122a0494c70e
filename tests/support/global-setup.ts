import { rmSync } from 'node:fs';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '#db/migrate.ts';
import { startTemporaryDatabase, TEST_SECRET } from '#tests/support/temporary-database.mjs';
import { databaseAt } from '#tests/support/database.ts';
import { storyOf } from '#tests/support/story-copy.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's address of the test server. */
    testDatabaseAdminUrl: string;
    /** The name of the migrated database that each test file clones. */
    testDatabaseTemplate: string;
  }
}

/**
 * Before the integration tests: a server (TEST_DATABASE_ADMIN_URL, or one of its own when a developer runs vitest
 * alone) and on it one migrated template database.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTemporaryDatabase();
  const template = `icma_template_${process.pid}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    await admin`create database ${admin(template)}`;
    await migrateDatabase(databaseAt(server.url, template), TEST_SECRET);
  } catch (error) {
    await admin.end();
    await server.stop();
    throw error;
  }
  project.provide('testDatabaseAdminUrl', server.url);
  project.provide('testDatabaseTemplate', template);
  return async () => {
    await admin`drop database ${admin(template)} with (force)`;
    await admin`drop database if exists ${admin(storyOf(template).database)} with (force)`;
    rmSync(storyOf(template).folder, { recursive: true, force: true });
    await admin.end();
    await server.stop();
  };
}
