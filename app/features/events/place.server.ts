import { sql } from 'drizzle-orm';
import { appDb, type Tx } from '#db/client.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { EventKind, EventState, SignUpState } from './rules/kinds.ts';

/** A place as its holder sees it: `place` and `instructions` are there only as far as they may be told. */
export type Place = {
  id: string;
  organisationId: string;
  state: SignUpState;
  personCipher: string;
  offeredUntil: Date | null;
  hasAttended: boolean;
  feedbackStars: number | null;
  /** Which one in line, from 1; null for whoever does not wait. */
  inLine: number | null;
  event: {
    id: string;
    kind: EventKind;
    state: EventState;
    title: string;
    about: string;
    locale: Locale;
    region: string;
    place: string;
    isPlaceHidden: boolean;
    instructions: string;
    cancelNote: string;
    isPublic: boolean;
    updatedAt: Date;
  };
  shift: { id: string; title: string; startsAt: Date; endsAt: Date; isCancelled: boolean; sequence: number };
};

type Row = {
  id: string;
  organisation_id: string;
  state: SignUpState;
  person_cipher: string;
  offered_until: string | null;
  attended_at: string | null;
  feedback_stars: number | null;
  in_line: number | null;
  event_id: string;
  kind: EventKind;
  event_state: EventState;
  title: string;
  about: string;
  locale: Locale;
  region: string;
  place: string;
  is_place_hidden: boolean;
  instructions: string;
  cancel_note: string;
  is_public: boolean;
  shift_id: string;
  shift_title: string;
  starts_at: string;
  ends_at: string;
  is_shift_cancelled: boolean;
  sequence: number;
  updated_at: string;
};

const toPlace = (row: Row): Place => ({
  id: row.id,
  organisationId: row.organisation_id,
  state: row.state,
  personCipher: row.person_cipher,
  offeredUntil: row.offered_until === null ? null : new Date(row.offered_until),
  hasAttended: row.attended_at !== null,
  feedbackStars: row.feedback_stars,
  inLine: row.in_line,
  event: {
    id: row.event_id,
    kind: row.kind,
    state: row.event_state,
    title: row.title,
    about: row.about,
    locale: row.locale,
    region: row.region,
    place: row.place,
    isPlaceHidden: row.is_place_hidden,
    instructions: row.instructions,
    cancelNote: row.cancel_note,
    isPublic: row.is_public,
    updatedAt: new Date(row.updated_at),
  },
  shift: {
    id: row.shift_id,
    title: row.shift_title,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    isCancelled: row.is_shift_cancelled,
    sequence: row.sequence,
  },
});

type Executor = Pick<Tx, 'execute'>;

/** The place behind a sign-up's id; the caller has proved that it is theirs, or is a job. */
export async function findPlace(id: string, db: Executor = appDb): Promise<Place | undefined> {
  const [row] = await db.execute<Row>(sql`select * from app.find_place(${id})`);
  return row && toPlace(row);
}

/** All places of the same person with the same organisation, for their own calendar. */
export async function findOwnPlaces(id: string): Promise<Place[]> {
  const rows = await appDb.execute<Row>(
    sql`select p.* from app.find_own_places(${id}) as own(id) cross join lateral app.find_place(own.id) p order by p.starts_at`,
  );
  return rows.map(toPlace);
}
