import { eq } from 'drizzle-orm';
import { cases, identityRequests } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { keptOutBy } from '../case-guard.server.ts';
import { openKeys } from '../case-keys.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { tellStaff } from '../notify.server.ts';
import { onceHere } from '../once-here.server.ts';

type DecideRefusal =
  | 'legal-case.error.gone'
  | 'legal-case.identity.error.oneself'
  | 'legal-case.identity.error.no-key'
  | 'legal-case.identity.error.asker';

/**
 * A custodian's (or as deputy the lead's) answer to a question for a name. Yes hands every version of the identity's key to
 * who asked, out of the decider's own grants: nobody who does not hold it can say yes. Never to one's own question
 * (the table refuses that too), and not to somebody who is no longer trusted or was kept out since.
 */
export function decideIdentity(
  work: DeskWork,
  { approve, clientId, requestId }: { clientId: string; requestId: string; approve: boolean },
): Promise<Result<{ done: true }, DecideRefusal>> {
  const { organisationId } = work.scope;
  const { staff, today } = work;
  return withLegalScope(work.scope, (tx) =>
    onceHere<{ done: true }, DecideRefusal>(
      tx,
      { clientId, command: 'identity.decide', owner: staff.id, today },
      async () => {
        const [request] = await tx
          .select()
          .from(identityRequests)
          .where(eq(identityRequests.id, requestId))
          .for('update');
        if (work.role === 'lawyer' || request?.state !== 'asked') return refuse('legal-case.error.gone');
        const { askedBy, caseId, reason } = request;
        if (askedBy === staff.id) return refuse('legal-case.identity.error.oneself');
        const [subject] = await tx.select().from(cases).where(eq(cases.id, caseId));
        const keys = await openKeys(tx, work.holder, 'identity', caseId);
        const asker = (await listTrusted(tx, organisationId)).find((one) => one.staffId === askedBy);
        if (approve && !(subject && keys.has(subject.identityVersion)))
          return refuse('legal-case.identity.error.no-key');
        // What lies sealed is for those who hold the case; a custodian has the table alone.
        const caseKeys = await openKeys(tx, work.holder, 'case', caseId);
        const isKeptOut = (await keptOutBy(tx, caseKeys, caseId)).includes(askedBy);
        if (approve && (!asker || isKeptOut || subject?.isFrozen)) return refuse('legal-case.identity.error.asker');
        await tx
          .update(identityRequests)
          .set({ state: approve ? 'approved' : 'refused', decidedBy: staff.id, decidedOn: today })
          .where(eq(identityRequests.id, requestId));
        if (approve && asker)
          for (const [version, key] of keys)
            await grantToStaff(tx, { organisationId, kind: 'identity', subjectId: caseId, version }, key, [asker], {
              grantedBy: staff.id,
              reason: 'identity',
              today,
            });
        await recordLegal(tx, {
          organisationId,
          actorKind: 'staff',
          actorId: staff.id,
          action: approve ? 'identity.approve' : 'identity.refuse',
          caseId,
          reason,
          today,
        });
        await tellStaff(tx, organisationId, [askedBy]);
        return ok({ done: true as const });
      },
    ),
  );
}
