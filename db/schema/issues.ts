import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { ISSUE_STATES, PUBLIC_STATES } from '#app/features/issues/rules/lifecycle.ts';
import {
  EVENT_KINDS,
  FLAG_KINDS,
  FLAG_STATES,
  ISSUE_SOURCES,
  MESSAGE_SIDES,
} from '#app/features/issues/rules/kinds.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

const publicStates = sql.raw(PUBLIC_STATES.map((state) => `'${state}'`).join(', '));

/** A citizen's report. Nothing here names the reporter; a contact, if left, is in `issue_contacts`. */
export const issues = pgTable(
  'issues',
  {
    id: id(),
    /** Public number, given at the first publication: numbering what nobody may see would tell how much that is. */
    ref: bigint('ref', { mode: 'number' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    clientId: uuid('client_id').notNull(),
    state: text('state', { enum: ISSUE_STATES }).notNull().default('received'),
    category: text('category').notNull(),
    theme: text('theme').notNull(),
    region: text('region').notNull(),
    /** Settlement and landmark as the person said it. */
    place: text('place').notNull().default(''),
    title: text('title').notNull(),
    details: text('details').notNull().default(''),
    /** What strangers read: the moderator's wording once approved, the reporter's until changed. */
    publicTitle: text('public_title'),
    publicDetails: text('public_details'),
    publicPlace: text('public_place'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    source: text('source', { enum: ISSUE_SOURCES }).notNull().default('web'),
    enteredBy: uuid('entered_by'),
    assigneeId: uuid('assignee_id'),
    sensitivity: smallint('sensitivity').notNull().default(0),
    /** As given. Never leaves the organisation but in its letter to the body. */
    exactLat: doublePrecision('exact_lat'),
    exactLng: doublePrecision('exact_lng'),
    /** What the world sees: equal, or snapped to a coarse grid for sensitive categories. */
    publicLat: doublePrecision('public_lat'),
    publicLng: doublePrecision('public_lng'),
    /** Web-mercator integers of the public point, 2^30 to a side. */
    mercX: integer('merc_x').generatedAlwaysAs(sql`app.merc_x(public_lng)`),
    mercY: integer('merc_y').generatedAlwaysAs(sql`app.merc_y(public_lat)`),
    isPublic: boolean('is_public').generatedAlwaysAs(sql`state in (${publicStates})`),
    stateGroup: text('state_group').generatedAlwaysAs(sql`app.state_group(state)`),
    searchText: text('search_text').generatedAlwaysAs(
      sql`app.fold(coalesce(public_title, '') || ' ' || coalesce(public_details, '') || ' ' || coalesce(public_place, ''))`,
    ),
    confirmations: integer('confirmations').notNull().default(0),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    publishedAt: moment('published_at'),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
    /** Last question or answer the other side has not seen yet. */
    awaits: text('awaits', { enum: ['organisation', 'reporter'] }),
  },
  (t) => [
    uniqueIndex('issues_ref').on(t.ref),
    uniqueIndex('issues_client_id').on(t.clientId),
    index('issues_queue').on(t.organisationId, t.state, t.createdAt),
    index('issues_public_newest')
      .on(t.publishedAt.desc(), t.ref.desc())
      .where(sql`is_public`),
    index('issues_public_group')
      .on(t.stateGroup, t.publishedAt.desc(), t.ref.desc())
      .where(sql`is_public`),
    index('issues_public_region')
      .on(t.region, t.publishedAt.desc(), t.ref.desc())
      .where(sql`is_public`),
    index('issues_public_category')
      .on(t.category, t.publishedAt.desc(), t.ref.desc())
      .where(sql`is_public`),
    index('issues_public_theme')
      .on(t.theme, t.publishedAt.desc(), t.ref.desc())
      .where(sql`is_public`),
    // Covers the middle zooms' live counts without touching the table.
    index('issues_public_point')
      .on(t.mercX, t.mercY, t.stateGroup, t.theme, t.category, t.region)
      .where(sql`is_public and merc_x is not null`),
    index('issues_public_search')
      .using('gin', sql`${t.searchText} gin_trgm_ops`)
      .where(sql`is_public`),
    oneOf('issues_state_known', t.state, ISSUE_STATES),
    oneOf('issues_source_known', t.source, ISSUE_SOURCES),
  ],
);

/** How the reporter may be reached, if they wish; encrypted, and deleted with the report's closing. */
export const issueContacts = pgTable('issue_contacts', {
  issueId: uuid('issue_id')
    .primaryKey()
    .references(() => issues.id, { onDelete: 'cascade' }),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  contactCipher: text('contact_cipher').notNull(),
  consentVersion: text('consent_version').notNull(),
  createdAt: moment('created_at')
    .notNull()
    .default(sql`now()`),
});

/** The receipt: 8 public digits that find it, and an HMAC of the 20 secret ones under a key outside the database. */
export const issueReceipts = pgTable('issue_receipts', {
  locator: text('locator').primaryKey(),
  issueId: uuid('issue_id')
    .notNull()
    .references(() => issues.id, { onDelete: 'cascade' }),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
  secretHmac: text('secret_hmac').notNull(),
});

export const issuePhotos = pgTable(
  'issue_photos',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    position: smallint('position').notNull(),
    /** Keys in the file store; the name is random, so that a guess finds nothing. */
    fullKey: text('full_key').notNull(),
    thumbKey: text('thumb_key').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** A moderator may leave a picture out, or black parts out (which replaces the files). */
    isHidden: boolean('is_hidden').notNull().default(false),
    redactedAt: moment('redacted_at'),
  },
  (t) => [index('issue_photos_issue').on(t.issueId, t.position)],
);

/** What happened to a report, in order. `publicNote` is for everybody, `reason` for the organisation. */
export const issueEvents = pgTable(
  'issue_events',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    fromState: text('from_state', { enum: ISSUE_STATES }),
    toState: text('to_state', { enum: ISSUE_STATES }),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role').notNull(),
    reason: text('reason'),
    publicNote: text('public_note'),
    bodyId: uuid('body_id'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('issue_events_issue').on(t.issueId, t.createdAt),
    oneOf('issue_events_kind_known', t.kind, EVENT_KINDS),
  ],
);

/** Questions and answers between the organisation and the reporter, who stay unknown to each other's contacts. */
export const issueMessages = pgTable(
  'issue_messages',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    clientId: uuid('client_id').notNull(),
    side: text('side', { enum: MESSAGE_SIDES }).notNull(),
    authorId: uuid('author_id'),
    body: text('body').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('issue_messages_client_id').on(t.clientId),
    index('issue_messages_issue').on(t.issueId, t.createdAt),
  ],
);

/** "It concerns me too", one per device and report. The hash is of a random cookie, not of a person or an address. */
export const issueConfirmations = pgTable(
  'issue_confirmations',
  {
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    deviceHash: text('device_hash').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.issueId, t.deviceHash] })],
);

/** "Report this page", and a named body's right of reply: both wait for a moderator. */
export const issueFlags = pgTable(
  'issue_flags',
  {
    id: id(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    clientId: uuid('client_id').notNull(),
    kind: text('kind', { enum: FLAG_KINDS }).notNull(),
    text: text('text').notNull(),
    /** For a reply: which body and who signs it; shown only when published. */
    bodyName: text('body_name'),
    signatory: text('signatory'),
    contactCipher: text('contact_cipher'),
    state: text('state', { enum: FLAG_STATES }).notNull().default('open'),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('issue_flags_client_id').on(t.clientId),
    index('issue_flags_queue').on(t.organisationId, t.state),
  ],
);

/**
 * Counts for the map, kept by a trigger in the transaction that changes a report's public face. `zoom` is the cell's level
 * (5–17), or the level + 100 for the same cell without theme and with only `fixed` or '' as group (db/guards, counts).
 */
export const issueCells = pgTable(
  'issue_cells',
  {
    zoom: smallint('zoom').notNull(),
    x: integer('x').notNull(),
    y: integer('y').notNull(),
    stateGroup: text('state_group').notNull(),
    theme: text('theme').notNull(),
    count: integer('count').notNull(),
    /** Sums of the points' mercator coordinates: where the cluster is drawn. */
    sumX: bigint('sum_x', { mode: 'number' }).notNull(),
    sumY: bigint('sum_y', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.zoom, t.x, t.y, t.stateGroup, t.theme] })],
);

/** Totals for lists under any of their filters, kept by the same trigger. `located`: has a point, so the map counts it too. */
export const issueTotals = pgTable(
  'issue_totals',
  {
    region: text('region').notNull(),
    category: text('category').notNull(),
    theme: text('theme').notNull(),
    stateGroup: text('state_group').notNull(),
    located: boolean('located').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.region, t.category, t.stateGroup, t.located] })],
);
