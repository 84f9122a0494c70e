import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { appDb, publicSql } from '#db/client.server.ts';
import { campaigns, signatures, supportSheets } from '#db/schema/index.ts';
import { monthsBefore } from '#app/kernel/dates.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { ANONYMISE_MONTHS, CONFIRM_DAYS } from './rules/support.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;

const FORGET_BATCH = 500;

/**
 * Six months after a campaign has ended its signatures lose their people and its sheets their photographs; numbers stay.
 * A step at a time, so that it may be stopped anywhere and go on the next night.
 */
export async function anonymiseSupport(now: Date): Promise<void> {
  const over = await appDb.execute<{ campaign_id: string; lead_id: string; organisation_id: string }>(
    sql`select campaign_id, lead_id, organisation_id from app.campaigns_to_anonymise(${monthsBefore(now, ANONYMISE_MONTHS).toISOString()})`,
  );
  for (const { campaign_id: campaignId, organisation_id: organisationId } of over)
    await forgetPeople(campaignId, { kind: 'system', organisationId }, now);
  for (const campaignId of new Set(over.map((row) => row.campaign_id))) {
    const lead = over.find((row) => row.campaign_id === campaignId)?.lead_id ?? '';
    const scope: SystemScope = { kind: 'system', organisationId: lead };
    await withScope(scope, async (tx) => {
      await tx.update(campaigns).set({ anonymisedAt: now }).where(eq(campaigns.id, campaignId));
      await audit(tx, scope, { action: 'campaign.anonymised', subjectType: 'campaign', subjectId: campaignId });
    });
  }
}

async function forgetPeople(campaignId: string, scope: SystemScope, now: Date): Promise<void> {
  const step = () =>
    withScope(scope, async (tx) => {
      const rows = await tx
        .select({ id: signatures.id })
        .from(signatures)
        .where(
          and(
            eq(signatures.campaignId, campaignId),
            eq(signatures.organisationId, scope.organisationId),
            isNull(signatures.anonymisedAt),
          ),
        )
        .limit(FORGET_BATCH);
      if (rows.length > 0)
        await tx
          .update(signatures)
          .set({
            personCipher: null,
            signerIndex: null,
            contactIndex: null,
            nameIndex: null,
            showsName: false,
            wantsNews: false,
            anonymisedAt: now,
          })
          .where(
            inArray(
              signatures.id,
              rows.map(({ id }) => id),
            ),
          );
      return rows.length;
    });
  while ((await step()) === FORGET_BATCH);
  await withScope(scope, async (tx) => {
    const mine = and(
      eq(supportSheets.campaignId, campaignId),
      eq(supportSheets.organisationId, scope.organisationId),
      isNotNull(supportSheets.photoKey),
    );
    const photos = await tx.select({ key: supportSheets.photoKey }).from(supportSheets).where(mine);
    const keys = photos.flatMap(({ key }) => (key === null ? [] : [key]));
    if (keys.length === 0) return;
    await tx.update(supportSheets).set({ photoKey: null }).where(mine);
    await enqueue(tx, 'files:delete', { keys });
  });
}

/** Waiting signatures whose link has long expired are nobody's support: they go, with the person in them. */
export async function forgetUnconfirmed(now: Date): Promise<void> {
  const before = new Date(now.getTime() - (CONFIRM_DAYS + 30) * 86_400_000);
  const rows = await publicSql<{ id: string }[]>`select id from published.organisations`;
  for (const { id } of rows)
    await withScope({ kind: 'system', organisationId: id }, (tx) =>
      tx
        .delete(signatures)
        .where(
          and(eq(signatures.organisationId, id), eq(signatures.state, 'pending'), lt(signatures.createdAt, before)),
        ),
    );
}
