import { eq } from 'drizzle-orm';
import { letters } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { recordStep } from '../letter-steps.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** Writes down the number under which the body registered a sent letter; an empty one takes it away. */
export function registerLetter(
  { scope, now }: { scope: MemberScope; now: Date },
  { letterId, registerNumber }: { letterId: string; registerNumber: string },
): Promise<Result<undefined, 'authorities.error.letter-unknown' | 'authorities.error.not-sent'>> {
  return withScope(scope, async (tx) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId)).for('update');
    if (!letter) return refuse('authorities.error.letter-unknown');
    if (letter.state !== 'sent') return refuse('authorities.error.not-sent');
    if ((letter.registerNumber ?? '') === registerNumber) return ok();
    await tx
      .update(letters)
      .set({ registerNumber: registerNumber || null, updatedAt: now })
      .where(eq(letters.id, letterId));
    await recordStep(tx, scope, { letterId, kind: 'registered', at: now });
    await audit(tx, scope, { action: 'letter.registered', subjectType: 'letter', subjectId: letterId });
    return ok();
  });
}
