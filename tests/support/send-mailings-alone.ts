/**
 * Sends what waits of messages to many, in a process of its own that a test kills: `node … <file> <stop-at> <moment>`. Each
 * letter that leaves is a line of the file; after the given number the mail server says nothing any more.
 */
import { appendFileSync } from 'node:fs';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';

const [file = '', stopAt = '', moment = ''] = process.argv.slice(2);
let left = 0;
// Keeps the process alive while it waits for an answer that never comes.
setInterval(() => undefined, 1000);
await sendWaiting({
  now: () => new Date(moment),
  perMinute: 1000,
  mailer: {
    carry: ({ to }) => {
      appendFileSync(file, `${to}\n`);
      left += 1;
      return left === Number(stopAt) ? new Promise(() => process.stdout.write('stuck\n')) : Promise.resolve('sent');
    },
  },
});
