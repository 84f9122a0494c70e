import { eq, lt } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { mails } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { seal, unseal } from './crypto.server.ts';
import { env } from './env.server.ts';
import { enqueue } from './jobs.server.ts';

/** A letter by e-mail. Text only is always there; html says the same. Subjects are neutral: they show on locked phones. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
  attachments?: { name: string; base64: string }[];
  /** Where one press ends such letters (RFC 8058): a POST without sign-in. Only for letters that somebody asked to be told by. */
  unsubscribeUrl?: string;
};

/** Anything that may write mail: a scope's transaction or the sign-in door's. */
type Writer = Pick<Tx, 'insert' | 'execute'>;

/** Puts a letter into the outbox, encrypted, inside the command's transaction; the worker sends it once that commits. */
export async function sendMail(tx: Writer, mail: Mail): Promise<void> {
  const id = newId();
  const { to, subject, ...content } = mail;
  await tx.insert(mails).values({
    id,
    subject,
    toCipher: seal(to, 'mails.to'),
    contentCipher: seal(JSON.stringify(content), 'mails.content'),
  });
  await enqueue(tx, 'mail:send', { mailId: id });
}

export type StoredMail = Mail & { id: string; createdAt: Date };

export function openMail(row: typeof mails.$inferSelect): StoredMail {
  const content = JSON.parse(unseal(row.contentCipher, 'mails.content')) as Omit<Mail, 'to' | 'subject'>;
  return {
    id: row.id,
    createdAt: row.createdAt,
    subject: row.subject,
    to: unseal(row.toCipher, 'mails.to'),
    ...content,
  };
}

/** The worker's part of the database that delivery needs. */
type Outbox = Pick<Tx, 'select' | 'update' | 'delete'>;

/**
 * Sends one letter and deletes its row. Without SMTP_URL (demo, development) it stays for the mailbox page.
 * A letter that is gone was sent already: the job ran twice. Throws on failure, so that the queue tries again.
 */
export async function deliverMail(db: Outbox, mailId: string, now: Date): Promise<void> {
  const { MAIL_FROM, SMTP_URL } = env();
  const [row] = await db.select().from(mails).where(eq(mails.id, mailId));
  if (!row || row.sentAt) return;
  if (!SMTP_URL) {
    await db.update(mails).set({ sentAt: now }).where(eq(mails.id, mailId));
    return;
  }
  const { createTransport } = await import('nodemailer');
  const mail = openMail(row);
  await createTransport(SMTP_URL).sendMail({
    from: MAIL_FROM,
    to: mail.to,
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // The same id each time lets a receiver drop what an interrupted job sends again.
    messageId: `<${mail.id}@icma.invalid>`,
    attachments: mail.attachments?.map((file) => ({
      filename: file.name,
      content: Buffer.from(file.base64, 'base64'),
    })),
    headers: mail.unsubscribeUrl
      ? { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await db.delete(mails).where(eq(mails.id, mailId));
}

/** The demo keeps its letters for two weeks. */
export async function forgetOldMail(db: Outbox, now: Date): Promise<void> {
  await db.delete(mails).where(lt(mails.createdAt, new Date(now.getTime() - 14 * 86_400_000)));
}
