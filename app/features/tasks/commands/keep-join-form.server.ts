import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, joinForms, joinRoles, organisations } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { JoiningForm } from '../join-forms.ts';

type Refused = 'common.error.not-allowed' | 'tasks.error.gone' | 'tasks.error.choose';

/** Makes the organisation's own form, or a campaign's; one of each, closed at first. Asked again, the same one is answered. */
export function makeJoinForm(
  work: StaffWork,
  { clientId, campaignId, locale }: { clientId: string; campaignId: string | null; locale: Locale },
): Promise<Result<{ formId: string }, Refused>> {
  return workOnce<{ formId: string }, Refused>(
    work,
    { command: 'tasks.make-join', clientId, content: campaignId },
    async (tx) => {
      if (!mayHere(work, 'joining.keep')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const same = and(
        eq(joinForms.organisationId, organisationId),
        campaignId === null ? isNull(joinForms.campaignId) : eq(joinForms.campaignId, campaignId),
      );
      const [known] = await tx.select({ id: joinForms.id }).from(joinForms).where(same);
      if (known) return ok({ formId: known.id });
      const wanted = await addressOf(tx, organisationId, campaignId);
      if (wanted === undefined) return refuse('tasks.error.choose', 'campaignId');
      const formId = newId();
      // An address that another form has already gets a few letters of its own.
      for (const slug of [wanted, `${wanted.slice(0, 80)}-${formId.slice(0, 8)}`]) {
        const made = await tx
          .insert(joinForms)
          .values({ id: formId, organisationId, campaignId, slug, locale })
          .onConflictDoNothing()
          .returning({ id: joinForms.id });
        if (made.length > 0) break;
      }
      await audit(tx, work.scope, { action: 'tasks.join-form-made', subjectType: 'join-form', subjectId: formId });
      return ok({ formId });
    },
  );
}

async function addressOf(tx: Tx, organisationId: string, campaignId: string | null): Promise<string | undefined> {
  if (campaignId === null) {
    const [row] = await tx
      .select({ slug: organisations.slug })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    return row?.slug;
  }
  const [row] = await tx
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.organisationId, organisationId)));
  return row?.slug;
}

/** Writes a form's words, its roles and whether it is open. */
export function saveJoinForm(
  work: StaffWork,
  formId: string,
  { clientId, ...form }: JoiningForm,
  locale: Locale,
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'tasks.save-join', clientId, content: [formId, form] },
    async (tx) => {
      if (!mayHere(work, 'joining.keep')) return refuse('common.error.not-allowed');
      const { organisationId } = work.scope;
      const [known] = await tx
        .update(joinForms)
        .set({ isOpen: form.isOpen === 'on', intro: form.intro, locale, updatedAt: work.now })
        .where(and(eq(joinForms.id, formId), eq(joinForms.organisationId, organisationId)))
        .returning({ id: joinForms.id });
      if (!known) return refuse('tasks.error.gone');
      const roles = form.roles
        .filter(({ title }) => title !== '')
        .map(({ id, ...role }, position) => ({
          ...role,
          reserved: role.reservedFor === 'nobody' ? 0 : role.reserved,
          id: id === '' ? newId() : id,
          position,
          formId,
          organisationId,
        }));
      const kept = roles.map(({ id }) => id);
      await tx
        .delete(joinRoles)
        .where(and(eq(joinRoles.formId, formId), kept.length > 0 ? notInArray(joinRoles.id, kept) : undefined));
      if (roles.length > 0)
        await tx
          .insert(joinRoles)
          .values(roles)
          .onConflictDoUpdate({
            target: joinRoles.id,
            set: {
              position: sql`excluded.position`,
              title: sql`excluded.title`,
              places: sql`excluded.places`,
              reservedFor: sql`excluded.reserved_for`,
              reserved: sql`excluded.reserved`,
            },
            setWhere: eq(joinRoles.formId, formId),
          });
      await audit(tx, work.scope, { action: 'tasks.join-form-saved', subjectType: 'join-form', subjectId: formId });
      return ok();
    },
  );
}
