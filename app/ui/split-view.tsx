import type { ReactNode } from 'react';

/**
 * A list and its map. On desks the list scrolls at the left and the map fills the rest of the screen; on phones the map is a panel
 * above the list. Stands in a frame of `width="full"`. `mapLabel` names the map for those who do not see it.
 */
export function SplitView({ map, mapLabel, children }: { map: ReactNode; mapLabel?: string; children: ReactNode }) {
  return (
    <div className="split">
      <div className="split-list">{children}</div>
      <div className="split-map" role={mapLabel ? 'region' : undefined} aria-label={mapLabel}>
        {map}
      </div>
    </div>
  );
}
