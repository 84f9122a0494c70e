import { and, asc, desc, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { teamMeetings, teamPromises, users } from '#db/schema/index.ts';
import { colleagues } from '#app/features/organisations/public.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isPromiseLate } from './rules/meeting.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
const MOST = 200;

/** The log of meetings, the latest first, with who may answer for what follows. */
export function listMeetings(scope: MemberScope, now: Date) {
  return withScope(scope, async (tx) => ({
    meetings: await meetingLines(tx, dayOf(now))
      .orderBy(desc(teamMeetings.day), desc(teamMeetings.createdAt))
      .limit(MOST),
    team: await colleagues(tx, scope.organisationId),
  }));
}

/** The ledger: what is open first, by the day it was promised for. */
export function listPromises(scope: MemberScope, now: Date) {
  return withScope(scope, async (tx) => {
    const rows = await promiseLines(tx)
      .orderBy(
        sql`${teamPromises.state} <> 'open'`,
        sql`${teamPromises.dueOn} asc nulls last`,
        desc(teamPromises.madeOn),
      )
      .limit(MOST);
    return {
      promises: rows.map((row) => ({ ...row, isLate: isPromiseLate(row, dayOf(now)) })),
      team: await colleagues(tx, scope.organisationId),
    };
  });
}

/** What of the diary waits until a day: promises that are due, and meetings to follow up. */
export async function waitingInDiary(tx: Tx, until: Day) {
  return {
    promises: await promiseLines(tx)
      .where(and(eq(teamPromises.state, 'open'), lte(teamPromises.dueOn, until)))
      .orderBy(asc(teamPromises.dueOn))
      .limit(MOST),
    followUps: await meetingLines(tx, until)
      .where(and(ne(teamMeetings.followUp, ''), isNull(teamMeetings.followedUpOn), lte(teamMeetings.followUpOn, until)))
      .orderBy(asc(teamMeetings.followUpOn))
      .limit(MOST),
  };
}

const meetingLines = (tx: Tx, today: Day) =>
  tx
    .select({
      id: teamMeetings.id,
      kind: teamMeetings.kind,
      partner: teamMeetings.partner,
      place: teamMeetings.place,
      day: teamMeetings.day,
      note: teamMeetings.note,
      followUp: teamMeetings.followUp,
      followUpOn: teamMeetings.followUpOn,
      followedUpOn: teamMeetings.followedUpOn,
      isLate: sql<boolean>`${teamMeetings.followUp} <> '' and ${teamMeetings.followedUpOn} is null and coalesce(${teamMeetings.followUpOn} < ${today}, false)`,
      owner: users.name,
      promises: sql<
        string[]
      >`array(select p.text from team_promises p where p.meeting_id = ${teamMeetings.id} order by p.created_at)`,
    })
    .from(teamMeetings)
    .leftJoin(users, eq(users.id, teamMeetings.ownerId))
    .$dynamic();

const promiseLines = (tx: Tx) =>
  tx
    .select({
      id: teamPromises.id,
      text: teamPromises.text,
      toWhom: teamPromises.toWhom,
      madeOn: teamPromises.madeOn,
      dueOn: teamPromises.dueOn,
      state: teamPromises.state,
      outcome: teamPromises.outcome,
      closedOn: teamPromises.closedOn,
      owner: users.name,
    })
    .from(teamPromises)
    .leftJoin(users, eq(users.id, teamPromises.ownerId))
    .$dynamic();
