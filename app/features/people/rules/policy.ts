import { members, type Rule } from '#app/kernel/policy.ts';

export const peoplePolicy = {
  /** See the organisation's people: names, places, roles, tags, consents, what they did. No contacts, no notes. */
  'people.read': members('owner', 'organiser', 'moderator'),
  /** Add, edit, tag, archive, merge, erase; keep consents, the timeline and saved searches. */
  'people.write': members('owner', 'organiser'),
  /** Open contacts and notes. */
  'people.see-contact': members('owner', 'organiser'),
  /** Take a list away as a table, for a purpose that the trail keeps. */
  'people.export': members('owner', 'organiser'),
  /** Bring a table in. */
  'people.import': members('owner', 'organiser'),
} satisfies Record<string, Rule>;
