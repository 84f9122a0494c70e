import { createRoot } from 'react-dom/client';
import { MapContainer, Marker } from 'react-leaflet';
import './map.css';
import type { RegionBox } from '../map-view.ts';
import { Basemap } from './basemap.client.tsx';
import { chosenPin } from './chosen-pin.client.tsx';

export type ExactPlaceData = {
  locale: 'az' | 'en' | 'ru';
  point: { lat: number; lng: number };
  regions: RegionBox[];
  words: { open: string; failed: string; here: string };
};

/** Replaces the button by a small map with one pin. */
export function openExactPlace(place: HTMLElement, { locale, point, regions, words }: ExactPlaceData): void {
  const stage = document.createElement('div');
  stage.className = 'map-panel';
  place.replaceChildren(stage);
  createRoot(stage).render(
    <MapContainer center={point} zoom={14} minZoom={6} maxZoom={17} preferCanvas>
      <Basemap locale={locale} regions={regions} />
      <Marker position={point} icon={chosenPin} alt={words.here} />
    </MapContainer>,
  );
}
