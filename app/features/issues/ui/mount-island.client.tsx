import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Finds an island's places on the page and draws in each; what stood there for pages without scripts goes. */
export function mountIsland<Data>(name: string, draw: (data: Data, place: HTMLElement) => ReactNode): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const data = JSON.parse(place.dataset.props ?? 'null') as Data;
    const stage = document.createElement('div');
    stage.className = 'island-stage';
    place.replaceChildren(stage);
    createRoot(stage).render(draw(data, place));
  }
}
