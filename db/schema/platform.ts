import { sql } from 'drizzle-orm';
import { bigserial, bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from './columns.ts';

/**
 * In whose scope a row was written, filled in by the database itself. Nobody reads by it; a team that is erased takes with
 * it what was written on its behalf.
 */
const onBehalfOf = () => uuid('on_behalf_of').default(sql`nullif(current_setting('icma.org', true), '')::uuid`);

/** Who did what to which thing, without its content. Appended by anybody's transaction, changed by nobody's. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
    organisationId: uuid('organisation_id'),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id'),
  },
  (t) => [index('audit_entries_organisation').on(t.organisationId, t.id)],
);

/** The hash chain over the entries, written by one job: a chain made in the request would queue every writer. */
export const auditSeals = pgTable('audit_seals', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  entryId: bigint('entry_id', { mode: 'number' }).notNull().unique(),
  hash: text('hash').notNull(),
  sealedAt: moment('sealed_at')
    .notNull()
    .default(sql`now()`),
});

/** Mail on its way. Without an SMTP server (demo, development) it stays and is read on the mailbox page. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    toCipher: text('to_cipher').notNull(),
    subject: text('subject').notNull(),
    contentCipher: text('content_cipher').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    sentAt: moment('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    onBehalfOf: onBehalfOf(),
  },
  (t) => [index('mails_created').on(t.createdAt)],
);

/** Which consent text somebody agreed to, when, for what. The six parts the law asks for are in the text's version. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    organisationId: uuid('organisation_id'),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    purpose: text('purpose').notNull(),
    version: text('version').notNull(),
    locale: text('locale').notNull(),
    givenAt: moment('given_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index('consents_subject').on(t.subjectType, t.subjectId)],
);

/** Instance-wide settings, each confirmed by its operator: who runs this server, emergency numbers, and the like. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  confirmedAt: moment('confirmed_at'),
  confirmedBy: uuid('confirmed_by'),
});

/** A form sent twice is done once: the first to insert its id does the work, the second reads the outcome. */
export const submissions = pgTable('submissions', {
  clientId: uuid('client_id').primaryKey(),
  command: text('command').notNull(),
  outcome: jsonb('outcome').notNull(),
  createdAt: moment('created_at')
    .notNull()
    .default(sql`now()`),
  onBehalfOf: onBehalfOf(),
});

/** Counters of rate-limiter-flexible; keys are hashed with a salt that dies every day. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});
