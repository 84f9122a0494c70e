import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  ASSURANCES,
  INVALIDATION_REASONS,
  LINK_KINDS,
  SHEET_STATES,
  SIGNATURE_STATES,
  SUPPORT_CHANNELS,
} from '#app/features/campaigns/rules/support.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { users } from './accounts.ts';
import { campaigns } from './campaigns.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const campaignId = () =>
  uuid('campaign_id')
    .notNull()
    .references(() => campaigns.id, { onDelete: 'cascade' });
/** The organisation that collected it and whose people they are: the lead or a partner. */
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id);

/** A volunteer's own link: a collection point (its QR code) or a credited short link. */
export const campaignLinks = pgTable(
  'campaign_links',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    /** What stands in the address; a volunteer's secret for points, so it is random and can be closed. */
    code: text('code').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id),
    label: text('label').notNull().default(''),
    closedAt: moment('closed_at'),
    /** More people in one hour than a table usually serves: for somebody to look at, nothing is refused. */
    flaggedAt: moment('flagged_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('campaign_links_code').on(t.code), index('campaign_links_campaign').on(t.campaignId)],
);

/** A numbered printed sheet for signatures by hand. Its photograph is encrypted in the file store. */
export const supportSheets = pgTable(
  'support_sheets',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    number: integer('number').notNull(),
    state: text('state', { enum: SHEET_STATES }).notNull().default('printed'),
    photoKey: text('photo_key'),
    /** Rows on the paper that cannot be read or are empty, as the person who entered it counted. */
    unreadable: integer('unreadable').notNull().default(0),
    enteredBy: uuid('entered_by'),
    enteredAt: moment('entered_at'),
    checkedBy: uuid('checked_by'),
    checkedAt: moment('checked_at'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('support_sheets_number').on(t.campaignId, t.organisationId, t.number),
    oneOf('support_sheets_state_known', t.state, SHEET_STATES),
  ],
);

/**
 * One person's support. Who it is stands in `personCipher` alone (name, contact, village, birth year as JSON, encrypted
 * under the application's key); equality is asked of keyed hashes. After the campaign the cipher and hashes are emptied.
 */
export const signatures = pgTable(
  'signatures',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    state: text('state', { enum: SIGNATURE_STATES }).notNull().default('pending'),
    channel: text('channel', { enum: SUPPORT_CHANNELS }).notNull(),
    assurance: text('assurance', { enum: ASSURANCES }).notNull().default('self'),
    region: text('region').notNull(),
    personCipher: text('person_cipher'),
    /** Same campaign, same folded name, same contact (or, without one, same birth year and village): the same person. */
    signerIndex: text('signer_index'),
    /** Same campaign and contact, any name: families, and what an erasure has to find. */
    contactIndex: text('contact_index'),
    /** Same campaign, folded name and region, without contact: possible duplicates across channels, for a person to look at. */
    nameIndex: text('name_index'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    showsName: boolean('shows_name').notNull().default(false),
    wantsNews: boolean('wants_news').notNull().default(false),
    consentVersion: text('consent_version').notNull(),
    linkId: uuid('link_id').references(() => campaignLinks.id),
    sheetId: uuid('sheet_id'),
    sheetRow: smallint('sheet_row'),
    enteredBy: uuid('entered_by'),
    mails: smallint('mails').notNull().default(0),
    invalidationReason: text('invalidation_reason', { enum: INVALIDATION_REASONS }),
    createdAt: createdAt(),
    confirmedAt: moment('confirmed_at'),
    endedAt: moment('ended_at'),
    anonymisedAt: moment('anonymised_at'),
  },
  (t) => [
    // Named by hand: PostgreSQL cuts longer names.
    foreignKey({ name: 'signatures_sheet', columns: [t.sheetId], foreignColumns: [supportSheets.id] }),
    uniqueIndex('signatures_client_id').on(t.clientId),
    uniqueIndex('signatures_signer').on(t.campaignId, t.signerIndex),
    uniqueIndex('signatures_sheet_row').on(t.sheetId, t.sheetRow),
    index('signatures_contact').on(t.campaignId, t.contactIndex),
    index('signatures_name').on(t.campaignId, t.nameIndex),
    index('signatures_organisation').on(t.organisationId, t.campaignId, t.createdAt),
    oneOf('signatures_state_known', t.state, SIGNATURE_STATES),
    oneOf('signatures_channel_known', t.channel, SUPPORT_CHANNELS),
    oneOf('signatures_assurance_known', t.assurance, ASSURANCES),
  ],
);

/** What changed in the count and is not yet in the totals. Appended by a trigger, eaten by one roller. */
export const signatureDeltas = pgTable('signature_deltas', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  campaignId: uuid('campaign_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  channel: text('channel').notNull(),
  assurance: text('assurance').notNull(),
  region: text('region').notNull(),
  step: smallint('step').notNull(),
});

/** The totals that pages read. */
export const campaignTotals = pgTable(
  'campaign_totals',
  {
    campaignId: uuid('campaign_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    channel: text('channel').notNull(),
    assurance: text('assurance').notNull(),
    region: text('region').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.organisationId, t.channel, t.assurance, t.region] })],
);

/** One-time codes that a volunteer hands over in person; only their hash is kept. */
export const signatureCodes = pgTable(
  'signature_codes',
  {
    id: id(),
    campaignId: campaignId(),
    organisationId: organisationId(),
    codeHash: text('code_hash').notNull(),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => users.id),
    signatureId: uuid('signature_id').references(() => signatures.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    usedAt: moment('used_at'),
  },
  (t) => [uniqueIndex('signature_codes_hash').on(t.campaignId, t.codeHash)],
);

/** What a signer was told already: one mail a milestone or answer, whatever runs twice. */
export const signatureTellings = pgTable(
  'signature_tellings',
  {
    signatureId: uuid('signature_id')
      .notNull()
      .references(() => signatures.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    subjectId: uuid('subject_id').notNull(),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.signatureId, t.subjectId] })],
);

/** Contacts that may not sign (asked to be left alone, or abused): a keyed hash, never the contact. */
export const signingBlocks = pgTable(
  'signing_blocks',
  {
    organisationId: organisationId(),
    contactIndex: text('contact_index').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.contactIndex] })],
);
