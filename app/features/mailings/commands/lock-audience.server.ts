import { and, eq, sql } from 'drizzle-orm';
import { mailingRecipients, mailings } from '#db/schema/index.ts';
import { audienceQuery, explainAudience } from '#app/features/people/public.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { audienceOf, readMailing } from '../mailing-rows.server.ts';
import { consentFor } from '../rules/purposes.ts';
import { localesToTry } from '../rules/texts.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'mailings.error.gone'
  | 'mailings.error.not-a-draft'
  | 'mailings.error.search-gone'
  | 'mailings.error.nobody';

/**
 * Settles who gets a message: everybody who is found and agreed now, each address once, in one statement however many they
 * are. Somebody who agrees later is not added; somebody who takes it back meanwhile gets nothing.
 */
export function lockAudience(
  work: StaffWork,
  mailingId: string,
  { clientId }: { clientId: string },
): Promise<Result<{ count: number }, Refused>> {
  return workOnce<{ count: number }, Refused>(
    work,
    { command: 'mailings.lock', clientId, content: mailingId },
    async (tx) => {
      if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const row = await readMailing(tx, organisationId, mailingId, true);
      if (!row) return refuse('mailings.error.gone');
      if (row.state !== 'draft') return refuse('mailings.error.not-a-draft');
      const ask = { purpose: consentFor(row.purpose), channel: row.channel };
      const audience = await audienceOf(tx, row);
      const people = await audienceQuery(tx, organisationId, audience, ask);
      if (!people) return refuse('mailings.error.search-gone');
      const locales = JSON.stringify(localesToTry(row.texts, row.locale));
      const made = await tx.execute(sql`
        insert into mailing_recipients (id, mailing_id, organisation_id, person_id, contact_index, locale)
        select gen_random_uuid(), ${mailingId}, ${organisationId}, a.person_id, a.contact_index,
          coalesce((select l.value from jsonb_array_elements_text(${locales}::jsonb) with ordinality l(value, place)
            where l.value = any(a.languages) order by l.place limit 1), ${row.locale})
        from (${people}) a`);
      if (made.count === 0) return refuse('mailings.error.nobody');
      const gap = await explainAudience(tx, organisationId, audience, ask, made.count);
      if (!gap) return refuse('mailings.error.search-gone');
      const { noConsent, noContact, sameContact } = gap;
      await tx
        .update(mailings)
        .set({ state: 'locked', leftOut: { noConsent, noContact, sameContact }, updatedAt: work.now })
        .where(eq(mailings.id, mailingId));
      await audit(tx, work.scope, { action: 'message.locked', subjectType: 'message', subjectId: mailingId });
      return ok({ count: made.count });
    },
  );
}

/** Back to a draft, as long as nothing was sent: the audience is found anew the next time. */
export function unlockAudience(
  work: StaffWork,
  mailingId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'mailings.unlock', clientId, content: mailingId },
    async (tx) => {
      if (!mayHere(work, 'message.send')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const row = await readMailing(tx, organisationId, mailingId, true);
      if (!row) return refuse('mailings.error.gone');
      if (row.state !== 'locked') return refuse('mailings.error.not-a-draft');
      await tx
        .delete(mailingRecipients)
        .where(and(eq(mailingRecipients.mailingId, mailingId), eq(mailingRecipients.organisationId, organisationId)));
      await tx
        .update(mailings)
        .set({ state: 'draft', leftOut: null, updatedAt: work.now })
        .where(eq(mailings.id, mailingId));
      await audit(tx, work.scope, { action: 'message.unlocked', subjectType: 'message', subjectId: mailingId });
      return ok();
    },
  );
}
