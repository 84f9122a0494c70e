import { useWords } from '#app/i18n/words-context.tsx';
import { Island } from '#app/ui/island.tsx';
import { JOINED_CHOICES, type MapBounds, type RegionBox } from '../map-view.ts';

/**
 * The place of "show on the map" on a form that has fields `lat`, `lng`, `pinRegion`, `region` and `place`. Nothing shows without
 * scripts: words are enough there.
 */
export function PlacePicker({ bounds, regions }: { bounds: MapBounds; regions: readonly RegionBox[] }) {
  const { t, locale } = useWords();
  const words = {
    open: t('issues.map.pick'),
    failed: t('issues.map.pick.failed'),
    hint: t('issues.map.pick.hint'),
    picked: t('issues.map.pick.picked', { place: '{place}' }),
    outside: t('issues.map.pick.outside'),
    mine: t('issues.map.pick.mine'),
    noPosition: t('issues.map.pick.no-position'),
    remove: t('issues.map.pick.remove'),
    differs: t('issues.map.pick.differs', { pin: '{pin}', chosen: '{chosen}' }),
    takePins: t('issues.map.pick.take-pins', { pin: '{pin}' }),
    keepChosen: t('issues.map.pick.keep-chosen', { chosen: '{chosen}' }),
    zoomIn: t('issues.map.zoom-in'),
    zoomOut: t('issues.map.zoom-out'),
  };
  return (
    <Island name="place-picker" className="mt-3" data={{ locale, bounds, regions, joined: JOINED_CHOICES, words }} />
  );
}
