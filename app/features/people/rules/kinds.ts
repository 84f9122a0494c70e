/** What an organisation knows its people as. One person may be several of them. */
export const PERSON_ROLES = [
  'member',
  'volunteer',
  'supporter',
  'journalist',
  'official',
  'partner',
  'trainee',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Languages spoken in the country that an organisation may have to write or speak, by ISO 639 code. */
export const SPOKEN = ['az', 'ru', 'en', 'tly', 'lez', 'av', 'ka', 'tr', 'fa'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Bands, never a birth date; 14–29 is youth by the law on youth policy. Kept only when the person said so. */
export const AGE_BANDS = ['14_17', '18_29', '30_44', '45_59', '60_up'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Under 18: helps with a guardian's consent, and never campaigns for votes. */
export const isMinor = (age: AgeBand | null): boolean => age === '14_17';
/** Youth by the law on youth policy. */
export const isYoung = (age: AgeBand | null): boolean => age === '14_17' || age === '18_29';
/** The version of the words `people.guardian.text`. */
export const GUARDIAN_CONSENT_VERSION = '2026-11';
/** Who spoke for an under-18, and how to reach them. */
export type Guardian = { name: string; contact: string };

export const GENDERS = ['woman', 'man', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

/** archived: not in lists, kept. merged: stands in another person until the merge is undone or settled. */
export const PERSON_STATES = ['active', 'archived', 'merged'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const CONTACT_KINDS = ['email', 'phone'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONSENT_PURPOSES = ['news', 'events', 'volunteering', 'surveys'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
export const CONSENT_CHANNELS = ['email', 'phone', 'sms', 'whatsapp', 'telegram'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
/** The version of the words `people.consent.text`; a change of the words is a new version. */
export const PEOPLE_CONSENT_VERSION = '2026-11';

/** What a colleague may write into a person's timeline. */
export const RECORDED_KINDS = [
  'meeting',
  'call',
  'event',
  'training',
  'volunteering',
  'campaign',
  'coverage',
  'reply',
  'other',
] as const;
/** The first two are written by the product itself. */
export const MOMENT_KINDS = ['entered', 'imported', ...RECORDED_KINDS] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** What a volunteer can do and when; said by the person, found by search. */
export const SKILLS = [
  'writing',
  'translation',
  'photo_video',
  'design',
  'social_media',
  'speaking',
  'organising',
  'teaching',
  'law',
  'accounting',
  'computers',
  'driving',
  'first_aid',
  'repair',
  'childcare',
] as const;
export type Skill = (typeof SKILLS)[number];
export const TIMES = [
  'weekday_morning',
  'weekday_evening',
  'saturday',
  'sunday',
  'holidays',
  'at_short_notice',
] as const;
export type Time = (typeof TIMES)[number];

export const MARK_KINDS = ['role', 'language', 'tag', 'skill', 'time'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const IMPORT_STATES = ['uploaded', 'checking', 'checked', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What an export is for; the trail keeps it. */
export const EXPORT_PURPOSES = ['contact', 'event', 'report', 'backup'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

export const LIMITS = { name: 120, place: 120, tag: 40, note: 2000, about: 300, searchName: 80, contact: 254 } as const;
/** Days in which a merge can be taken back. */
export const UNDO_DAYS = 30;
