/** How fast letters go to one decision-maker: never more than the limit in any hour, and spread over it. */
export type Pace = { hourlyMax: number; sentLastHour: number; lastAt: Date | null };

const HOUR_MS = 3_600_000;

/** How many may leave at this moment. A run that comes late catches up with no more than a minute's share. */
export function mayLeaveNow({ hourlyMax, sentLastHour, lastAt }: Pace, now: Date): number {
  const left = hourlyMax - sentLastHour;
  if (left <= 0) return 0;
  const gap = HOUR_MS / hourlyMax;
  const elapsed = lastAt === null ? gap : now.getTime() - lastAt.getTime();
  const burst = Math.max(1, Math.floor(60_000 / gap));
  return Math.max(0, Math.min(left, burst, Math.floor(elapsed / gap)));
}
