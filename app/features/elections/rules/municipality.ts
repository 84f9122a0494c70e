/** What the law makes of a municipality's size, and how many agents a candidate may have: numbers with their sources. */
import type { Certainty, DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';

/** From how many inhabitants on the value holds; the next bracket ends it. */
type Bracket = readonly [from: number, value: number];
type Sourced = Readonly<Pick<DatedRule, 'article' | 'sources'> & { certainty: Certainty }>;

export const SEATS: Sourced & { brackets: readonly Bracket[]; until: number } = {
  article: '210.2',
  sources: ['rights.az', 'azkurs.org', 'serqqapisi.az, 2019'],
  certainty: 'high',
  brackets: [
    [0, 5],
    [500, 7],
    [1_000, 9],
    [5_000, 11],
    [10_000, 13],
    [20_000, 15],
    [50_000, 17],
    [100_000, 19],
  ],
  // The law's list ends here.
  until: 299_999,
};

/** One good source, whose brackets begin at "more than 4 999". */
export const SIGNATURES: Sourced & { brackets: readonly Bracket[] } = {
  article: '215',
  sources: ['smdtaz.org'],
  certainty: 'medium',
  brackets: [
    [0, 15],
    [5_000, 30],
    [10_000, 50],
    [20_000, 75],
    [50_000, 100],
    [100_000, 150],
  ],
};

function valueAt(brackets: readonly Bracket[], population: number): number | null {
  return brackets.findLast(([from]) => from <= population)?.[1] ?? null;
}

/** Seats of a municipality; null where the law's list says nothing. */
export function seatsFor(population: number): number | null {
  return population > SEATS.until ? null : valueAt(SEATS.brackets, population);
}

/** Voters' signatures that a candidate needs. */
export function signaturesFor(population: number): number | null {
  return valueAt(SIGNATURES.brackets, population);
}

/** Authorised agents (vəkil edilmiş şəxs) of one municipal candidate. */
export const AGENTS: Sourced & { most: number } = {
  most: 3,
  article: '72, 220',
  sources: ['msk.gov.az, 7/27-1 (2008)'],
  certainty: 'medium',
};

/** Who may campaign for votes; foreigners and people under 18 are barred. */
export const CAMPAIGNERS: Sourced & { age: number } = {
  age: 18,
  article: '74.4.2, 90.2',
  sources: ['msk.gov.az, 7/27-1 (2008)'],
  certainty: 'medium',
};

/** What every printed sheet must name. */
export const IMPRINT: Sourced = { article: '87.3', sources: ['rights.az'], certainty: 'high' };
