import L from 'leaflet';
import { useEffect, useState } from 'react';
import { Marker, Polygon, Polyline, useMap, useMapEvents } from 'react-leaflet';
import { BASEMAP_CREDITS, decodeLine, type BasemapFile, type LatLngPair, type PlaceRow, type VillagesFile } from '#app/kernel/basemap.ts';

/** A region's code and bounding box (west, south, east, north): which villages to load when somebody looks closely. */
export type RegionBox = readonly [code: string, west: number, south: number, east: number, north: number];
type Language = 'az' | 'en' | 'ru';

type Drawn = { land: LatLngPair[][]; neighbours: LatLngPair[][]; country: LatLngPair[][]; borders: LatLngPair[][]; labels: readonly PlaceRow[]; places: readonly PlaceRow[] };

/** From this zoom the villages of the regions in sight are loaded. */
const VILLAGES_FROM = 10;
/** Labels of a rank appear from here. */
const RANK_FROM = [5, 6, 8, 11];

/** Every label that is drawn; more would cover the map. */
const MAX_LABELS = 60;

function nameOf(place: PlaceRow, locale: Language): string {
  return (locale === 'en' ? place[4] : locale === 'ru' ? place[5] : undefined) ?? place[3];
}

function label(place: PlaceRow, locale: Language, kind: number) {
  const icon = L.divIcon({ className: `map-place map-place-${kind}`, html: `<span>${nameOf(place, locale).replaceAll('<', '&lt;')}</span>`, iconSize: [0, 0] });
  return <Marker key={`${place[0]},${place[1]}`} position={[place[0], place[1]]} icon={icon} interactive={false} keyboard={false} />;
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
        setBase({ ...file, land: file.land.map(decodeLine), neighbours: file.neighbours.map(decodeLine), country: file.country.map(decodeLine), borders: file.borders.map(decodeLine) }),
      );
  }, [map]);

  useMapEvents({
    moveend: () => {
      redraw((count) => count + 1);
      if (map.getZoom() < VILLAGES_FROM) return;
      const sight = map.getBounds();
      const wanted = regions.filter(([code, west, south, east, north]) => !(code in villages) && sight.intersects([[south, west], [north, east]]));
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
    .sort((a, b) => a[2] - b[2])
    .slice(0, MAX_LABELS);
  return (
    <>
      {base.land.map((ring, index) => (
        <Polygon key={index} positions={ring} pathOptions={{ stroke: false, fillColor: '#f6f2ea', fillOpacity: 1 }} interactive={false} />
      ))}
      {base.country.map((ring, index) => (
        <Polygon key={index} positions={ring} pathOptions={{ color: '#8d8271', weight: 1.5, fillColor: '#eef1e8', fillOpacity: 1 }} interactive={false} />
      ))}
      {base.neighbours.map((line, index) => (
        <Polyline key={index} positions={line} pathOptions={{ color: '#c9bfae', weight: 1 }} interactive={false} />
      ))}
      {base.borders.map((line, index) => (
        <Polyline key={index} positions={line} pathOptions={{ color: '#9db7a4', weight: 1.5, dashArray: '6 5' }} interactive={false} />
      ))}
      {zoom < 9 && base.labels.map((place) => label(place, locale, 0))}
      {inSight.map((place) => label(place, locale, place[2]))}
    </>
  );
}
