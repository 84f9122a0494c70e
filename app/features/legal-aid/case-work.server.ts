import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { standAtCase, type CaseRow } from './case-door.server.ts';
import type { Keys } from './case-keys.server.ts';
import { addRecord, type Content } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { onceHere } from './once-here.server.ts';
import type { RecordKind, Visibility } from './rules/desk.ts';
import { IN_HAND, type CaseState, type Mover } from './rules/lifecycle.ts';

/** A case in which somebody of the desk does something: locked, with its keys open. */
export type CaseDeed = { tx: LegalTx; subject: CaseRow; keys: Keys; movers: readonly Mover[] };
export type CaseRefusal =
  'legal-case.error.gone' | 'legal-case.error.no-key' | 'legal-case.error.ended' | 'legal-case.error.not-yours';

/**
 * What a deed asks for beyond the newest key: nothing (`key`), a case that somebody has in hand (`hand`), and that one's
 * or the lead's, the second lawyer's or the cover's own hand (`own`).
 */
export type Needs = 'key' | 'hand' | 'own';

export type DeedForm = { clientId: string; caseId: string };

/**
 * Once per form: locks the case, opens its keys and does the deed; the trail keeps `command` (words: `legal.audit.…`),
 * the case and `reason`, a code. Refuses where the case does not exist for the person (`gone`), where the newest key was
 * never granted (`no-key`), where work on it is over (`ended`) and where it is somebody else's (`not-yours`).
 */
export function doInCase<T, Code extends string>(
  work: DeskWork,
  { caseId, clientId }: DeedForm,
  { audit, command, needs, reason }: { command: string; needs: Needs; audit?: boolean; reason?: string },
  deed: (at: CaseDeed) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | CaseRefusal>> {
  const { organisationId } = work.scope;
  const { today } = work;
  return withLegalScope(work.scope, (tx) =>
    onceHere<T, Code | CaseRefusal>(tx, { clientId, command, owner: work.staff.id, today }, async () => {
      await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for('update');
      const at = await standAtCase(tx, work, caseId);
      if (!at) return refuse('legal-case.error.gone');
      const { isAssigned, keys, movers, subject } = at;
      if (!keys.has(subject.keyVersion)) return refuse('legal-case.error.no-key');
      if (needs !== 'key' && !isInHand(subject.state)) return refuse('legal-case.error.ended');
      if (needs === 'own' && !isAssigned && !movers.includes('holder') && !movers.includes('lead'))
        return refuse('legal-case.error.not-yours');
      const result = await deed({ tx, subject, keys, movers });
      if (result.ok && audit !== false)
        await recordLegal(tx, {
          organisationId,
          actorKind: 'staff',
          actorId: work.staff.id,
          action: command,
          caseId,
          reason: reason ?? null,
          today,
        });
      return result;
    }),
  );
}

export const isInHand = (state: CaseState): boolean => (IN_HAND as readonly CaseState[]).includes(state);

/** Seals words of somebody of the desk under the case's newest key. Returns the record's id. */
export function addWords(
  { keys, subject, tx }: Pick<CaseDeed, 'keys' | 'subject' | 'tx'>,
  work: DeskWork,
  { content, id, kind, visibility }: { kind: RecordKind; visibility: Visibility; content: Content; id?: string },
): Promise<string> {
  return addRecord(
    tx,
    keys,
    {
      ...(id ? { id } : {}),
      caseId: subject.id,
      organisationId: subject.organisationId,
      kind,
      author: 'staff',
      authorId: work.staff.id,
      visibility,
      today: work.today,
    },
    content,
    subject.keyVersion,
  );
}

/** For deeds with nothing to tell. */
export const done = () => ok({ done: true as const });
