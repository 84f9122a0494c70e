import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { appDb, type Tx } from '#db/client.server.ts';
import {
  bodies,
  campaignDeliveries,
  campaignPacks,
  campaignReplies,
  campaigns,
  deliveryFollowups,
} from '#db/schema/index.ts';
import { answerDueBy, readCalendar } from '#app/features/authorities/public.server.ts';
import { composeFollowUp } from '#app/features/authorities/rules/compose-follow-up.ts';
import { bodyAbove, followUpsBy, type FollowUpKind } from '#app/features/authorities/rules/follow-up.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { audit } from '#app/platform/audit.server.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';
import { deleteSealed } from '#app/platform/sealed-parts.server.ts';
import { sendWaitingLetters } from './letter-jobs.server.ts';
import { deleteFolder, failPack, makePack } from './pack-job.server.ts';
import { packReference } from './rules/pack.ts';
import { CONFIRM_DAYS, PACK_DAYS } from './rules/support.ts';

type SystemScope = Extract<Scope, { kind: 'system' }>;

/** Tries of a pack before a person is told that it failed. */
const PACK_TRIES = 3;
/** What supporters wrote is kept this long after it went. */
const LETTER_MONTHS = 6;

/**
 * Deletes the files of packs whose time is over (thirty days after the delivery, or after the making where nothing was
 * delivered) and what is left of old letters. The rows stay: hash and numbers are part of the delivery's record.
 */
export async function forgetPacks(now: Date): Promise<number> {
  const past = await appDb.execute<{ organisation_id: string; pack_id: string }>(
    sql`select organisation_id, pack_id from app.packs_past(${now.toISOString()}, ${PACK_DAYS})`,
  );
  for (const { organisation_id: organisationId, pack_id: packId } of past) {
    const scope: SystemScope = { kind: 'system', organisationId };
    const [pack] = await withScope(scope, (tx) => tx.select().from(campaignPacks).where(eq(campaignPacks.id, packId)));
    // First the files: broken off here, the row still names them the next night.
    for (const file of pack?.files ?? []) {
      if (file.parts > 0) await deleteSealed(file);
      else await deleteFolder(file.key);
    }
    await withScope(scope, async (tx) => {
      await tx
        .update(campaignPacks)
        // One that never came to its end keeps its text and can be made anew.
        .set(pack?.state === 'made' ? { state: 'deleted', files: [], deletedAt: now } : { files: [] })
        .where(eq(campaignPacks.id, packId));
      await audit(tx, scope, {
        action: 'campaign.pack-deleted',
        subjectType: 'campaign',
        subjectId: pack?.campaignId ?? packId,
      });
    });
  }
  await appDb.execute(sql`select app.forget_letters(${now.toISOString()}, ${CONFIRM_DAYS}, ${LETTER_MONTHS})`);
  return past.length;
}

/** Drafts reminders and letters to the body above for every organisation that waits for an answer. One that fails does not keep the others. */
export async function followUpDeliveries(now: Date): Promise<number> {
  const waiting = await appDb.execute<{ id: string }>(sql`select id from app.organisations_awaiting_answer() as id`);
  let drafted = 0;
  for (const { id } of waiting) {
    try {
      drafted += await followUpOrganisation({ kind: 'system', organisationId: id }, now);
    } catch (error) {
      log.error({ err: error, organisation: id }, 'follow-ups of deliveries failed');
    }
  }
  return drafted;
}

async function followUpOrganisation(scope: SystemScope, now: Date): Promise<number> {
  const calendar = await readCalendar();
  return withScope(scope, async (tx) => {
    let drafted = 0;
    for (const delivery of await listUnanswered(tx)) {
      const { due, rule } = answerDueBy(calendar, delivery.deliveredOn, { withStudy: delivery.withStudy });
      if (due === null || rule === null) continue;
      for (const kind of followUpsBy(due, dayOf(now), calendar)) {
        const { subject, text } = composeFollowUp(kind, {
          subject: delivery.title,
          reference: delivery.packId ? packReference(delivery.packId) : `“${delivery.title}” kampaniyası`,
          body: delivery.addressee,
          sentOn: delivery.deliveredOn,
          registerNumber: delivery.registerNumber,
          due,
          workingDays: rule.days,
        });
        if (await draft(tx, scope, delivery, { kind, text: `${subject}\n\n${text}`, now })) drafted += 1;
      }
    }
    return drafted;
  });
}

type Unanswered = Awaited<ReturnType<typeof listUnanswered>>[number];

function listUnanswered(tx: Tx) {
  const answered = tx
    .select({ one: sql`1` })
    .from(campaignReplies)
    .where(eq(campaignReplies.deliveryId, campaignDeliveries.id));
  return tx
    .select({
      id: campaignDeliveries.id,
      campaignId: campaignDeliveries.campaignId,
      packId: campaignDeliveries.packId,
      bodyId: campaignDeliveries.bodyId,
      addressee: campaignDeliveries.addressee,
      deliveredOn: campaignDeliveries.deliveredOn,
      registerNumber: campaignDeliveries.registerNumber,
      withStudy: campaignDeliveries.withStudy,
      title: campaigns.title,
      region: campaigns.region,
      bodyKind: bodies.kind,
    })
    .from(campaignDeliveries)
    .innerJoin(campaigns, eq(campaigns.id, campaignDeliveries.campaignId))
    .leftJoin(bodies, eq(bodies.id, campaignDeliveries.bodyId))
    .where(and(isNull(campaignDeliveries.escalatedAt), notExists(answered), eq(campaigns.isPublic, true)));
}

async function draft(
  tx: Tx,
  scope: SystemScope,
  delivery: Unanswered,
  { kind, text, now }: { kind: FollowUpKind; text: string; now: Date },
): Promise<boolean> {
  const above = kind === 'escalation' ? await findAbove(tx, delivery) : null;
  const made = await tx
    .insert(deliveryFollowups)
    .values({
      id: newId(),
      deliveryId: delivery.id,
      campaignId: delivery.campaignId,
      organisationId: scope.organisationId,
      kind,
      state: 'draft',
      bodyId: kind === 'reminder' ? delivery.bodyId : (above?.id ?? null),
      addressee: kind === 'reminder' ? delivery.addressee : (above?.name ?? ''),
      text,
      createdAt: now,
    })
    .onConflictDoNothing({ target: [deliveryFollowups.deliveryId, deliveryFollowups.kind] })
    .returning({ id: deliveryFollowups.id });
  if (made.length === 0) return false;
  await tx
    .update(campaignDeliveries)
    .set(kind === 'reminder' ? { remindedAt: now } : { escalatedAt: now })
    .where(eq(campaignDeliveries.id, delivery.id));
  await audit(tx, scope, {
    action: `campaign.${kind}-drafted`,
    subjectType: 'campaign',
    subjectId: delivery.campaignId,
  });
  return true;
}

async function findAbove(tx: Tx, { bodyKind, region }: Unanswered): Promise<{ id: string; name: string } | null> {
  const kind = bodyKind === null ? null : bodyAbove(bodyKind);
  if (!kind) return null;
  const rows = await tx
    .select({ id: bodies.id, region: bodies.region, name: bodies.nameAz })
    .from(bodies)
    .where(and(eq(bodies.kind, kind), eq(bodies.isActive, true)));
  return rows.find((row) => row.region === region) ?? rows.find((row) => row.region === null) ?? null;
}

export const deliveryTasks: Record<string, Task> = {
  'campaigns:make-pack': async (payload, { job }) => {
    const task = payload as Tasks['campaigns:make-pack'];
    try {
      await makePack(task, clock());
    } catch (error) {
      if (job.attempts >= PACK_TRIES) await failPack(task);
      throw error;
    }
  },
  'campaigns:forget-packs': async () => void (await forgetPacks(clock())),
  'campaigns:follow-up': async () => void (await followUpDeliveries(clock())),
  'campaigns:send-letters': async () => void (await sendWaitingLetters(clock())),
};
