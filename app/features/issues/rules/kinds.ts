/** How a report came in; `web` is the citizen's own form, the rest is entered by staff. */
export const ISSUE_SOURCES = ['web', 'visit', 'call', 'message', 'import'] as const;
export type IssueSource = (typeof ISSUE_SOURCES)[number];

export const EVENT_KINDS = ['move', 'edit', 'photo_redacted', 'assigned', 'letter', 'body_reply', 'note'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const MESSAGE_SIDES = ['organisation', 'reporter'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** Why somebody reports a page; `body_reply` is a named body's right of reply. */
export const FLAG_KINDS = ['personal_data', 'insult', 'untrue', 'danger', 'other', 'body_reply'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const FLAG_STATES = ['open', 'accepted', 'dismissed'] as const;
