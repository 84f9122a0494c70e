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
  const items = rooms.map((room) => ({
    label: t(`teams.room.${room}`),
    href: to(HREFS[room](slug)),
    current: room === current,
  }));
  return (
    <div className="no-print">
      {/* Nine tabs are wider than a telephone: there they are a list that says where one is. */}
      <details className="phone-only mb-5">
        <summary>
          {t('teams.rooms')}: <b>{t(`teams.room.${current}`)}</b>
        </summary>
        <nav aria-label={t('teams.rooms')}>
          <ul className="plain-list">
            {items.map((item) => (
              <li key={item.href} className="border-b border-line">
                <a className="block py-3" href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
      <div className="desk-only">
        <Tabs label={t('teams.rooms')} items={items} />
      </div>
    </div>
  );
}
