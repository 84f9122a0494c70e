import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { OUTLET_KINDS, PARTNER_KINDS, TONES } from '#app/features/media/rules/kinds.ts';
import { campaigns } from './campaigns.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

const createdAt = () =>
  moment('created_at')
    .notNull()
    .default(sql`now()`);
const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' });
/** The person it was recorded with; app.person_now says with whom that one stands after merges. */
const personId = () => uuid('person_id');

/** A newsroom that an organisation works with. */
export const mediaOutlets = pgTable(
  'media_outlets',
  {
    id: id(),
    organisationId: organisationId(),
    name: text('name').notNull(),
    nameKey: text('name_key')
      .notNull()
      .generatedAlwaysAs(sql`app.fold(name)`),
    kind: text('kind', { enum: OUTLET_KINDS }).notNull(),
    region: text('region').notNull().default(''),
    url: text('url').notNull().default(''),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('media_outlets_name').on(t.organisationId, t.nameKey),
    oneOf('media_outlets_kind_known', t.kind, OUTLET_KINDS),
  ],
);

/** Something that was printed, said or shown about the organisation's work. */
export const mediaCoverage = pgTable(
  'media_coverage',
  {
    id: id(),
    organisationId: organisationId(),
    on: date('on').notNull(),
    outletId: uuid('outlet_id')
      .notNull()
      .references(() => mediaOutlets.id, { onDelete: 'cascade' }),
    personId: personId().references(() => people.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    url: text('url').notNull().default(''),
    tone: text('tone', { enum: TONES }).notNull(),
    campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'set null' }),
    eventId: uuid('event_id'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('media_coverage_organisation').on(t.organisationId, t.on),
    index('media_coverage_person').on(t.personId),
    index('media_coverage_outlet').on(t.outletId),
    oneOf('media_coverage_tone_known', t.tone, TONES),
  ],
);

/** An organisation outside the platform, or inside it, that one works with. Its people stand in `people`. */
export const partnerOrganisations = pgTable(
  'partner_organisations',
  {
    id: id(),
    organisationId: organisationId(),
    name: text('name').notNull(),
    nameKey: text('name_key')
      .notNull()
      .generatedAlwaysAs(sql`app.fold(name)`),
    kind: text('kind', { enum: PARTNER_KINDS }).notNull(),
    region: text('region').notNull().default(''),
    url: text('url').notNull().default(''),
    /** What one does together, or wishes to. */
    note: text('note').notNull().default(''),
    /** Whom one speaks with there. */
    personId: personId().references(() => people.id, { onDelete: 'set null' }),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('partner_organisations_name').on(t.organisationId, t.nameKey),
    oneOf('partner_organisations_kind_known', t.kind, PARTNER_KINDS),
  ],
);

/** By when to write to or call a journalist, a partner's person, or a partner organisation again. */
export const contactFollowUps = pgTable(
  'contact_follow_ups',
  {
    id: id(),
    organisationId: organisationId(),
    personId: personId().references(() => people.id, { onDelete: 'cascade' }),
    partnerId: uuid('partner_id').references(() => partnerOrganisations.id, { onDelete: 'cascade' }),
    dueOn: date('due_on').notNull(),
    aboutCipher: text('about_cipher'),
    doneAt: moment('done_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('contact_follow_ups_due')
      .on(t.organisationId, t.dueOn)
      .where(sql`done_at is null`),
    check('contact_follow_ups_one', sql`(${t.personId} is null) <> (${t.partnerId} is null)`),
  ],
);
