import { eq } from 'drizzle-orm';
import { letters } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { recordStep, settleLetter } from '../letter-steps.server.ts';
import { isUnsent } from '../rules/letter.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type CancelRefusal = 'authorities.error.letter-unknown' | 'authorities.error.already-sent';

/** Puts an unsent letter aside (`isBack` false) or takes it up again. Doing it twice changes nothing. */
export function cancelLetter(
  { scope, now }: { scope: MemberScope; now: Date },
  { letterId, isBack }: { letterId: string; isBack: boolean },
): Promise<Result<undefined, CancelRefusal>> {
  return withScope(scope, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId)).for('update');
    if (!letter) return refuse('authorities.error.letter-unknown');
    // One that was on its way and held back by a withdrawal stays aside: it is marked as sent at that time.
    if (letter.state === 'sent' || letter.sentAt) return refuse('authorities.error.already-sent');
    if (isBack === isUnsent(letter.state)) return ok();
    await tx
      .update(letters)
      .set({ state: isBack ? 'draft' : 'cancelled', version: letter.version + 1, updatedAt: now })
      .where(eq(letters.id, letterId));
    await recordStep(tx, scope, { letterId, kind: isBack ? 'fell_back' : 'cancelled', at: now });
    if (isBack) await settleLetter(tx, letterId, now);
    await audit(tx, scope, {
      action: isBack ? 'letter.restored' : 'letter.cancelled',
      subjectType: 'letter',
      subjectId: letterId,
    });
    return ok();
  });
}
