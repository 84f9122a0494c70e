/** A button that prints the page, put there by the script itself: without one the browser's own menu does it. */
for (const place of document.querySelectorAll<HTMLElement>('[data-island="print-list"]')) {
  const { label } = JSON.parse(place.dataset.props ?? '{}') as { label: string };
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary no-print';
  button.textContent = label;
  button.addEventListener('click', () => window.print());
  place.replaceChildren(button);
}
