import { desc, eq } from 'drizzle-orm';
import { mails } from '#db/schema/index.ts';
import { isId } from '#app/kernel/ids.ts';
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

/** A file of one of the demo's letters, counted from 0; null when there is none, and always in live mode. */
export async function findDemoAttachment(
  mailId: string | undefined,
  at: number,
): Promise<{ name: string; bytes: Buffer } | null> {
  if (!isDemo() || !isId(mailId)) return null;
  const [row] = await withScope({ kind: 'mailbox' }, (tx) => tx.select().from(mails).where(eq(mails.id, mailId)));
  const file = row && openMail(row).attachments?.[at];
  return file ? { name: file.name, bytes: Buffer.from(file.base64, 'base64') } : null;
}
