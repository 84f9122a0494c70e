import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/tabs.tsx';
import type { CampaignLifeRoom } from '../rules/campaign-rooms.ts';

const HREFS: Record<CampaignLifeRoom, (slug: string) => string> = {
  day: paths.teamDay,
  candidacy: paths.teamCandidacy,
  signatures: paths.teamSignatures,
  meetings: paths.teamMeetings,
  promises: paths.teamPromises,
  briefings: paths.teamBriefings,
  confirmation: paths.teamConfirmation,
  printed: paths.teamPrinted,
  page: paths.teamPage,
};

/** The way between the team's rooms: those that this member may enter. */
export function CampaignRooms({
  slug,
  rooms,
  current,
}: {
  slug: string;
  rooms: readonly CampaignLifeRoom[];
  current: CampaignLifeRoom;
}) {
  const { t, to } = useWords();
  return (
    <div className="no-print">
      <Tabs
        label={t('teams.rooms')}
        items={rooms.map((room) => ({
          label: t(`teams.room.${room}`),
          href: to(HREFS[room](slug)),
          current: room === current,
        }))}
      />
    </div>
  );
}
