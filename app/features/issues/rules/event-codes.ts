/**
 * Steps of a report's history that nobody put into words: the reason is a code, said in each reader's language.
 * Written with a mark in front that a person's own words do not begin with.
 */
export const EVENT_CODES = ['photo-hidden', 'photo-shown', 'photo-blacked-out', 'flag-accepted', 'imported'] as const;
export type EventCode = (typeof EVENT_CODES)[number];

const MARK = 'code:';

export function codeReason(code: EventCode): string {
  return MARK + code;
}

/** The code that a reason stands for; undefined for a person's words. */
export function readCode(reason: string | null): EventCode | undefined {
  return EVENT_CODES.find((code) => reason === MARK + code);
}
