import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { contactFollowUps, mediaCoverage, mediaOutlets, partnerOrganisations } from '#db/schema/index.ts';
import { recordMoment } from '#app/features/people/public.server.ts';
import { noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { sealFollowUp } from '../about.server.ts';
import type { MediaDeed, PartnerDeed } from '../forms.ts';

export type ContactsRefusal =
  'common.error.not-allowed' | 'common.error.choose' | 'common.error.changed-meanwhile' | 'media.error.known-name';
type Deed = MediaDeed | PartnerDeed;
type Kept = Result<undefined, ContactsRefusal>;

/** Does one deed in the rooms for media and partners. What was published by somebody is a line of their timeline, too. */
export function keepContacts(work: StaffWork, { clientId, ...deed }: Deed): Promise<Kept> {
  return workOnce<undefined, ContactsRefusal>(work, { command: 'media.keep', clientId, content: deed }, async (tx) => {
    if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
    const kept = await act(tx, work, deed);
    if (kept.ok) await audit(tx, work.scope, { action: `media.${deed.intent}`, subjectType: 'media' });
    return kept;
  });
}

type Unkeyed<T> = T extends unknown ? Omit<T, 'clientId'> : never;

async function act(tx: Tx, work: StaffWork, deed: Unkeyed<Deed>): Promise<Kept> {
  const { organisationId, userId } = work.scope;
  const its = { id: newId(), organisationId, createdBy: userId, createdAt: work.now };
  switch (deed.intent) {
    case 'coverage':
      return keepCoverage(tx, work, deed);
    case 'remove-coverage':
      return one(
        await tx
          .delete(mediaCoverage)
          .where(and(eq(mediaCoverage.id, deed.coverageId), eq(mediaCoverage.organisationId, organisationId))),
      );
    case 'outlet': {
      const { intent: _intent, ...outlet } = deed;
      return fresh(
        await tx
          .insert(mediaOutlets)
          .values({ ...its, ...outlet })
          .onConflictDoNothing(),
      );
    }
    case 'partner': {
      const { intent: _intent, ...partner } = deed;
      if (!(await isOurs(tx, work, 'people', partner.personId))) return refuse('common.error.choose', 'personId');
      return fresh(
        await tx
          .insert(partnerOrganisations)
          .values({ ...its, ...partner })
          .onConflictDoNothing(),
      );
    }
    case 'remove-partner':
      return one(
        await tx
          .delete(partnerOrganisations)
          .where(
            and(eq(partnerOrganisations.id, deed.partnerId), eq(partnerOrganisations.organisationId, organisationId)),
          ),
      );
    case 'follow-up': {
      const { kind, id } = deed.whom;
      if (!(await isOurs(tx, work, kind === 'person' ? 'people' : 'partner_organisations', id)))
        return refuse('common.error.choose', 'whom');
      await tx.insert(contactFollowUps).values({
        ...its,
        personId: kind === 'person' ? id : null,
        partnerId: kind === 'partner' ? id : null,
        dueOn: deed.dueOn,
        aboutCipher: deed.about === '' ? null : sealFollowUp(organisationId, deed.about),
      });
      return ok();
    }
    case 'followed-up':
      return one(
        await tx
          .update(contactFollowUps)
          .set({ doneAt: work.now })
          .where(
            and(
              eq(contactFollowUps.id, deed.followUpId),
              eq(contactFollowUps.organisationId, organisationId),
              isNull(contactFollowUps.doneAt),
            ),
          ),
      );
  }
}

async function keepCoverage(
  tx: Tx,
  work: StaffWork,
  { intent: _intent, ...coverage }: Unkeyed<Extract<MediaDeed, { intent: 'coverage' }>>,
): Promise<Kept> {
  const { organisationId, userId } = work.scope;
  const { outletId, personId, campaignId, eventId, on, title } = coverage;
  if (!(await isOurs(tx, work, 'media_outlets', outletId))) return refuse('common.error.choose', 'outletId');
  if (!(await isOurs(tx, work, 'people', personId))) return refuse('common.error.choose', 'personId');
  if (!(await isOurs(tx, work, 'campaigns', campaignId))) return refuse('common.error.choose', 'campaignId');
  if (!(await isOurs(tx, work, 'events', eventId))) return refuse('common.error.choose', 'eventId');
  const id = newId();
  await tx.insert(mediaCoverage).values({ ...coverage, id, organisationId, createdBy: userId, createdAt: work.now });
  if (personId)
    await recordMoment(tx, organisationId, {
      personId,
      kind: 'coverage',
      about: title,
      subjectId: id,
      at: noonOf(on),
      by: userId,
    });
  return ok();
}

/** A row that a form names belongs to the organisation; nothing chosen is fine. */
async function isOurs(
  tx: Tx,
  { scope }: StaffWork,
  table: 'people' | 'campaigns' | 'events' | 'media_outlets' | 'partner_organisations',
  id: string | null,
): Promise<boolean> {
  if (id === null) return true;
  const [row] = await tx.execute(
    sql`select 1 from ${sql.identifier(table)} where id = ${id} and organisation_id = ${scope.organisationId}`,
  );
  return row !== undefined;
}

const one = ({ count }: { count: number }): Kept => (count === 0 ? refuse('common.error.changed-meanwhile') : ok());
const fresh = ({ count }: { count: number }): Kept => (count === 0 ? refuse('media.error.known-name', 'name') : ok());
