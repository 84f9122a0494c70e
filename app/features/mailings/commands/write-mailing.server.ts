import { and, eq, sql } from 'drizzle-orm';
import { mailings } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { openSmsGateway } from '#app/platform/sms-gateway.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { MailingForm } from '../forms.ts';
import { readMailing, readSender } from '../mailing-rows.server.ts';
import { purposesOf } from '../rules/purposes.ts';

type Refused =
  'common.error.not-allowed' | 'common.error.choose' | 'mailings.error.gone' | 'mailings.error.not-a-draft';

/** Writes a new message, or changes one that is a draft still. */
export function saveMailing(
  work: StaffWork,
  mailingId: string | null,
  { clientId, ...draft }: MailingForm,
): Promise<Result<{ mailingId: string }, Refused>> {
  const content = [mailingId, draft];
  return workOnce<{ mailingId: string }, Refused>(work, { command: 'mailings.save', clientId, content }, async (tx) => {
    if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    const { isTeam } = await readSender(tx, organisationId);
    if (!purposesOf(isTeam).includes(draft.purpose)) return refuse('common.error.choose', 'purpose');
    if (draft.channel === 'sms' && !openSmsGateway()) return refuse('common.error.choose', 'channel');
    if (draft.audience !== 'all') {
      const [known] = await tx.execute(
        draft.audience === 'search'
          ? sql`select 1 from people_searches where id = ${draft.audienceId} and organisation_id = ${organisationId}`
          : sql`select 1 from events where id = ${draft.audienceId} and organisation_id = ${organisationId}`,
      );
      if (!known) return refuse('common.error.choose', 'audience');
    }
    const id = mailingId ?? newId();
    if (mailingId === null) {
      await tx.insert(mailings).values({ ...draft, id, organisationId, createdBy: userId, createdAt: work.now });
    } else {
      const row = await readMailing(tx, organisationId, id, true);
      if (!row) return refuse('mailings.error.gone');
      if (row.state !== 'draft') return refuse('mailings.error.not-a-draft');
      await tx
        .update(mailings)
        .set({ ...draft, testedAt: null, updatedAt: work.now })
        .where(eq(mailings.id, id));
    }
    await audit(tx, work.scope, { action: 'message.saved', subjectType: 'message', subjectId: id });
    return ok({ mailingId: id });
  });
}

/** Throws a draft away. What was sent stays, with its numbers. */
export function deleteMailing(
  work: StaffWork,
  mailingId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'mailings.delete', clientId, content: mailingId },
    async (tx) => {
      if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const row = await readMailing(tx, organisationId, mailingId, true);
      if (!row) return refuse('mailings.error.gone');
      if (row.state !== 'draft') return refuse('mailings.error.not-a-draft');
      await tx.delete(mailings).where(and(eq(mailings.id, mailingId), eq(mailings.organisationId, organisationId)));
      await audit(tx, work.scope, { action: 'message.deleted', subjectType: 'message', subjectId: mailingId });
      return ok();
    },
  );
}
