import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { joinForms, joinRoles, joinSubmissions } from '#db/schema/index.ts';
import { personForContact, recordConsent, recordGuardian, recordMoment } from '#app/features/people/public.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { openSent } from '../join-form.server.ts';
import { namesOf, tellJoining } from '../join-letters.server.ts';
import { isKeptFor, noPlace } from '../rules/places.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'tasks.error.gone'
  | 'tasks.joining.error.decided'
  | 'tasks.join.error.full'
  | 'tasks.join.error.kept';
type Submission = typeof joinSubmissions.$inferSelect;

/**
 * Accepts somebody into the organisation's people, or turns them down. Accepted: the person on the list (found by contact,
 * or new) with skills, times and what they said yes to; a guardian's consent with them. Declined: what they wrote is gone.
 */
export function decideJoin(
  work: StaffWork,
  submissionId: string,
  { clientId, decision }: { clientId: string; decision: 'accept' | 'decline' },
): Promise<Result<{ personId: string | null }, Refused>> {
  const content = [submissionId, decision];
  return workOnce<{ personId: string | null }, Refused>(
    work,
    { command: 'tasks.decide-join', clientId, content },
    async (tx) => {
      if (!mayHere(work, 'joining.keep')) return refuse('common.error.not-allowed');
      const [sent] = await tx
        .select()
        .from(joinSubmissions)
        .where(and(eq(joinSubmissions.id, submissionId), eq(joinSubmissions.organisationId, work.scope.organisationId)))
        .for('update');
      if (!sent) return refuse('tasks.error.gone');
      if (sent.state !== 'pending' || sent.cipher === null) return refuse('tasks.joining.error.decided');
      if (decision === 'accept') {
        const why = await whyNoPlace(tx, sent);
        if (why) return refuse(why);
      }
      const personId = decision === 'accept' ? await takeIn(tx, work, sent, sent.cipher) : null;
      if (decision === 'accept') {
        const { email: to, locale } = openSent(work.scope.organisationId, sent.cipher);
        await tellJoining(tx, 'accepted', { to, locale, names: await namesOf(tx, work.scope.organisationId) });
      }
      const decided = { decidedBy: work.scope.userId, decidedAt: work.now, cipher: null, personId };
      await tx
        .update(joinSubmissions)
        .set(
          decision === 'accept'
            ? { ...decided, state: 'accepted' as const }
            : { ...decided, state: 'declined' as const, ageBand: null, gender: null },
        )
        .where(eq(joinSubmissions.id, submissionId));
      await audit(tx, work.scope, {
        action: `tasks.join-${decision === 'accept' ? 'accepted' : 'declined'}`,
        subjectType: 'join-submission',
        subjectId: submissionId,
      });
      return ok({ personId });
    },
  );
}

/** The role's row is locked, so that two who decide at once do not give one place twice. */
async function whyNoPlace(tx: Tx, { roleId, ageBand, gender }: Submission) {
  if (roleId === null) return undefined;
  const [role] = await tx.select().from(joinRoles).where(eq(joinRoles.id, roleId)).for('update');
  if (!role) return undefined;
  const accepted = await tx
    .select({ ageBand: joinSubmissions.ageBand, gender: joinSubmissions.gender })
    .from(joinSubmissions)
    .where(and(eq(joinSubmissions.roleId, roleId), eq(joinSubmissions.state, 'accepted')));
  const takenReserved = accepted.filter((one) => isKeptFor(role.reservedFor, one)).length;
  return noPlace({ ...role, taken: accepted.length, takenReserved }, { ageBand, gender });
}

async function takeIn(tx: Tx, { scope, now }: StaffWork, row: Submission, cipher: string): Promise<string> {
  const { organisationId, userId } = scope;
  const { guardian, wantsEvents, ...sent } = openSent(organisationId, cipher);
  const personId = await personForContact(
    tx,
    organisationId,
    { ...sent, ageBand: row.ageBand, gender: row.gender, roles: ['volunteer'] },
    { now, by: userId },
  );
  const channels = [sent.phone === '' ? null : 'phone', sent.email === '' ? null : 'email'] as const;
  for (const channel of channels)
    for (const purpose of ['volunteering', wantsEvents ? 'events' : null] as const)
      if (channel && purpose)
        await recordConsent(tx, organisationId, {
          personId,
          purpose,
          channel,
          at: row.createdAt,
          textVersion: row.consentVersion,
        });
  if (guardian) await recordGuardian(tx, organisationId, { personId, guardian, at: row.createdAt });
  const [form] = await tx
    .select({ role: joinRoles.title, slug: joinForms.slug })
    .from(joinForms)
    .leftJoin(joinRoles, row.roleId === null ? eq(joinRoles.id, joinForms.id) : eq(joinRoles.id, row.roleId))
    .where(eq(joinForms.id, row.formId));
  await recordMoment(tx, organisationId, {
    personId,
    kind: 'volunteering',
    about: form?.role ?? '',
    subjectId: row.formId,
    at: row.createdAt,
    by: userId,
  });
  return personId;
}
