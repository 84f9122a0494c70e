/**
 * Support (issue 3, part 2): three channels, one exact total. A signature counts from its confirmation on; how sure we
 * are that a person stands behind it is the *assurance*, shown with every total.
 */
export const SUPPORT_CHANNELS = ['web', 'point', 'paper'] as const;
export type SupportChannel = (typeof SUPPORT_CHANNELS)[number];

/**
 * - self: typed in by the person at a volunteer's collection point, nothing else known
 * - email: the link in the mail was opened and the button pressed
 * - code: a one-time code that a volunteer handed over in person
 * - paper: a row of a sheet whose photograph the organisation keeps
 * - in_person: the volunteer who owns the collection point saw the person sign
 */
export const ASSURANCES = ['self', 'email', 'code', 'paper', 'in_person'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export const SIGNATURE_STATES = ['pending', 'confirmed', 'withdrawn', 'invalidated'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/** Why the organisation takes a signature out of the count. */
export const INVALIDATION_REASONS = ['duplicate', 'not_a_person', 'asked_by_person', 'illegible', 'other'] as const;
export type InvalidationReason = (typeof INVALIDATION_REASONS)[number];

/** A link of a volunteer: `point` collects (a table in the village), `share` only leads people to the page and is credited. */
export const LINK_KINDS = ['point', 'share'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const SHEET_STATES = ['printed', 'returned', 'entered', 'checked', 'void'] as const;
export type SheetState = (typeof SHEET_STATES)[number];
/** Rows of one printed sheet. */
export const SHEET_ROWS = 12;

/** Days for which the confirmation link works, and the mails one signature may cause at most (UK practice: five). */
export const CONFIRM_DAYS = 14;
export const MAX_MAILS = 5;
/** Months after closing when signatures lose their people (e-petitions keeps six). */
export const ANONYMISE_MONTHS = 6;
/** Days a generated pack is kept after its delivery, and at most when it is never delivered. */
export const PACK_DAYS = 30;

/** Whether somebody may add support at this moment. `closesAt` is a set minute; from that minute on it is closed. */
export function isSigningOpen(
  campaign: { state: string; closesAt: Date | null; isSigningPaused: boolean },
  now: Date,
): boolean {
  return (
    (campaign.state === 'active' || campaign.state === 'delivered') &&
    !campaign.isSigningPaused &&
    (campaign.closesAt === null || now < campaign.closesAt)
  );
}

/** A name for strangers: first name and the initial of the surname ("Aygün M."), never more. */
export function publicName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/u);
  const initial = [...(rest[0] ?? '')][0];
  return initial ? `${first} ${initial.toLocaleUpperCase('az')}.` : first;
}
