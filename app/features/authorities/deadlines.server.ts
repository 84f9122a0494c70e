import { and, desc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  bodies,
  campaignDeliveries,
  campaignReplies,
  campaigns,
  deliveryFollowups,
  issues,
  letters,
} from '#db/schema/index.ts';
import type { Calendar } from '#app/kernel/dated-rules/calendar.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { answerDueBy, readCalendar, type AnswerDue } from './calendar.server.ts';
import { AWAITING_STATES } from './rules/follow-up.ts';
import type { LetterPurpose, LetterState } from './rules/letter.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** A drafted reminder or escalation. */
export type FollowUp = { id: string; purpose: LetterPurpose; state: LetterState };

/** Something sent whose answer is awaited. */
export type Deadline = {
  id: string;
  /** A letter about a report, or the delivery of a campaign. */
  kind: 'letter' | 'delivery';
  /** The report or the campaign. */
  subjectId: string;
  title: string;
  body: Names | null;
  addressee: string | null;
  sentOn: Day;
  registerNumber: string | null;
  withStudy: boolean;
  due: AnswerDue;
  followUps: FollowUp[];
};

export type Deadlines = { overdue: Deadline[]; due: Deadline[]; unknown: Deadline[] };

/** Everything that an answer is awaited for: overdue first (longest waiting on top), then by the day that comes. */
export async function listDeadlines(scope: MemberScope, now: Date): Promise<Deadlines> {
  const calendar = await readCalendar();
  const all = await withScope(scope, async (tx) => [
    ...(await awaitedLetters(tx, calendar)),
    ...(await awaitedDeliveries(tx, calendar, scope.organisationId)),
  ]);
  const today = dayOf(now);
  const byDay = (a: Deadline, b: Deadline) =>
    (a.due.due ?? a.sentOn).localeCompare(b.due.due ?? b.sentOn) || a.id.localeCompare(b.id);
  const sorted = all.toSorted(byDay);
  return {
    overdue: sorted.filter(({ due }) => due.due !== null && due.due < today),
    due: sorted.filter(({ due }) => due.due !== null && due.due >= today),
    unknown: sorted.filter(({ due }) => due.due === null),
  };
}

async function awaitedLetters(tx: Tx, calendar: Calendar): Promise<Deadline[]> {
  const rows = await tx
    .select({ letter: letters, issueId: issues.id, body: bodies })
    .from(letters)
    .innerJoin(issues, eq(issues.id, letters.issueId))
    .leftJoin(bodies, eq(bodies.id, letters.bodyId))
    .where(
      and(
        eq(letters.state, 'sent'),
        inArray(letters.purpose, ['first', 'escalation']),
        isNotNull(letters.sentAt),
        isNull(letters.answeredOn),
        inArray(issues.state, [...AWAITING_STATES]),
      ),
    );
  const followUps = await followUpsOf(
    tx,
    rows.map(({ letter }) => letter.id),
  );
  return rows.map(({ letter, issueId, body }) => ({
    id: letter.id,
    kind: 'letter',
    subjectId: issueId,
    title: letter.subject,
    body: body && { az: body.nameAz, en: body.nameEn, ru: body.nameRu },
    addressee: letter.addressee,
    sentOn: dayOf(letter.sentAt as Date),
    registerNumber: letter.registerNumber,
    withStudy: letter.withStudy,
    due: answerDueBy(calendar, letter.sentAt as Date, { withStudy: letter.withStudy }),
    followUps: followUps.get(letter.id) ?? [],
  }));
}

async function followUpsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, FollowUp[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: letters.id, purpose: letters.purpose, state: letters.state, followsId: letters.followsId })
    .from(letters)
    .where(inArray(letters.followsId, [...ids]))
    .orderBy(desc(letters.createdAt));
  const found = new Map<string, FollowUp[]>();
  for (const { followsId, ...followUp } of rows)
    if (followsId) found.set(followsId, [followUp, ...(found.get(followsId) ?? [])]);
  return found;
}

/** Deliveries of the campaigns that the organisation leads, as long as no reply was recorded. */
async function awaitedDeliveries(tx: Tx, calendar: Calendar, organisationId: string): Promise<Deadline[]> {
  const rows = await tx
    .select({ delivery: campaignDeliveries, campaign: campaigns, body: bodies })
    .from(campaignDeliveries)
    .innerJoin(campaigns, eq(campaigns.id, campaignDeliveries.campaignId))
    .leftJoin(bodies, eq(bodies.id, campaignDeliveries.bodyId))
    .where(
      and(
        eq(campaignDeliveries.organisationId, organisationId),
        eq(campaigns.organisationId, organisationId),
        inArray(campaigns.state, ['active', 'paused', 'delivered']),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(campaignReplies)
            .where(eq(campaignReplies.deliveryId, campaignDeliveries.id)),
        ),
      ),
    );
  if (rows.length === 0) return [];
  const drafts = await tx
    .select()
    .from(deliveryFollowups)
    .where(
      inArray(
        deliveryFollowups.deliveryId,
        rows.map(({ delivery }) => delivery.id),
      ),
    );
  return rows.map(({ delivery, campaign, body }) => ({
    id: delivery.id,
    kind: 'delivery',
    subjectId: campaign.id,
    title: campaign.title,
    body: body && { az: body.nameAz, en: body.nameEn, ru: body.nameRu },
    addressee: delivery.addressee,
    sentOn: delivery.deliveredOn,
    registerNumber: delivery.registerNumber,
    withStudy: delivery.withStudy,
    due: answerDueBy(calendar, delivery.deliveredOn, { withStudy: delivery.withStudy }),
    followUps: drafts
      .filter((draft) => draft.deliveryId === delivery.id)
      .map(({ id, kind, state }) => ({ id, purpose: kind, state })),
  }));
}
