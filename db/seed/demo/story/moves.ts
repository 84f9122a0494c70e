/** Short spellings for the story's moves, so that a report's life reads as one line a step. */
import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';
import type { DemoMove } from './types.ts';

/** A moderator publishes. */
export function publish(daysAgo: number, by: string, reason = 'Yoxlanıb, şəxsi məlumat yoxdur'): DemoMove {
  return { daysAgo, to: 'published', by, as: 'moderator', reason };
}

/** A moderator sets it aside or turns it down. */
export function decide(daysAgo: number, to: 'held' | 'rejected', by: string, reason: string, note?: string): DemoMove {
  return { daysAgo, to, by, as: 'moderator', reason, ...(note ? { note } : {}) };
}

/** An organiser sends the letter: by post with the body's register number, else by e-mail. */
export function forward(daysAgo: number, by: string, body: BodyKind, registerNumber?: string): DemoMove {
  return {
    daysAgo,
    to: 'forwarded',
    by,
    as: 'organiser',
    reason: registerNumber ? 'Məktub poçtla göndərilib' : 'Məktub elektron poçtla göndərilib',
    body,
    letter: registerNumber ? { via: 'post', registerNumber } : { via: 'email' },
  };
}

/** An organiser records what the body answered or what people saw; `note` is what everybody reads. */
export function record(
  daysAgo: number,
  to: Exclude<IssueState, 'received' | 'held' | 'rejected' | 'withdrawn'>,
  by: string,
  note: string,
  body?: BodyKind,
): DemoMove {
  return {
    daysAgo,
    to,
    by,
    as: 'organiser',
    reason: body ? 'Qurumun cavabı' : 'Yerində yoxlama',
    note,
    ...(body ? { body } : {}),
  };
}

/** The body confirmed that it has the letter. */
export function acknowledge(
  daysAgo: number,
  by: string,
  body: BodyKind,
  note = 'Müraciət qeydiyyata alınıb.',
): DemoMove {
  return { daysAgo, to: 'acknowledged', by, as: 'organiser', reason: 'Qurumun bildirişi', note, body };
}

/** The reporter takes it back, or disputes that it is done. */
export function byReporter(daysAgo: number, to: 'withdrawn' | 'disputed', reason: string, note?: string): DemoMove {
  return { daysAgo, to, by: 'reporter', as: 'reporter', reason, ...(note ? { note } : {}) };
}
