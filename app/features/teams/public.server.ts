/** What other rooms ask of a candidate's team. */
import type { Tx } from '#db/client.server.ts';
import { mayTakePart } from '#app/features/elections/public.server.ts';
import type { ElectionRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { isBriefed } from './briefed.server.ts';

export { isBriefed } from './briefed.server.ts';

type ShiftAnswer =
  | Readonly<{ ok: true }>
  | ElectionRefusal
  | Readonly<{ ok: false; code: 'teams.refused.not-briefed'; params: Readonly<Record<string, never>>; date: Date }>;

/**
 * Whether a member may take a campaigning shift of the team in whose scope `tx` works: the election's gate is open, she
 * confirmed age and citizenship, and she is briefed. A refusal is said by `sayRefusal` of elections' campaign-gate.
 */
export async function mayTakeCampaignShift(
  tx: Tx,
  who: { organisationId: string; userId: string },
  now: Date,
): Promise<ShiftAnswer> {
  const answer = await mayTakePart(tx, who, now);
  if (!answer.ok) return answer;
  return (await isBriefed(tx, who.userId))
    ? answer
    : { ok: false, code: 'teams.refused.not-briefed', params: {}, date: now };
}
