/**
 * Makes somebody operator of the instance, from the server's console, and prints a link for setting a password:
 *
 *   npm run operator -- --email you@example.org --name "Your Name"
 *   npm run operator -- --phone "050 123 45 67" --password-only     only a link, for somebody locked out
 */
import { parseArgs } from 'node:util';
import { appointOperator } from '#app/features/accounts/commands/appoint-operator.server.ts';
import { parseContact } from '#app/features/accounts/rules/contact.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { paths } from '#app/paths.ts';
import { closePools } from './client.server.ts';

const USAGE =
  'Usage: npm run operator -- --email you@example.org --name "Your Name"   (or --phone; --password-only for just a link)';

async function main(): Promise<number> {
  const { email, name, 'password-only': passwordOnly, phone } = readArguments();
  const contact = parseContact(email ?? phone ?? '');
  if (!contact) return complain(USAGE);
  const appointed = await appointOperator({ now: now() }, { contact, name: name?.trim() ?? '', passwordOnly });
  if (!appointed.ok)
    return complain(
      appointed.refusal.code === 'unknown-person'
        ? 'Nobody has this contact.'
        : `A new account needs a name.\n${USAGE}`,
    );
  const { PORT, PUBLIC_URL } = env();
  const { isNew, token, wasOperator } = appointed.value;
  const link = `${new URL(PUBLIC_URL ?? `http://localhost:${PORT}`).origin}${paths.resetPassword()}?token=${token}`;
  if (isNew) console.log('The account was made.');
  if (!passwordOnly)
    console.log(wasOperator ? 'This person is operator already.' : 'This person is operator of the instance now.');
  console.log(`Set a password here within 24 hours; the link works once:\n\n  ${link}\n`);
  return 0;
}

function readArguments() {
  try {
    const options = {
      email: { type: 'string' },
      phone: { type: 'string' },
      name: { type: 'string' },
      'password-only': { type: 'boolean', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    console.error((error as Error).message);
    return { email: undefined, phone: undefined, name: undefined, 'password-only': false };
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = await main();
await closePools();
