import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { isHeld } from './commands/state-election.server.ts';
import { calendarFor, movesBetween } from './rules/calendar.ts';
import { campaignGate, NOTHING_STATED } from './rules/campaign-gate.ts';
import { readStatements } from './statement.server.ts';

const MOST_SHOWN = 50;

/** What the operator's page shows: what holds, what a team is told now, the earlier statements, and what another day would move. */
export async function electionForOperator(
  scope: Extract<Scope, { kind: 'operator' }>,
  now: Date,
  asked: string | null,
) {
  const rows = await withScope(scope, (tx) => readStatements(tx, MOST_SHOWN));
  const statement = rows[0] ?? NOTHING_STATED;
  const { day, payer, lawyer, clearedOn } = statement;
  const today = dayOf(now);
  const isAsked = isDay(asked) && asked !== day;
  return {
    day,
    payer,
    lawyer,
    clearedOn,
    gate: campaignGate(statement, 'team', now),
    calendar: day === null ? [] : calendarFor(day),
    // An earlier statement's author is the operator; who of them is in the trail.
    history: rows.map((row) => ({
      day: row.day,
      payer: row.payer,
      lawyer: row.lawyer,
      clearedOn: row.clearedOn,
      at: row.createdAt,
    })),
    preview:
      isAsked && asked > today ? { day: asked, moves: movesBetween(day, asked), startsAnew: isHeld(day, today) } : null,
    isAskedPast: isAsked && asked <= today,
  };
}
