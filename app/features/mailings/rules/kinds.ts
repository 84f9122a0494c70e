/**
 * draft: being written. locked: who gets it is settled, and nothing of it changes unless it is unlocked. scheduled: leaves
 * from its hour on. sending: the first one is on its way. sent: nobody waits any more. stopped: what had not left stays.
 */
export const MAILING_STATES = ['draft', 'locked', 'scheduled', 'sending', 'sent', 'stopped'] as const;
export type MailingState = (typeof MAILING_STATES)[number];

/** campaigning: a candidate's team to voters; the law says when (elections/public.server.ts). */
export const MAILING_PURPOSES = ['news', 'events', 'volunteering', 'campaigning'] as const;
export type MailingPurpose = (typeof MAILING_PURPOSES)[number];

export const MAILING_CHANNELS = ['email', 'sms'] as const;
export type MailingChannel = (typeof MAILING_CHANNELS)[number];

/** all: everybody who agreed. search: whom a saved search finds. event: who came to an event. */
export const AUDIENCE_KINDS = ['all', 'search', 'event'] as const;

/**
 * waiting → claimed → sent | failed | bounced. claimed: taken to be sent; one that stays so was interrupted, nobody knows
 * whether it left, and it is not sent again. withdrawn: no longer agrees, or the address is gone. stopped: the address
 * takes no mailings.
 */
export const RECIPIENT_STATES = ['waiting', 'claimed', 'sent', 'failed', 'bounced', 'withdrawn', 'stopped'] as const;

export const STOP_REASONS = ['bounce', 'complaint'] as const;

export const LIMITS = { subject: 120, text: 8000, sms: 480 } as const;
