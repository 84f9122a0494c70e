import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { appDb, publicSql, type Tx } from '#db/client.server.ts';
import { signatures, signatureTellings, signingBlocks } from '#db/schema/index.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { audit } from '#app/platform/audit.server.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { MAX_MAILS } from './rules/support.ts';
import { openPerson } from './signer.server.ts';
import { alreadyLetter, confirmLetter, tellingLetter, type Telling } from './signing-letters.server.ts';
import { anonymiseSupport, forgetUnconfirmed } from './support-end.server.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;

/** Letters that wait because the operator holds them are tried again after this. */
const HELD_SECONDS = 60;
/** Letters of confirmation to one contact in one day, whatever names are signed with it: a family, not a bombardment. */
const MOST_A_CONTACT = 12;
const TELL_BATCH = 200;

const later = (now: Date) => new Date(now.getTime() + HELD_SECONDS * 1000);

/**
 * Answers one signer by mail: a link to confirm while it waits, "counted already" afterwards. Blocked contacts get nothing
 * and their waiting row goes; a telephone gets nothing, because nothing can be sent to it.
 */
export async function answerSigner(task: Tasks['support:answer'], now: Date): Promise<void> {
  if ((await readBrakes()).holdsMail) {
    const key = `support:answer/${task.signerIndex}`;
    await appDb.transaction((tx) => enqueue(tx, 'support:answer', task, { key, runAt: later(now) }));
    return;
  }
  // A person may sign through the lead first and through a partner later: the letter belongs to whoever keeps the row.
  const [found] = await appDb.execute<{ signature_id: string; organisation_id: string }>(
    sql`select signature_id, organisation_id from app.find_signer(${task.campaignId}, ${task.signerIndex})`,
  );
  if (!found) return;
  const scope: SystemScope = { kind: 'system', organisationId: found.organisation_id };
  await withScope(scope, async (tx) => {
    const [row] = await tx.select().from(signatures).where(eq(signatures.id, found.signature_id)).for('update');
    if (!row?.personCipher) return;
    if (await isBlocked(tx, scope, row.contactIndex)) {
      if (row.state === 'pending') await tx.delete(signatures).where(eq(signatures.id, row.id));
      return;
    }
    const person = openPerson(row.personCipher);
    const mayWrite = row.mails < MAX_MAILS && (row.state === 'pending' || row.state === 'confirmed');
    if (!mayWrite || !person.contact?.includes('@')) return;
    if (row.state === 'pending' && (await isBombarded(tx, row, now))) return;
    const title = await titleOf(task.campaignId);
    if (title === null) return;
    const signer = { id: row.id, to: person.contact, name: person.name, locale: row.locale };
    await sendMail(tx, row.state === 'pending' ? confirmLetter(signer, title) : alreadyLetter(signer, title));
    await tx
      .update(signatures)
      .set({ mails: row.mails + 1 })
      .where(eq(signatures.id, row.id));
  });
}

async function isBlocked(tx: Tx, scope: SystemScope, contactIndex: string | null): Promise<boolean> {
  if (contactIndex === null) return false;
  const mine = and(
    eq(signingBlocks.organisationId, scope.organisationId),
    eq(signingBlocks.contactIndex, contactIndex),
  );
  return (await tx.$count(signingBlocks, mine)) > 0;
}

async function isBombarded(tx: Tx, row: typeof signatures.$inferSelect, now: Date): Promise<boolean> {
  if (row.contactIndex === null) return false;
  const [sum] = await tx
    .select({ mails: sql<number>`coalesce(sum(${signatures.mails}), 0)::int` })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, row.campaignId),
        eq(signatures.contactIndex, row.contactIndex),
        gt(signatures.createdAt, new Date(now.getTime() - 86_400_000)),
      ),
    );
  return (sum?.mails ?? 0) >= MOST_A_CONTACT;
}

async function titleOf(campaignId: string): Promise<string | null> {
  const [row] = await publicSql<{ title: string }[]>`select title from published.campaigns where id = ${campaignId}`;
  return row?.title ?? null;
}

/** What is told, in the words of the page; null when it is not published (any more). */
async function readTelling({ campaignId, subject, subjectId }: Tasks['support:tell']): Promise<Telling | null> {
  if (subject === 'reply') {
    const [reply] =
      await publicSql`select 1 from published.campaign_replies where id = ${subjectId} and campaign_id = ${campaignId}`;
    return reply ? { kind: 'reply' } : null;
  }
  const [row] = await publicSql<{ milestone: string; count: number }[]>`
    select m.title as milestone, (select coalesce(sum(t.count), 0)::int from published.campaign_totals t where t.campaign_id = m.campaign_id) as count
    from published.campaign_milestones m where m.id = ${subjectId} and m.campaign_id = ${campaignId}`;
  return row ? { kind: 'milestone', ...row } : null;
}

/**
 * Writes to one organisation's confirmed signers who asked to be told, a batch at a time; the next batch is enqueued with
 * the letters of this one. Whom it told already it does not tell again, whatever runs twice.
 */
export async function tellSigners(task: Tasks['support:tell'], now: Date, batch = TELL_BATCH): Promise<number> {
  const key = `support:tell/${task.subjectId}/${task.organisationId}`;
  if ((await readBrakes()).holdsMail) {
    await appDb.transaction((tx) => enqueue(tx, 'support:tell', task, { key, runAt: later(now) }));
    return 0;
  }
  const [title, telling] = await Promise.all([titleOf(task.campaignId), readTelling(task)]);
  if (title === null || telling === null) return 0;
  const scope: SystemScope = { kind: 'system', organisationId: task.organisationId };
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({
        id: signatures.id,
        personCipher: signatures.personCipher,
        locale: signatures.locale,
        contactIndex: signatures.contactIndex,
      })
      .from(signatures)
      .where(
        and(
          eq(signatures.campaignId, task.campaignId),
          eq(signatures.organisationId, task.organisationId),
          eq(signatures.state, 'confirmed'),
          eq(signatures.wantsNews, true),
          isNotNull(signatures.personCipher),
          task.after === null ? undefined : gt(signatures.id, task.after),
        ),
      )
      .orderBy(asc(signatures.id))
      .limit(batch);
    let sent = 0;
    for (const row of rows) if (await tellOne(tx, scope, row, { title, telling, subjectId: task.subjectId })) sent += 1;
    const last = rows.at(-1);
    if (last && rows.length === batch)
      await enqueue(tx, 'support:tell', { ...task, after: last.id }, { key: `${key}/${last.id}` });
    return sent;
  });
}

async function tellOne(
  tx: Tx,
  scope: SystemScope,
  row: { id: string; personCipher: string | null; locale: Locale; contactIndex: string | null },
  { title, telling, subjectId }: { title: string; telling: Telling; subjectId: string },
): Promise<boolean> {
  const { name, contact } = openPerson(row.personCipher ?? '');
  if (!contact?.includes('@') || (await isBlocked(tx, scope, row.contactIndex))) return false;
  const told = await tx
    .insert(signatureTellings)
    .values({ signatureId: row.id, organisationId: scope.organisationId, subjectId })
    .onConflictDoNothing();
  if (told.count === 0) return false;
  await sendMail(tx, tellingLetter({ id: row.id, to: contact, name, locale: row.locale }, title, telling));
  return true;
}

/** The nightly alarm: counts anew and says where the kept totals differ. Answers how many campaigns do; nothing is put right unseen. */
export async function recountSupport(): Promise<number> {
  const wrong = await appDb.execute<{ campaign_id: string; organisation_id: string; kept: string; counted: string }>(
    sql`select campaign_id, organisation_id, kept, counted from app.recount_support()`,
  );
  for (const row of wrong) {
    log.error(
      { campaign: row.campaign_id, kept: Number(row.kept), counted: Number(row.counted) },
      'support totals differ from the signatures',
    );
    const scope: SystemScope = { kind: 'system', organisationId: row.organisation_id };
    await withScope(scope, (tx) =>
      audit(tx, scope, { action: 'campaign.support-differs', subjectType: 'campaign', subjectId: row.campaign_id }),
    );
  }
  return wrong.length;
}

export const supportTasks: Record<string, Task> = {
  'support:answer': async (payload) => answerSigner(payload as Tasks['support:answer'], clock()),
  'support:tell': async (payload) => {
    await tellSigners(payload as Tasks['support:tell'], clock());
  },
  'support:recount': async () => {
    await recountSupport();
  },
  'support:anonymise': async () => {
    await anonymiseSupport(clock());
    await forgetUnconfirmed(clock());
  },
};
