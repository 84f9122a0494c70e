import { sql } from 'drizzle-orm';
import { electionStatements } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { addDays, type Day } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';
import type { StatementForm } from '../forms.ts';
import { NOTHING_STATED, type ElectionStatement } from '../rules/campaign-gate.ts';
import { readStatement } from '../statement.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }>; now: Date };
type Refused =
  'elections.error.day-past' | 'elections.error.day-far' | 'elections.error.changed' | 'elections.error.cleared-later';

/** A term is five years; a day beyond the next one is a slip. */
const FAR_DAYS = 6 * 366;

const DEEDS = {
  day: 'election.day-set',
  payer: 'election.payer-stated',
  clearance: 'election.clearance-confirmed',
  withdraw: 'election.withdrawn',
} as const;

/**
 * The operator states a part of the coming election; the other parts stay as they were. A new day after the last
 * election was held is another election: payer and clearance begin anew. Refused when the day is past or the page that
 * asked was made before somebody else changed the day.
 */
export function stateElection({ scope, now }: Opened, form: StatementForm): Promise<Result<undefined, Refused>> {
  const owner = `${scope.userId}/${JSON.stringify(form)}`;
  return withScope(scope, (tx) =>
    once<undefined, Refused>(tx, { clientId: form.clientId, command: 'elections.state', owner }, async () => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('icma-election'))`);
      const before = await readStatement(tx);
      const today = dayOf(now);
      if (form.intent === 'day') {
        if (form.day <= today) return refuse('elections.error.day-past', 'day');
        if (form.day > addDays(today, FAR_DAYS)) return refuse('elections.error.day-far', 'day');
        if ((before.day ?? '') !== form.was) return refuse('elections.error.changed', 'day');
      }
      if (form.intent === 'clearance' && form.clearedOn > today)
        return refuse('elections.error.cleared-later', 'clearedOn');
      const id = newId();
      await tx.insert(electionStatements).values({ id, ...after(before, form, today), statedBy: scope.userId });
      await audit(tx, scope, { action: DEEDS[form.intent], subjectType: 'election', subjectId: id });
      return ok();
    }),
  );
}

/** What holds after a statement. */
function after(before: ElectionStatement, form: StatementForm, today: Day): ElectionStatement {
  if (form.intent === 'day') return { ...(isHeld(before.day, today) ? NOTHING_STATED : before), day: form.day };
  if (form.intent === 'payer') return { ...before, payer: form.payer };
  if (form.intent === 'clearance') return { ...before, lawyer: form.lawyer, clearedOn: form.clearedOn };
  if (form.what === 'day') return { ...before, day: null };
  return form.what === 'payer' ? { ...before, payer: '' } : { ...before, lawyer: '', clearedOn: null };
}

export function isHeld(day: Day | null, today: Day): boolean {
  return day !== null && day < today;
}
