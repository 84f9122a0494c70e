import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  AUDIENCE_KINDS,
  MAILING_CHANNELS,
  MAILING_PURPOSES,
  MAILING_STATES,
  RECIPIENT_STATES,
  STOP_REASONS,
} from '#app/features/mailings/rules/kinds.ts';
import type { Figures } from '#app/features/mailings/rules/figures.ts';
import type { LeftOut } from '#app/features/mailings/rules/left-out.ts';
import type { MailingTexts } from '#app/features/mailings/rules/texts.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' });

/** One message to many people of an organisation, in up to three languages. */
export const mailings = pgTable(
  'mailings',
  {
    id: id(),
    organisationId: organisationId(),
    state: text('state', { enum: MAILING_STATES }).notNull().default('draft'),
    purpose: text('purpose', { enum: MAILING_PURPOSES }).notNull(),
    channel: text('channel', { enum: MAILING_CHANNELS }).notNull().default('email'),
    audience: text('audience', { enum: AUDIENCE_KINDS }).notNull(),
    /** The saved search or the event, as `audience` says. */
    audienceId: uuid('audience_id'),
    texts: jsonb('texts').$type<MailingTexts>().notNull(),
    /** For whom no language of the message is known. */
    locale: text('locale', { enum: LOCALES }).notNull().default('az'),
    /** Who was left out when the audience was locked, by reason. */
    leftOut: jsonb('left_out').$type<LeftOut>(),
    /** How it went, in numbers, once its receivers are forgotten. */
    totals: jsonb('totals').$type<Figures>(),
    testedAt: moment('tested_at'),
    scheduledAt: moment('scheduled_at'),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    /** Why it was stopped by the product itself: a refusal's code. */
    stopCode: text('stop_code'),
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('mailings_organisation').on(t.organisationId, t.createdAt),
    index('mailings_due')
      .on(t.scheduledAt)
      .where(sql`state in ('scheduled', 'sending')`),
    oneOf('mailings_state_known', t.state, MAILING_STATES),
    oneOf('mailings_purpose_known', t.purpose, MAILING_PURPOSES),
    oneOf('mailings_channel_known', t.channel, MAILING_CHANNELS),
    oneOf('mailings_audience_known', t.audience, AUDIENCE_KINDS),
    oneOf('mailings_locale_known', t.locale, LOCALES),
  ],
);

/** The locked audience, and the queue: one row an address. The address itself stays with its person and is read when the row is claimed. */
export const mailingRecipients = pgTable(
  'mailing_recipients',
  {
    id: id(),
    mailingId: uuid('mailing_id')
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    contactIndex: text('contact_index').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    state: text('state', { enum: RECIPIENT_STATES }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    claimedAt: moment('claimed_at'),
    settledAt: moment('settled_at'),
    unsubscribedAt: moment('unsubscribed_at'),
  },
  (t) => [
    uniqueIndex('mailing_recipients_once').on(t.mailingId, t.contactIndex),
    index('mailing_recipients_state').on(t.mailingId, t.state, t.id),
    index('mailing_recipients_person').on(t.personId),
    index('mailing_recipients_claimed').on(t.claimedAt),
    oneOf('mailing_recipients_state_known', t.state, RECIPIENT_STATES),
  ],
);

/*
 * The three below belong to no organisation and are reached by the worker's functions only (db/guards/043-mailings.sql): they
 * tell what other organisations wrote to somebody. Keys are keyed hashes of their own purposes and match no other table.
 */

/** Mailings that an address got lately, whoever sent them. */
export const mailingTouches = pgTable(
  'mailing_touches',
  { addressKey: text('address_key').notNull(), at: moment('at').notNull() },
  (t) => [index('mailing_touches_key').on(t.addressKey, t.at)],
);

/** Until when a row waits, for whichever reason. */
export const mailingDelays = pgTable('mailing_delays', {
  recipientId: uuid('recipient_id')
    .primaryKey()
    .references(() => mailingRecipients.id, { onDelete: 'cascade' }),
  until: moment('until').notNull(),
});

/** Addresses that take no mailings from anybody: what was sent there came back for good, or its reader complained. */
export const mailingStops = pgTable(
  'mailing_stops',
  {
    addressKey: text('address_key').primaryKey(),
    reason: text('reason', { enum: STOP_REASONS }).notNull(),
    at: moment('at').notNull(),
  },
  (t) => [oneOf('mailing_stops_reason_known', t.reason, STOP_REASONS)],
);
