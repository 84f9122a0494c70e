/** Finds a name at the door as it is typed, in the list that is on the page: a copy without a network cannot ask the server. */
import { fold } from '#app/kernel/az-text.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-island="entrance-search"]')) {
  const form = place.querySelector('form');
  const input = place.querySelector<HTMLInputElement>('input[name=q]');
  const rows = [...document.querySelectorAll<HTMLElement>('[data-entrance-words]')];
  // A page that was asked for one name has only that one to search in. A copy has everybody, whatever the address says.
  const isWhole = document.documentElement.dataset.keptAt !== undefined || !input?.value;
  if (!form || !input || !isWhole) continue;
  const query = new URLSearchParams(location.search);
  const asked = query.get('q') ?? query.get('code');
  if (asked) input.value = asked;
  const narrow = (): void => {
    const wanted = fold(input.value.trim());
    for (const row of rows) row.hidden = !fold(row.dataset.entranceWords ?? '').includes(wanted);
  };
  input.addEventListener('input', narrow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    narrow();
  });
  narrow();
}
