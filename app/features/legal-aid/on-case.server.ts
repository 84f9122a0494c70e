import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { standAtCase, type AtCase } from './case-door.server.ts';
import { addRecord } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { onceHere } from './once-here.server.ts';

/** Every form about one case. */
export type CaseInput = { caseId: string; clientId: string };
export type NoCase = 'legal-desk.error.no-case';

/** Does one thing with a case that the person may see, once for each form, while nobody else changes the case. */
export function onCase<T, Code extends string>(
  work: DeskWork,
  command: string,
  { caseId, clientId }: CaseInput,
  act: (tx: LegalTx, at: AtCase) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | NoCase>> {
  return withLegalScope(work.scope, (tx) =>
    onceHere<T, Code | NoCase>(tx, { clientId, command, owner: work.staff.id, today: work.today }, async () => {
      await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('update');
      const at = await standAtCase(tx, work, caseId);
      return at ? act(tx, at) : refuse('legal-desk.error.no-case');
    }),
  );
}

/** An entry of the trail about a case by the person at work. */
export function trail(tx: LegalTx, work: DeskWork, caseId: string, action: string, reason?: string): Promise<void> {
  return recordLegal(tx, {
    organisationId: work.scope.organisationId,
    actorKind: 'staff',
    actorId: work.staff.id,
    action,
    caseId,
    reason: reason ?? null,
    today: work.today,
  });
}

/** Seals why somebody did something, for those who hold the case. Returns the record's id. */
export function sealReason(tx: LegalTx, work: DeskWork, { keys, subject }: AtCase, text: string): Promise<string> {
  return addRecord(
    tx,
    keys,
    {
      caseId: subject.id,
      organisationId: subject.organisationId,
      kind: 'reason',
      author: 'staff',
      authorId: work.staff.id,
      visibility: 'team',
      today: work.today,
    },
    { text },
  );
}

/** Whether the person may act on a case in hand: has it, or leads the desk. */
export const isInCharge = ({ movers }: Pick<AtCase, 'movers'>): boolean =>
  movers.includes('holder') || movers.includes('lead');
