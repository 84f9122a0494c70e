import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { MEMBER_ROLES, ORGANISATION_KINDS, TEAM_ROLES } from '#app/kernel/actor.ts';
import { ORGANISATION_STATES } from '#app/features/organisations/rules/lifecycle.ts';
import { users } from './accounts.ts';
import { id, moment, oneOf } from './columns.ts';

export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    slug: text('slug').notNull(),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    state: text('state', { enum: ORGANISATION_STATES }).notNull(),
    /** Teams have none: their space is closed to everybody else (house.md rule 9). */
    parentId: uuid('parent_id').references((): AnyPgColumn => organisations.id),
    nameAz: text('name_az').notNull(),
    nameEn: text('name_en').notNull(),
    nameRu: text('name_ru').notNull(),
    aboutAz: text('about_az').notNull().default(''),
    aboutEn: text('about_en').notNull().default(''),
    aboutRu: text('about_ru').notNull().default(''),
    town: text('town').notNull().default(''),
    /** The office's point, shown on the public directory map. */
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    foundedYear: integer('founded_year'),
    /** Published on purpose by the organisation; not a person's contact. */
    publicEmail: text('public_email'),
    publicPhone: text('public_phone'),
    /** A registered legal person signs letters itself; the law asks for its name, legal address and representative. */
    isRegistered: boolean('is_registered').notNull().default(false),
    legalName: text('legal_name'),
    legalAddress: text('legal_address'),
    representativeName: text('representative_name'),
    representativePost: text('representative_post'),
    /** Idempotency of the application form. */
    clientId: uuid('client_id'),
    /** Why it applies, in its own words; the operator reads it. */
    application: text('application'),
    applicantEmailCipher: text('applicant_email_cipher'),
    decisionNote: text('decision_note'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    approvedAt: moment('approved_at'),
  },
  (t) => [
    uniqueIndex('organisations_slug').on(t.slug),
    uniqueIndex('organisations_client_id').on(t.clientId),
    oneOf('organisations_kind_known', t.kind, ORGANISATION_KINDS),
    oneOf('organisations_state_known', t.state, ORGANISATION_STATES),
  ],
);

/** Where an organisation works; a report from there reaches its moderators. */
export const organisationRegions = pgTable(
  'organisation_regions',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    region: text('region').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.region] }), index('organisation_regions_region').on(t.region)],
);

/** One row per role a person holds in an organisation. A leaver's rows are kept with an end, for the history of work. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: MEMBER_ROLES }).notNull(),
    /** In a candidate's team: the role there, which `role` follows from (features/teams/rules/roles.ts). */
    teamRole: text('team_role', { enum: TEAM_ROLES }),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`now()`),
    /** From this moment on there is no membership, whether or not anybody ended it. */
    expiresAt: moment('expires_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('memberships_once')
      .on(t.organisationId, t.userId, t.role, sql`coalesce(team_role, '')`)
      .where(sql`ended_at is null`),
    index('memberships_user').on(t.userId),
    oneOf('memberships_role_known', t.role, MEMBER_ROLES),
    oneOf('memberships_team_role_known', t.teamRole, TEAM_ROLES),
  ],
);
