import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { TASK_KEYS } from '#app/features/elections/rules/checklist.ts';
import { PAPER_KINDS } from '#app/features/elections/rules/kinds.ts';
import type { QuizQuestion } from '#app/features/teams/rules/briefing.ts';
import { MEETING_KINDS, PROMISE_STATES } from '#app/features/teams/rules/meeting.ts';
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

/**
 * What the operator has stated of the coming election: each change is a new row, so that the last one holds and the
 * others are its history. Nobody updates or deletes one.
 */
export const electionStatements = pgTable(
  'election_statements',
  {
    id: id(),
    /** Counted by the database: two statements of one second stand in order. */
    position: integer('position').notNull().generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }),
    payer: text('payer').notNull().default(''),
    lawyer: text('lawyer').notNull().default(''),
    clearedOn: date('cleared_on', { mode: 'string' }),
    statedBy: uuid('stated_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('election_statements_position').on(t.position)],
);

/** Where a team's candidate stands: the municipality's size decides seats and signatures. */
export const candidacies = pgTable(
  'candidacies',
  {
    organisationId: organisationId().primaryKey(),
    municipality: text('municipality').notNull(),
    population: integer('population').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [check('candidacies_population', sql`${t.population} > 0`)],
);

/** A line of the checklist that is done, or has somebody who does it. */
export const candidacySteps = pgTable(
  'candidacy_steps',
  {
    organisationId: organisationId(),
    key: text('key', { enum: TASK_KEYS }).notNull(),
    ownerId: uuid('owner_id'),
    doneBy: uuid('done_by'),
    doneOn: date('done_on', { mode: 'string' }),
    note: text('note').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.key] }), oneOf('candidacy_steps_key_known', t.key, TASK_KEYS)],
);

/** How many signatures a collector brought on a day. Counts only: a signer's data has no column here and never will. */
export const signatureCounts = pgTable(
  'signature_counts',
  {
    organisationId: organisationId(),
    /** The team's own short name of a collector. */
    collector: text('collector').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    count: integer('count').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.collector, t.day] }),
    check('signature_counts_count', sql`${t.count} >= 0`),
  ],
);

/** That somebody said to be 18 or older and a citizen: by which text, on which day. No birth date, no document. */
export const campaignConfirmations = pgTable(
  'campaign_confirmations',
  {
    organisationId: organisationId(),
    userId: uuid('user_id').notNull(),
    textVersion: text('text_version').notNull(),
    locale: text('locale').notNull(),
    confirmedAt: moment('confirmed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId, t.textVersion] })],
);

/** A sheet that goes to print, with the four fields that it must carry. */
export const printedMatter = pgTable(
  'printed_matter',
  {
    id: id(),
    organisationId: organisationId(),
    kind: text('kind', { enum: PAPER_KINDS }).notNull(),
    title: text('title').notNull(),
    producer: text('producer').notNull(),
    orderer: text('orderer').notNull(),
    printRun: integer('print_run').notNull(),
    printedOn: date('printed_on', { mode: 'string' }).notNull(),
    /** The law wants a copy with the commission. */
    copyHandedOn: date('copy_handed_on', { mode: 'string' }),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('printed_matter_organisation').on(t.organisationId, t.createdAt),
    oneOf('printed_matter_kind_known', t.kind, PAPER_KINDS),
    check('printed_matter_imprint', sql`${t.producer} <> '' and ${t.orderer} <> '' and ${t.printRun} > 0`),
  ],
);

/** What the team has to know. `neededVersion`: the oldest version that still counts. */
export const briefings = pgTable(
  'briefings',
  {
    id: id(),
    organisationId: organisationId(),
    title: text('title').notNull(),
    version: integer('version').notNull(),
    neededVersion: integer('needed_version').notNull(),
    archivedAt: moment('archived_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('briefings_organisation').on(t.organisationId, t.createdAt)],
);

/** The words of a briefing as they were: an answer is to the questions that were asked. */
export const briefingVersions = pgTable(
  'briefing_versions',
  {
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    organisationId: organisationId(),
    text: text('text').notNull(),
    questions: jsonb('questions').$type<QuizQuestion[]>().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.briefingId, t.version] })],
);

export const briefingAnswers = pgTable(
  'briefing_answers',
  {
    id: id(),
    organisationId: organisationId(),
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    userId: uuid('user_id').notNull(),
    right: integer('right_answers').notNull(),
    isPassed: boolean('is_passed').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('briefing_answers_user').on(t.organisationId, t.userId, t.briefingId, t.version)],
);

/** Whom the candidate met, where and when, and who answers for what follows. */
export const teamMeetings = pgTable(
  'team_meetings',
  {
    id: id(),
    organisationId: organisationId(),
    kind: text('kind', { enum: MEETING_KINDS }).notNull(),
    partner: text('partner').notNull(),
    place: text('place').notNull().default(''),
    day: date('day', { mode: 'string' }).notNull(),
    note: text('note').notNull().default(''),
    /** What is to follow, by whom and when; empty when nothing is. */
    followUp: text('follow_up').notNull().default(''),
    ownerId: uuid('owner_id'),
    followUpOn: date('follow_up_on', { mode: 'string' }),
    followedUpOn: date('followed_up_on', { mode: 'string' }),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('team_meetings_organisation').on(t.organisationId, t.day),
    oneOf('team_meetings_kind_known', t.kind, MEETING_KINDS),
  ],
);

/** What the candidate promised, to whom, and what became of it. */
export const teamPromises = pgTable(
  'team_promises',
  {
    id: id(),
    organisationId: organisationId(),
    meetingId: uuid('meeting_id').references(() => teamMeetings.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    toWhom: text('to_whom').notNull().default(''),
    madeOn: date('made_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    ownerId: uuid('owner_id'),
    state: text('state', { enum: PROMISE_STATES }).notNull().default('open'),
    outcome: text('outcome').notNull().default(''),
    closedOn: date('closed_on', { mode: 'string' }),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('team_promises_organisation').on(t.organisationId, t.state, t.dueOn),
    oneOf('team_promises_state_known', t.state, PROMISE_STATES),
  ],
);

/** The candidate's own page, if she wants one: what strangers read of her within the campaign's days. */
export const candidatePages = pgTable(
  'candidate_pages',
  {
    organisationId: organisationId().primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    municipality: text('municipality').notNull(),
    about: text('about').notNull(),
    aims: text('aims').notNull().default(''),
    writeTo: text('write_to').notNull().default(''),
    orderer: text('orderer').notNull(),
    isOn: boolean('is_on').notNull().default(false),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [uniqueIndex('candidate_pages_slug').on(t.slug)],
);
