import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBulkMailer, type BulkMail, type BulkMailer } from '#app/platform/bulk-mail.server.ts';

/** A mail server as small as it gets: it says no as the address asks it to. */
const letters: string[] = [];
function talk(socket: Socket): void {
  let isData = false;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 stand-in');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8');
    for (;;) {
      const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
      if (end < 0) return;
      const text = rest.slice(0, end);
      rest = rest.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        if (text.includes('Subject: cut')) {
          socket.destroy();
          return;
        }
        letters.push(text);
        say(text.includes('Subject: refused') ? '554 5.6.0 no such letters' : '250 taken');
      } else if (text.startsWith('EHLO')) say('250 stand-in');
      else if (text.startsWith('DATA')) {
        isData = true;
        say('354 go on');
      } else if (text.startsWith('RCPT TO:<nobody')) say('550 5.1.1 nobody of that name');
      else if (text.startsWith('RCPT TO:<banned')) say('550 5.7.1 you are on a list');
      else if (text.startsWith('RCPT TO:<busy')) say('451 4.3.2 later');
      else if (text.startsWith('QUIT')) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}

let server: Server;
let mailer: BulkMailer;
beforeAll(async () => {
  server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const opened = await openBulkMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`);
  if (!opened) throw new Error('no mailer');
  mailer = opened;
});
afterAll(() => {
  server.close();
});

const letter = (changes: Partial<BulkMail> = {}): BulkMail => ({
  to: 'somebody@sinaq.invalid',
  fromName: 'Astara İcma Evi',
  subject: 'Yığıncaq',
  text: 'Sabah',
  html: '<p>Sabah</p>',
  messageId: '<id.proof@icma.invalid>',
  unsubscribeUrl: 'https://icma.example/unsubscribe/id.proof',
  ...changes,
});

describe('the mail server', () => {
  it('gets a letter with its own identity, who writes, and the one-press way out', async () => {
    expect(await mailer.carry(letter())).toBe('sent');
    const [head = ''] = (letters.at(-1) ?? '').split('\r\n\r\n');
    const fields = head.replaceAll('\r\n ', ' ');
    expect(fields).toContain('List-Unsubscribe: <https://icma.example/unsubscribe/id.proof>');
    expect(fields).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(fields).toContain('Message-ID: <id.proof@icma.invalid>');
    expect(fields).toMatch(/From: =\?UTF-8\?/u);
  });

  it.each([
    ['nobody@sinaq.invalid', 'x', 'no-address'],
    ['banned@sinaq.invalid', 'x', 'refused'],
    ['busy@sinaq.invalid', 'x', 'later'],
    ['somebody@sinaq.invalid', 'refused', 'refused'],
    // Cut after the letter was handed over and before it was answered: nobody knows.
    ['somebody@sinaq.invalid', 'cut', 'unknown'],
  ])('%s, subject %s: %s', async (to, subject, carried) => {
    expect(await mailer.carry(letter({ to, subject }))).toBe(carried);
  });

  it('that nobody answers at has surely got nothing', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nowhere = await openBulkMailer(`smtp://127.0.0.1:${port}`);
    expect(await nowhere?.carry(letter())).toBe('later');
  });

  it('is none where none is set', async () => {
    expect(await openBulkMailer('')).toBeNull();
  });
});
