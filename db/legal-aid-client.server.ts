import { drizzle } from 'drizzle-orm/postgres-js';
import { env } from '#app/platform/env.server.ts';
import { pool, preparing } from './client.server.ts';
import * as schema from './schema/legal-aid.ts';

const { DATABASE_LEGAL_URL, DATABASE_POOL } = env();

/** The only role with rights in `legal` and `vault_keys`; reached through features/legal-aid/legal-scope alone. */
export const legalSql = pool(DATABASE_LEGAL_URL, Math.ceil(DATABASE_POOL / 2));
export const legalDb = drizzle(preparing(legalSql), { schema });

/** A transaction of legal aid with its scope set. */
export type LegalTx = Parameters<Parameters<typeof legalDb.transaction>[0]>[0];
