import type { MailingPurpose } from './kinds.ts';

/** What somebody must have agreed to. Who agreed to a team's news is written to about its campaign. */
export function consentFor(purpose: MailingPurpose): 'news' | 'events' | 'volunteering' {
  return purpose === 'campaigning' ? 'news' : purpose;
}

const ORGANISATION: readonly MailingPurpose[] = ['news', 'events', 'volunteering'];
/** Whatever a candidate's team writes to people who do not work in it is campaigning. */
const TEAM: readonly MailingPurpose[] = ['campaigning', 'volunteering'];

export function purposesOf(isTeam: boolean): readonly MailingPurpose[] {
  return isTeam ? TEAM : ORGANISATION;
}
