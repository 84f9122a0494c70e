import L from 'leaflet';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MapContainer, Marker, Popup, useMap, useMapEvents, ZoomControl } from 'react-leaflet';
import { clusterMarkup, clusterSize, pinMarkup } from '#app/ui/map-pins.ts';
import type { StateTone } from '#app/ui/state-badge.tsx';
import './map.css';
import type { MapData, MapPoint } from '../map.server.ts';
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
  /** The report that the map was opened for: it stands in the middle with its words open. */
  focus: MapPoint | null;
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
    byWords: string;
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
      {data.focus ? <Pin point={data.focus} data={data} isOpen /> : null}
    </>
  );
}

/** A counted cluster, or one report. */
type Mark = { lat: number; lng: number; count: number; fixed?: number; point?: MapPoint };

function Marks({ found, data }: { found: MapData; data: IssueMapData }) {
  const map = useMap();
  const marks: Mark[] =
    found.kind === 'points'
      ? found.points
          .filter((point) => point[2] !== data.focus?.[2])
          .map((point) => ({ lat: point[0], lng: point[1], count: 1, point }))
      : found.clusters.map(([lat, lng, count, fixed]) => ({ lat, lng, count, fixed }));
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

function Pin({
  point: [lat, lng, ref, state, title, inexact],
  data,
  isOpen,
}: {
  point: MapPoint;
  data: IssueMapData;
  isOpen?: boolean;
}) {
  const pin = useRef<L.Marker>(null);
  useEffect(() => {
    if (isOpen) pin.current?.openPopup();
  }, [isOpen]);
  const known = data.states[state];
  const icon = L.divIcon({ className: 'pin-marker', html: pinMarkup(known?.tone ?? 'open'), iconSize: [44, 44] });
  return (
    <Marker ref={pin} position={[lat, lng]} icon={icon} title={`${title}: ${known?.words ?? ''}`}>
      <Popup className="map-popup">
        <h3>{title}</h3>
        <p>{known?.words}</p>
        {inexact === 0 ? null : <p>{inexact === 2 ? data.words.byWords : data.words.blurred}</p>}
        <a href={`${data.issueHref}${ref}`}>{data.words.open}</a>
      </Popup>
    </Marker>
  );
}

/** From here the server gives single reports. */
const STREET_ZOOM = 15;

/** Several reports in one mark: it leads nearer, and where there is no nearer, it names them. One alone is a pin that leads to its street. */
function Group({
  at,
  count,
  points,
  data,
}: {
  at: Mark;
  count: number;
  points: readonly MapPoint[];
  data: IssueMapData;
}) {
  const map = useMap();
  const side = clusterSize(count);
  const isLast = map.getZoom() >= map.getMaxZoom();
  const number = new Intl.NumberFormat(data.locale).format(count);
  const words = (isLast ? data.words.here : data.words.cluster).replace('{n}', number);
  const icon =
    count === 1
      ? L.divIcon({ className: 'pin-marker', html: pinMarkup(at.fixed ? 'verified' : 'open'), iconSize: [44, 44] })
      : L.divIcon({
          className: 'cluster-marker',
          html: clusterMarkup(count > 9999 ? `${Math.round(count / 1000)}k` : String(count)),
          iconSize: [side, side],
        });
  const zoom = count === 1 ? Math.max(STREET_ZOOM, map.getZoom()) : map.getZoom() + 2;
  const nearer = () => map.setView(at, Math.min(map.getMaxZoom(), zoom));
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
    {...(data.focus ? { center: [data.focus[0], data.focus[1]], zoom: STREET_ZOOM } : { bounds: data.bounds })}
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
