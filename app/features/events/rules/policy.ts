import { members, type Rule } from '#app/kernel/policy.ts';

export const eventPolicy = {
  /** See the organisation's events and how full they are; take a place oneself. Nobody's name. */
  'event.read': members('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Make, change, open, end and cancel events; enter people by hand; see who signed up, with contacts. */
  'event.write': members('owner', 'organiser'),
  /** At the entrance on the day: names of those who are expected, and who came. No contacts. */
  'event.check-in': members('owner', 'organiser', 'moderator', 'volunteer'),
} satisfies Record<string, Rule>;
