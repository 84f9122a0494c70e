import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { publicSql, type Tx } from '#db/client.server.ts';
import { boardEntries, boardMatches, memberships, organisations, users } from '#db/schema/index.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { raiseTask, settleRaised } from '#app/features/tasks/public.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok } from '#app/kernel/result.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { sendMail, type Mail } from '#app/platform/mail.server.ts';
import { once } from '#app/platform/once.server.ts';
import { matchLetter, unmatchedLetter } from './board-letter.server.ts';
import { cardOf, readEntriesOfMatch } from './entries.server.ts';
import { UNMATCHED_DAYS } from './rules/kinds.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;
type Recipient = { to: string; name: string; locale: Locale };
const DAY = 86_400_000;

/**
 * Tells those who speak for one side how an answer stands now, each in their language and each state once. An agreement
 * also lets go of others who waited for the same thing: where this side's part in that is known, they are told from here.
 */
export async function tellSide({ organisationId, matchId }: Tasks['board:tell']): Promise<number> {
  const scope: SystemScope = { kind: 'system', organisationId };
  return withScope(scope, async (tx) => {
    const [match] = await tx.select().from(boardMatches).where(eq(boardMatches.id, matchId));
    const slug = await approvedSlug(tx, organisationId);
    if (!match || !slug) return 0;
    const entry = (await readEntriesOfMatch(tx, matchId)).find(({ id }) => id === match.entryId);
    if (!entry) return 0;
    const otherId = match.ownerId === organisationId ? match.proposerId : match.ownerId;
    const other = cardOf(await organisationNames([otherId]), otherId).names;
    if (match.state === 'agreed') await passOn(tx, match);
    const about = { slug, entryId: entry.id, title: entry.title, state: match.state, other };
    return writeOnce(tx, organisationId, `${matchId}/${match.state}`, (to) => matchLetter(to, about));
  });
}

/** Those whose answers lapsed with this agreement, as far as this side stands in them. */
async function passOn(
  tx: Tx,
  { id, answeredAt, entryId, ownEntryId }: typeof boardMatches.$inferSelect,
): Promise<void> {
  if (!answeredAt) return;
  const lapsed = await tx
    .select()
    .from(boardMatches)
    .where(and(eq(boardMatches.state, 'lapsed'), eq(boardMatches.answeredAt, answeredAt)));
  const held = [entryId, ownEntryId];
  for (const row of lapsed) {
    if (row.id === id) continue;
    const organisationId = held.includes(row.entryId) ? row.proposerId : row.ownerId;
    await enqueue(
      tx,
      'board:tell',
      { organisationId, matchId: row.id },
      { key: `board:tell/${organisationId}/${row.id}` },
    );
  }
}

/** Ends what is past its last day and tells an organisation, once an entry, that nobody answered for two weeks. */
export async function tendBoard({ organisationId }: Tasks['board:nightly-organisation'], now: Date): Promise<void> {
  const scope: SystemScope = { kind: 'system', organisationId };
  await withScope(scope, async (tx) => {
    await tx.execute(sql`select app.lock_board()`);
    const slug = await approvedSlug(tx, organisationId);
    if (!slug) return;
    const ours = eq(boardEntries.organisationId, organisationId);
    await tx
      .update(boardEntries)
      .set({ state: 'expired', updatedAt: now })
      .where(and(ours, inArray(boardEntries.state, ['open', 'proposed']), lt(boardEntries.endsOn, dayOf(now))));
    const unmatched = await tx
      .update(boardEntries)
      .set({ unmatchedToldAt: now })
      .where(
        and(
          ours,
          eq(boardEntries.state, 'open'),
          isNull(boardEntries.unmatchedToldAt),
          lte(boardEntries.createdAt, new Date(now.getTime() - UNMATCHED_DAYS * DAY)),
        ),
      )
      .returning({ id: boardEntries.id, title: boardEntries.title });
    for (const { id, title } of unmatched)
      await raiseTask(tx, organisationId, {
        title: wordsFor('az')('board.task.unmatched', { title }),
        dueOn: dayOf(now),
        place: `/board/${id}`,
        raisedFor: `board-entry/${id}`,
      });
    await settleTasks(tx, organisationId, now);
    if (unmatched.length === 0) return;
    const titles = unmatched.map(({ title }) => title);
    await writeOnce(tx, organisationId, `unmatched/${dayOf(now)}`, (to) => unmatchedLetter(to, { slug, titles }));
  });
}

/** What was raised is over once somebody answered or the entry ended. */
async function settleTasks(tx: Tx, organisationId: string, now: Date): Promise<void> {
  const over = await tx
    .select({ id: boardEntries.id })
    .from(boardEntries)
    .where(
      and(
        eq(boardEntries.organisationId, organisationId),
        isNotNull(boardEntries.unmatchedToldAt),
        ne(boardEntries.state, 'open'),
      ),
    );
  for (const { id } of over) await settleRaised(tx, organisationId, `board-entry/${id}`, now);
}

async function approvedSlug(tx: Tx, organisationId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(and(eq(organisations.id, organisationId), eq(organisations.state, 'approved')));
  return row?.slug;
}

/** A letter to each who speaks for the organisation and has an address; the same about the same thing once. */
async function writeOnce(
  tx: Tx,
  organisationId: string,
  what: string,
  write: (to: Recipient) => Mail,
): Promise<number> {
  const rows = await tx
    .selectDistinct({ id: users.id, name: users.name, locale: users.locale, emailCipher: users.emailCipher })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ['owner', 'organiser']),
        isNull(users.deletedAt),
      ),
    );
  let sent = 0;
  for (const { id, name, locale, emailCipher } of rows) {
    if (emailCipher === null) continue;
    const to = { to: unseal(emailCipher, 'users.email'), name, locale };
    await once(tx, { clientId: what, command: 'board:tell', owner: `${organisationId}/${id}` }, async () => {
      await sendMail(tx, write(to));
      sent += 1;
      return ok();
    });
  }
  return sent;
}

export const boardTasks: Record<string, Task> = {
  'board:tell': async (payload) => {
    await tellSide(payload as Tasks['board:tell']);
  },
  'board:nightly': async (_payload, { addJob }) => {
    const rows = await publicSql<{ id: string }[]>`select id from published.organisations`;
    for (const { id } of rows)
      await addJob('board:nightly-organisation', { organisationId: id }, { jobKey: `board:nightly/${id}` });
  },
  'board:nightly-organisation': async (payload) => {
    await tendBoard(payload as Tasks['board:nightly-organisation'], clock());
  },
};
