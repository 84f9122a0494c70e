const ADDRESS = /https?:\/\/[^\s<>"]+/u;
/** What visitors' counters add to addresses; nothing of it is passed on. */
const TRACKING = /^(utm_|fbclid|gclid|mc_|yclid|_openstat)/u;

/** An address without the marks by which its openers are counted. */
export function withoutTracking(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return address;
  const marks = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (marks.length === 0) return address;
  for (const name of marks) url.searchParams.delete(name);
  return url.href;
}

/** A message as words for a chat, and the addresses that open the two programs with them. */
export function wordsToPassOn(subject: string, text: string): { words: string; whatsapp: string; telegram: string } {
  const clean = text.replaceAll(new RegExp(ADDRESS, 'gu'), (found) => withoutTracking(found));
  const words = subject === '' ? clean : `${subject}\n\n${clean}`;
  const [address] = ADDRESS.exec(clean) ?? [];
  return {
    words,
    whatsapp: `https://wa.me/?text=${encodeURIComponent(words)}`,
    // Telegram wants an address of its own; without one the words go there.
    telegram: `https://t.me/share/url?url=${encodeURIComponent(address ?? words)}${address ? `&text=${encodeURIComponent(words)}` : ''}`,
  };
}
