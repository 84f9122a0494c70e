import { z } from 'zod';

/**
 * The environment, parsed once; nothing else in `app/` reads `process.env`. `app/start.mjs` sets what a person
 * does not: the database addresses of each role, the secret and the data folder.
 */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string(),
  ICMA_MODE: z.enum(['demo', 'live']).default('demo'),
  /** The address people use. In live mode it is required; in the demo any host that was asked is believed. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** 64 hex digits; every other key is derived from it. It is never in the database. */
  ICMA_SECRET: z.string().regex(/^[0-9a-f]{64}$/),
  DATABASE_APP_URL: z.string(),
  DATABASE_PUBLIC_URL: z.string(),
  DATABASE_AUTH_URL: z.string(),
  DATABASE_WORKER_URL: z.string(),
  /** Legal aid's own role: the others have no right in its schemas. */
  DATABASE_LEGAL_URL: z.string(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('İcma <icma@localhost>'),
  /** Messages to many, of all organisations together, that may leave in a minute. */
  MAILINGS_PER_MINUTE: z.coerce.number().int().min(1).max(6000).default(300),
  /** When no message to many leaves, in hours of the country. */
  MAILINGS_NIGHT: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/, 'two hours, like 21-9')
    .default('21-9')
    .transform((hours) => {
      const [from = 21, until = 9] = hours.split('-').map(Number);
      return { from, until };
    }),
  /** Where SMS are handed over (platform/sms-gateway.server.ts); without one there are none. */
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** Web push (platform/push.server.ts): all three or none; without them there is none. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/)
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  /** Whom a push service writes to about our messages: `mailto:` or an https address. */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:.+@.+|https:\/\/.+)$/)
    .optional(),
  /** How many proxies stand in front (for the client's address, which is only ever hashed). */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  /** Bearer token for /metrics; without one only this machine may read it. */
  METRICS_TOKEN: z.string().optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** How long one answer of the map's data is shared by everybody who asks for the same window. */
  MAP_SHARED_SECONDS: z.coerce.number().min(0).max(60).default(5),
  /** Where the builds lie, from the project's folder. */
  ICMA_BUILD_DIR: z.string().default('build'),
  ICMA_DEV: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Throws a readable list of what is missing or wrong. */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
    if (result.data.ICMA_MODE === 'live' && !result.data.PUBLIC_URL)
      throw new Error('Live mode needs PUBLIC_URL, the https address people use.');
    const { VAPID_PRIVATE_KEY, VAPID_PUBLIC_KEY, VAPID_SUBJECT } = result.data;
    if (new Set([VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT].map(Boolean)).size > 1)
      throw new Error('Web push needs VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT, or none of them.');
    parsed = result.data;
  }
  return parsed;
}

export const isDemo = (): boolean => env().ICMA_MODE === 'demo';
