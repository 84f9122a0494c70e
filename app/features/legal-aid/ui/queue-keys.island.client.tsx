/** The queue by keyboard: j and k go from case to case, Enter opens (it is a link), c claims, x picks, ? shows this. */
const cases = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('[data-queue-case]')];
const help = (): HTMLDetailsElement | null => document.querySelector('#queue-keys');

function step(by: 1 | -1): void {
  const links = cases();
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  links[at === -1 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}

/** The row in which the keyboard is. */
const row = (): Element | null => document.activeElement?.closest('tr') ?? null;

const deeds: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  c: () => row()?.querySelector<HTMLButtonElement>('[data-queue-claim]')?.click(),
  x: () => row()?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  '?': () => {
    const place = help();
    if (!place) return;
    place.open = !place.open;
    if (place.open) place.querySelector('summary')?.focus();
  },
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { target } = event;
  // Whoever writes or chooses is not interrupted; a ticked box is neither.
  if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')) return;
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
});

for (const place of document.querySelectorAll<HTMLElement>('[data-island="queue-keys"]')) place.dataset.ready = 'true';
