import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  AUTHORS,
  BANDS,
  BLIND_KINDS,
  CAMPAIGN_NEEDS,
  DATE_KINDS,
  DATE_STATES,
  GRANT_KINDS,
  GRANT_REASONS,
  HANDOVERS,
  IDENTITY_REASONS,
  LABELS,
  MATTERS,
  NOT_TAKEN_REASONS,
  OUTCOMES,
  RECORD_KEY_KINDS,
  RECORD_KINDS,
  REFERRAL_STATES,
  REQUEST_STATES,
  SIGN_OFF_STATES,
  STAFF_ROLES,
  STAFF_STATES,
  TIME_ACTIVITIES,
  TRACKS,
  VISIBILITIES,
} from '#app/features/legal-aid/rules/desk.ts';
import { CASE_STATES } from '#app/features/legal-aid/rules/lifecycle.ts';
import { CERTAINTIES } from '#app/kernel/dated-rules/dated-rules.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { users } from './accounts.ts';
import { campaigns } from './campaigns.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';

/**
 * Legal aid: closed, and vault where words are. Not exported by index.ts: only the walled room reaches these tables.
 *
 * `legal` holds what a desk works with. No column of it takes a person's words: those are in `ciphertext`, under a case's
 * key. Days, never moments: an hour can betray who wrote. `vault_keys` holds the wrapped keys; it has a short-lived
 * backup of its own, so that deleting a row there is erasure (specification, section 2.3).
 */
export const legal = pgSchema('legal');
export const vaultKeys = pgSchema('vault_keys');

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

const day = (name: string) => date(name, { mode: 'string' });
/** Today in the country; commands give the day they work with. */
const madeOn = () => day('made_on').notNull();
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id);
const caseId = () =>
  uuid('case_id')
    .notNull()
    .references(() => cases.id, { onDelete: 'cascade' });

/** One desk an organisation. It takes requests while it is open and at least two vouched lawyers can receive them. */
export const desks = legal.table('desks', {
  organisationId: uuid('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  isOpen: boolean('is_open').notNull().default(false),
  /** Shown when nobody may receive a request: written by the lead, public. */
  phone: text('phone').notNull().default(''),
  hours: text('hours').notNull().default(''),
  firstReplyDays: integer('first_reply_days').notNull().default(3),
  /** Newest version of the desk's conflict key (grants of kind `team`), and the oldest that still counts: all between are its layers. */
  teamKeyVersion: integer('team_key_version').notNull().default(0),
  teamKeyFrom: integer('team_key_from').notNull().default(1),
  nextNumber: integer('next_number').notNull().default(1),
});

/** People of a desk, under the names they chose for it. */
export const staff = legal.table(
  'staff',
  {
    id: id(),
    organisationId: organisationId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: STAFF_ROLES }).notNull(),
    shownName: text('shown_name').notNull(),
    isBar: boolean('is_bar').notNull().default(false),
    isOnDuty: boolean('is_on_duty').notNull().default(true),
    /** Open cases at most. */
    capacity: integer('capacity').notNull().default(15),
    regions: text('regions')
      .array()
      .notNull()
      .default(sql`'{}'`),
    state: text('state', { enum: STAFF_STATES }).notNull().default('enrolled'),
    /** sha256 of the secret in the address of the calendar feed. */
    feedHash: text('feed_hash'),
    joinedOn: day('joined_on').notNull(),
    endedOn: day('ended_on'),
  },
  (t) => [
    uniqueIndex('legal_staff_person')
      .on(t.organisationId, t.userId)
      .where(sql`${t.state} <> 'revoked'`),
    uniqueIndex('legal_staff_feed').on(t.feedHash),
    oneOf('legal_staff_role_known', t.role, STAFF_ROLES),
    oneOf('legal_staff_state_known', t.state, STAFF_STATES),
  ],
);

export const cases = legal.table(
  'cases',
  {
    id: id(),
    organisationId: organisationId(),
    /** Counted within the desk when the request is handed in. */
    number: integer('number'),
    track: text('track', { enum: TRACKS }).notNull(),
    need: text('need', { enum: CAMPAIGN_NEEDS }),
    campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'set null' }),
    handover: text('handover', { enum: HANDOVERS }),
    language: text('language', { enum: LOCALES }).notNull(),
    state: text('state', { enum: CASE_STATES }).notNull().default('draft'),
    /** What danger and haste alone lead to; the next date in `due_on` may raise it (rules/bands). */
    bandFloor: text('band_floor', { enum: BANDS }).notNull().default('green'),
    /** A person's decision, with its reason in a record. */
    bandOverride: text('band_override', { enum: BANDS }),
    /** The nearest open date of any certainty. */
    dueOn: day('due_on'),
    region: text('region'),
    matter: text('matter', { enum: MATTERS }),
    /** Acting in court: for members of the Bar only (A17). */
    isCourt: boolean('is_court').notNull().default(false),
    label: text('label', { enum: LABELS }),
    claimedBy: uuid('claimed_by').references(() => staff.id),
    /** Whose turn it is. */
    isWaitingForUs: boolean('is_waiting_for_us').notNull().default(true),
    openedOn: day('opened_on').notNull(),
    lastOn: day('last_on').notNull(),
    firstReplyOn: day('first_reply_on'),
    keyVersion: integer('key_version').notNull().default(0),
    identityVersion: integer('identity_version').notNull().default(0),
    nextSeq: integer('next_seq').notNull().default(1),
    /** Sum of the padded lengths: what the queue may say about size. */
    paddedLength: integer('padded_length').notNull().default(0),
    /** Whether the story was sealed in the applicant's browser. */
    isSealedInBrowser: boolean('is_sealed_in_browser').notNull().default(false),
    isFiledForSomebody: boolean('is_filed_for_somebody').notNull().default(false),
    /** The applicant froze it: only the lead's grant is left until the applicant returns. */
    isFrozen: boolean('is_frozen').notNull().default(false),
    /** "If I do not look in by this day, tell the lawyer." */
    checkInOn: day('check_in_on'),
    /** Version of the consent text agreed to. */
    consentVersion: text('consent_version'),
    outcome: text('outcome', { enum: OUTCOMES }),
    notTakenReason: text('not_taken_reason', { enum: NOT_TAKEN_REASONS }),
    closedOn: day('closed_on'),
    retentionUntil: day('retention_until'),
    retentionWarnedOn: day('retention_warned_on'),
    isOnHold: boolean('is_on_hold').notNull().default(false),
  },
  (t) => [
    uniqueIndex('legal_cases_number').on(t.organisationId, t.number),
    index('legal_cases_queue').on(t.organisationId, t.state, t.dueOn),
    index('legal_cases_claimed').on(t.claimedBy, t.state),
    index('legal_cases_campaign').on(t.campaignId),
    oneOf('legal_cases_state_known', t.state, CASE_STATES),
    oneOf('legal_cases_track_known', t.track, TRACKS),
    check('legal_cases_numbered', sql`(${t.state} in ('draft', 'erased')) or ${t.number} is not null`),
  ],
);

/** The only place for words: JSON, padded and sealed under a version of a case's key; `version 0` is the draft's. */
export const records = legal.table(
  'records',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: RECORD_KINDS }).notNull(),
    author: text('author', { enum: AUTHORS }).notNull(),
    authorId: uuid('author_id').references(() => staff.id),
    visibility: text('visibility', { enum: VISIBILITIES }).notNull(),
    keyKind: text('key_kind', { enum: RECORD_KEY_KINDS }).notNull().default('case'),
    keyVersion: integer('key_version').notNull(),
    nonce: bytes('nonce').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    madeOn: madeOn(),
  },
  (t) => [
    uniqueIndex('legal_records_order').on(t.caseId, t.seq),
    index('legal_records_kind').on(t.caseId, t.kind),
    oneOf('legal_records_kind_known', t.kind, RECORD_KINDS),
    oneOf('legal_records_visibility_known', t.visibility, VISIBILITIES),
  ],
);

/** Sealed bytes outside the database; name, type, size and the file's own key are in the record. */
export const files = legal.table(
  'files',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    recordId: uuid('record_id')
      .notNull()
      .references(() => records.id, { onDelete: 'cascade' }),
    storageKey: text('storage_key').notNull(),
    storedBytes: integer('stored_bytes').notNull(),
    madeOn: madeOn(),
  },
  (t) => [uniqueIndex('legal_files_record').on(t.recordId)],
);

/** Names and numbers of a case's sides under the desk's conflict key: equal or not is all they say. */
export const blindIndexes = legal.table(
  'blind_indexes',
  {
    caseId: caseId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: BLIND_KINDS }).notNull(),
    side: text('side', { enum: ['ours', 'other'] }).notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.side, t.kind, t.hash] }),
    index('legal_blind_hash').on(t.organisationId, t.hash),
  ],
);

/** Who must not see a case: ticked by the applicant before sealing, or found in conflict. */
export const exclusions = legal.table(
  'exclusions',
  {
    caseId: caseId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    organisationId: organisationId(),
    by: text('by', { enum: ['applicant', 'conflict'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.staffId] })],
);

export const assignments = legal.table(
  'assignments',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text('role', { enum: ['responsible', 'second', 'cover'] }).notNull(),
    fromOn: day('from_on').notNull(),
    toOn: day('to_on'),
    /** Why it changed hands. */
    recordId: uuid('record_id').references(() => records.id, { onDelete: 'set null' }),
  },
  (t) => [index('legal_assignments_case').on(t.caseId), index('legal_assignments_staff').on(t.staffId)],
);

/** Deadlines, tasks and check-ins; what they are about is in the record. */
export const dates = legal.table(
  'dates',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    kind: text('kind', { enum: DATE_KINDS }).notNull(),
    /** Of rules/deadlines; null is a date somebody set by hand. */
    ruleKey: text('rule_key'),
    certainty: text('certainty', { enum: CERTAINTIES }),
    /** Null while no confirmed calendar covers the year, and for tasks without a day. */
    dueOn: day('due_on'),
    isCritical: boolean('is_critical').notNull().default(false),
    /** Whether the applicant sees it; never for low certainty. */
    isShown: boolean('is_shown').notNull().default(false),
    state: text('state', { enum: DATE_STATES }).notNull().default('open'),
    staffId: uuid('staff_id').references(() => staff.id),
    recordId: uuid('record_id')
      .notNull()
      .references(() => records.id, { onDelete: 'cascade' }),
    signOff: text('sign_off', { enum: SIGN_OFF_STATES }).notNull().default('none'),
    askedBy: uuid('asked_by').references(() => staff.id),
    decidedBy: uuid('decided_by').references(() => staff.id),
    doneOn: day('done_on'),
    madeOn: madeOn(),
  },
  (t) => [
    index('legal_dates_case').on(t.caseId),
    index('legal_dates_due').on(t.organisationId, t.state, t.dueOn),
    check('legal_dates_two_people', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
    check('legal_dates_low_hidden', sql`not (${t.isShown} and coalesce(${t.certainty}, 'high') = 'low')`),
  ],
);

export const timeEntries = legal.table(
  'time_entries',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    onDay: day('on_day').notNull(),
    minutes: integer('minutes').notNull(),
    activity: text('activity', { enum: TIME_ACTIVITIES }).notNull(),
  },
  (t) => [index('legal_time_case').on(t.caseId), check('legal_time_minutes', sql`${t.minutes} between 1 and 1440`)],
);

/** A lawyer asks for the name behind a case; a custodian decides. */
export const identityRequests = legal.table(
  'identity_requests',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => staff.id),
    reason: text('reason', { enum: IDENTITY_REASONS }).notNull(),
    recordId: uuid('record_id').references(() => records.id, { onDelete: 'set null' }),
    state: text('state', { enum: REQUEST_STATES }).notNull().default('asked'),
    decidedBy: uuid('decided_by').references(() => staff.id),
    askedOn: day('asked_on').notNull(),
    decidedOn: day('decided_on'),
  },
  (t) => [
    index('legal_identity_requests_state').on(t.organisationId, t.state),
    check('legal_identity_two_people', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
  ],
);

/** Handing a case on, after the applicant agreed in the thread. */
export const referrals = legal.table(
  'referrals',
  {
    id: id(),
    caseId: caseId(),
    organisationId: organisationId(),
    /** Another desk of this instance; null is somebody outside, named in the record. */
    toOrganisationId: uuid('to_organisation_id').references(() => organisations.id),
    state: text('state', { enum: REFERRAL_STATES }).notNull().default('proposed'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id),
    recordId: uuid('record_id')
      .notNull()
      .references(() => records.id, { onDelete: 'cascade' }),
    madeOn: madeOn(),
    decidedOn: day('decided_on'),
  },
  (t) => [index('legal_referrals_case').on(t.caseId)],
);

/** Cases of one matter share facts under the bundle's own key; names stay where they are. */
export const bundles = legal.table('bundles', {
  id: id(),
  organisationId: organisationId(),
  campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'set null' }),
  keyVersion: integer('key_version').notNull().default(1),
  nextSeq: integer('next_seq').notNull().default(1),
  madeBy: uuid('made_by')
    .notNull()
    .references(() => staff.id),
  madeOn: madeOn(),
});

export const bundleCases = legal.table(
  'bundle_cases',
  {
    bundleId: uuid('bundle_id')
      .notNull()
      .references(() => bundles.id, { onDelete: 'cascade' }),
    caseId: caseId(),
    organisationId: organisationId(),
  },
  (t) => [primaryKey({ columns: [t.bundleId, t.caseId] }), index('legal_bundle_cases_case').on(t.caseId)],
);

export const bundleRecords = legal.table(
  'bundle_records',
  {
    id: id(),
    bundleId: uuid('bundle_id')
      .notNull()
      .references(() => bundles.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['title', 'fact', 'document'] }).notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staff.id),
    keyVersion: integer('key_version').notNull(),
    nonce: bytes('nonce').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    madeOn: madeOn(),
  },
  (t) => [uniqueIndex('legal_bundle_records_order').on(t.bundleId, t.seq)],
);

/** A lawyer's own views of the queue: filters only, named by what they filter. */
export const savedViews = legal.table(
  'saved_views',
  {
    id: id(),
    organisationId: organisationId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    query: text('query').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('legal_saved_views_query').on(t.staffId, t.query)],
);

/** Where a constant sentence may be sent to the applicant: encrypted under the application's key, said so beside the field. */
export const noticeAddresses = legal.table('notice_addresses', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id, { onDelete: 'cascade' }),
  organisationId: organisationId(),
  addressCipher: text('address_cipher').notNull(),
});

/** What was opened and done, without content; inserted only, chained by a trigger (db/guards/070-legal.sql). */
export const legalAudit = legal.table(
  'audit_entries',
  {
    n: bigserial('n', { mode: 'number' }).primaryKey(),
    organisationId: organisationId(),
    onDay: day('on_day').notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'applicant', 'system'] }).notNull(),
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    caseId: uuid('case_id'),
    reason: text('reason'),
    previous: text('previous'),
    hash: text('hash').notNull().default(''),
  },
  (t) => [index('legal_audit_case').on(t.caseId), index('legal_audit_organisation').on(t.organisationId, t.n)],
);

/** Forms that were done: the same form sent again gets the same answer. A day, no command, no content. */
export const doneForms = legal.table('done_forms', {
  id: uuid('id').primaryKey(),
  outcome: jsonb('outcome').notNull(),
  onDay: day('on_day').notNull(),
});

/** Public halves of a person's keys, and who vouches for them. `role` and `is_bar` are part of what is signed. */
export const userKeys = vaultKeys.table(
  'user_keys',
  {
    id: id(),
    organisationId: organisationId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text('role', { enum: STAFF_ROLES }).notNull(),
    isBar: boolean('is_bar').notNull(),
    /** The name that was vouched for. */
    shownName: text('shown_name').notNull(),
    boxPublic: bytes('box_public').notNull(),
    signPublic: bytes('sign_public').notNull(),
    vouchedBy: uuid('vouched_by'),
    signature: bytes('signature'),
    isRevoked: boolean('is_revoked').notNull().default(false),
    madeOn: madeOn(),
    vouchedOn: day('vouched_on'),
    revokedOn: day('revoked_on'),
  },
  (t) => [
    index('vault_user_keys_organisation').on(t.organisationId),
    uniqueIndex('vault_user_keys_current')
      .on(t.staffId)
      .where(sql`not ${t.isRevoked}`),
  ],
);

/** A person's secret keys, wrapped once for each way to open them. */
export const userWraps = vaultKeys.table(
  'user_wraps',
  {
    id: id(),
    organisationId: organisationId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    keyId: uuid('key_id')
      .notNull()
      .references(() => userKeys.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['passphrase', 'recovery', 'prf'] }).notNull(),
    /** Salt and cost of the passphrase, credential and salt of a passkey; nothing secret. */
    parameters: jsonb('parameters').notNull(),
    nonce: bytes('nonce').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    madeOn: madeOn(),
  },
  (t) => [index('vault_user_wraps_key').on(t.keyId)],
);

/** A version of a key, sealed to one holder (HPKE; the place is in its info). */
export const grants = vaultKeys.table(
  'grants',
  {
    id: id(),
    organisationId: organisationId(),
    kind: text('kind', { enum: GRANT_KINDS }).notNull(),
    /** The case, bundle or (kind `team`) organisation. */
    subjectId: uuid('subject_id').notNull(),
    version: integer('version').notNull(),
    holderKind: text('holder_kind', { enum: ['staff', 'applicant'] }).notNull(),
    /** The staff member, or for an applicant the case. */
    holderId: uuid('holder_id').notNull(),
    /** The holder's key: of user_keys, or for an applicant the receipt. */
    keyId: uuid('key_id').notNull(),
    enc: bytes('enc').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    /** Who made this version of the key: a signature (`linkBy` names the key), or a MAC (vault/links). */
    link: bytes('link'),
    linkBy: uuid('link_by'),
    grantedBy: uuid('granted_by'),
    reason: text('reason', { enum: GRANT_REASONS }).notNull(),
    madeOn: madeOn(),
  },
  (t) => [
    uniqueIndex('vault_grants_once').on(t.kind, t.subjectId, t.version, t.keyId),
    index('vault_grants_key').on(t.keyId),
    index('vault_grants_holder').on(t.holderId),
  ],
);

/** An applicant's key, wrapped under the receipt's secret; `lookup_hash` tells whether the secret is right. */
export const receipts = vaultKeys.table(
  'receipts',
  {
    id: id(),
    organisationId: organisationId(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    locator: text('locator').notNull(),
    salt: bytes('salt').notNull(),
    lookupHash: bytes('lookup_hash').notNull(),
    boxPublic: bytes('box_public').notNull(),
    nonce: bytes('nonce').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    madeOn: madeOn(),
  },
  (t) => [index('vault_receipts_locator').on(t.locator), index('vault_receipts_case').on(t.caseId)],
);

/** Keys opened for a while: wrapped under a token that only the cookie holds. Gone after 15 minutes without a request. */
export const unlocks = vaultKeys.table(
  'unlocks',
  {
    /** sha256 of the token. */
    id: text('id').primaryKey(),
    organisationId: organisationId(),
    kind: text('kind', { enum: ['staff', 'receipt'] }).notNull(),
    /** The staff member, or the case. */
    holderId: uuid('holder_id').notNull(),
    keyId: uuid('key_id').notNull(),
    /** The sign-in it belongs to; null for a receipt. */
    sessionId: text('session_id'),
    nonce: bytes('nonce').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    madeAt: moment('made_at').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (t) => [index('vault_unlocks_holder').on(t.holderId), index('vault_unlocks_seen').on(t.seenAt)],
);
