import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { SHARE_KINDS } from '#app/features/teams/rules/shares.ts';
import { id, moment } from './columns.ts';
import { organisations } from './organisations.ts';

/** What a candidate's team is besides an organisation. It has no region of work: nothing public is ever led to it. */
export const teams = pgTable('teams', {
  organisationId: uuid('organisation_id')
    .primaryKey()
    .references(() => organisations.id, { onDelete: 'cascade' }),
  /** Where she stands. */
  region: text('region').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at')
    .notNull()
    .default(sql`now()`),
});

/** Her consent that a society sees counts of the team, kind by kind. Taken back, it is no link any more. */
export const teamLinks = pgTable(
  'team_links',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    societyId: uuid('society_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    shares: text('shares', { enum: SHARE_KINDS }).array().notNull(),
    textVersion: text('text_version').notNull(),
    consentedBy: uuid('consented_by').notNull(),
    consentedAt: moment('consented_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    uniqueIndex('team_links_once')
      .on(t.organisationId, t.societyId)
      .where(sql`revoked_at is null`),
    index('team_links_society').on(t.societyId),
  ],
);

/** The operator broke the glass: for a reason, read only, for an hour at most. Kept for her to read. */
export const teamOpenings = pgTable(
  'team_openings',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    operatorId: uuid('operator_id').notNull(),
    reason: text('reason').notNull(),
    openedAt: moment('opened_at').notNull(),
    until: moment('until').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('team_openings_organisation').on(t.organisationId, t.openedAt),
    check('team_openings_an_hour', sql`until <= opened_at + interval '60 minutes'`),
  ],
);
