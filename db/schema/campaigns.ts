import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  CAMPAIGN_FLAG_KINDS,
  CAMPAIGN_FLAG_STATES,
  CAMPAIGN_STATES,
  CAMPAIGN_STEPS,
  DEMAND_STATES,
  DOCUMENT_KINDS,
  MILESTONE_KINDS,
  OUTCOMES,
  PARTNER_STATES,
  PUBLIC_CAMPAIGN_STATES,
  REVIEW_REASONS,
  SUGGESTION_STATES,
} from '#app/features/campaigns/rules/lifecycle.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { users } from './accounts.ts';
import { bodies, posts } from './authorities.ts';
import { id, moment, oneOf } from './columns.ts';
import { issues } from './issues.ts';
import { organisations } from './organisations.ts';

const publicStates = sql.raw(PUBLIC_CAMPAIGN_STATES.map((state) => `'${state}'`).join(', '));
const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id);

/** Need → demands → actions → delivery → answer → what changed. The organisation is the one that leads it. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    /** Its public address, given at the start and never changed afterwards. */
    slug: text('slug').notNull(),
    state: text('state', { enum: CAMPAIGN_STATES }).notNull().default('draft'),
    theme: text('theme').notNull(),
    category: text('category').notNull(),
    region: text('region').notNull(),
    place: text('place').notNull().default(''),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    title: text('title').notNull(),
    /** One or two sentences for lists, share cards and the top of the page. */
    summary: text('summary').notNull().default(''),
    /** The need: what is wrong, for whom, since when. */
    story: text('story').notNull().default(''),
    peopleAffected: integer('people_affected'),
    goal: integer('goal').notNull().default(100),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The minute from which signing is closed; null while none is set. */
    closesAt: moment('closes_at'),
    /** The live brake: one press stops signing of this campaign alone. */
    isSigningPaused: boolean('is_signing_paused').notNull().default(false),
    /** Off for "no public names" campaigns: then nobody is even asked. */
    hasPublicNames: boolean('has_public_names').notNull().default(true),
    /** A finished campaign from before, brought in as a verified case (part 11). */
    isPast: boolean('is_past').notNull().default(false),
    submittedBy: uuid('submitted_by'),
    submittedAt: moment('submitted_at'),
    publishedAt: moment('published_at'),
    deliveredAt: moment('delivered_at'),
    answeredAt: moment('answered_at'),
    endedAt: moment('ended_at'),
    /** A result waits here for a second person. */
    proposedOutcome: text('proposed_outcome', { enum: OUTCOMES }),
    proposedBy: uuid('proposed_by'),
    proposedAt: moment('proposed_at'),
    /** What changed, in the organisation's words; shown with the confirmed result. */
    before: text('before'),
    after: text('after'),
    confirmedBy: uuid('confirmed_by'),
    /** Name or office of the verifier, for past cases whose verifier has no account. */
    verifier: text('verifier'),
    verifiedOn: date('verified_on'),
    /** Taken down by a moderator, with a coded reason. */
    hiddenAt: moment('hidden_at'),
    hiddenReason: text('hidden_reason', { enum: REVIEW_REASONS }),
    /** Signers' people were removed (six months after the end). */
    anonymisedAt: moment('anonymised_at'),
    isPublic: boolean('is_public').generatedAlwaysAs(
      sql`state in (${publicStates}) and published_at is not null and hidden_at is null`,
    ),
    searchText: text('search_text').generatedAlwaysAs(
      sql`app.fold(title || ' ' || summary || ' ' || story || ' ' || place)`,
    ),
    /** Counts the edits, so that two organisers do not overwrite each other unseen. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('campaigns_slug').on(t.slug),
    uniqueIndex('campaigns_client_id').on(t.clientId),
    index('campaigns_organisation').on(t.organisationId, t.state, t.updatedAt),
    index('campaigns_public_newest')
      .on(t.publishedAt.desc(), t.id)
      .where(sql`is_public`),
    index('campaigns_public_search')
      .using('gin', sql`${t.searchText} gin_trgm_ops`)
      .where(sql`is_public`),
    oneOf('campaigns_state_known', t.state, CAMPAIGN_STATES),
  ],
);

const campaignId = () =>
  uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id, { onDelete: 'cascade' });

/** The need in reports: which of them the campaign stands on. Their counters are read live. */
export const campaignIssues = pgTable(
  'campaign_issues',
  {
    campaignId: campaignId(),
    organisationId: organisationId(),
    issueId: uuid('issue_id')
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.issueId] }), index('campaign_issues_issue').on(t.issueId)],
);

/** What is asked, of which post (whose holder is resolved by date) or, where no post is known, of which body. */
export const campaignDemands = pgTable(
  'campaign_demands',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    bodyId: uuid('body_id').references(() => bodies.id),
    postId: uuid('post_id').references(() => posts.id),
    state: text('state', { enum: DEMAND_STATES }).notNull().default('open'),
    /** The day promised or asked for. */
    dueOn: date('due_on'),
    changedAt: moment('changed_at')
      .notNull()
      .default(sql`now()`),
    createdAt: createdAt(),
  },
  (t) => [
    index('campaign_demands_campaign').on(t.campaignId, t.position),
    oneOf('campaign_demands_state_known', t.state, DEMAND_STATES),
  ],
);

/** Each change of a demand's state, with the sentence that strangers read. */
export const campaignDemandMoves = pgTable(
  'campaign_demand_moves',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    demandId: uuid('demand_id')
      .notNull()
      .references(() => campaignDemands.id, { onDelete: 'cascade' }),
    fromState: text('from_state', { enum: DEMAND_STATES }).notNull(),
    toState: text('to_state', { enum: DEMAND_STATES }).notNull(),
    note: text('note').notNull(),
    evidenceUrl: text('evidence_url'),
    actorId: uuid('actor_id'),
    createdAt: createdAt(),
  },
  (t) => [index('campaign_demand_moves_demand').on(t.demandId, t.createdAt)],
);

/** A number of supporters or a day worth telling about. Once reached it stays reached. */
export const campaignMilestones = pgTable(
  'campaign_milestones',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: MILESTONE_KINDS }).notNull(),
    title: text('title').notNull(),
    supporters: integer('supporters'),
    on: date('on'),
    reachedAt: moment('reached_at'),
    /** When the mails to signers who want to be told were enqueued. */
    toldAt: moment('told_at'),
    createdAt: createdAt(),
  },
  (t) => [index('campaign_milestones_campaign').on(t.campaignId)],
);

/** News to everybody who reads the page. */
export const campaignUpdates = pgTable(
  'campaign_updates',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    authorId: uuid('author_id'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('campaign_updates_client_id').on(t.clientId),
    index('campaign_updates_campaign').on(t.campaignId, t.createdAt),
  ],
);

/** The campaign's own history: who moved it, who proposed and confirmed. `note` stays inside the organisation. */
export const campaignSteps = pgTable(
  'campaign_steps',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: CAMPAIGN_STEPS }).notNull(),
    fromState: text('from_state', { enum: CAMPAIGN_STATES }),
    toState: text('to_state', { enum: CAMPAIGN_STATES }),
    reason: text('reason', { enum: REVIEW_REASONS }),
    note: text('note'),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('campaign_steps_campaign').on(t.campaignId, t.createdAt),
    oneOf('campaign_steps_kind_known', t.kind, CAMPAIGN_STEPS),
  ],
);

export const campaignTeam = pgTable(
  'campaign_team',
  {
    campaignId: campaignId(),
    organisationId: organisationId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the person does in this campaign, in the organisation's words. */
    task: text('task').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.userId] })],
);

/** A partner organisation in a coalition. Its people stay its own: signatures carry the organisation that collected them. */
export const campaignPartners = pgTable(
  'campaign_partners',
  {
    campaignId: campaignId(),
    /** The partner. */
    organisationId: organisationId(),
    /** Who invited: the campaign's own organisation. */
    leadId: uuid('lead_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state', { enum: PARTNER_STATES }).notNull().default('invited'),
    /** The partner's own words on its own page of the campaign. */
    text: text('text').notNull().default(''),
    invitedAt: moment('invited_at')
      .notNull()
      .default(sql`now()`),
    answeredAt: moment('answered_at'),
    leftAt: moment('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.organisationId] }),
    index('campaign_partners_organisation').on(t.organisationId, t.state),
    oneOf('campaign_partners_state_known', t.state, PARTNER_STATES),
  ],
);

/** Pictures, papers, evidence, stamped copies: a file of ours (encrypted in the store unless public) or a link. */
export const campaignDocuments = pgTable(
  'campaign_documents',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: DOCUMENT_KINDS }).notNull(),
    title: text('title').notNull(),
    fileKey: text('file_key'),
    fileName: text('file_name'),
    mime: text('mime'),
    bytes: integer('bytes'),
    url: text('url'),
    isPublic: boolean('is_public').notNull().default(false),
    addedBy: uuid('added_by'),
    createdAt: createdAt(),
  },
  (t) => [index('campaign_documents_campaign').on(t.campaignId, t.kind)],
);

/** Reports that stand near each other and speak of one thing: a campaign could begin here. Never suggested twice. */
export const campaignSuggestions = pgTable(
  'campaign_suggestions',
  {
    id: id(),
    organisationId: organisationId(),
    state: text('state', { enum: SUGGESTION_STATES }).notNull().default('open'),
    theme: text('theme').notNull(),
    category: text('category').notNull(),
    region: text('region').notNull(),
    place: text('place').notNull().default(''),
    /** Their middle, of public points only. */
    lat: doublePrecision('lat').notNull(),
    lng: doublePrecision('lng').notNull(),
    issueIds: uuid('issue_ids').array().notNull(),
    peopleConfirmed: integer('people_confirmed').notNull().default(0),
    foundAt: moment('found_at')
      .notNull()
      .default(sql`now()`),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'set null' }),
  },
  (t) => [index('campaign_suggestions_organisation').on(t.organisationId, t.state)],
);

/** "Report this page", and a named body's right of reply: both wait for a moderator. */
export const campaignFlags = pgTable(
  'campaign_flags',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    kind: text('kind', { enum: CAMPAIGN_FLAG_KINDS }).notNull(),
    text: text('text').notNull(),
    bodyName: text('body_name'),
    signatory: text('signatory'),
    contactCipher: text('contact_cipher'),
    state: text('state', { enum: CAMPAIGN_FLAG_STATES }).notNull().default('open'),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('campaign_flags_client_id').on(t.clientId),
    index('campaign_flags_queue').on(t.organisationId, t.state),
  ],
);
