import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { letters } from '#db/schema/index.ts';
import { recordLetterSent } from '#app/features/issues/public.server.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { seal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { once } from '#app/platform/once.server.ts';
import {
  holderOf,
  PRINTED_SEAL,
  readLetterFile,
  sheetOfFile,
  unmetOf,
  type LetterFile,
} from '../letter-file.server.ts';
import { recordStep } from '../letter-steps.server.ts';
import { isUnsent, type DeliveryChannel } from '../rules/letter.ts';
import type { LetterSheet } from '../rules/sheet.ts';

/** The person at work: moving the report asks who that is. */
type Work = { actor: UserActor; scope: Extract<Scope, { kind: 'member' }>; now: Date };

export type Sending = {
  letterId: string;
  clientId: string;
  channel: DeliveryChannel;
  /** The day it was posted, handed over or typed into the portal; null is now. Not used for e-mail. */
  sentOn: Date | null;
  /** The body's own register number, if it is known already. */
  registerNumber: string;
};

export type SendRefusal =
  | 'authorities.error.letter-unknown'
  | 'authorities.error.already-sent'
  | 'authorities.error.not-ready'
  | 'authorities.error.no-email'
  | 'authorities.error.sent-in-future';

/**
 * Sends a letter by e-mail, or records that it went another way. The sheet is kept as it left, the report moves to
 * "forwarded" where its state allows it, and the e-mail itself is a job of the same transaction.
 */
export function sendLetter(work: Work, input: Sending): Promise<Result<undefined, SendRefusal>> {
  return withScope(work.scope, async (tx) => {
    const done = await once(
      tx,
      { clientId: input.clientId, command: 'send-letter', owner: work.scope.organisationId },
      () => send(tx, work, input),
    );
    return done.ok ? ok() : done;
  });
}

async function send(tx: Tx, work: Work, input: Sending): Promise<Result<null, SendRefusal>> {
  const { scope, now } = work;
  const file = await readLetterFile(tx, input.letterId, { lock: true });
  if (!file) return refuse('authorities.error.letter-unknown');
  if (!isUnsent(file.letter.state)) return refuse('authorities.error.already-sent');
  if (unmetOf(file).length > 0 || !file.body) return refuse('authorities.error.not-ready');
  const isMail = input.channel === 'email';
  if (isMail && !file.body.email) return refuse('authorities.error.no-email', 'channel');
  if (!isMail && input.sentOn && input.sentOn > now) return refuse('authorities.error.sent-in-future', 'sentOn');
  const sentAt = isMail ? now : (input.sentOn ?? now);
  await tx
    .update(letters)
    .set({
      state: 'sent',
      blockedBy: [],
      sentAt,
      sentVia: input.channel,
      holderName: holderOf(file, sentAt),
      registerNumber: isMail ? null : input.registerNumber || null,
      printedCipher: seal(JSON.stringify(sheetAsSent(file, sentAt, isMail)), PRINTED_SEAL),
      version: file.letter.version + 1,
      updatedAt: now,
    })
    .where(eq(letters.id, input.letterId));
  await recordStep(tx, scope, { letterId: input.letterId, kind: 'sent', bodyId: file.body.id, at: now });
  await recordLetterSent(tx, work, {
    issueId: file.issue.id,
    bodyId: file.body.id,
    reason: LEFT_BY[input.channel],
    note: `Müraciət göndərildi: ${file.letter.addressee ?? file.body.nameAz}.`,
  });
  if (isMail) {
    await enqueue(
      tx,
      'letters:send',
      { organisationId: scope.organisationId, letterId: input.letterId },
      { key: `letters:send:${input.letterId}` },
    );
  }
  await audit(tx, scope, { action: 'letter.sent', subjectType: 'letter', subjectId: input.letterId });
  return ok(null);
}

/** Histories are kept in the organisation's working language, like what organisers write there themselves. */
const LEFT_BY: Record<DeliveryChannel, string> = {
  email: 'Məktub elektron poçtla göndərilib',
  post: 'Məktub poçtla göndərilib',
  in_person: 'Məktub qurumun özünə təqdim edilib',
  e_appeal: 'Müraciət qurumun elektron xidməti ilə göndərilib',
};

function sheetAsSent(file: LetterFile, sentAt: Date, isMail: boolean): LetterSheet {
  return { ...sheetOfFile(file, sentAt), hasSigningLine: !isMail, isDraft: false };
}
