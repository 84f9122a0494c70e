import { members, type Rule } from '#app/kernel/policy.ts';

export const campaignPolicy = {
  /** See the organisation's campaigns, drafts included; nobody's names. */
  'campaign.read': members('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Start, edit, submit, pause, archive; demands, milestones, updates, documents, team, partners. */
  'campaign.write': members('owner', 'organiser'),
  /** Let a submitted campaign out or send it back; take a page down; decide on flags. */
  'campaign.review': members('owner', 'moderator'),
  /** Confirm a result that somebody else proposed. */
  'campaign.confirm-outcome': members('owner', 'organiser', 'moderator'),
  /** Own a collection point or a credited link, hand out codes, enter paper sheets. */
  'campaign.collect': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** See who signed, check sheets, take signatures out of the count. */
  'campaign.see-people': members('owner', 'organiser'),
  /** Make the pack, record deliveries and answers. */
  'campaign.deliver': members('owner', 'organiser'),
  /** Pause signing of one campaign at once. */
  'campaign.brake': members('owner', 'organiser', 'moderator'),
} satisfies Record<string, Rule>;
