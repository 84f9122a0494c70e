/**
 * The number that a share card says. Cards are copied by networks and kept for days, so it is a floor that stays true
 * ("400+"): exact below twenty, then in steps that grow with the number. A campaign needs few cards, however fast it grows.
 */
export function countBucket(count: number): { floor: number; isExact: boolean } {
  const step = count < 20 ? 1 : count < 100 ? 10 : count < 1000 ? 50 : count < 10_000 ? 500 : 5000;
  const floor = Math.floor(count / step) * step;
  return { floor, isExact: step === 1 || floor === count };
}

/** Part of the goal that a bar shows, 0 to 100. */
export function sharePercent(count: number, goal: number): number {
  return Math.max(0, Math.min(100, Math.round((count / Math.max(1, goal)) * 100)));
}
