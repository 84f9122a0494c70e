import { fold } from '#app/kernel/az-text.ts';
import { haversineMetres } from '#app/kernel/geo.ts';

/** A campaign as the comparison sees it. */
export type Comparable = {
  title: string;
  category: string;
  region: string;
  lat?: number | null;
  lng?: number | null;
};

/** Titles this alike are shown whatever else differs; less alike ones when category and district agree too. */
const ALIKE_TITLES = 0.5;
const ALIKE_IN_PLACE = 0.3;
const NEAR_METRES = 1500;

function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** How alike two texts are, 0 to 1: common groups of three letters among all of both (as PostgreSQL's pg_trgm counts). */
export function likeness(a: string, b: string): number {
  const [one, two] = [trigrams(a), trigrams(b)];
  if (one.size === 0 || two.size === 0) return 0;
  let common = 0;
  for (const part of one) if (two.has(part)) common += 1;
  return common / (one.size + two.size - common);
}

/**
 * Whether somebody who starts `planned` should first look at `other`: their titles are much alike, or they speak of one
 * category in one district with titles somewhat alike, or stand within a walk of each other with one category.
 */
export function isNearDuplicate(planned: Comparable, other: Comparable): boolean {
  const alike = likeness(planned.title, other.title);
  if (alike >= ALIKE_TITLES) return true;
  if (planned.category !== other.category || planned.region !== other.region) return false;
  if (alike >= ALIKE_IN_PLACE) return true;
  const points = [planned, other].flatMap(({ lat, lng }) =>
    typeof lat === 'number' && typeof lng === 'number' ? [{ lat, lng }] : [],
  );
  const [first, second] = points;
  return first !== undefined && second !== undefined && haversineMetres(first, second) <= NEAR_METRES;
}
