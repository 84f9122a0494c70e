import { pino } from 'pino';
import { env } from './env.server.ts';

/**
 * One line of JSON an event. Only named, harmless fields go in: never addresses, query strings, bodies, cookies
 * or anything a person typed.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    err: (error: Error & { code?: string }) => nameFault(error),
  },
});

/**
 * What names a fault without quoting anybody: drivers put row values into `detail`, and drizzle puts the whole query
 * with its parameters into the message and the stack. Of a failed query, the database's own words are kept.
 */
export function nameFault(error: Error & { code?: string }): {
  name: string;
  message: string;
  code?: string;
  stack?: string;
} {
  const inner =
    error.cause instanceof Error && error.message.startsWith('Failed query')
      ? (error.cause as Error & { code?: string })
      : error;
  const calls = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return { name: inner.name, message: inner.message, ...(inner.code ? { code: inner.code } : {}), stack: calls };
}

export type Log = typeof log;
