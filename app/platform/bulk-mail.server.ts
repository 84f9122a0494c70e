import type { Transporter } from 'nodemailer';
import { env } from './env.server.ts';

/** A letter to one of many. It has its own identity and its own way out; `from` carries the name of who writes. */
export type BulkMail = {
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
  messageId: string;
  unsubscribeUrl: string;
};

/**
 * sent: the receiving server took it. no-address: the server says for good that nobody lives there. refused: it will not take
 * this letter. later: it surely did not leave and may be tried again. unknown: the connection broke while it was handed over.
 */
export type Carried = 'sent' | 'no-address' | 'refused' | 'later' | 'unknown';

export type BulkMailer = { carry: (mail: BulkMail) => Promise<Carried>; close: () => void };

/** Steps of the conversation at which nothing of the letter has been handed over yet. */
const BEFORE_DATA = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'API', 'MAIL FROM', 'RCPT TO']);

type Failure = { code?: string; command?: string; responseCode?: number; response?: string };

/** Reads a failure of the mail client. A ban of the sender (5.7.x) says nothing about the address. */
export function readFailure({ code, command = '', responseCode, response = '' }: Failure): Carried {
  if (responseCode !== undefined) {
    if (responseCode < 500) return 'later';
    if (command.startsWith('AUTH') || code === 'EAUTH') return 'later';
    return command === 'RCPT TO' && !/\b5\.7\.\d+\b/u.test(response) ? 'no-address' : 'refused';
  }
  if (BEFORE_DATA.has(command) || command.startsWith('AUTH') || code === 'EDNS') return 'later';
  return 'unknown';
}

/** Opens the way to a mail server; null where there is none (demo, development). */
export async function openBulkMailer(url = env().SMTP_URL): Promise<BulkMailer | null> {
  if (!url) return null;
  const { createTransport } = await import('nodemailer');
  const transport: Transporter = createTransport(url, { pool: true, maxConnections: 1 } as object);
  const address = /<([^>]+)>/u.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;
  return {
    carry: async ({ fromName, unsubscribeUrl, ...mail }) => {
      try {
        await transport.sendMail({
          ...mail,
          from: { name: fromName, address },
          headers: {
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            Precedence: 'bulk',
          },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return 'sent';
      } catch (error) {
        return readFailure(error as Failure);
      }
    },
    close: () => transport.close(),
  };
}
