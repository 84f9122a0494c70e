import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { AGE_BANDS, GENDERS } from '#app/features/people/rules/kinds.ts';
import { RESERVED_FOR, SUBMISSION_STATES, TASK_STATES } from '#app/features/tasks/rules/kinds.ts';
import { campaigns } from './campaigns.ts';
import { id, moment, oneOf } from './columns.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' });
const now = (name: string) =>
  moment(name)
    .notNull()
    .default(sql`now()`);

/** Something to be done, by a colleague with an account, by a volunteer without one, or by nobody yet. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    organisationId: organisationId(),
    state: text('state', { enum: TASK_STATES }).notNull().default('open'),
    title: text('title').notNull(),
    details: text('details').notNull().default(''),
    dueOn: date('due_on', { mode: 'string' }),
    assigneeId: uuid('assignee_id'),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'set null' }),
    /** Where in the workspace the matter stands, below `/org/:org`; empty for none. */
    place: text('place').notNull().default(''),
    /** Names what another room raised, so that it is raised once. */
    raisedFor: text('raised_for'),
    /** Null where the product raised it. */
    createdBy: uuid('created_by'),
    doneAt: moment('done_at'),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [
    index('tasks_board').on(t.organisationId, t.state, t.dueOn),
    index('tasks_assignee').on(t.organisationId, t.assigneeId, t.state),
    index('tasks_person').on(t.personId),
    index('tasks_campaign').on(t.campaignId),
    uniqueIndex('tasks_raised').on(t.organisationId, t.raisedFor),
    oneOf('tasks_state_known', t.state, TASK_STATES),
    check('tasks_one_assignee', sql`${t.assigneeId} is null or ${t.personId} is null`),
  ],
);

/** A form through which people join: one of the organisation, and one of each campaign that wants it. */
export const joinForms = pgTable(
  'join_forms',
  {
    id: id(),
    organisationId: organisationId(),
    campaignId: uuid('campaign_id').references(() => campaigns.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    isOpen: boolean('is_open').notNull().default(false),
    intro: text('intro').notNull().default(''),
    /** The language the intro and the roles are written in. */
    locale: text('locale').notNull(),
    createdAt: now('created_at'),
    updatedAt: now('updated_at'),
  },
  (t) => [
    uniqueIndex('join_forms_slug').on(t.slug),
    uniqueIndex('join_forms_organisation')
      .on(t.organisationId)
      .where(sql`campaign_id is null`),
    uniqueIndex('join_forms_campaign')
      .on(t.organisationId, t.campaignId)
      .where(sql`campaign_id is not null`),
  ],
);

/** What people may join as. `reserved` of the `places` are kept for a group; 0 places: as many as come. */
export const joinRoles = pgTable(
  'join_roles',
  {
    id: id(),
    organisationId: organisationId(),
    formId: uuid('form_id')
      .notNull()
      .references(() => joinForms.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    places: integer('places').notNull().default(0),
    reservedFor: text('reserved_for', { enum: RESERVED_FOR }).notNull().default('nobody'),
    reserved: integer('reserved').notNull().default(0),
  },
  (t) => [
    index('join_roles_form').on(t.formId, t.position),
    index('join_roles_organisation').on(t.organisationId),
    oneOf('join_roles_reserved_known', t.reservedFor, RESERVED_FOR),
    check('join_roles_reserved_fits', sql`${t.reserved} >= 0 and ${t.places} >= 0 and ${t.reserved} <= ${t.places}`),
  ],
);

/** What somebody sent. All they wrote is one cipher; it goes when the organisation declines, or decides nothing for long. */
export const joinSubmissions = pgTable(
  'join_submissions',
  {
    id: id(),
    organisationId: organisationId(),
    formId: uuid('form_id')
      .notNull()
      .references(() => joinForms.id, { onDelete: 'cascade' }),
    roleId: uuid('role_id').references(() => joinRoles.id, { onDelete: 'set null' }),
    clientId: text('client_id').notNull(),
    state: text('state', { enum: SUBMISSION_STATES }).notNull().default('pending'),
    cipher: text('cipher'),
    /** As the person said, for reserved places. */
    ageBand: text('age_band', { enum: AGE_BANDS }),
    gender: text('gender', { enum: GENDERS }),
    consentVersion: text('consent_version').notNull(),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    createdAt: now('created_at'),
  },
  (t) => [
    uniqueIndex('join_submissions_once').on(t.clientId),
    index('join_submissions_waiting').on(t.organisationId, t.state, t.createdAt),
    index('join_submissions_form').on(t.formId),
    index('join_submissions_role').on(t.roleId, t.state),
    index('join_submissions_person').on(t.personId),
    oneOf('join_submissions_state_known', t.state, SUBMISSION_STATES),
    oneOf('join_submissions_age_known', t.ageBand, AGE_BANDS),
    oneOf('join_submissions_gender_known', t.gender, GENDERS),
  ],
);
