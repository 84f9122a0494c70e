/** What waits for somebody in an organisation, by pillar. The order is that of the page; what is late comes before all. */
export const HOME_KEYS = [
  'replies-overdue',
  'tasks-late',
  'follow-ups',
  'board-confirm',
  'board-answers',
  'joining',
  'tasks-today',
  'reviews',
  'outcomes',
  'invitations',
  'replies-soon',
  'letters-ready',
  'shifts-short',
  'letter-drafts',
  'message-drafts',
  'event-drafts',
  'campaign-drafts',
  'board-unmatched',
  'board-suggestions',
  'campaign-suggestions',
] as const;
export type HomeKey = (typeof HOME_KEYS)[number];
const LATE: ReadonlySet<HomeKey> = new Set(['replies-overdue', 'tasks-late']);

/** A number of each; what a role may not see is not in it at all. */
export type HomeCounts = Partial<Record<HomeKey, number>>;
export type HomeLine = { key: HomeKey; count: number; isLate: boolean };

/** The lines of the day: only what waits. */
export function homeLines(counts: HomeCounts): HomeLine[] {
  return HOME_KEYS.flatMap((key) => {
    const count = counts[key] ?? 0;
    return count > 0 ? [{ key, count, isLate: LATE.has(key) }] : [];
  });
}

/** What somebody new does first, and for whom it is meant. */
export const FIRST_STEPS = [
  'second-factor',
  'about',
  'invite',
  'person',
  'event',
  'board',
  'decide',
  'report',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];
export type FirstStepLine = { key: FirstStep; isDone: boolean };

/** The list as it stands for somebody; empty when nothing in it is left to do. */
export function firstStepLines(may: Record<FirstStep, boolean>, done: Record<FirstStep, boolean>): FirstStepLine[] {
  const lines = FIRST_STEPS.filter((key) => may[key]).map((key) => ({ key, isDone: done[key] }));
  return lines.every(({ isDone }) => isDone) ? [] : lines;
}
