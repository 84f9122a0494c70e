import L from 'leaflet';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MapContainer, Marker, Popup, useMap, useMapEvents, ZoomControl } from 'react-leaflet';
import { clusterMarkup, clusterSize, pinMarkup } from '#app/ui/map-pins.ts';
import type { StateTone } from '#app/ui/state-badge.tsx';
import './map.css';
import type { MapData } from '../map.server.ts';
import type { MapBounds, RegionBox } from '../map-view.ts';
import { joinTouching } from '../rules/map-join.ts';
import { Basemap } from './basemap.client.tsx';
import { mountIsland } from './mount-island.client.tsx';

/** What the page gives the map: words are said by the server, so that no catalogue has to be loaded here. */
export type IssueMapData = {
  locale: 'az' | 'en' | 'ru';
  /** South-west and north-east of the first view. */
  bounds: MapBounds;
  regions: RegionBox[];
  /** The list's filters as a query without `?`. */
  filters: string;
  /** Address of a report without its number. */
  issueHref: string;
  /** Words of each state, and its tone for the pin's shape. */
  states: Record<string, { words: string; tone: StateTone }>;
  words: {
    open: string;
    cluster: string;
    blurred: string;
    failed: string;
    here: string;
    zoomIn: string;
    zoomOut: string;
    close: string;
  };
};

function Reports({ data }: { data: IssueMapData }) {
  const map = useMap();
  const [found, setFound] = useState<MapData>();
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef<AbortController | undefined>(undefined);

  const load = useCallback(() => {
    asked.current?.abort();
    const request = new AbortController();
    asked.current = request;
    const sight = map.getBounds();
    const bbox = [sight.getWest(), sight.getSouth(), sight.getEast(), sight.getNorth()]
      .map((degrees) => degrees.toFixed(3))
      .join(',');
    fetch(`/api/map?bbox=${bbox}&zoom=${map.getZoom()}${data.filters ? `&${data.filters}` : ''}`, {
      signal: request.signal,
    })
      .then((answer) =>
        answer.ok ? (answer.json() as Promise<MapData>) : Promise.reject(new Error(String(answer.status))),
      )
      .then((answer) => {
        setFound(answer);
        setFailed(false);
      })
      .catch(() => {
        // A newer request replaced this one; only the newest may say that it failed.
        if (!request.signal.aborted) setFailed(true);
      });
  }, [map, data.filters]);
  useMapEvents({
    moveend: load,
    // Leaflet names its button in English only.
    popupopen: ({ popup }) =>
      popup.getElement()?.querySelector('[role="button"]')?.setAttribute('aria-label', data.words.close),
  });
  useEffect(load, [load]);

  return (
    <>
      {hasFailed ? (
        <p className="map-note" role="status">
          {data.words.failed}
        </p>
      ) : null}
      {found ? <Marks found={found} data={data} /> : null}
    </>
  );
}

type Point = Extract<MapData, { kind: 'points' }>['points'][number];
/** A counted cluster, or one report. */
type Mark = { lat: number; lng: number; count: number; point?: Point };

function Marks({ found, data }: { found: MapData; data: IssueMapData }) {
  const map = useMap();
  const marks: Mark[] =
    found.kind === 'points'
      ? found.points.map((point) => ({ lat: point[0], lng: point[1], count: 1, point }))
      : found.clusters.map(([lat, lng, count]) => ({ lat, lng, count }));
  const joined = joinTouching(marks.map((thing) => ({ ...map.project(thing), count: thing.count, thing })));
  return joined.map(({ count, things }) => {
    const points = things.flatMap(({ point }) => (point ? [point] : []));
    const [first] = things;
    if (!first) return null;
    if (first.point && things.length === 1) return <Pin key={first.point[2]} point={first.point} data={data} />;
    return (
      <Group key={`${first.lat},${first.lng},${things.length}`} at={first} count={count} points={points} data={data} />
    );
  });
}

function Pin({ point: [lat, lng, ref, state, title, blurred], data }: { point: Point; data: IssueMapData }) {
  const known = data.states[state];
  const icon = L.divIcon({ className: 'pin-marker', html: pinMarkup(known?.tone ?? 'open'), iconSize: [44, 44] });
  return (
    <Marker position={[lat, lng]} icon={icon} title={`${title}: ${known?.words ?? ''}`}>
      <Popup className="map-popup">
        <h3>{title}</h3>
        <p>{known?.words}</p>
        {blurred ? <p>{data.words.blurred}</p> : null}
        <a href={`${data.issueHref}${ref}`}>{data.words.open}</a>
      </Popup>
    </Marker>
  );
}

/** Several reports in one mark: it leads nearer, and where there is no nearer, it names them. */
function Group({ at, count, points, data }: { at: Mark; count: number; points: readonly Point[]; data: IssueMapData }) {
  const map = useMap();
  const side = clusterSize(count);
  const isLast = map.getZoom() >= map.getMaxZoom();
  const number = new Intl.NumberFormat(data.locale).format(count);
  const words = (isLast ? data.words.here : data.words.cluster).replace('{n}', number);
  const icon = L.divIcon({
    className: 'cluster-marker',
    html: clusterMarkup(count > 9999 ? `${Math.round(count / 1000)}k` : String(count)),
    iconSize: [side, side],
  });
  const nearer = () => map.setView(at, Math.min(map.getMaxZoom(), map.getZoom() + 2));
  if (isLast && points.length > 0)
    return (
      <Marker key="here" position={at} icon={icon} title={words}>
        <Popup className="map-popup">
          <h3>{words}</h3>
          <ul>
            {points.map(([, , ref, state, title]) => (
              <li key={ref}>
                <a href={`${data.issueHref}${ref}`}>{title}</a>: {data.states[state]?.words}
              </li>
            ))}
          </ul>
        </Popup>
      </Marker>
    );
  return (
    <Marker
      key="nearer"
      position={at}
      icon={icon}
      title={words}
      eventHandlers={{ click: nearer, keypress: ({ originalEvent }) => originalEvent.key === 'Enter' && nearer() }}
    />
  );
}

mountIsland<IssueMapData>('issue-map', (data) => (
  <MapContainer
    bounds={data.bounds}
    minZoom={6}
    maxZoom={17}
    maxBounds={[
      [36.8, 42.5],
      [43.4, 53.2],
    ]}
    maxBoundsViscosity={0.8}
    preferCanvas
    className="issue-map"
    zoomControl={false}
  >
    <ZoomControl zoomInTitle={data.words.zoomIn} zoomOutTitle={data.words.zoomOut} />
    <Basemap locale={data.locale} regions={data.regions} />
    <Reports data={data} />
  </MapContainer>
));
