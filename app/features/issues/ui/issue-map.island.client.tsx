import L from 'leaflet';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MapContainer, Marker, Popup, useMap, useMapEvents, ZoomControl } from 'react-leaflet';
import { clusterMarkup, clusterSize, pinMarkup } from '#app/ui/map-pins.ts';
import type { StateTone } from '#app/ui/state-badge.tsx';
import './map.css';
import type { MapData } from '../map.server.ts';
import type { MapBounds, RegionBox } from '../map-view.server.ts';
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
      {found?.kind === 'clusters' &&
        found.clusters.map(([lat, lng, count]) => {
          const side = clusterSize(count);
          const words = data.words.cluster.replace('{n}', new Intl.NumberFormat(data.locale).format(count));
          const icon = L.divIcon({
            className: 'cluster-marker',
            html: clusterMarkup(count > 9999 ? `${Math.round(count / 1000)}k` : String(count)),
            iconSize: [side, side],
          });
          return (
            <Marker
              key={`${lat},${lng}`}
              position={[lat, lng]}
              icon={icon}
              title={words}
              eventHandlers={{
                click: () => map.setView([lat, lng], Math.min(18, map.getZoom() + 2)),
                keypress: (event) =>
                  event.originalEvent.key === 'Enter' && map.setView([lat, lng], Math.min(18, map.getZoom() + 2)),
              }}
            />
          );
        })}
      {found?.kind === 'points' &&
        found.points.map(([lat, lng, ref, state, title, blurred]) => {
          const known = data.states[state];
          const tone = known?.tone ?? 'open';
          const icon = L.divIcon({ className: 'pin-marker', html: pinMarkup(tone), iconSize: [44, 44] });
          return (
            <Marker key={ref} position={[lat, lng]} icon={icon} title={`${title}: ${known?.words ?? ''}`}>
              <Popup className="map-popup">
                <h3>{title}</h3>
                <p>{known?.words}</p>
                {blurred ? <p>{data.words.blurred}</p> : null}
                <a href={`${data.issueHref}${ref}`}>{data.words.open}</a>
              </Popup>
            </Marker>
          );
        })}
    </>
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
