import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  AGE_BANDS,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_KINDS,
  GENDERS,
  IMPORT_STATES,
  MARK_KINDS,
  MOMENT_KINDS,
  PERSON_STATES,
} from '#app/features/people/rules/kinds.ts';
import type { ImportMapping, ImportReport } from '#app/features/people/rules/import-columns.ts';
import type { FilledFields } from '#app/features/people/rules/merge.ts';
import type { SearchRule } from '#app/features/people/rules/search-rule.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' });

/** Somebody an organisation knows. The same human in two organisations is two rows that know nothing of each other. */
export const people = pgTable(
  'people',
  {
    id: id(),
    organisationId: organisationId(),
    state: text('state', { enum: PERSON_STATES }).notNull().default('active'),
    name: text('name').notNull(),
    /** A citizens' choice (kernel/regions), or empty. */
    region: text('region').notNull().default(''),
    place: text('place').notNull().default(''),
    ageBand: text('age_band', { enum: AGE_BANDS }),
    gender: text('gender', { enum: GENDERS }),
    nameKey: text('name_key')
      .notNull()
      .generatedAlwaysAs(sql`app.fold(name)`),
    placeKey: text('place_key')
      .notNull()
      .generatedAlwaysAs(sql`app.fold(place)`),
    /** Folded words of name and place (rules/match.ts): the same key is the same person, as far as a table can tell. */
    matchKey: text('match_key'),
    /** The person this one was merged into; the other's page shows both. */
    mergedInto: uuid('merged_into'),
    /** Null for somebody who came by themselves: through a join form or a sign-up. */
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    index('people_by_name').on(t.organisationId, t.state, sql`(${t.name} collate "az-x-icu")`, t.id),
    index('people_region').on(t.organisationId, t.region),
    index('people_match').on(t.organisationId, t.matchKey),
    index('people_merged_into').on(t.mergedInto),
    index('people_name_search').using('gin', sql`${t.nameKey} gin_trgm_ops`),
    index('people_place_search').using('gin', sql`${t.placeKey} gin_trgm_ops`),
    oneOf('people_state_known', t.state, PERSON_STATES),
  ],
);

/**
 * Whatever hangs on a person names two: `originId`, with whom it was recorded, and `personId`, with whom it stands now.
 * `personId` is always the end of the origin's chain of merges, so that a merge and its undoing move rows and lose none.
 */
const personId = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });
const originId = () =>
  uuid('origin_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });

/** E-mail and telephone, encrypted; found by keyed hash. A family may share one. */
export const peopleContacts = pgTable(
  'people_contacts',
  {
    id: id(),
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
    cipher: text('cipher').notNull(),
    contactIndex: text('contact_index').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('people_contacts_once').on(t.originId, t.contactIndex),
    index('people_contacts_index').on(t.organisationId, t.contactIndex),
    index('people_contacts_person').on(t.personId),
    oneOf('people_contacts_kind_known', t.kind, CONTACT_KINDS),
  ],
);

/** An organisation's own words for its people. */
export const peopleTags = pgTable(
  'people_tags',
  {
    id: id(),
    organisationId: organisationId(),
    name: text('name').notNull(),
    nameKey: text('name_key')
      .notNull()
      .generatedAlwaysAs(sql`app.fold(name)`),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('people_tags_name').on(t.organisationId, t.nameKey)],
);

/** Roles, languages and tags (by their id): what a person is one or more of. */
export const peopleMarks = pgTable(
  'people_marks',
  {
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: MARK_KINDS }).notNull(),
    value: text('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.originId, t.kind, t.value] }),
    index('people_marks_person').on(t.personId, t.kind),
    index('people_marks_value').on(t.organisationId, t.kind, t.value, t.personId),
    oneOf('people_marks_kind_known', t.kind, MARK_KINDS),
  ],
);

export const peopleNotes = pgTable(
  'people_notes',
  {
    id: id(),
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    cipher: text('cipher').notNull(),
    authorId: uuid('author_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('people_notes_person').on(t.personId, t.createdAt), index('people_notes_origin').on(t.originId)],
);

/** A person's word to this organisation, for one purpose by one channel; taken back it stays, with both dates. */
export const peopleConsents = pgTable(
  'people_consents',
  {
    id: id(),
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    purpose: text('purpose', { enum: CONSENT_PURPOSES }).notNull(),
    channel: text('channel', { enum: CONSENT_CHANNELS }).notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: moment('given_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    /** Null where the person said it themselves, in a form of theirs. */
    recordedBy: uuid('recorded_by'),
    createdAt: createdAt(),
  },
  (t) => [
    index('people_consents_person').on(t.personId),
    index('people_consents_origin').on(t.originId),
    index('people_consents_standing')
      .on(t.organisationId, t.purpose, t.channel, t.personId)
      .where(sql`withdrawn_at is null`),
    oneOf('people_consents_purpose_known', t.purpose, CONSENT_PURPOSES),
    oneOf('people_consents_channel_known', t.channel, CONSENT_CHANNELS),
  ],
);

/** Somebody's word for an under-18 of theirs: who said it (name and contact, encrypted), to which text and when. */
export const peopleGuardians = pgTable(
  'people_guardians',
  {
    id: id(),
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    cipher: text('cipher').notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: moment('given_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    /** Null where it came with a join form. */
    recordedBy: uuid('recorded_by'),
    createdAt: createdAt(),
  },
  (t) => [index('people_guardians_person').on(t.personId), index('people_guardians_origin').on(t.originId)],
);

/** What somebody did, by day. With a `subjectId` (an event, a task, a campaign) it stands once, however often it is told. */
export const peopleMoments = pgTable(
  'people_moments',
  {
    id: id(),
    originId: originId(),
    personId: personId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: MOMENT_KINDS }).notNull(),
    at: moment('at').notNull(),
    aboutCipher: text('about_cipher'),
    subjectId: uuid('subject_id'),
    /** Null where another room of the product tells it. */
    recordedBy: uuid('recorded_by'),
    createdAt: createdAt(),
  },
  (t) => [
    index('people_moments_person').on(t.personId, t.at),
    index('people_moments_origin').on(t.originId),
    index('people_moments_kind').on(t.organisationId, t.kind, t.at, t.personId),
    uniqueIndex('people_moments_subject')
      .on(t.subjectId, t.kind, t.originId)
      .where(sql`subject_id is not null`),
    oneOf('people_moments_kind_known', t.kind, MOMENT_KINDS),
  ],
);

/** A search with a name, shared within the organisation: the rule as data, compiled in one place. */
export const peopleSearches = pgTable(
  'people_searches',
  {
    id: id(),
    organisationId: organisationId(),
    name: text('name').notNull(),
    rule: jsonb('rule').$type<SearchRule>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index('people_searches_organisation').on(t.organisationId, t.createdAt)],
);

/** One person joined to another. `filled`: what the kept one had not known and took over. */
export const peopleMerges = pgTable(
  'people_merges',
  {
    id: id(),
    organisationId: organisationId(),
    keptId: uuid('kept_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    goneId: uuid('gone_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** In what state the joined one was. */
    wasArchived: boolean('was_archived').notNull().default(false),
    filled: jsonb('filled').$type<FilledFields>().notNull(),
    mergedBy: uuid('merged_by').notNull(),
    mergedAt: moment('merged_at').notNull(),
  },
  (t) => [uniqueIndex('people_merges_gone').on(t.goneId), index('people_merges_kept').on(t.keptId)],
);

/** A table on its way in. The table itself lies encrypted in the file store; here are its mapping, its state and its numbers. */
export const peopleImports = pgTable(
  'people_imports',
  {
    id: id(),
    organisationId: organisationId(),
    state: text('state', { enum: IMPORT_STATES }).notNull().default('uploaded'),
    fileKey: text('file_key').notNull(),
    header: jsonb('header').$type<string[]>().notNull(),
    rows: integer('rows').notNull(),
    done: integer('done').notNull().default(0),
    mapping: jsonb('mapping').$type<ImportMapping>(),
    report: jsonb('report').$type<ImportReport>(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('people_imports_organisation').on(t.organisationId, t.createdAt),
    oneOf('people_imports_state_known', t.state, IMPORT_STATES),
  ],
);
