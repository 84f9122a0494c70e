import { and, eq, inArray } from 'drizzle-orm';
import { identityRequests } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { addWords, doInCase, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { listTrusted } from '../holders.server.ts';
import { tellStaff } from '../notify.server.ts';
import type { Reason } from '../rules/contents.ts';
import type { IdentityReason } from '../rules/desk.ts';

type AskRefusal = CaseRefusal | 'legal-case.identity.error.none' | 'legal-case.identity.error.asked';

/**
 * Asks for the name behind a case: a reason code, and why in words under the case's key (the custodian, who holds no case,
 * sees the code alone). Custodians and leads are told. Refuses where no name was left, and while an earlier question of
 * the same person is open or was answered with yes.
 */
export function askIdentity(
  work: DeskWork,
  { reason, text, ...form }: DeedForm & { reason: IdentityReason; text: string },
): Promise<Result<{ id: string }, AskRefusal>> {
  const deed = { command: 'identity.ask', needs: 'own', reason } as const;
  return doInCase<{ id: string }, AskRefusal>(work, form, deed, async (at) => {
    const { subject, tx } = at;
    const { id: caseId, organisationId } = subject;
    if (subject.identityVersion === 0) return refuse('legal-case.identity.error.none');
    const [earlier] = await tx
      .select({ id: identityRequests.id })
      .from(identityRequests)
      .where(
        and(
          eq(identityRequests.caseId, caseId),
          eq(identityRequests.askedBy, work.staff.id),
          inArray(identityRequests.state, ['asked', 'approved']),
        ),
      );
    if (earlier) return refuse('legal-case.identity.error.asked');
    const content: Reason = { text };
    const recordId = await addWords(at, work, { kind: 'reason', visibility: 'team', content });
    const id = newId();
    await tx.insert(identityRequests).values({
      id,
      caseId,
      organisationId,
      askedBy: work.staff.id,
      reason,
      recordId,
      askedOn: work.today,
    });
    const keepers = (await listTrusted(tx, organisationId)).filter((one) => one.role !== 'lawyer');
    const others = keepers.map((one) => one.staffId).filter((staffId) => staffId !== work.staff.id);
    await tellStaff(tx, organisationId, others);
    return ok({ id });
  });
}
