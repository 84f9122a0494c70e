import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  // Legal aid's tables stay out of the index: only the walled room reaches them.
  schema: ['./db/schema/index.ts', './db/schema/legal-aid.ts'],
  out: './db/migrations',
});
