/** The exact place on our own map, for the organisation's eyes. The map itself comes when somebody asks for it. */
import type { ExactPlaceData } from './exact-place-map.client.tsx';

for (const place of document.querySelectorAll<HTMLElement>('[data-island="exact-place"]')) {
  const data = JSON.parse(place.dataset.props ?? '{}') as ExactPlaceData;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary btn-small';
  button.textContent = data.words.open;
  place.replaceChildren(button);
  button.addEventListener('click', () => {
    button.disabled = true;
    import('./exact-place-map.client.tsx').then(
      ({ openExactPlace }) => openExactPlace(place, data),
      () => {
        button.disabled = false;
        button.textContent = data.words.failed;
      },
    );
  });
}
