import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { BOARD_CATEGORIES, BOARD_KINDS, ENTRY_STATES, MATCH_STATES } from '#app/features/board/rules/kinds.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const ofOrganisation = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' });

/**
 * A need or an offer. Others read open ones through app.board_of_others (db/guards/044): its words and the organisation's
 * name, never who wrote it. `state` follows its answers by a trigger; commands themselves write only withdrawn and expired.
 */
export const boardEntries = pgTable(
  'board_entries',
  {
    id: id(),
    organisationId: ofOrganisation('organisation_id'),
    kind: text('kind', { enum: BOARD_KINDS }).notNull(),
    category: text('category', { enum: BOARD_CATEGORIES }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull().default(''),
    /** The language it is written in. */
    locale: text('locale').notNull(),
    /** A citizens' choice (kernel/regions). */
    region: text('region').notNull(),
    place: text('place').notNull().default(''),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    state: text('state', { enum: ENTRY_STATES }).notNull().default('open'),
    /** When the organisation was told that nobody answered. */
    unmatchedToldAt: moment('unmatched_told_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('board_entries_organisation').on(t.organisationId, t.state, t.createdAt),
    index('board_entries_seen')
      .on(t.kind, t.category, t.endsOn)
      .where(sql`state in ('open', 'proposed')`),
    oneOf('board_entries_kind_known', t.kind, BOARD_KINDS),
    oneOf('board_entries_category_known', t.category, BOARD_CATEGORIES),
    oneOf('board_entries_state_known', t.state, ENTRY_STATES),
    check('board_entries_days', sql`${t.endsOn} >= ${t.startsOn}`),
  ],
);

/** One organisation's answer to another's entry; with an entry of its own when that is what it gives. Both sides read it. */
export const boardMatches = pgTable(
  'board_matches',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => boardEntries.id, { onDelete: 'cascade' }),
    ownEntryId: uuid('own_entry_id').references(() => boardEntries.id, { onDelete: 'set null' }),
    /** Whose entry it is. */
    ownerId: ofOrganisation('owner_id'),
    /** Who answers. */
    proposerId: ofOrganisation('proposer_id'),
    state: text('state', { enum: MATCH_STATES }).notNull().default('proposed'),
    note: text('note').notNull().default(''),
    /** Which organisation said first that it happened; the other one confirms. */
    doneBy: uuid('done_by'),
    createdAt: createdAt(),
    answeredAt: moment('answered_at'),
    doneAt: moment('done_at'),
    confirmedAt: moment('confirmed_at'),
  },
  (t) => [
    uniqueIndex('board_matches_holding')
      .on(t.entryId)
      .where(sql`state in ('agreed', 'done', 'confirmed')`),
    uniqueIndex('board_matches_holding_own')
      .on(t.ownEntryId)
      .where(sql`state in ('agreed', 'done', 'confirmed')`),
    /** One waiting answer of an organisation to an entry. */
    uniqueIndex('board_matches_waiting')
      .on(t.entryId, t.proposerId)
      .where(sql`state = 'proposed'`),
    index('board_matches_owner').on(t.ownerId, t.state),
    index('board_matches_proposer').on(t.proposerId, t.state),
    oneOf('board_matches_state_known', t.state, MATCH_STATES),
    check('board_matches_two', sql`${t.ownerId} <> ${t.proposerId}`),
  ],
);

/** Whom to call, sealed; the other side's row is seen only once both have agreed. */
export const boardContacts = pgTable(
  'board_contacts',
  {
    matchId: uuid('match_id')
      .notNull()
      .references(() => boardMatches.id, { onDelete: 'cascade' }),
    organisationId: ofOrganisation('organisation_id'),
    cipher: text('cipher').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.matchId, t.organisationId] })],
);

/** Who has put the list of first steps away. */
export const homeDismissals = pgTable(
  'home_dismissals',
  {
    organisationId: ofOrganisation('organisation_id'),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId] })],
);
