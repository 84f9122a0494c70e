import { desc } from 'drizzle-orm';
import { mails } from '#db/schema/index.ts';
import { withScope } from './db-scope.server.ts';
import { isDemo } from './env.server.ts';
import { openMail, type StoredMail } from './mail.server.ts';

/** The demo's letters, newest first; the last hundred. Never in live mode, where letters leave and are deleted. */
export async function listDemoMail(): Promise<StoredMail[]> {
  if (!isDemo()) return [];
  const rows = await withScope({ kind: 'mailbox' }, (tx) =>
    tx.select().from(mails).orderBy(desc(mails.createdAt)).limit(100),
  );
  return rows.map(openMail);
}
