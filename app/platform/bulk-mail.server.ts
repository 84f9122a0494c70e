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

export type BulkMailer = { carry: (mail: BulkMail) => Promise<Carried> };

type Failure = { code?: string; command?: string; responseCode?: number; response?: string };

/**
 * Reads a failure of the mail client. A ban of the sender (5.7.x) says nothing about the address. Without an answer it
 * matters whether the letter was being handed over (`isHandedOver`): the client itself says `CONN` for every broken line.
 */
export function readFailure(
  { code, command = '', responseCode, response = '' }: Failure,
  isHandedOver: boolean,
): Carried {
  if (responseCode === undefined) return isHandedOver ? 'unknown' : 'later';
  if (responseCode < 500 || code === 'EAUTH' || command.startsWith('AUTH')) return 'later';
  return command === 'RCPT TO' && !/\b5\.7\.\d+\b/u.test(response) ? 'no-address' : 'refused';
}

/** Hears the commands that the client sends; from DATA on a letter is being handed over. */
function listener() {
  const heard = { isHandedOver: false };
  const hear = (entry: { tnx?: string }, line: unknown) => {
    if (entry.tnx === 'client' && line === 'DATA') heard.isHandedOver = true;
  };
  const silent = () => undefined;
  const logger = {
    level: silent,
    trace: silent,
    debug: hear,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  return { heard, logger };
}

/**
 * Opens the way to a mail server; null where there is none (demo, development). Each letter has a connection of its own: a
 * shared one would send again, unasked, what was on its way when it broke.
 */
export async function openBulkMailer(url = env().SMTP_URL): Promise<BulkMailer | null> {
  if (!url) return null;
  const [{ createTransport }, { default: SmtpTransport }] = await Promise.all([
    import('nodemailer'),
    import('nodemailer/lib/smtp-transport'),
  ]);
  const address = /<([^>]+)>/u.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;
  return {
    carry: async ({ fromName, unsubscribeUrl, ...mail }) => {
      const { heard, logger } = listener();
      const transport = createTransport(new SmtpTransport({ url, logger, transactionLog: true }));
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
        return readFailure(error as Failure, heard.isHandedOver);
      } finally {
        transport.close();
      }
    },
  };
}
