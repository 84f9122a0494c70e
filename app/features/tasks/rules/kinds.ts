/** The columns of the board, in their order. */
export const TASK_STATES = ['open', 'doing', 'waiting', 'done'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const SUBMISSION_STATES = ['pending', 'accepted', 'declined'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** For whom places of a role are kept: women, or youth of 14–29 (law on youth policy). */
export const RESERVED_FOR = ['nobody', 'women', 'young'] as const;
export type ReservedFor = (typeof RESERVED_FOR)[number];

/** The version of the words `tasks.join.consent.*`; a change of the words is a new version. */
export const JOIN_CONSENT_VERSION = '2026-11';

export const LIMITS = {
  title: 120,
  details: 2000,
  intro: 1000,
  role: 100,
  message: 1000,
  places: 500,
  roles: 12,
} as const;
/** Days after which what nobody decided on is forgotten. */
export const PENDING_DAYS = 90;
