import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issues, letters, posts } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';
import { recordStep, settleLetter } from '../letter-steps.server.ts';
import { bodiesFor } from '../routing.server.ts';
import { composeLetter, type Composed } from '../rules/compose.ts';
import { mayCarryExactPlace } from '../rules/sheet.ts';
import { defaultSignatory, readSendingOrganisation } from '../sender.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type DraftRefusal = 'authorities.error.issue-unknown' | 'authorities.error.issue-not-public';

/**
 * Writes a letter about a published report: the likeliest body, the first wording, the usual signer. The same form sent
 * again finds the letter it made. Refuses a report of another organisation and one that strangers may not read.
 */
export function draftLetter(
  { scope, now }: { scope: MemberScope; now: Date },
  input: { issueId: string; clientId: string },
): Promise<Result<{ letterId: string }, DraftRefusal>> {
  return withScope(scope, (tx) =>
    once(tx, { clientId: input.clientId, command: 'draft-letter', owner: scope.organisationId }, () =>
      draft(tx, scope, now, input),
    ),
  );
}

async function draft(
  tx: Tx,
  scope: MemberScope,
  now: Date,
  input: { issueId: string; clientId: string },
): Promise<Result<{ letterId: string }, DraftRefusal>> {
  const [issue] = await tx.select().from(issues).where(eq(issues.id, input.issueId));
  if (!issue) return refuse('authorities.error.issue-unknown');
  if (!issue.isPublic || issue.ref === null) return refuse('authorities.error.issue-not-public');
  const [body] = await bodiesFor(tx, {
    category: issue.category,
    region: issue.region,
    organisationId: scope.organisationId,
  });
  const organisation = await readSendingOrganisation(tx, scope.organisationId);
  const letterId = newId();
  const { subject, text } = firstWording(issue, body?.kind ?? null);
  await tx.insert(letters).values({
    id: letterId,
    organisationId: scope.organisationId,
    issueId: issue.id,
    bodyId: body?.id ?? null,
    postId: body ? await headOf(tx, body.id) : null,
    state: 'draft',
    subject,
    body: text,
    signatoryId: organisation.isRegistered ? null : defaultSignatory(organisation.signatories, scope.userId),
    withExactPlace: mayCarryExactPlace(issue.sensitivity),
    createdBy: scope.userId,
    createdAt: now,
    updatedAt: now,
    clientId: input.clientId,
  });
  await recordStep(tx, scope, { letterId, kind: 'drafted', bodyId: body?.id ?? null, at: now });
  await settleLetter(tx, letterId, now);
  await audit(tx, scope, { action: 'letter.drafted', subjectType: 'letter', subjectId: letterId });
  return ok({ letterId });
}

/** The body's first office: letters go to whoever heads it unless somebody chooses otherwise. */
export async function headOf(tx: Tx, bodyId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.bodyId, bodyId), eq(posts.isActive, true)))
    .orderBy(asc(posts.position), asc(posts.titleAz))
    .limit(1);
  return row?.id ?? null;
}

/** The template over the public columns alone: the reporter's own wording is not even handed over. */
export function firstWording(issue: typeof issues.$inferSelect, bodyKind: string | null): Composed {
  return composeLetter(
    {
      ref: issue.ref ?? 0,
      category: issue.category,
      title: issue.publicTitle ?? '',
      details: issue.publicDetails ?? '',
      place: issue.publicPlace ?? '',
      region: issue.region,
      publishedAt: issue.publishedAt ?? issue.updatedAt,
      confirmations: issue.confirmations,
    },
    bodyKind,
  );
}
