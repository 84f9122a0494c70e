import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { can } from '#app/policy.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { readMailingToken } from '../link.server.ts';
import { readReturned } from '../rules/returned-mail.ts';

type Operator = { actor: UserActor; scope: Extract<Scope, { kind: 'operator' }> };

/**
 * Takes letters that came back, as mail programs save them (.eml). What they name is proved by the identity that each letter
 * carried, so a made-up report stops nobody; the worker does the rest. The operator learns two numbers and no address.
 */
export async function takeReturnedMail(
  { actor, scope }: Operator,
  letters: readonly string[],
): Promise<Result<{ known: number; other: number }, 'common.error.not-allowed'>> {
  if (!can(actor, 'message.take-returned')) return refuse('common.error.not-allowed');
  let known = 0;
  await withScope(scope, async (tx) => {
    for (const letter of letters) {
      const returned = readReturned(letter);
      const recipientId = readMailingToken(returned?.token);
      if (!returned || recipientId === null) continue;
      known += 1;
      const { reason } = returned;
      await enqueue(tx, 'mailings:returned', { recipientId, reason }, { key: `mailings:returned/${recipientId}` });
    }
    await audit(tx, scope, { action: 'message.returned-taken', subjectType: 'returned-mail' });
  });
  return ok({ known, other: letters.length - known });
}
