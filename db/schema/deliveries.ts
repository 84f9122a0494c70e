import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { DELIVERY_CHANNELS, FOLLOWUP_KINDS, LETTER_STATES } from '#app/features/authorities/rules/letter.ts';
import {
  LETTER_ACTION_STATES,
  PACK_STATES,
  REPLY_KINDS,
  SUPPORTER_LETTER_STATES,
  SUPPORTER_LETTER_WAYS,
  type PackFile,
} from '#app/features/campaigns/rules/delivery.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { bodies, letterSignatories, posts } from './authorities.ts';
import { campaignDocuments, campaigns } from './campaigns.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';
import { signatures } from './support.ts';

const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const campaignId = () =>
  uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id, { onDelete: 'cascade' });
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id);

/** The files for the body: covering letter and demands, annex A (hand-signed sheets), annex B (online support as numbers). Encrypted in the store. */
export const campaignPacks = pgTable(
  'campaign_packs',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    bodyId: uuid('body_id').references(() => bodies.id),
    postId: uuid('post_id').references(() => posts.id),
    /** The addressee as it stands on the letter. */
    addressee: text('addressee').notNull(),
    letter: text('letter').notNull(),
    state: text('state', { enum: PACK_STATES }).notNull().default('queued'),
    /** Whose name and address stand on it where the organisation is not registered. */
    signatoryId: uuid('signatory_id').references(() => letterSignatories.id, { onDelete: 'set null' }),
    /** What was written, in its order; emptied when the files are deleted. */
    files: jsonb('files')
      .$type<PackFile[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** How far the job is, in hundredths: shown to who left the page and came back. */
    progress: integer('progress').notNull().default(0),
    /** SHA-256 over the files in their order, printed on the receipt that the body stamps and shown with the delivery. */
    sha256: text('sha256'),
    pages: integer('pages'),
    supporters: integer('supporters'),
    handSigned: integer('hand_signed'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    madeAt: moment('made_at'),
    deletedAt: moment('deleted_at'),
  },
  (t) => [uniqueIndex('campaign_packs_client_id').on(t.clientId), index('campaign_packs_campaign').on(t.campaignId)],
);

/** What left, when, how, to whom; the clock of the answer runs from here. */
export const campaignDeliveries = pgTable(
  'campaign_deliveries',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    packId: uuid('pack_id').references(() => campaignPacks.id),
    bodyId: uuid('body_id').references(() => bodies.id),
    postId: uuid('post_id').references(() => posts.id),
    addressee: text('addressee').notNull(),
    channel: text('channel', { enum: DELIVERY_CHANNELS }).notNull(),
    deliveredOn: date('delivered_on').notNull(),
    registerNumber: text('register_number'),
    /** Supporters at that moment, by hand and online: what the page says was delivered. */
    supporters: integer('supporters').notNull().default(0),
    handSigned: integer('hand_signed').notNull().default(0),
    packSha256: text('pack_sha256'),
    stampId: uuid('stamp_id').references(() => campaignDocuments.id),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    /** The body said that the matter needs study: the longer answer term counts. */
    withStudy: boolean('with_study').notNull().default(false),
    remindedAt: moment('reminded_at'),
    escalatedAt: moment('escalated_at'),
  },
  (t) => [
    uniqueIndex('campaign_deliveries_client_id').on(t.clientId),
    index('campaign_deliveries_campaign').on(t.campaignId, t.deliveredOn),
  ],
);

/** The authority's answer, as the organisation received and published it. */
export const campaignReplies = pgTable(
  'campaign_replies',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => campaignDeliveries.id, { onDelete: 'cascade' }),
    receivedOn: date('received_on').notNull(),
    kind: text('kind', { enum: REPLY_KINDS }).notNull(),
    /** The answer in words, or its summary; strangers read it. */
    text: text('text').notNull(),
    documentId: uuid('document_id').references(() => campaignDocuments.id),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('campaign_replies_client_id').on(t.clientId),
    index('campaign_replies_campaign').on(t.campaignId),
    oneOf('campaign_replies_kind_known', t.kind, REPLY_KINDS),
  ],
);

/** What signers think of the answer: one to five, once each, changeable. */
export const replyRatings = pgTable(
  'reply_ratings',
  {
    replyId: uuid('reply_id')
      .notNull()
      .references(() => campaignReplies.id, { onDelete: 'cascade' }),
    signatureId: uuid('signature_id')
      .notNull()
      .references(() => signatures.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    stars: smallint('stars').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.replyId, t.signatureId] })],
);

/** An invitation to write one's own letter to a decision-maker. */
export const letterActions = pgTable(
  'letter_actions',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    postId: uuid('post_id').references(() => posts.id),
    /** In test mode letters go to the organisation's own address and nowhere else. */
    state: text('state', { enum: LETTER_ACTION_STATES }).notNull().default('test'),
    subject: text('subject').notNull(),
    /** Points to choose from, not a text to copy: equal letters are held back. */
    hints: text('hints').notNull(),
    hourlyMax: integer('hourly_max').notNull().default(20),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    closedAt: moment('closed_at'),
  },
  (t) => [index('letter_actions_campaign').on(t.campaignId)],
);

export const supporterLetters = pgTable(
  'supporter_letters',
  {
    id: id(),
    actionId: uuid('action_id')
      .notNull()
      .references(() => letterActions.id, { onDelete: 'cascade' }),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    way: text('way', { enum: SUPPORTER_LETTER_WAYS }).notNull(),
    state: text('state', { enum: SUPPORTER_LETTER_STATES }).notNull(),
    /** Written while the action was in test mode: it reaches the organisation's own address, whatever happens later. */
    isTest: boolean('is_test').notNull().default(false),
    /** Name, contact and text as JSON, encrypted. */
    letterCipher: text('letter_cipher'),
    /** Same sender to the same target: kept and not sent again. */
    senderIndex: text('sender_index'),
    /** Same words to the same target: a bulk copy. */
    textIndex: text('text_index'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    createdAt: createdAt(),
    sentAt: moment('sent_at'),
  },
  (t) => [
    uniqueIndex('supporter_letters_client_id').on(t.clientId),
    index('supporter_letters_queue').on(t.actionId, t.state, t.createdAt),
  ],
);

/** A reminder to the same body, or an escalation to the one above, drafted by a job on its day and sent by a person. */
export const deliveryFollowups = pgTable(
  'delivery_followups',
  {
    id: id(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => campaignDeliveries.id, { onDelete: 'cascade' }),
    campaignId: campaignId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: FOLLOWUP_KINDS }).notNull(),
    state: text('state', { enum: LETTER_STATES }).notNull().default('draft'),
    bodyId: uuid('body_id').references(() => bodies.id),
    addressee: text('addressee').notNull(),
    text: text('text').notNull(),
    createdAt: createdAt(),
    sentOn: date('sent_on'),
  },
  (t) => [uniqueIndex('delivery_followups_once').on(t.deliveryId, t.kind)],
);
