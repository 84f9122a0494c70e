import { eq } from 'drizzle-orm';
import { letters } from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { recordStep } from '../letter-steps.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type Answering = {
  letterId: string;
  /** The day on which the body's answer came; null takes it back and the clock runs again. */
  answeredOn: Day | null;
  /** The body said that the matter needs study: the longer term counts. */
  withStudy: boolean;
};

export type AnswerRefusal =
  | 'authorities.error.letter-unknown'
  | 'authorities.error.not-sent'
  | 'authorities.error.answer-in-future'
  | 'authorities.error.answer-before-letter';

/** Stops the clock of a sent letter, or gives it the longer term. */
export function recordAnswer(
  { scope, now }: { scope: MemberScope; now: Date },
  { letterId, answeredOn, withStudy }: Answering,
): Promise<Result<undefined, AnswerRefusal>> {
  return withScope(scope, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId)).for('update');
    if (!letter) return refuse('authorities.error.letter-unknown');
    if (letter.state !== 'sent' || !letter.sentAt) return refuse('authorities.error.not-sent');
    if (answeredOn !== null && answeredOn > dayOf(now))
      return refuse('authorities.error.answer-in-future', 'answeredOn');
    if (answeredOn !== null && answeredOn < dayOf(letter.sentAt))
      return refuse('authorities.error.answer-before-letter', 'answeredOn');
    if (letter.answeredOn === answeredOn && letter.withStudy === withStudy) return ok();
    await tx.update(letters).set({ answeredOn, withStudy, updatedAt: now }).where(eq(letters.id, letterId));
    if (letter.answeredOn !== answeredOn && answeredOn !== null)
      await recordStep(tx, scope, { letterId, kind: 'answered', at: now });
    await audit(tx, scope, { action: 'letter.answered', subjectType: 'letter', subjectId: letterId });
    return ok();
  });
}
