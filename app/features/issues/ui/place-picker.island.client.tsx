/**
 * "Show on the map" on the report form. A small script at first; the map itself comes when somebody asks for it, so
 * that the form stays light. What was picked is said in words and written into the form's fields, where the person
 * may overrule it.
 */
import type { PlaceMapData } from './place-map.client.tsx';

for (const place of document.querySelectorAll<HTMLElement>('[data-island="place-picker"]')) {
  const data = JSON.parse(place.dataset.props ?? '{}') as PlaceMapData;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary';
  button.textContent = data.words.open;
  place.replaceChildren(button);
  button.addEventListener('click', () => {
    button.disabled = true;
    import('./place-map.client.tsx').then(
      ({ openPlaceMap }) => openPlaceMap(place, data),
      () => {
        // No network for the map: the form works without it.
        button.disabled = false;
        button.textContent = data.words.failed;
      },
    );
  });
}
