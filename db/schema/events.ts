import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  EVENT_AUDIENCES,
  EVENT_KINDS,
  EVENT_STATES,
  RESERVED_FOR,
  SIGN_UP_STATES,
  SIGN_UP_WAYS,
} from '#app/features/events/rules/kinds.ts';
import { AGE_BANDS, GENDERS } from '#app/features/people/rules/kinds.ts';
import { LOCALES } from '#app/kernel/locale.ts';
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

/** A meeting, training or other gathering of an organisation; when it is stands with its shifts. */
export const events = pgTable(
  'events',
  {
    id: id(),
    organisationId: organisationId(),
    kind: text('kind', { enum: EVENT_KINDS }).notNull(),
    state: text('state', { enum: EVENT_STATES }).notNull().default('draft'),
    audience: text('audience', { enum: EVENT_AUDIENCES }).notNull(),
    title: text('title').notNull(),
    about: text('about').notNull().default(''),
    /** The language that title and text are written in. */
    locale: text('locale', { enum: LOCALES }).notNull(),
    region: text('region').notNull(),
    place: text('place').notNull().default(''),
    /** Told only to those who have a place. */
    isPlaceHidden: boolean('is_place_hidden').notNull().default(false),
    /** For those who have a place: what to bring, whom to ask for. */
    instructions: text('instructions').notNull().default(''),
    /** Counts changes of time, place and cancelling, for calendars (RFC 5545) and notices. */
    sequence: integer('sequence').notNull().default(0),
    cancelNote: text('cancel_note').notNull().default(''),
    /** How it went, in a few words of the organiser. */
    report: text('report').notNull().default(''),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at')
      .notNull()
      .default(sql`now()`),
    openedAt: moment('opened_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('events_organisation').on(t.organisationId, t.state),
    index('events_public').on(t.state, t.audience, t.region),
    oneOf('events_kind_known', t.kind, EVENT_KINDS),
    oneOf('events_state_known', t.state, EVENT_STATES),
    oneOf('events_audience_known', t.audience, EVENT_AUDIENCES),
  ],
);

/** One stretch of time with its own places. An event has at least one. */
export const eventShifts = pgTable(
  'event_shifts',
  {
    id: id(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    title: text('title').notNull().default(''),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    capacity: integer('capacity').notNull(),
    /** Of these so many are kept back for `reservedFor` until a day before the start. */
    reserved: integer('reserved').notNull().default(0),
    reservedFor: text('reserved_for', { enum: RESERVED_FOR }).notNull().default('nobody'),
    /** The event's sequence at the last change of this shift. */
    sequence: integer('sequence').notNull().default(0),
    cancelledAt: moment('cancelled_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('event_shifts_event').on(t.eventId, t.startsAt),
    index('event_shifts_starts').on(t.startsAt),
    index('event_shifts_organisation').on(t.organisationId, t.startsAt),
    oneOf('event_shifts_reserved_known', t.reservedFor, RESERVED_FOR),
  ],
);

/**
 * Somebody's place, or place in line, at one shift. Who it is stands in `personCipher` (name and contact as JSON); equality
 * is asked of keyed hashes. `number` is the order of coming: it is given under the shift's row lock.
 */
export const eventSignUps = pgTable(
  'event_sign_ups',
  {
    id: id(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    shiftId: uuid('shift_id')
      .notNull()
      .references(() => eventShifts.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    clientId: uuid('client_id').notNull(),
    number: bigserial('number', { mode: 'number' }).notNull(),
    state: text('state', { enum: SIGN_UP_STATES }).notNull(),
    way: text('way', { enum: SIGN_UP_WAYS }).notNull(),
    /** Null once it is forgotten (`forgottenAt`). */
    personCipher: text('person_cipher'),
    /** Same shift, same name, same contact. Null at the door, where nobody is asked for a contact. */
    personIndex: text('person_index'),
    /** Same organisation, same contact: what a private calendar gathers. */
    contactIndex: text('contact_index'),
    /** The colleague whose place it is. */
    userId: uuid('user_id'),
    /** The organisation's own record of the person, once it is known; erased with it. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    ageBand: text('age_band', { enum: AGE_BANDS }),
    gender: text('gender', { enum: GENDERS }),
    /** Stands among those for whom places are reserved. */
    isReserved: boolean('is_reserved').notNull().default(false),
    wantsNews: boolean('wants_news').notNull().default(false),
    consentVersion: text('consent_version').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    offeredUntil: moment('offered_until'),
    attendedAt: moment('attended_at'),
    checkedBy: uuid('checked_by'),
    /** The state that the person has been told of last, and the sequence. */
    toldState: text('told_state'),
    toldSequence: integer('told_sequence').notNull().default(0),
    dayReminderAt: moment('day_reminder_at'),
    hourReminderAt: moment('hour_reminder_at'),
    /** When a colleague last had the reminder sent by hand. */
    handReminderAt: moment('hand_reminder_at'),
    feedbackAskedAt: moment('feedback_asked_at'),
    feedbackStars: smallint('feedback_stars'),
    feedbackCipher: text('feedback_cipher'),
    /** When the attendance went into the person's timeline. */
    recordedAt: moment('recorded_at'),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
    /** Who it was is not known any more; the numbers stay. */
    forgottenAt: moment('forgotten_at'),
  },
  (t) => [
    uniqueIndex('event_sign_ups_client_id').on(t.clientId),
    uniqueIndex('event_sign_ups_person').on(t.shiftId, t.personIndex),
    index('event_sign_ups_line').on(t.shiftId, t.state, t.number),
    index('event_sign_ups_contact').on(t.organisationId, t.contactIndex),
    index('event_sign_ups_event').on(t.eventId),
    index('event_sign_ups_offers')
      .on(t.offeredUntil)
      .where(sql`state = 'offered'`),
    index('event_sign_ups_known').on(t.personId),
    index('event_sign_ups_user').on(t.userId),
    oneOf('event_sign_ups_state_known', t.state, SIGN_UP_STATES),
    oneOf('event_sign_ups_way_known', t.way, SIGN_UP_WAYS),
  ],
);
