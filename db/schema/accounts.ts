import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LOCALES } from '#app/kernel/locale.ts';
import { id, moment, oneOf } from './columns.ts';

/** A person who can sign in. Contacts are encrypted; equality is by blind index. */
export const users = pgTable(
  'users',
  {
    id: id(),
    name: text('name').notNull(),
    emailCipher: text('email_cipher'),
    emailIndex: text('email_index'),
    phoneCipher: text('phone_cipher'),
    phoneIndex: text('phone_index'),
    passwordHash: text('password_hash'),
    locale: text('locale', { enum: LOCALES }).notNull().default('az'),
    isOperator: boolean('is_operator').notNull().default(false),
    totpCipher: text('totp_cipher'),
    totpConfirmedAt: moment('totp_confirmed_at'),
    /** Last used 30-second step: a code works once. */
    totpLastStep: integer('totp_last_step'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    deletedAt: moment('deleted_at'),
  },
  (t) => [
    uniqueIndex('users_email_index').on(t.emailIndex),
    uniqueIndex('users_phone_index').on(t.phoneIndex),
    oneOf('users_locale_known', t.locale, LOCALES),
  ],
);

/** Signed-in devices. `id` is sha256 of the cookie's token; no address, no user agent. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    /** When a password or second factor was last given: sensitive steps ask for a recent one. */
    provedAt: moment('proved_at').notNull(),
    /** What the person called this device, if anything. */
    label: text('label'),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/**
 * Devices that may be told that there is news. A row lives as long as the session of its device. Where messages go says which
 * browser somebody has, so it is sealed with its keys (`subscriptionCipher`); `endpointIndex` is a keyed hash of the address.
 */
export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    subscriptionCipher: text('subscription_cipher').notNull(),
    endpointIndex: text('endpoint_index').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('push_subscriptions_session').on(t.sessionId),
    uniqueIndex('push_subscriptions_endpoint').on(t.endpointIndex),
    index('push_subscriptions_user').on(t.userId),
  ],
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('recovery_codes_user').on(t.userId)],
);

/** Password reset by mail, or a one-time code that an organiser hands over to somebody without e-mail. */
export const TOKEN_PURPOSES = ['password_reset', 'handover_code'] as const;
export const accountTokens = pgTable(
  'account_tokens',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: TOKEN_PURPOSES }).notNull(),
    tokenHash: text('token_hash').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdBy: uuid('created_by'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('account_tokens_hash').on(t.tokenHash),
    oneOf('account_tokens_purpose_known', t.purpose, TOKEN_PURPOSES),
  ],
);
