import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, issues, letters } from '#db/schema/index.ts';
import type { Calendar } from '#app/kernel/dated-rules/calendar.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { answerDueBy, readCalendar } from './calendar.server.ts';
import { readLetterFile, sheetOfFile, type LetterFile } from './letter-file.server.ts';
import { recordStep, settleLetter, type LetterScope } from './letter-steps.server.ts';
import { composeFollowUp } from './rules/compose-follow-up.ts';
import { AWAITING_STATES, bodyAbove, followUpsBy, type FollowUpKind } from './rules/follow-up.ts';

/**
 * Drafts what is due for one organisation: a reminder on the first working day after the term, later a letter to the
 * body above. People send them. Run twice it drafts once (`letters_followup` is unique); an answer recorded meanwhile
 * stops it. Returns how many were drafted.
 */
export async function draftFollowUps(
  { organisationId }: Tasks['authorities:follow-up-organisation'],
  now: Date,
): Promise<number> {
  const calendar = await readCalendar();
  const scope: LetterScope = { kind: 'system', organisationId };
  return withScope(scope, async (tx) => {
    let drafted = 0;
    for (const { id, sentAt, withStudy } of await listUnanswered(tx)) {
      if (sentAt === null) continue;
      const { due } = answerDueBy(calendar, sentAt, { withStudy });
      for (const kind of followUpsBy(due, dayOf(now), calendar))
        if (await draft(tx, scope, { id, kind, calendar, now })) drafted += 1;
    }
    return drafted;
  });
}

/** First letters whose answer is awaited; the report's own state tells of an answer that came another way. */
function listUnanswered(tx: Tx): Promise<{ id: string; sentAt: Date | null; withStudy: boolean }[]> {
  return tx
    .select({ id: letters.id, sentAt: letters.sentAt, withStudy: letters.withStudy })
    .from(letters)
    .innerJoin(issues, eq(issues.id, letters.issueId))
    .where(
      and(
        eq(letters.state, 'sent'),
        eq(letters.purpose, 'first'),
        isNull(letters.answeredOn),
        inArray(issues.state, [...AWAITING_STATES]),
        eq(issues.isPublic, true),
      ),
    );
}

async function draft(
  tx: Tx,
  scope: LetterScope,
  { id, kind, calendar, now }: { id: string; kind: FollowUpKind; calendar: Calendar; now: Date },
): Promise<boolean> {
  const file = await readLetterFile(tx, id, { lock: true });
  if (!file?.body || !file.letter.sentAt) return false;
  const { letter } = file;
  const { due, rule } = answerDueBy(calendar, file.letter.sentAt, { withStudy: letter.withStudy });
  if (due === null || rule === null) return false;
  const { subject, text } = composeFollowUp(kind, {
    subject: letter.subject,
    reference: sheetOfFile(file, now).reference,
    body: letter.addressee ?? file.body.nameAz,
    sentOn: dayOf(file.letter.sentAt),
    registerNumber: letter.registerNumber,
    due,
    workingDays: rule.days,
  });
  const bodyId = kind === 'reminder' ? letter.bodyId : await findAbove(tx, file);
  const letterId = newId();
  const made = await tx
    .insert(letters)
    .values({
      id: letterId,
      organisationId: scope.organisationId,
      issueId: letter.issueId,
      bodyId,
      addressee: kind === 'reminder' ? letter.addressee : null,
      postId: kind === 'reminder' ? letter.postId : null,
      state: 'draft',
      purpose: kind,
      followsId: letter.id,
      subject,
      body: text,
      signatoryId: letter.signatoryId,
      withExactPlace: letter.withExactPlace,
      createdBy: letter.createdBy,
      createdAt: now,
      updatedAt: now,
      clientId: newId(),
    })
    .onConflictDoNothing({ target: [letters.followsId, letters.purpose] })
    .returning({ id: letters.id });
  if (made.length === 0) return false;
  await recordStep(tx, scope, { letterId, kind: 'drafted', bodyId, at: now });
  await settleLetter(tx, letterId, now);
  await audit(tx, scope, { action: `letter.${kind}-drafted`, subjectType: 'letter', subjectId: letterId });
  return true;
}

async function findAbove(tx: Tx, { body, issue }: LetterFile): Promise<string | null> {
  const kind = body && bodyAbove(body.kind);
  if (!kind) return null;
  const rows = await tx
    .select({ id: bodies.id, region: bodies.region })
    .from(bodies)
    .where(and(eq(bodies.kind, kind), eq(bodies.isActive, true)));
  return (rows.find((row) => row.region === issue.region) ?? rows.find((row) => row.region === null))?.id ?? null;
}
