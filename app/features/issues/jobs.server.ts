import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { publicSql, type Tx } from '#db/client.server.ts';
import { memberships, organisations, users } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { ok } from '#app/kernel/result.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { once } from '#app/platform/once.server.ts';
import { digestLetter } from './digest-letter.server.ts';
import { countWaiting } from './staff-today.server.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;

/**
 * Writes to an organisation's moderators how much waits for them, each in their language, once a day and only when
 * something waits. Where nobody moderates, the owners are told. Running twice writes once.
 */
export async function sendDigest({ organisationId }: Tasks['issues:digest-organisation'], now: Date): Promise<number> {
  const scope: SystemScope = { kind: 'system', organisationId };
  const waiting = await countWaiting(scope);
  if (waiting.queue + waiting.flags + waiting.answers === 0) return 0;
  return withScope(scope, async (tx) => {
    const [organisation] = await tx
      .select({
        slug: organisations.slug,
        az: organisations.nameAz,
        en: organisations.nameEn,
        ru: organisations.nameRu,
      })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), eq(organisations.state, 'approved')));
    if (!organisation) return 0;
    const { slug, ...names } = organisation;
    let sent = 0;
    for (const { id, name, locale, emailCipher } of await listRecipients(tx, organisationId)) {
      if (emailCipher === null) continue;
      const to = unseal(emailCipher, 'users.email');
      await once(tx, { clientId: dayOf(now), command: 'issues:digest', owner: `${organisationId}/${id}` }, async () => {
        await sendMail(tx, digestLetter({ to, name, locale, organisation: { slug, names }, waiting }));
        sent += 1;
        return ok();
      });
    }
    return sent;
  });
}

async function listRecipients(tx: Tx, organisationId: string) {
  const rows = await tx
    .selectDistinct({
      id: users.id,
      name: users.name,
      locale: users.locale,
      emailCipher: users.emailCipher,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ['moderator', 'owner']),
        isNull(users.deletedAt),
      ),
    );
  const moderators = rows.filter(({ role }) => role === 'moderator');
  return moderators.length > 0 ? moderators : rows;
}

export const issueTasks: Record<string, Task> = {
  'issues:digest': async (_payload, { addJob }) => {
    const rows = await publicSql<{ id: string }[]>`select id from published.organisations`;
    // One job an organisation: what fails for one is tried again for that one.
    for (const { id } of rows)
      await addJob('issues:digest-organisation', { organisationId: id }, { jobKey: `issues:digest/${id}` });
  },
  'issues:digest-organisation': async (payload) => {
    await sendDigest(payload as Tasks['issues:digest-organisation'], clock());
  },
};
