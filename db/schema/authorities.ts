import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { DELIVERY_CHANNELS, LETTER_STATES, LETTER_STEPS } from '#app/features/authorities/rules/letter.ts';
import { users } from './accounts.ts';
import { id, moment, oneOf } from './columns.ts';
import { issues } from './issues.ts';
import { organisations } from './organisations.ts';

/** An authority or service that letters go to. Reference data of the instance, kept by its operator. */
export const bodies = pgTable(
  'bodies',
  {
    id: id(),
    /** Kind from the reference table (`rih`, `azerisiq` …); several bodies may share it, one per region. */
    kind: text('kind').notNull(),
    region: text('region'),
    nameAz: text('name_az').notNull(),
    nameEn: text('name_en').notNull(),
    nameRu: text('name_ru').notNull(),
    email: text('email'),
    postalAddress: text('postal_address'),
    hotline: text('hotline'),
    source: text('source'),
    checkedOn: date('checked_on'),
    isActive: boolean('is_active').notNull().default(true),
  },
  (t) => [uniqueIndex('bodies_kind_region').on(t.kind, sql`coalesce(${t.region}, '')`)],
);

/**
 * Which body answers for a category in a region. The most specific row wins: an organisation's own correction,
 * then region, then the general one; then the lower position.
 */
export const bodyRoutes = pgTable(
  'body_routes',
  {
    id: id(),
    category: text('category').notNull(),
    region: text('region'),
    bodyKind: text('body_kind').notNull(),
    position: integer('position').notNull().default(0),
    /** Null: the instance's default. Otherwise a correction by one organisation, seen by it alone. */
    organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (t) => [index('body_routes_category').on(t.category)],
);

/** A member of an unregistered organisation who agreed to sign its letters with full name and address (law on appeals, art. 6.3–6.4). */
export const letterSignatories = pgTable(
  'letter_signatories',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Both are emptied when the agreement is taken back. */
    fullNameCipher: text('full_name_cipher'),
    addressCipher: text('address_cipher'),
    agreedAt: moment('agreed_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('letter_signatories_organisation').on(t.organisationId)],
);

export const letters = pgTable(
  'letters',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    /** Null while nobody is chosen: then it stays a draft. */
    bodyId: uuid('body_id').references(() => bodies.id),
    /** The addressee as it stands on the letter, where the body's own name is too general ("Pensər bələdiyyəsi"). */
    addressee: text('addressee'),
    state: text('state', { enum: LETTER_STATES }).notNull(),
    /** Why it is still a draft: codes of the law's conditions that are not met. */
    blockedBy: text('blocked_by')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    signatoryId: uuid('signatory_id').references(() => letterSignatories.id),
    /** Exact place goes to the body (it has to find the spot) unless the category is sensitive. */
    withExactPlace: boolean('with_exact_place').notNull().default(true),
    /** Counts the edits, so that two organisers do not overwrite each other unseen. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
    /** The sheet as it left, encrypted: it may hold a signatory's name and address. */
    printedCipher: text('printed_cipher'),
    sentAt: moment('sent_at'),
    /** When the e-mail went into the outbox, in the same transaction: nothing is mailed twice. */
    mailedAt: moment('mailed_at'),
    sentVia: text('sent_via', { enum: DELIVERY_CHANNELS }),
    /** The body's own register number, once known. */
    registerNumber: text('register_number'),
    clientId: uuid('client_id').notNull(),
  },
  (t) => [
    uniqueIndex('letters_client_id').on(t.clientId),
    index('letters_organisation').on(t.organisationId, t.state),
    index('letters_issue').on(t.issueId),
    oneOf('letters_state_known', t.state, LETTER_STATES),
  ],
);

/** The history of a letter: who wrote, changed, re-routed, sent it. Not its content. */
export const letterSteps = pgTable(
  'letter_steps',
  {
    id: id(),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: LETTER_STEPS }).notNull(),
    bodyId: uuid('body_id').references(() => bodies.id),
    /** Null when a job did it. */
    actorId: uuid('actor_id'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('letter_steps_letter').on(t.letterId, t.createdAt),
    oneOf('letter_steps_kind_known', t.kind, LETTER_STEPS),
  ],
);
