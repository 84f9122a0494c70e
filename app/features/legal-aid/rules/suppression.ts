/**
 * Figures that expose nobody (guarantee G25). Tables count the same cases by one facet each; there is no table of two facets
 * and no district smaller than a rayon, so what could betray a person is a small cell, or the difference of what is shown.
 *
 * - a cell below five is hidden, zeros included, and nothing says how many were hidden
 * - where one alone was hidden, the next smallest goes with it: the total would give it away
 * - what is shown, totals too, is rounded to five
 * - where the rounding would still let the hidden be reckoned, more is hidden
 */
export const LEAST_SHOWN = 5;
const STEP = 5;
/** What a rounded number may differ from the true one. */
const SLACK = 2;

export type Cell = Readonly<{ key: string; count: number }>;
/** Counts by one facet; every key that there could be is there, zeros too, and the counts sum to the same total. */
export type CountTable = Readonly<{ key: string; cells: readonly Cell[] }>;
/** `count` null is hidden. */
export type PublishedCell = Readonly<{ key: string; count: number | null }>;
export type Published = Readonly<{
  /** Rounded; null below five, and then no table is shown. */
  total: number | null;
  tables: readonly Readonly<{ key: string; cells: readonly PublishedCell[] }>[];
}>;

const rounded = (count: number): number => Math.round(count / STEP) * STEP;
type Range = { low: number; high: number };
const around = (count: number): Range => ({
  low: Math.max(LEAST_SHOWN, rounded(count) - SLACK),
  high: rounded(count) + SLACK,
});

/** What may be published of tables over the same cases. Throws when their totals differ: they would not be the same cases. */
export function suppress(tables: readonly CountTable[]): Published {
  const totals = new Set(tables.map(({ cells }) => sum(cells.map((cell) => cell.count))));
  if (totals.size > 1) throw new Error('Tables of one publication count the same cases');
  const total = [...totals][0] ?? 0;
  const hidden = tables.map(({ cells }) => hideSmall(cells));
  if (total < LEAST_SHOWN)
    return { total: null, tables: tables.map((table) => show(table, new Set(table.cells.map((cell) => cell.key)))) };
  // Each table narrows what the total can be, and the total narrows what is hidden in each: until nothing more must go.
  for (let isDone = false; !isDone;) {
    isDone = true;
    const possible = totalRange(total, tables, hidden);
    tables.forEach(({ cells }, at) => {
      const out = hidden[at] as Set<string>;
      const shown = cells.filter((cell) => !out.has(cell.key));
      if (out.size === 0 || shown.length === 0) return;
      const most = possible.high - sum(shown.map((cell) => around(cell.count).low));
      const least = possible.low - sum(shown.map((cell) => around(cell.count).high));
      // Known to be nothing, or as much as a small cell beside complements (never larger than what is shown) can hold.
      const isEmpty = most < LEAST_SHOWN;
      const fullest = LEAST_SHOWN - 1 + (out.size - 1) * around(smallest(shown).count).high;
      const isFull = least >= fullest;
      if (!isEmpty && !isFull && out.size > 1) return;
      out.add(smallest(shown).key);
      isDone = false;
    });
  }
  return { total: rounded(total), tables: tables.map((table, at) => show(table, hidden[at] as Set<string>)) };
}

/** Small cells, and the next smallest beside one that would stand alone. */
function hideSmall(cells: readonly Cell[]): Set<string> {
  const small = cells.filter((cell) => cell.count < LEAST_SHOWN);
  const hidden = new Set(small.map((cell) => cell.key));
  const rest = cells.filter((cell) => !hidden.has(cell.key));
  if (hidden.size === 1 && rest.length > 0) hidden.add(smallest(rest).key);
  return hidden;
}

/** What a reader can know of the total: its rounding, and every table that is shown whole. */
function totalRange(total: number, tables: readonly CountTable[], hidden: readonly Set<string>[]): Range {
  const range = { low: rounded(total) - SLACK, high: rounded(total) + SLACK };
  tables.forEach(({ cells }, at) => {
    const out = hidden[at] as Set<string>;
    const shown = cells.filter((cell) => !out.has(cell.key)).map((cell) => around(cell.count));
    range.low = Math.max(range.low, sum(shown.map((one) => one.low)));
    if (out.size === 0) range.high = Math.min(range.high, sum(shown.map((one) => one.high)));
  });
  return range;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const smallest = (cells: readonly Cell[]): Cell =>
  cells.reduce((least, cell) => (cell.count < least.count ? cell : least));

function show({ cells, key }: CountTable, hidden: ReadonlySet<string>): Published['tables'][number] {
  return {
    key,
    cells: cells.map((cell) => ({ key: cell.key, count: hidden.has(cell.key) ? null : rounded(cell.count) })),
  };
}
