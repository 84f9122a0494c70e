import L from 'leaflet';
import { useEffect, useState } from 'react';
import { Marker, Polygon, Polyline, useMap, useMapEvents } from 'react-leaflet';
import type { RegionBox } from '../map-view.ts';
import { toEnglish, toRussian } from '#app/kernel/transliterate.ts';
import {
  BASEMAP_CREDITS,
  decodeLine,
  type BasemapFile,
  type LatLngPair,
  type PlaceRow,
  type VillagesFile,
} from '#app/kernel/basemap.ts';

type Language = 'az' | 'en' | 'ru';

type Drawn = {
  seas: LatLngPair[][];
  neighbours: LatLngPair[][];
  country: LatLngPair[][];
  borders: LatLngPair[][];
  labels: readonly PlaceRow[];
  places: readonly PlaceRow[];
};

/** From this zoom the villages of the regions in sight are loaded. */
const VILLAGES_FROM = 10;
/** Labels of a rank appear from here. */
const RANK_FROM = [5, 6, 8, 11];

/** Every label that is drawn; more would cover the map. */
const MAX_LABELS = 60;

function nameOf(place: PlaceRow, locale: Language): string {
  if (locale === 'en') return place[4] ?? toEnglish(place[3]);
  return locale === 'ru' ? (place[5] ?? toRussian(place[3])) : place[3];
}

function label(place: PlaceRow, locale: Language, kind: number) {
  const icon = L.divIcon({
    className: `map-place map-place-${kind}`,
    html: `<span>${nameOf(place, locale).replaceAll('<', '&lt;')}</span>`,
    iconSize: [0, 0],
  });
  return (
    <Marker
      key={`${place[0]},${place[1]}`}
      position={[place[0], place[1]]}
      icon={icon}
      interactive={false}
      keyboard={false}
    />
  );
}

/** Names that stand on another's, or are too many, are left out: the more important one stays. */
function withoutOverlaps(places: readonly PlaceRow[], at: (place: PlaceRow) => L.Point, locale: Language): PlaceRow[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const kept: PlaceRow[] = [];
  for (const place of places) {
    if (kept.length >= MAX_LABELS) break;
    const { x, y } = at(place);
    const half = nameOf(place, locale).length * 4.4 + 4;
    const box = { left: x - half, right: x + half, top: y + 2, bottom: y + 26 };
    if (
      taken.some(
        (other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
      )
    )
      continue;
    taken.push(box);
    kept.push(place);
  }
  return kept;
}

/** The map that we draw ourselves: land, borders and names from two small files of our server, and nobody else's. */
export function Basemap({ locale, regions }: { locale: Language; regions: readonly RegionBox[] }) {
  const map = useMap();
  const [base, setBase] = useState<Drawn>();
  const [villages, setVillages] = useState<Record<string, VillagesFile>>({});
  const [, redraw] = useState(0);

  useEffect(() => {
    map.attributionControl?.setPrefix(false).addAttribution(BASEMAP_CREDITS);
    void fetch('/basemap/base.json')
      .then((answer) => answer.json() as Promise<BasemapFile>)
      .then((file) =>
        setBase({
          ...file,
          seas: file.seas.map(decodeLine),
          neighbours: file.neighbours.map(decodeLine),
          country: file.country.map(decodeLine),
          borders: file.borders.map(decodeLine),
        }),
      );
  }, [map]);

  useMapEvents({
    moveend: () => {
      redraw((count) => count + 1);
      if (map.getZoom() < VILLAGES_FROM) return;
      const sight = map.getBounds();
      const wanted = regions.filter(
        ([code, west, south, east, north]) =>
          !(code in villages) &&
          sight.intersects([
            [south, west],
            [north, east],
          ]),
      );
      for (const [code] of wanted) {
        setVillages((known) => ({ ...known, [code]: [] }));
        void fetch(`/basemap/villages/${code}.json`)
          .then((answer) => (answer.ok ? (answer.json() as Promise<VillagesFile>) : []))
          .then((rows) => setVillages((known) => ({ ...known, [code]: rows })));
      }
    },
  });

  if (!base) return null;
  const zoom = map.getZoom();
  const sight = map.getBounds().pad(0.1);
  const inSight = [...base.places, ...Object.values(villages).flat()]
    .filter((place) => zoom >= (RANK_FROM[place[2]] ?? 12) && sight.contains([place[0], place[1]]))
    .sort((a, b) => a[2] - b[2]);
  const shown = withoutOverlaps(inSight, (place) => map.latLngToContainerPoint([place[0], place[1]]), locale);
  return (
    <>
      <Polygon
        positions={base.seas}
        pathOptions={{ stroke: false, fillColor: '#c9e0e6', fillOpacity: 1, fillRule: 'evenodd' }}
        interactive={false}
      />
      <Polygon
        positions={base.country}
        pathOptions={{ color: '#8d8271', weight: 1.5, fillColor: '#f7f8f1', fillOpacity: 1 }}
        interactive={false}
      />
      {base.neighbours.map((line, index) => (
        <Polyline key={index} positions={line} pathOptions={{ color: '#b9ad99', weight: 1 }} interactive={false} />
      ))}
      {base.borders.map((line, index) => (
        <Polyline
          key={index}
          positions={line}
          pathOptions={{ color: '#9db7a4', weight: 1.5, dashArray: '6 5' }}
          interactive={false}
        />
      ))}
      {zoom < 9 && base.labels.map((place) => label(place, locale, 0))}
      {shown.map((place) => label(place, locale, place[2]))}
    </>
  );
}
