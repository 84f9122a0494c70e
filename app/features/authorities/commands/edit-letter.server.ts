import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, issues, letters, posts } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { readLetterFile, type LetterFile } from '../letter-file.server.ts';
import { recordStep, settleLetter } from '../letter-steps.server.ts';
import { isUnsent } from '../rules/letter.ts';
import { mayCarryExactPlace } from '../rules/sheet.ts';
import { firstWording, headOf } from './draft-letter.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type LetterEdit = {
  letterId: string;
  /** The version that was on the screen. */
  version: number;
  bodyId: string | null;
  /** An office of that body, or nobody in particular. */
  postId: string | null;
  /** The addressee's own name where the body's is too general; '' for the body's. */
  addressee: string;
  signatoryId: string | null;
  withExactPlace: boolean;
  subject: string;
  text: string;
  /** Throw subject and text away and take the template's for the body chosen here. */
  isRecomposed: boolean;
};

export type EditRefusal =
  | 'authorities.error.letter-unknown'
  | 'authorities.error.already-sent'
  | 'common.error.changed-meanwhile'
  | 'authorities.error.body-unknown'
  | 'authorities.error.post-of-body'
  | 'authorities.error.signatory-unknown';

/** Changes a letter that has not left yet: wording, addressee, signer, exact place. Changing the body keeps the old one in its history. */
export function editLetter(
  { scope, now }: { scope: MemberScope; now: Date },
  input: LetterEdit,
): Promise<Result<undefined, EditRefusal>> {
  return withScope(scope, async (tx) => {
    const file = await readLetterFile(tx, input.letterId, { lock: true });
    if (!file) return refuse('authorities.error.letter-unknown');
    if (!isUnsent(file.letter.state)) return refuse('authorities.error.already-sent');
    if (file.letter.version !== input.version) return refuse('common.error.changed-meanwhile');
    const body = input.bodyId === null ? null : await findBody(tx, input.bodyId);
    if (body === undefined || (body && !body.isActive && body.id !== file.letter.bodyId))
      return refuse('authorities.error.body-unknown', 'bodyId');
    const isRerouted = (body?.id ?? null) !== file.letter.bodyId;
    // The old body's office left on the form means nobody chose one: the new body's head.
    const isLeftOver = isRerouted && input.postId === file.letter.postId;
    const postId = isLeftOver ? body && (await headOf(tx, body.id)) : input.postId;
    if (postId !== null && !(await isPostOf(tx, postId, input.bodyId)))
      return refuse('authorities.error.post-of-body', 'postId');
    if (!maySign(file, input.signatoryId)) return refuse('authorities.error.signatory-unknown', 'signatoryId');
    const wording = input.isRecomposed
      ? await recomposed(tx, file, body?.kind ?? null)
      : { subject: input.subject, text: input.text };
    await tx
      .update(letters)
      .set({
        subject: wording.subject,
        body: wording.text,
        bodyId: body?.id ?? null,
        postId,
        addressee: input.addressee || null,
        signatoryId: file.organisation.isRegistered ? null : input.signatoryId,
        withExactPlace: input.withExactPlace && mayCarryExactPlace(file.issue.sensitivity),
        version: file.letter.version + 1,
        updatedAt: now,
      })
      .where(eq(letters.id, input.letterId));
    await recordStep(tx, scope, {
      letterId: input.letterId,
      kind: isRerouted ? 'rerouted' : 'edited',
      bodyId: body?.id ?? null,
      at: now,
    });
    await settleLetter(tx, input.letterId, now);
    await audit(tx, scope, {
      action: isRerouted ? 'letter.rerouted' : 'letter.edited',
      subjectType: 'letter',
      subjectId: input.letterId,
    });
    return ok();
  });
}

async function findBody(tx: Tx, bodyId: string): Promise<typeof bodies.$inferSelect | undefined> {
  const [body] = await tx.select().from(bodies).where(eq(bodies.id, bodyId));
  return body;
}

async function isPostOf(tx: Tx, postId: string, bodyId: string | null): Promise<boolean> {
  if (bodyId === null) return false;
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.bodyId, bodyId)));
  return rows.length > 0;
}

function maySign({ organisation }: LetterFile, signatoryId: string | null): boolean {
  if (organisation.isRegistered || signatoryId === null) return true;
  return organisation.signatories.some((one) => one.id === signatoryId);
}

async function recomposed(
  tx: Tx,
  file: LetterFile,
  bodyKind: string | null,
): Promise<{ subject: string; text: string }> {
  const [issue] = await tx.select().from(issues).where(eq(issues.id, file.issue.id));
  return issue ? firstWording(issue, bodyKind) : { subject: file.letter.subject, text: file.letter.body };
}
