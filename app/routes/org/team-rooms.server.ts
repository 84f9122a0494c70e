import { CAMPAIGN_ROOMS, type CampaignLifeRoom } from '#app/features/teams/rules/campaign-rooms.ts';
import { can } from '#app/policy.ts';
import type { AtWork } from '#app/platform/request.server.ts';

/** Which of the team's rooms this member may enter. */
export function campaignRooms({ actor, membership }: AtWork): CampaignLifeRoom[] {
  return (Object.keys(CAMPAIGN_ROOMS) as CampaignLifeRoom[]).filter((room) =>
    can(actor, CAMPAIGN_ROOMS[room], { organisationId: membership.organisationId }),
  );
}
