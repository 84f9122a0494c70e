import { publicSql } from '#db/client.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionsOfChoice, type Names } from '#app/kernel/regions.ts';
import type { EventKind, EventState, ReservedFor } from './rules/kinds.ts';

/** An event as strangers see it. `place` is empty where it is hidden. */
export type PublicEvent = {
  id: string;
  organisationId: string;
  organisation: { slug: string; names: Names };
  kind: EventKind;
  state: EventState;
  title: string;
  about: string;
  locale: Locale;
  region: string;
  place: string;
  isPlaceHidden: boolean;
  cancelNote: string;
  sequence: number;
  updatedAt: string;
  startsAt: string;
  endsAt: string;
};
export type PublicShift = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  capacity: number;
  taken: number;
  waiting: number;
  reserved: number;
  reservedFor: ReservedFor;
  sequence: number;
  isCancelled: boolean;
};

type EventRow = {
  id: string;
  organisation_id: string;
  organisation: string;
  name_az: string;
  name_en: string;
  name_ru: string;
  kind: EventKind;
  state: EventState;
  title: string;
  about: string;
  locale: Locale;
  region: string;
  place: string;
  is_place_hidden: boolean;
  cancel_note: string;
  sequence: number;
  updated_at: Date;
  starts_at: Date;
  ends_at: Date;
};
type ShiftRow = {
  id: string;
  event_id: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  capacity: number;
  taken: number;
  waiting: number;
  reserved: number;
  reserved_for: ReservedFor;
  sequence: number;
  is_cancelled: boolean;
};

const toEvent = (row: EventRow): PublicEvent => ({
  id: row.id,
  organisationId: row.organisation_id,
  organisation: {
    slug: row.organisation,
    names: { az: row.name_az, en: row.name_en || row.name_az, ru: row.name_ru || row.name_az },
  },
  kind: row.kind,
  state: row.state,
  title: row.title,
  about: row.about,
  locale: row.locale,
  region: row.region,
  place: row.place,
  isPlaceHidden: row.is_place_hidden,
  cancelNote: row.cancel_note,
  sequence: row.sequence,
  updatedAt: row.updated_at.toISOString(),
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
});

const toShift = (row: ShiftRow): PublicShift => ({
  id: row.id,
  title: row.title,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  capacity: row.capacity,
  taken: row.taken,
  waiting: row.waiting,
  reserved: row.reserved,
  reservedFor: row.reserved_for,
  sequence: row.sequence,
  isCancelled: row.is_cancelled,
});

export type PublicEventPage = PublicEvent & { shifts: PublicShift[] };

/** One public event with its shifts in the order of time. */
export async function findPublicEvent(id: string): Promise<PublicEventPage | undefined> {
  const [[row], shifts] = await Promise.all([
    publicSql<EventRow[]>`select * from published.events where id = ${id}`,
    publicSql<ShiftRow[]>`select * from published.event_shifts where event_id = ${id} order by starts_at, id`,
  ]);
  return row && { ...toEvent(row), shifts: shifts.map(toShift) };
}

/** Whose public event it is, and whether the shift is one of its own; nothing is counted. Undefined when there is none. */
export async function findShiftOwner(
  id: string,
  shiftId: string,
): Promise<{ organisationId: string; hasShift: boolean } | undefined> {
  const [row] = await publicSql<{ organisation_id: string; shift_id: string | null }[]>`
    select e.organisation_id, s.id as shift_id from published.events e
    left join published.event_shifts s on s.event_id = e.id and s.id = ${shiftId} where e.id = ${id}`;
  return row && { organisationId: row.organisation_id, hasShift: row.shift_id !== null };
}

export async function isEventGone(id: string): Promise<boolean> {
  const [row] = await publicSql<{ gone: boolean }[]>`select published.event_is_gone(${id}) as gone`;
  return row?.gone === true;
}

export type EventFilters = { region: string; kind: EventKind | ''; when: 'coming' | 'past' };
const PAGE = 30;

/** Public events: those to come by their start, or past ones newest first, a page at a time. */
export async function listPublicEvents(
  { region, kind, when }: EventFilters,
  page: number,
  now: Date,
): Promise<{ items: PublicEvent[]; total: number; from: number }> {
  const regions = regionsOfChoice(region);
  const where = publicSql`where ${when === 'coming' ? publicSql`ends_at > ${now} and state = 'open'` : publicSql`(ends_at <= ${now} or state <> 'open')`}
    ${region === '' ? publicSql`` : publicSql`and region in ${publicSql([region, ...regions])}`}
    ${kind === '' ? publicSql`` : publicSql`and kind = ${kind}`}`;
  const from = (page - 1) * PAGE;
  const [rows, [count]] = await Promise.all([
    publicSql<EventRow[]>`select * from published.events ${where}
      order by ${when === 'coming' ? publicSql`starts_at, id` : publicSql`starts_at desc, id`} limit ${PAGE} offset ${from}`,
    publicSql<{ n: number }[]>`select count(*)::int as n from published.events ${where}`,
  ]);
  return { items: rows.map(toEvent), total: count?.n ?? 0, from };
}

/** What a calendar of an organisation or a region holds: what is to come, the last ninety days, and what was cancelled of it. */
export async function feedEvents(
  of: { organisation: string } | { region: string },
  now: Date,
): Promise<PublicEventPage[]> {
  const since = new Date(now.getTime() - 90 * 86_400_000);
  const rows = await publicSql<EventRow[]>`select * from published.events
    where ${'organisation' in of ? publicSql`organisation = ${of.organisation}` : publicSql`region in ${publicSql([of.region, ...regionsOfChoice(of.region)])}`}
      and ends_at > ${since} order by starts_at, id limit 500`;
  if (rows.length === 0) return [];
  const shifts = await publicSql<ShiftRow[]>`select * from published.event_shifts
    where event_id in ${publicSql(rows.map(({ id }) => id))} order by starts_at, id`;
  return rows.map((row) => ({
    ...toEvent(row),
    shifts: shifts.filter((shift) => shift.event_id === row.id).map(toShift),
  }));
}

/** An organisation's next public events, for its page. */
export async function comingEventsOf(organisationId: string, now: Date): Promise<PublicEvent[]> {
  const rows = await publicSql<EventRow[]>`select * from published.events
    where organisation_id = ${organisationId} and state = 'open' and ends_at > ${now} order by starts_at, id limit 4`;
  return rows.map(toEvent);
}
