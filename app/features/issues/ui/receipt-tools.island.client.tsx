/** Copy and print under a receipt's code. Without a script the code is written down, as the page says. */
type Tools = { code: string; words: { copy: string; copied: string; print: string } };

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-secondary no-print';
  made.textContent = label;
  made.addEventListener('click', onClick);
  return made;
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="receipt-tools"]')) {
  const { code, words } = JSON.parse(place.dataset.props ?? '{}') as Tools;
  const tools = [button(words.print, () => window.print())];
  // The clipboard is only there on https and on this machine.
  if (navigator.clipboard) {
    const copy = button(words.copy, () => {
      navigator.clipboard.writeText(code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')).then(
        () => (copy.textContent = words.copied),
        () => copy.remove(),
      );
    });
    copy.setAttribute('aria-live', 'polite');
    tools.unshift(copy);
  }
  place.replaceChildren(...tools);
}
