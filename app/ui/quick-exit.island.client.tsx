/** The way out, faster: the page's place in the history is taken by where it leads, and three times Esc is enough. */
const WITHIN_MS = 2000;

for (const place of document.querySelectorAll<HTMLElement>('[data-island="quick-exit"]')) {
  const link = place.querySelector('a');
  if (!link) continue;
  const leave = (): void => {
    // Nothing of the page may be seen while the other one loads.
    document.body.hidden = true;
    // A script's leaving says where from, even if only to us; the plain link does not.
    const referrer = document.createElement('meta');
    referrer.name = 'referrer';
    referrer.content = 'no-referrer';
    document.head.append(referrer);
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN_MS);
    if (presses.length >= 3) leave();
  });
}
