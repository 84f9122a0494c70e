import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { appDb, type Tx } from '#db/client.server.ts';
import { bodies, campaigns, letterActions, organisations, posts, supporterLetters } from '#db/schema/index.ts';
import { regionName } from '#app/kernel/regions.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { log } from '#app/platform/log.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import { sendMail } from '#app/platform/mail.server.ts';
import { openLetter, type OwnLetter } from './letter-text.server.ts';
import { mayLeaveNow } from './rules/letter-pace.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;
type Target = { body_id: string; post_id: string | null; hourly_max: number; organisations: string[] };

const HOUR_MS = 3_600_000;

/**
 * Sends what waits, target by target, as fast as the target's limit allows and no faster; the letters of all
 * organisations to one target count together. Letters of a test reach the organisation's own address only. Run every
 * minute; two runs at once take turns.
 */
export async function sendWaitingLetters(now: Date): Promise<number> {
  if ((await readBrakes()).holdsMail) return 0;
  const targets = await appDb.execute<Target>(
    sql`select body_id, post_id, hourly_max, organisations from app.letter_targets()`,
  );
  let sent = 0;
  for (const target of targets) {
    // Whose letters go first changes with the minute, so that nobody's always wait.
    const turn = Math.floor(now.getTime() / 60_000) % target.organisations.length;
    for (const organisationId of [...target.organisations.slice(turn), ...target.organisations.slice(0, turn)]) {
      try {
        sent += await sendToTarget({ kind: 'system', organisationId }, target, now);
      } catch (error) {
        log.error({ err: error, organisation: organisationId }, 'letters of supporters failed');
      }
    }
  }
  return sent;
}

function sendToTarget(scope: SystemScope, target: Target, now: Date): Promise<number> {
  return withScope(scope, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`icma-letters-leave/${target.body_id}${target.post_id ?? ''}`}, 0))`,
    );
    const [pace] = await tx.execute<{ sent: string; last_at: string | null }>(
      sql`select sent, last_at from app.letters_sent_to(${target.body_id}, ${target.post_id}, ${new Date(now.getTime() - HOUR_MS).toISOString()})`,
    );
    const limit = mayLeaveNow(
      {
        hourlyMax: target.hourly_max,
        sentLastHour: Number(pace?.sent ?? 0),
        lastAt: pace?.last_at ? new Date(pace.last_at) : null,
      },
      now,
    );
    if (limit === 0) return 0;
    const rows = await listWaiting(tx, target, limit);
    let sent = 0;
    for (const row of rows) if (await send(tx, row, now)) sent += 1;
    return sent;
  });
}

function listWaiting(tx: Tx, target: Target, limit: number) {
  return tx
    .select({
      id: supporterLetters.id,
      isTest: supporterLetters.isTest,
      cipher: supporterLetters.letterCipher,
      actionState: letterActions.state,
      subject: letterActions.subject,
      bodyEmail: bodies.email,
      bodyName: bodies.nameAz,
      post: posts.titleAz,
      organisation: organisations.nameAz,
      ownEmail: organisations.publicEmail,
    })
    .from(supporterLetters)
    .innerJoin(letterActions, eq(letterActions.id, supporterLetters.actionId))
    .innerJoin(campaigns, eq(campaigns.id, supporterLetters.campaignId))
    .innerJoin(bodies, eq(bodies.id, letterActions.bodyId))
    .innerJoin(organisations, eq(organisations.id, supporterLetters.organisationId))
    .leftJoin(posts, eq(posts.id, letterActions.postId))
    .where(
      and(
        eq(supporterLetters.state, 'queued'),
        // Of a campaign that was taken down nothing goes out.
        or(eq(supporterLetters.isTest, true), eq(campaigns.isPublic, true)),
        inArray(letterActions.state, ['test', 'open']),
        eq(letterActions.bodyId, target.body_id),
        target.post_id === null ? isNull(letterActions.postId) : eq(letterActions.postId, target.post_id),
      ),
    )
    .orderBy(asc(supporterLetters.createdAt), asc(supporterLetters.id))
    .limit(limit)
    .for('update', { of: supporterLetters, skipLocked: true });
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

/** The mail's row and the mark that it went are one transaction. Without an address it waits. */
async function send(tx: Tx, row: Waiting, now: Date): Promise<boolean> {
  const to = row.isTest || row.actionState === 'test' ? row.ownEmail : row.bodyEmail;
  if (!to || row.cipher === null) return false;
  const letter = openLetter(row.cipher);
  await sendMail(tx, {
    to,
    subject: row.subject,
    ...wordingOf(row, letter),
    ...replyTo(row, letter),
  });
  await tx.update(supporterLetters).set({ state: 'sent', sentAt: now }).where(eq(supporterLetters.id, row.id));
  return true;
}

/** The body sees a name and a place. Where to write is the organisation, unless the writer wants to be answered herself. */
function wordingOf({ organisation, post, bodyName }: Waiting, { name, region, text, email, showsEmail }: OwnLetter) {
  return renderLetter({
    lang: 'az',
    greeting: `Kimə: ${post ? `${bodyName}, ${post}` : bodyName}`,
    paragraphs: [
      text,
      [`Hörmətlə, ${name}`, regionName(region, 'az', 'full'), ...(showsEmail ? [email] : [])].join('\n'),
    ],
    closing: `Bu məktubu ${name} öz adından yazıb; “${organisation}” onun xahişi ilə göndərir.`,
  });
}

function replyTo({ ownEmail }: Waiting, { email, showsEmail }: OwnLetter): { replyTo?: string } {
  const address = showsEmail ? email : ownEmail;
  return address ? { replyTo: address } : {};
}
