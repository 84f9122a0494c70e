import postgres from 'postgres';
import { DEMO_STORY } from '#db/seed/demo/story/index.ts';
import { copyStory } from '#tests/support/story-copy.ts';

/** An administrator's connection to this test file's database, past row-level security: for arranging and for looking. */
export function adminConnection(): postgres.Sql {
  return postgres(process.env.DATABASE_ADMIN_URL ?? '', { max: 2, onnotice: () => undefined });
}

/** Fills the test's database with the reference tables and the whole demo story: at the beginning of a file. */
export function seedStory(): Promise<void> {
  return copyStory(tellStory);
}

async function tellStory(): Promise<void> {
  const { loadReference } = await import('#db/seed/reference/load.ts');
  const { seedDemo } = await import('#db/seed/demo/seed-demo.ts');
  const { seedRequests } = await import('#db/seed/demo/seed-legal.ts');
  const sql = adminConnection();
  try {
    await loadReference(sql);
    await seedRequests(await seedDemo(sql, new Date()));
  } finally {
    await sql.end();
  }
}

/** The identifier of an organisation of the story by its slug. */
export async function organisationId(sql: postgres.Sql, key: string): Promise<string> {
  const slug = DEMO_STORY.organisations.find((entry) => entry.key === key)?.slug ?? key;
  const [row] = await sql<{ id: string }[]>`select id from organisations where slug = ${slug}`;
  if (!row) throw new Error(`No organisation ${key} in the story`);
  return row.id;
}
