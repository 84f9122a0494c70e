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
    // A driver's error may quote row values in `detail` and `parameters`: keep what names the fault.
    err: (error: Error & { code?: string }) => ({ name: error.name, message: error.message, code: error.code, stack: error.stack }),
  },
});

export type Log = typeof log;
