import { and, eq, inArray, isNull } from 'drizzle-orm';
import { letters, letterSignatories } from '#db/schema/index.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { recordStep } from '../letter-steps.server.ts';
import { UNSENT_STATES } from '../rules/letter.ts';
import { settleAllUnsent } from './agree-to-sign.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/**
 * A member takes the agreement back: name and address are erased at once, letters that were to carry them fall back to
 * drafts without a signer. Letters that left stay as they left, which the agreement said.
 */
export function revokeSignature({ scope, now }: { scope: MemberScope; now: Date }): Promise<Result<undefined, never>> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .update(letterSignatories)
      .set({ revokedAt: now, fullNameCipher: null, addressCipher: null })
      .where(and(eq(letterSignatories.userId, scope.userId), isNull(letterSignatories.revokedAt)))
      .returning({ id: letterSignatories.id });
    for (const { id } of rows) {
      const dropped = await tx
        .update(letters)
        .set({ signatoryId: null, state: 'draft' })
        .where(and(eq(letters.signatoryId, id), inArray(letters.state, [...UNSENT_STATES])))
        .returning({ id: letters.id });
      for (const letter of dropped) await recordStep(tx, scope, { letterId: letter.id, kind: 'fell_back', at: now });
      await audit(tx, scope, { action: 'signatory.revoked', subjectType: 'letter_signatory', subjectId: id });
    }
    await settleAllUnsent(tx, now);
    return ok();
  });
}
