import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import {
  DELIVERY_CHANNELS,
  LETTER_PURPOSES,
  LETTER_STATES,
  LETTER_STEPS,
} from '#app/features/authorities/rules/letter.ts';
import { DECISION_KINDS, PROMISE_STATES, type Vote } from '#app/features/authorities/rules/watch.ts';
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
    /** First and last day on which the line holds; null is open. An ended line is kept: it says who answered then. */
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
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
    /** The office it is addressed to, and who held it on the day on which it left. */
    postId: uuid('post_id').references((): AnyPgColumn => posts.id),
    holderName: text('holder_name'),
    state: text('state', { enum: LETTER_STATES }).notNull(),
    purpose: text('purpose', { enum: LETTER_PURPOSES }).notNull().default('first'),
    /** The letter that a reminder or escalation follows. */
    followsId: uuid('follows_id'),
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
    /** The body said that the matter needs study: the longer term counts. */
    withStudy: boolean('with_study').notNull().default(false),
    /** The day on which the body's answer came; the clock stops. */
    answeredOn: date('answered_on'),
    clientId: uuid('client_id').notNull(),
  },
  (t) => [
    uniqueIndex('letters_client_id').on(t.clientId),
    index('letters_organisation').on(t.organisationId, t.state),
    index('letters_issue').on(t.issueId),
    // A job that runs twice drafts one.
    uniqueIndex('letters_followup').on(t.followsId, t.purpose),
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

/** An office that decides, whoever holds it: demands and letters are addressed to it. Reference data of the operator. */
export const posts = pgTable(
  'posts',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'cascade' }),
    titleAz: text('title_az').notNull(),
    titleEn: text('title_en').notNull(),
    titleRu: text('title_ru').notNull(),
    position: integer('position').notNull().default(0),
    isActive: boolean('is_active').notNull().default(true),
  },
  (t) => [index('posts_body').on(t.bodyId, t.position)],
);

/** Who held a post from which day to which. The letter says who held it when it left. */
export const postHolders = pgTable(
  'post_holders',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    since: date('since').notNull(),
    /** The last day; null while in office. */
    until: date('until'),
    source: text('source'),
    checkedOn: date('checked_on'),
  },
  (t) => [index('post_holders_post').on(t.postId, t.since)],
);

/** Public holidays and moved working days, a year at a time, confirmed by the operator. None is shipped as confirmed. */
export const holidayYears = pgTable('holiday_years', {
  year: integer('year').primaryKey(),
  /** The demo's own table: shown as "nümunə". */
  isSample: boolean('is_sample').notNull().default(false),
  source: text('source').notNull().default(''),
  confirmedAt: moment('confirmed_at'),
  confirmedBy: uuid('confirmed_by'),
});

export const holidays = pgTable(
  'holidays',
  {
    year: integer('year')
      .notNull()
      .references(() => holidayYears.year, { onDelete: 'cascade' }),
    on: date('on').notNull(),
    name: text('name').notNull(),
    /** True for a weekend day that is worked in exchange. */
    isWorkday: boolean('is_workday').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.on] }), index('holidays_year').on(t.year)],
);

/** A sitting, hearing, budget or tender of a body, as an organisation watched it. */
export const watchedDecisions = pgTable(
  'watched_decisions',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id').notNull(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull().default(''),
    on: date('on').notNull(),
    region: text('region').notNull(),
    /** Where minutes or documents can be read. */
    sourceUrl: text('source_url'),
    minutes: text('minutes').notNull().default(''),
    /** How members voted, where that is public: `[{ member, vote }]`. */
    votes: jsonb('votes').$type<{ member: string; vote: Vote }[]>().notNull().default([]),
    amount: text('amount'),
    publishedAt: moment('published_at'),
    createdBy: uuid('created_by'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('watched_decisions_client_id').on(t.clientId),
    index('watched_decisions_organisation').on(t.organisationId, t.on),
    oneOf('watched_decisions_kind_known', t.kind, DECISION_KINDS),
  ],
);

/** What was promised there, by which day; it can become a campaign's demand. */
export const watchedPromises = pgTable(
  'watched_promises',
  {
    id: id(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => watchedDecisions.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    dueOn: date('due_on'),
    state: text('state', { enum: PROMISE_STATES }).notNull().default('open'),
    /** The demand it became. */
    demandId: uuid('demand_id'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index('watched_promises_decision').on(t.decisionId)],
);

/** What the community wants first, in order, to set beside what is decided. */
export const communityPriorities = pgTable(
  'community_priorities',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    region: text('region').notNull(),
    rank: integer('rank').notNull(),
    text: text('text').notNull(),
    /** How it was found out: a meeting, a questionnaire, reports counted. */
    basis: text('basis').notNull().default(''),
    year: integer('year').notNull(),
    /** Strangers see the list from here on. */
    publishedAt: moment('published_at'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index('community_priorities_organisation').on(t.organisationId, t.year, t.rank)],
);
