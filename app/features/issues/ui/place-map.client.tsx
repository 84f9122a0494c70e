import type L from 'leaflet';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MapContainer, Marker, useMap, useMapEvents, ZoomControl } from 'react-leaflet';
import './map.css';
import type { MapBounds, RegionBox } from '../map-view.ts';
import { Basemap } from './basemap.client.tsx';
import { chosenPin } from './chosen-pin.client.tsx';

export type PlaceMapData = {
  locale: 'az' | 'en' | 'ru';
  bounds: MapBounds;
  regions: RegionBox[];
  /** Choices of several regions, with their codes. */
  joined: Record<string, readonly string[]>;
  words: {
    open: string;
    failed: string;
    hint: string;
    picked: string;
    outside: string;
    mine: string;
    noPosition: string;
    remove: string;
    differs: string;
    takePins: string;
    keepChosen: string;
    zoomIn: string;
    zoomOut: string;
  };
};

type Picked = { lat: number; lng: number };
/** What the server says about a point (`/api/place`). */
type PlaceAnswer = { region: string | null; around: string[]; words: string };

/** The form's own fields. */
function field(place: HTMLElement, name: string): HTMLInputElement | HTMLSelectElement | null {
  const found = place.closest('form')?.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
}

function write(place: HTMLElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = field(place, name);
    if (input) input.value = value;
  }
}

/** The box of what the form's list of districts has chosen, or the map's own first view. */
function firstView(place: HTMLElement, { bounds, regions, joined }: PlaceMapData): MapBounds {
  const chosen = field(place, 'region')?.value ?? '';
  const codes = joined[chosen] ?? [chosen];
  const boxes = regions.filter(([code]) => codes.includes(code));
  if (boxes.length === 0) return bounds;
  return [
    [Math.min(...boxes.map((box) => box[2])), Math.min(...boxes.map((box) => box[1]))],
    [Math.max(...boxes.map((box) => box[4])), Math.max(...boxes.map((box) => box[3]))],
  ];
}

/** The words that the list of districts has for a code. */
function regionWords(place: HTMLElement, code: string): string {
  const list = field(place, 'region');
  if (!(list instanceof HTMLSelectElement)) return code;
  return [...list.options].find((option) => option.value === code)?.text ?? code;
}

function Clicks({ onPick }: { onPick: (point: Picked) => void }) {
  useMapEvents({ click: ({ latlng }) => onPick({ lat: latlng.lat, lng: latlng.lng }) });
  return null;
}

function Follow({ point }: { point: Picked | undefined }) {
  const map = useMap();
  useEffect(() => {
    if (point) map.setView(point, Math.max(map.getZoom(), 14));
  }, [map, point]);
  return null;
}

function PlaceMap({ place, data }: { place: HTMLElement; data: PlaceMapData }) {
  const [point, setPoint] = useState<Picked>();
  const [centre, setCentre] = useState<Picked>();
  const [words, setWords] = useState<string>();
  /** The district of the point, when the form says another one. */
  const [other, setOther] = useState<string>();
  const [view] = useState(() => firstView(place, data));
  const chosen = field(place, 'region')?.value ?? '';

  useEffect(() => {
    const list = field(place, 'region');
    // Whoever chooses the district anew has answered.
    const answered = () => setOther(undefined);
    list?.addEventListener('change', answered);
    return () => list?.removeEventListener('change', answered);
  }, [place]);

  const pick = (next: Picked) => {
    const rounded = { lat: Number(next.lat.toFixed(5)), lng: Number(next.lng.toFixed(5)) };
    setPoint(rounded);
    setOther(undefined);
    write(place, { lat: String(rounded.lat), lng: String(rounded.lng), pinRegion: '' });
    fetch(`/api/place?lat=${rounded.lat}&lng=${rounded.lng}&lang=${data.locale}`)
      .then((answer) => answer.json() as Promise<PlaceAnswer>)
      .then((answer) => {
        setWords(answer.region === null ? data.words.outside : data.words.picked.replace('{place}', answer.words));
        if (answer.region === null) return;
        const region = field(place, 'region');
        if (region && region.value === '') region.value = answer.region;
        else if (region && !answer.around.includes(region.value)) setOther(answer.region);
        const words = field(place, 'place');
        if (words && words.value.trim() === '') words.value = answer.words;
      })
      .catch(() => setWords(`${rounded.lat}, ${rounded.lng}`));
  };
  const find = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const mine = { lat: coords.latitude, lng: coords.longitude };
        setCentre(mine);
        pick(mine);
      },
      () => setWords(data.words.noPosition),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  const remove = () => {
    setPoint(undefined);
    setWords(undefined);
    setOther(undefined);
    write(place, { lat: '', lng: '', pinRegion: '' });
  };
  const answer = (values: Record<string, string>) => {
    write(place, values);
    setOther(undefined);
  };
  const named = (text: string) =>
    text.replace('{pin}', regionWords(place, other ?? '')).replace('{chosen}', regionWords(place, chosen));

  return (
    <div className="place-map">
      <p className="meta">{data.words.hint}</p>
      <div className="map-panel" role="group" aria-label={data.words.open}>
        <MapContainer bounds={view} minZoom={6} maxZoom={17} preferCanvas zoomControl={false}>
          <ZoomControl zoomInTitle={data.words.zoomIn} zoomOutTitle={data.words.zoomOut} />
          <Basemap locale={data.locale} regions={data.regions} />
          <Clicks onPick={pick} />
          <Follow point={centre} />
          {point ? (
            <Marker
              position={point}
              icon={chosenPin}
              draggable
              alt={words ?? ''}
              eventHandlers={{ dragend: (event) => pick((event.target as L.Marker).getLatLng()) }}
            />
          ) : null}
        </MapContainer>
      </div>
      <p role="status">
        {words ?? ''} {other === undefined ? '' : named(data.words.differs)}
      </p>
      {other === undefined ? null : (
        <div className="btn-row">
          <button
            type="button"
            className="btn btn-secondary btn-small"
            onClick={() => answer({ region: other, pinRegion: '' })}
          >
            {named(data.words.takePins)}
          </button>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => answer({ pinRegion: 'keep' })}>
            {named(data.words.keepChosen)}
          </button>
        </div>
      )}
      <div className="btn-row">
        <button type="button" className="btn btn-secondary btn-small" onClick={find}>
          {data.words.mine}
        </button>
        {point ? (
          <button type="button" className="btn btn-quiet btn-small" onClick={remove}>
            {data.words.remove}
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** Replaces the button by the map. */
export function openPlaceMap(place: HTMLElement, data: PlaceMapData): void {
  const stage = document.createElement('div');
  place.replaceChildren(stage);
  createRoot(stage).render(<PlaceMap place={place} data={data} />);
}
