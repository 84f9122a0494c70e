import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, issueContacts } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { IssueState, Mover } from '../rules/lifecycle.ts';
import { moveNeeds, moverFor, seenToken } from '../rules/moves.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockIssue, record, type IssueRow } from '../staff-work.server.ts';
import { wordingChange, type Wording, type WordingRefusal } from './edit-wording.server.ts';

export type StateChange = {
  issueId: string;
  clientId: string;
  /** What the form saw (rules/moves seenToken). */
  seen: string;
  to: IssueState;
  /** Read inside the organisation only. */
  reason: string;
  /** Read by everybody; by the reporter alone while the report is not public. */
  note: string;
  bodyId: string | null;
  /** The public words, changed in the same step. */
  wording?: Wording;
};

export type StateRefusal =
  | 'issues.staff.error.unknown'
  | 'issues.staff.error.reason'
  | 'issues.staff.error.note'
  | 'issues.staff.error.body'
  | 'common.error.not-allowed'
  | 'common.error.changed-meanwhile'
  | WordingRefusal;

/** `ref` is the public number, null before the first publication. */
export type Changed = { state: IssueState; ref: number | null };

/**
 * The one way by which staff change a report's state. Looks, in this order, whether the organisation has the report,
 * whether this was done already (the same form again), whether it is still as the form saw it, whether `as` may make
 * this move and the person may act as such, and whether what the move needs was said.
 * Writes state, history, trail and time in one transaction.
 */
export function changeState(
  work: StaffWork,
  as: Extract<Mover, 'moderator' | 'organiser'>,
  change: StateChange,
): Promise<Result<Changed, StateRefusal>> {
  return workOnce(work, { command: 'issue.move', clientId: change.clientId, content: change }, async (tx) => {
    const issue = await lockIssue(tx, work, change.issueId);
    if (!issue) return refuse('issues.staff.error.unknown');
    if (!mayHere(work, as === 'moderator' ? 'issue.moderate' : 'issue.follow'))
      return refuse('common.error.not-allowed');
    if (seenToken(issue) !== change.seen) return refuse('common.error.changed-meanwhile');
    if (!moverFor(issue.state, change.to, [as])) return refuse('common.error.not-allowed');
    const missing = await whatIsMissing(tx, change);
    if (missing) return missing;
    const wording = change.wording ? wordingChange(issue, change.wording) : ok({});
    if (!wording.ok) return wording;
    return ok(await writeMove(tx, work, issue, change, wording.value));
  });
}

async function whatIsMissing(
  tx: Tx,
  { to, reason, note, bodyId }: StateChange,
): Promise<Result<never, StateRefusal> | undefined> {
  const needs = moveNeeds(to);
  if (needs.reason && reason === '') return refuse('issues.staff.error.reason', 'reason');
  if (needs.note && note === '') return refuse('issues.staff.error.note', 'note');
  if (needs.body && bodyId === null) return refuse('issues.staff.error.body', 'bodyId');
  if (bodyId === null) return undefined;
  const [body] = await tx.select({ id: bodies.id }).from(bodies).where(eq(bodies.id, bodyId));
  return body ? undefined : refuse('issues.staff.error.body', 'bodyId');
}

async function writeMove(
  tx: Tx,
  work: StaffWork,
  issue: IssueRow,
  change: StateChange,
  wording: Partial<IssueRow>,
): Promise<Changed> {
  const face = change.to === 'published' ? await publicFace(tx, { ...issue, ...wording }, work.now) : {};
  await record(tx, work, issue.id, {
    action: `issue.${change.to}`,
    event: {
      kind: 'move',
      fromState: issue.state,
      toState: change.to,
      reason: change.reason || null,
      publicNote: change.note || null,
      bodyId: change.bodyId,
    },
    change: { ...wording, ...face, state: change.to },
  });
  // How to reach the reporter is kept for as long as there is something to ask.
  if (change.to === 'closed') await tx.delete(issueContacts).where(eq(issueContacts.issueId, issue.id));
  return { state: change.to, ref: face.ref ?? issue.ref };
}

/** The first publication gives the number and the day; a later one finds both, and the wording, in place. */
async function publicFace(tx: Tx, issue: IssueRow, now: Date): Promise<Partial<IssueRow>> {
  const words = {
    publicTitle: issue.publicTitle ?? issue.title,
    publicDetails: issue.publicDetails ?? issue.details,
    publicPlace: issue.publicPlace ?? issue.place,
  };
  if (issue.ref !== null) return words;
  const [next] = await tx.execute<{ ref: string }>(sql`select nextval('issue_ref_seq') as ref`);
  return { ...words, ref: Number(next?.ref), publishedAt: now };
}
