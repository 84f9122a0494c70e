import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { consents, letters, letterSignatories } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { seal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { settleLetter } from '../letter-steps.server.ts';
import { UNSENT_STATES } from '../rules/letter.ts';
import { SIGNING_CONSENT } from '../rules/signing-consent.ts';
import { listSignatories, SIGNATORY_SEALS } from '../sender.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/**
 * A member agrees, for her- or himself alone, to be named with full name and address in the organisation's letters.
 * Agreeing again corrects name and address. Where nobody else agreed, letters that wait for a signer get this one.
 */
export function agreeToSign(
  { scope, now }: { scope: MemberScope; now: Date },
  input: { fullName: string; address: string; locale: Locale },
): Promise<Result<undefined, never>> {
  return withScope(scope, async (tx) => {
    const ciphers = {
      fullNameCipher: seal(input.fullName, SIGNATORY_SEALS.fullName),
      addressCipher: seal(input.address, SIGNATORY_SEALS.address),
    };
    const [present] = await tx
      .select({ id: letterSignatories.id })
      .from(letterSignatories)
      .where(and(eq(letterSignatories.userId, scope.userId), isNull(letterSignatories.revokedAt)))
      .for('update');
    const id = present?.id ?? newId();
    if (present)
      await tx
        .update(letterSignatories)
        .set({ ...ciphers, agreedAt: now })
        .where(eq(letterSignatories.id, id));
    else {
      await tx
        .insert(letterSignatories)
        .values({ id, organisationId: scope.organisationId, userId: scope.userId, ...ciphers, agreedAt: now });
    }
    await tx.insert(consents).values({
      id: newId(),
      organisationId: scope.organisationId,
      subjectType: 'letter_signatory',
      subjectId: id,
      purpose: SIGNING_CONSENT.purpose,
      version: SIGNING_CONSENT.version,
      locale: input.locale,
      givenAt: now,
    });
    await audit(tx, scope, { action: 'signatory.agreed', subjectType: 'letter_signatory', subjectId: id });
    const others = await listSignatories(tx, scope.organisationId);
    if (others.length === 1)
      await tx
        .update(letters)
        .set({ signatoryId: id })
        .where(and(isNull(letters.signatoryId), inArray(letters.state, [...UNSENT_STATES])));
    await settleAllUnsent(tx, now);
    return ok();
  });
}

/** Unsent letters after a change of who may sign; the walls show the organisation's own only. */
export async function settleAllUnsent(tx: Tx, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(inArray(letters.state, [...UNSENT_STATES]));
  for (const row of rows) await settleLetter(tx, row.id, now);
}
