import type postgres from 'postgres';
import { contactIndexOf, personIndexOf, sealFeedback, sealSignUp } from '#app/features/events/sign-up-person.server.ts';
import {
  EVENT_CONSENT_VERSION,
  isReservedFor,
  type EventKind,
  type ReservedFor,
} from '#app/features/events/rules/kinds.ts';
import { newId } from '#app/kernel/ids.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

type Shift = {
  title?: string;
  /** Days from now, and hours in the country. */
  day: number;
  from: string;
  until: string;
  capacity: number;
  reserved?: number;
  reservedFor?: ReservedFor;
  /** How many took a place, waited and came. */
  people: number;
  waiting?: number;
  came?: number;
};
type Story = {
  organisation: string;
  by: string;
  kind: EventKind;
  state: 'draft' | 'open' | 'ended' | 'cancelled';
  audience?: 'public' | 'members';
  title: string;
  about: string;
  region: string;
  place: string;
  isPlaceHidden?: boolean;
  instructions?: string;
  cancelNote?: string;
  report?: string;
  shifts: Shift[];
};

/** What organisations of the story invite to. Invented, like everybody who signed up. */
const EVENTS: readonly Story[] = [
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'assembly',
    state: 'open',
    title: 'Pensərdə su haqqında yığıncaq',
    about:
      'İçməli su xəttinin təmiri necə gedir, icra hakimiyyəti nə cavab verib, növbəti addım nədir? Hər küçədən bir nəfər gəlsin.\n\nUşaqlarla gəlmək olar: yanında oyun otağı var.',
    region: 'AZ-AST',
    place: 'Pensər kəndi, mədəniyyət evi',
    instructions: 'Su haqqı qəbzlərinin şəklini gətirin. Girişdə Aidəni soruşun.',
    shifts: [
      {
        day: 6,
        from: '18:00',
        until: '20:00',
        capacity: 20,
        reserved: 6,
        reservedFor: 'women_youth',
        people: 14,
        waiting: 0,
      },
    ],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'training',
    state: 'open',
    title: 'Müraciət və məktub yazmaq: iki günlük təlim',
    about:
      'Birinci gün: problemi necə təsvir etmək, kimə yazmaq. İkinci gün: cavabı necə oxumaq və nə vaxt şikayət etmək.',
    region: 'AZ-AST',
    place: 'Astara şəhəri, İcma Evi',
    isPlaceHidden: true,
    instructions: 'Dəftər və telefon kifayətdir. Nahar verilir.',
    shifts: [
      { title: 'Birinci gün', day: 12, from: '10:00', until: '16:00', capacity: 12, people: 12, waiting: 5 },
      { title: 'İkinci gün', day: 13, from: '10:00', until: '16:00', capacity: 12, people: 7 },
    ],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'meeting_media',
    state: 'draft',
    audience: 'members',
    title: 'Yerli jurnalistlərlə çay süfrəsi',
    about: 'Su və yol mövzusunda dəlilləri göstəririk.',
    region: 'AZ-AST',
    place: 'Astara şəhəri, İcma Evi',
    shifts: [{ day: 16, from: '15:00', until: '16:30', capacity: 10, people: 0 }],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'volunteering',
    state: 'ended',
    title: 'Çay sahilində təmizlik günü',
    about: 'Əlcək və kisələr bizdən.',
    region: 'AZ-AST',
    place: 'Təngərud çayının sahili, körpünün yanı',
    report: '34 kisə zibil yığıldı, bələdiyyə daşıdı. Növbəti dəfə su gətirmək lazımdır.',
    shifts: [{ day: -9, from: '09:00', until: '12:00', capacity: 25, people: 18, came: 15 }],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'meeting_authority',
    state: 'cancelled',
    title: 'Yol idarəsi ilə görüş',
    about: 'Kijəbə yolunun təmir qrafiki.',
    region: 'AZ-AST',
    place: 'Astara şəhəri, Nümunə küçəsi 4',
    cancelNote: 'İdarə görüşü başqa vaxta keçirdi. Yeni günü yazacağıq.',
    shifts: [{ day: 4, from: '11:00', until: '12:00', capacity: 8, people: 5 }],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    kind: 'meeting_constituency',
    state: 'open',
    title: 'Qadınlar üçün bələdiyyə dərsi',
    about: 'Bələdiyyə nəyə cavabdehdir, iclasda kim danışa bilər, suali necə vermək olar.',
    region: 'AZ-AST',
    place: 'Astara şəhəri, kitabxana',
    shifts: [{ day: 9, from: '17:00', until: '18:30', capacity: 30, reserved: 10, reservedFor: 'youth', people: 11 }],
  },
  {
    organisation: 'vilescay',
    by: '',
    kind: 'meeting_ngo',
    state: 'open',
    title: 'Masallı təşkilatlarının görüşü',
    about: 'Kim nə edir, kimin nəyə ehtiyacı var. Hər təşkilatdan iki nəfər.',
    region: 'AZ-MAS',
    place: 'Masallı şəhəri, gənclər evi',
    shifts: [{ day: 8, from: '14:00', until: '16:00', capacity: 24, people: 9 }],
  },
];

const WOMEN = 'Aygün Nərgiz Sevda Ləman Gülnar Fidan Türkan'.split(' ');
const MEN = 'Elvin Tural Cavid Ramin Orxan Kamil Natiq'.split(' ');
const LAST = 'Abbasov Quliyev Kərimov Səfərov Bayramov Nəsibov Qasımov Vəliyev Hüseynov'.split(' ');
const AGES = ['18_29', '30_44', null, '14_17', '45_59', '60_up', '30_44'] as const;

const at = (now: Date, days: number, hour: string) =>
  new Date(`${dayOf(new Date(now.getTime() + days * DAY))}T${hour}:00+04:00`);

/** The story's events with invented people who signed up, wait or came. */
export async function seedEvents(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const [n, story] of EVENTS.entries()) {
    const organisationId = world.organisations.get(story.organisation);
    if (!organisationId) throw new Error(`The story has no organisation ${story.organisation}`);
    const author = story.by === '' ? await anyOrganiser(sql, organisationId) : world.people.get(story.by)?.id;
    const eventId = newId();
    const isOpened = story.state !== 'draft';
    const sequence = story.state === 'cancelled' ? 1 : 0;
    await sql`insert into events ${sql({
      id: eventId,
      organisation_id: organisationId,
      kind: story.kind,
      state: story.state,
      audience: story.audience ?? 'public',
      title: story.title,
      about: story.about,
      locale: 'az',
      region: story.region,
      place: story.place,
      is_place_hidden: story.isPlaceHidden ?? false,
      instructions: story.instructions ?? '',
      sequence,
      cancel_note: story.cancelNote ?? '',
      report: story.report ?? '',
      created_by: author ?? newId(),
      created_at: new Date(world.now.getTime() - 20 * DAY),
      opened_at: isOpened ? new Date(world.now.getTime() - 18 * DAY) : null,
      ended_at: story.state === 'ended' || story.state === 'cancelled' ? new Date(world.now.getTime() - DAY) : null,
    })}`;
    for (const [m, shift] of story.shifts.entries()) {
      const shiftId = newId();
      await sql`insert into event_shifts ${sql({
        id: shiftId,
        event_id: eventId,
        organisation_id: organisationId,
        title: shift.title ?? '',
        starts_at: at(world.now, shift.day, shift.from),
        ends_at: at(world.now, shift.day, shift.until),
        capacity: shift.capacity,
        reserved: shift.reserved ?? 0,
        reserved_for: shift.reservedFor ?? 'nobody',
        sequence,
      })}`;
      for (let p = 0; p < shift.people + (shift.waiting ?? 0); p += 1) {
        const isWoman = p % 5 < 3;
        const given = (isWoman ? WOMEN : MEN)[p % WOMEN.length] ?? '';
        const name = `${given} ${LAST[(p + n + Math.floor(p / WOMEN.length)) % LAST.length]}${isWoman ? 'a' : ''}`;
        const person = {
          name,
          contact: p % 4 === 3 ? `+99450600${n}${m}${String(p).padStart(2, '0')}` : `gelen${n}-${m}-${p}@icma.invalid`,
        };
        const hasCome = p < (shift.came ?? 0);
        const gender = p % 5 === 4 ? null : isWoman ? 'woman' : 'man';
        const state = p < shift.people ? 'registered' : 'waitlisted';
        const when = new Date(world.now.getTime() - (12 - (p % 11)) * DAY);
        await sql`insert into event_sign_ups ${sql({
          id: newId(),
          event_id: eventId,
          shift_id: shiftId,
          organisation_id: organisationId,
          client_id: newId(),
          state,
          way: p % 6 === 5 ? 'manual' : 'web',
          person_cipher: sealSignUp(organisationId, person),
          person_index: personIndexOf(shiftId, person, null),
          contact_index: contactIndexOf(organisationId, person.contact),
          age_band: AGES[p % AGES.length] ?? null,
          gender,
          is_reserved: isReservedFor(shift.reservedFor ?? 'nobody', { gender, ageBand: AGES[p % AGES.length] ?? null }),
          consent_version: EVENT_CONSENT_VERSION,
          locale: 'az',
          told_state: state,
          told_sequence: sequence,
          attended_at: hasCome ? at(world.now, shift.day, shift.from) : null,
          feedback_asked_at: hasCome ? at(world.now, shift.day, shift.until) : null,
          recorded_at: hasCome ? at(world.now, shift.day, shift.until) : null,
          feedback_stars: hasCome && p % 3 === 0 ? 5 - (p % 2) : null,
          feedback_cipher:
            hasCome && p % 6 === 0 ? sealFeedback(organisationId, 'Yaxşı təşkil olunmuşdu, amma su az idi.') : null,
          created_at: when,
        })}`;
      }
    }
  }
}

async function anyOrganiser(sql: postgres.TransactionSql, organisationId: string): Promise<string | undefined> {
  const [row] = await sql<{ user_id: string }[]>`
    select user_id from memberships where organisation_id = ${organisationId} order by (role = 'organiser') desc, created_at limit 1`;
  return row?.user_id;
}
