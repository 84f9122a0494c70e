/** Volunteers at the entrance see names from half a day before a shift until half a day after it. */
const AROUND_MS = 12 * 3_600_000;

export function mayCheckInNow({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - AROUND_MS && now.getTime() <= endsAt.getTime() + AROUND_MS;
}
