import { fold, lowerAz, slug } from '#app/kernel/az-text.ts';
import type { Place } from './places.ts';

/** Somebody who exists nowhere else, so that finding them anywhere is finding a leak. */
export type Bird = { name: string; contact: string; village: string };

/** One for each way of signing; whoever adds a way adds a bird. */
export const BIRDS = {
  web: { name: 'Zərxanım Kanaryaqızı', contact: 'zerxanim.kanarya@example.az', village: 'Kanaryakənd' },
  code: { name: 'Xanbacı Sarıbülbül', contact: '+994557770199', village: 'Bülbülyuvası' },
  point: { name: 'Mirzəqulu Qaratoyuqlu', contact: '+994517770288', village: 'Toyuqluqışlaq' },
  paper: { name: 'Gülöyşə Qırmızıdöşlü', contact: '', village: 'Döşlükobası' },
} as const satisfies Record<string, Bird>;

/** The ways in which a person may stand there in clear: as typed, folded, lower-cased, in parts, and as plain base64. */
export function traces({ name, contact, village }: Bird): string[] {
  const words = name.split(' ');
  const plain = [name, ...words, village, contact, contact.replace('+994', ''), contact.split('@')[0] ?? ''].filter(
    (text) => text.length >= 6,
  );
  const shapes = plain.flatMap((text) => [text, fold(text), lowerAz(text), text.toLocaleUpperCase('az'), slug(text)]);
  const coded = [name, contact]
    .filter(Boolean)
    .flatMap((text) => [
      Buffer.from(text).toString('base64').replace(/=+$/u, '').slice(0, -1),
      Buffer.from(text).toString('hex'),
    ]);
  return [...new Set([...shapes, ...coded, ...plain.map((text) => JSON.stringify(text).slice(1, -1))])].filter(
    (text) => text.length >= 6,
  );
}

/** Where any of the birds is found in clear, as "place: trace"; empty is what we want. */
export function sightings(places: readonly Place[], birds: readonly Bird[] = Object.values(BIRDS)): string[] {
  const wanted = birds.flatMap(traces);
  return places.flatMap(({ where, text }) =>
    wanted.filter((trace) => text.includes(trace)).map((trace) => `${where}: ${trace}`),
  );
}
