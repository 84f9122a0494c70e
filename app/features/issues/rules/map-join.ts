/** Something on a map: where it stands in pixels of the present zoom, and how many reports it stands for. */
export type Standing<Thing> = { x: number; y: number; count: number; thing: Thing };
/** What is drawn in one place: the things that would have covered each other there, the greatest first. */
export type Joined<Thing> = { count: number; things: Thing[] };

/** Pixels between two marks below which a thumb could not tell them apart. */
const REACH = 44;

/**
 * Joins what would stand on each other. A joined mark keeps the place of its greatest part, so that any two marks are
 * at least `REACH` apart; the counts add up to what went in.
 */
export function joinTouching<Thing>(standing: readonly Standing<Thing>[]): Joined<Thing>[] {
  const kept: (Standing<Thing> & { things: Thing[]; total: number })[] = [];
  for (const one of [...standing].sort((a, b) => b.count - a.count)) {
    const near = kept.find(({ x, y }) => Math.hypot(x - one.x, y - one.y) < REACH);
    if (near) {
      near.things.push(one.thing);
      near.total += one.count;
    } else kept.push({ ...one, things: [one.thing], total: one.count });
  }
  return kept.map(({ things, total }) => ({ things, count: total }));
}
