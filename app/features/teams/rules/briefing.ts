/** Briefings: a text, a few questions, and who has understood it. */
export const BRIEFING_LIMITS = {
  title: 120,
  text: 8_000,
  question: 240,
  option: 160,
  questions: 6,
  options: 4,
} as const;

/** `correct` is the place of the right answer among the options. */
export type QuizQuestion = Readonly<{ question: string; options: readonly string[]; correct: number }>;

/** All of them must be right; whoever missed one reads again and tries again. */
export function markQuiz(
  questions: readonly QuizQuestion[],
  answers: readonly number[],
): {
  right: number;
  isPassed: boolean;
} {
  const right = questions.filter(({ correct }, at) => answers[at] === correct).length;
  return { right, isPassed: right === questions.length };
}

export type BriefingNeed = Readonly<{ id: string; neededVersion: number }>;
export type BriefingPass = Readonly<{ briefingId: string; version: number }>;

/** Which briefings somebody still has to pass: those never passed, or passed in a version that no longer counts. */
export function stillToPass(needed: readonly BriefingNeed[], passed: readonly BriefingPass[]): string[] {
  return needed
    .filter(({ id, neededVersion }) => !passed.some((one) => one.briefingId === id && one.version >= neededVersion))
    .map(({ id }) => id);
}

/** Briefed: there is something to know, and she knows all of it. */
export function isBriefedBy(needed: readonly BriefingNeed[], passed: readonly BriefingPass[]): boolean {
  return needed.length > 0 && stillToPass(needed, passed).length === 0;
}
