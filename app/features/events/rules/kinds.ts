/** What an event is. No protest: an organisation that wants one says so in its own words, and the platform does not offer it. */
export const EVENT_KINDS = [
  'assembly',
  'training',
  'meeting_media',
  'meeting_ngo',
  'meeting_authority',
  'meeting_constituency',
  'volunteering',
  'canvassing',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Asking for votes, door to door: a candidate's team only, and only while the law allows it (elections/public). */
export const CAMPAIGNING: readonly EventKind[] = ['canvassing'];

/** draft: colleagues only. open: people sign up. ended: over, its numbers stand. cancelled: told to everybody who had signed up. */
export const EVENT_STATES = ['draft', 'open', 'ended', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** public: in the public list. members: the organisation's own members, in its workspace only. */
export const EVENT_AUDIENCES = ['public', 'members'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

/** For whom places are kept back until a day before: whoever says so of themselves. */
export const RESERVED_FOR = ['nobody', 'women', 'youth', 'women_youth'] as const;
export type ReservedFor = (typeof RESERVED_FOR)[number];

/**
 * registered: has a place. waitlisted: in line. offered: a place is kept until `offeredUntil`. expired: did not answer the
 * offer in time. cancelled: took it back. walk_in: came without having signed up, noted at the door, outside the count of places.
 */
export const SIGN_UP_STATES = ['registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'walk_in'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];

/** web: by themselves. member: a colleague, in the workspace. manual: entered by a colleague. door: at the entrance. */
export const SIGN_UP_WAYS = ['web', 'member', 'manual', 'door'] as const;
export type SignUpWay = (typeof SIGN_UP_WAYS)[number];

export const EVENT_LIMITS = {
  title: 120,
  about: 4000,
  place: 160,
  instructions: 1000,
  shiftTitle: 80,
  capacity: 2000,
  shifts: 40,
  /** People of the list that are shown, and put on a shift, at once. */
  chosen: 200,
  name: 120,
  feedback: 1000,
  report: 2000,
} as const;

/** How long after an event is over it is known who signed up; the words of the consent say it. */
export const FORGET_MONTHS = 12;

/** The version of the words `events.consent.text`. */
export const EVENT_CONSENT_VERSION = '2026-11-23';

/** Youth by the law on youth policy: 14 to 29 years old. */
const YOUTH = new Set(['14_17', '18_29']);

/** Whether what somebody says of themselves opens the reserved places. */
export function isReservedFor(
  reservedFor: ReservedFor,
  { gender, ageBand }: { gender: string | null; ageBand: string | null },
): boolean {
  const isWoman = gender === 'woman';
  const isYoung = ageBand !== null && YOUTH.has(ageBand);
  if (reservedFor === 'women') return isWoman;
  if (reservedFor === 'youth') return isYoung;
  return reservedFor === 'women_youth' && (isWoman || isYoung);
}
