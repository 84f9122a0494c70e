import { and, eq } from 'drizzle-orm';
import { signatureCounts } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { SignatureForm } from '../forms.ts';
import { looksLikeSigners } from '../rules/no-signers.ts';

type Refused =
  'common.error.not-allowed' | 'elections.error.signers' | 'elections.error.day-later' | 'elections.error.gone';

/**
 * Keeps how many signatures a collector brought on a day; the same collector and day again is the corrected number. A
 * label that could hold a signer's data is refused here as well as in the form.
 */
export function recordSignatures(work: StaffWork, form: SignatureForm): Promise<Result<undefined, Refused>> {
  const { scope, now } = work;
  const { organisationId } = scope;
  return workOnce<undefined, Refused>(
    work,
    { command: 'elections.record-signatures', clientId: form.clientId, content: form },
    async (tx) => {
      if (!mayHere(work, 'candidacy.write')) return refuse('common.error.not-allowed');
      if (form.intent === 'remove') {
        const gone = await tx
          .delete(signatureCounts)
          .where(
            and(
              eq(signatureCounts.organisationId, organisationId),
              eq(signatureCounts.collector, form.collector),
              eq(signatureCounts.day, form.day),
            ),
          )
          .returning({ day: signatureCounts.day });
        if (gone.length === 0) return refuse('elections.error.gone');
        await audit(tx, scope, { action: 'candidacy.count-removed', subjectType: 'candidacy' });
        return ok();
      }
      if (looksLikeSigners(form.collector)) return refuse('elections.error.signers', 'collector');
      if (form.day > dayOf(now)) return refuse('elections.error.day-later', 'day');
      const row = { count: form.count, recordedBy: scope.userId };
      await tx
        .insert(signatureCounts)
        .values({ organisationId, collector: form.collector, day: form.day, ...row })
        .onConflictDoUpdate({
          target: [signatureCounts.organisationId, signatureCounts.collector, signatureCounts.day],
          set: row,
        });
      await audit(tx, scope, { action: 'candidacy.count', subjectType: 'candidacy' });
      return ok();
    },
  );
}
