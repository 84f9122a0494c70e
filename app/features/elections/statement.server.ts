import { desc } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { electionStatements } from '#db/schema/index.ts';
import { NOTHING_STATED, type ElectionStatement } from './rules/campaign-gate.ts';

type StatementRow = ElectionStatement & { statedBy: string; createdAt: Date };

/** The operator's statements of the election, the one that holds first. Any scope may read them. */
export function readStatements(tx: Tx, limit = 1): Promise<StatementRow[]> {
  const { day, payer, lawyer, clearedOn, statedBy, createdAt } = electionStatements;
  return tx
    .select({ day, payer, lawyer, clearedOn, statedBy, createdAt })
    .from(electionStatements)
    .orderBy(desc(electionStatements.position))
    .limit(limit);
}

/** What holds now. */
export async function readStatement(tx: Tx): Promise<ElectionStatement> {
  return (await readStatements(tx))[0] ?? NOTHING_STATED;
}
