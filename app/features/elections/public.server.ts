/** What other rooms ask of the election: its day, whether a team may campaign now, who confirmed age and citizenship. */
import { and, eq } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { campaignConfirmations, organisations } from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { campaignGate, NOTHING_STATED, refusedAt, type ElectionAnswer } from './rules/campaign-gate.ts';
import { CONFIRMATION_VERSION } from './rules/kinds.ts';
import { readStatement } from './statement.server.ts';

export { waitingInCandidacy } from './waiting.server.ts';

/** The day of the coming election as the operator stated it; null while it is not set. */
export async function electionDay(tx: Tx): Promise<Day | null> {
  return (await readStatement(tx)).day;
}

/**
 * Whether this organisation may campaign for votes now: canvassing shifts, messages to voters, a public page, posters.
 * `tx` is a transaction in the organisation's own scope. A refusal carries the key of its sentence, what the sentence
 * needs, and the moment it names; rules/campaign-gate.ts `sayRefusal` says it in a language.
 */
export async function mayCampaign(tx: Tx, organisationId: string, now: Date): Promise<ElectionAnswer> {
  const [organisation] = await tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!organisation) return refusedAt('elections.refused.not-a-team', now);
  return campaignGate(await readStatement(tx), organisation.kind, now);
}

/** The same gate for what strangers see of a team: they know of a lawyer's clearance only that there is one. */
export async function publicGate(now: Date): Promise<ElectionAnswer> {
  const [row] = await publicSql<{ day: Day | null; payer: string; is_cleared: boolean }[]>`
    select to_char(day, 'YYYY-MM-DD') as day, payer, is_cleared from published.election`;
  if (!row) return campaignGate(NOTHING_STATED, 'team', now);
  const { day, payer, is_cleared: isCleared } = row;
  const clearance = isCleared ? { lawyer: '+', clearedOn: day } : { lawyer: '', clearedOn: null };
  return campaignGate({ day, payer, ...clearance }, 'team', now);
}

/** Who pays for the server, as a candidate's public page names them. */
export async function serverPayer(): Promise<string> {
  const [row] = await publicSql<{ payer: string }[]>`select payer from published.election`;
  return row?.payer ?? '';
}

/** When somebody of the team confirmed to be 18 or older and a citizen, by the words that hold now; undefined if never. */
export async function confirmedAt(tx: Tx, organisationId: string, userId: string): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: campaignConfirmations.confirmedAt })
    .from(campaignConfirmations)
    .where(
      and(
        eq(campaignConfirmations.organisationId, organisationId),
        eq(campaignConfirmations.userId, userId),
        eq(campaignConfirmations.textVersion, CONFIRMATION_VERSION),
      ),
    );
  return row?.at;
}

/** Whether a member may take part in campaigning now: the team may, and she confirmed age and citizenship. */
export async function mayTakePart(
  tx: Tx,
  { organisationId, userId }: { organisationId: string; userId: string },
  now: Date,
): Promise<ElectionAnswer> {
  const gate = await mayCampaign(tx, organisationId, now);
  if (!gate.ok) return gate;
  return (await confirmedAt(tx, organisationId, userId))
    ? { ok: true }
    : refusedAt('elections.refused.not-confirmed', now);
}
