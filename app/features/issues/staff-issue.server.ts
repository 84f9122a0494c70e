import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '#db/client.server.ts';
import { bodies, issueContacts, issueEvents, issueMessages, issuePhotos, issues, users } from '#db/schema/index.ts';
import { lettersOfIssue } from '#app/features/authorities/public.server.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { choiceOf, regionsOfChoice, type Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { getFile } from '#app/platform/files.server.ts';
import { hasPicture } from './photo-rows.server.ts';
import { isPublicState } from './rules/lifecycle.ts';
import { seenToken } from './rules/moves.ts';
import { isSimilar, lineColumns, metresBetween, nameOf, similarSince } from './staff-lines.server.ts';
import { readColleagues } from './staff-people.server.ts';
import { listOpenFlags } from './staff-today.server.ts';
import type { HistoryStep, NearIssue, StaffIssue, StaffMessage, StaffPhoto } from './staff-views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** Everything that a decision about one report needs; undefined when the organisation has no such report. */
export function getStaffIssue(scope: MemberScope, id: string, now: Date): Promise<StaffIssue | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ line: lineColumns, issue: issues, enteredBy: nameOf('entered_by'), assignee: nameOf('assignee_id') })
      .from(issues)
      .where(and(eq(issues.id, id), eq(issues.organisationId, scope.organisationId)));
    if (!row) return undefined;
    const { issue } = row;
    const { exactLat, exactLng } = issue;
    return {
      ...row.line,
      seen: seenToken(issue),
      locale: issue.locale,
      source: issue.source,
      enteredBy: row.enteredBy,
      original: { title: issue.title, details: issue.details, place: issue.place },
      wording: {
        title: issue.publicTitle ?? issue.title,
        details: issue.publicDetails ?? issue.details,
        place: issue.publicPlace ?? issue.place,
      },
      sensitivity: issue.sensitivity,
      exact: exactLat === null || exactLng === null ? null : { lat: exactLat, lng: exactLng },
      isBlurred: issue.sensitivity > 0,
      isPublic: isPublicState(issue.state),
      confirmations: issue.confirmations,
      publishedAt: issue.publishedAt,
      assigneeId: issue.assigneeId,
      assignee: row.assignee,
      awaits: issue.awaits,
      hasContact: (await tx.$count(issueContacts, eq(issueContacts.issueId, id))) > 0,
      photos: await listPhotos(tx, id),
      history: await listHistory(tx, id),
      messages: await listMessages(tx, id),
      near: await listNear(tx, id, now),
      flags: await listOpenFlags(tx, scope, 20, id),
      colleagues: await readColleagues(tx, scope),
      bodies: await listBodies(tx, issue.region),
      letters: await listLetters(tx, id, now),
    };
  });
}

async function listPhotos(tx: Tx, issueId: string): Promise<StaffPhoto[]> {
  const rows = await tx
    .select()
    .from(issuePhotos)
    .where(and(eq(issuePhotos.issueId, issueId), hasPicture))
    .orderBy(asc(issuePhotos.position));
  return rows.map(({ id, width, height, isHidden, redactedAt }) => ({
    id,
    width,
    height,
    isHidden,
    isBlackedOut: redactedAt !== null,
  }));
}

const bodyNames = { az: bodies.nameAz, en: bodies.nameEn, ru: bodies.nameRu };

async function listHistory(tx: Tx, issueId: string): Promise<HistoryStep[]> {
  const rows = await tx
    .select({
      id: issueEvents.id,
      kind: issueEvents.kind,
      from: issueEvents.fromState,
      to: issueEvents.toState,
      actor: users.name,
      actorRole: issueEvents.actorRole,
      reason: issueEvents.reason,
      note: issueEvents.publicNote,
      body: bodyNames,
      at: issueEvents.createdAt,
    })
    .from(issueEvents)
    .leftJoin(users, eq(users.id, issueEvents.actorId))
    .leftJoin(bodies, eq(bodies.id, issueEvents.bodyId))
    .where(eq(issueEvents.issueId, issueId))
    .orderBy(asc(issueEvents.createdAt), asc(issueEvents.id));
  return rows.map(({ body, ...step }) => ({ ...step, body: toNames(body) }));
}

const toNames = (names: { az: string | null; en: string | null; ru: string | null } | null): Names | null =>
  names?.az ? (names as Names) : null;

async function listMessages(tx: Tx, issueId: string): Promise<StaffMessage[]> {
  return tx
    .select({
      id: issueMessages.id,
      side: issueMessages.side,
      author: users.name,
      body: issueMessages.body,
      at: issueMessages.createdAt,
    })
    .from(issueMessages)
    .leftJoin(users, eq(users.id, issueMessages.authorId))
    .where(eq(issueMessages.issueId, issueId))
    .orderBy(asc(issueMessages.createdAt));
}

async function listNear(tx: Tx, issueId: string, now: Date): Promise<NearIssue[]> {
  const self = alias(issues, 'self');
  const metres = metresBetween('self', 'issues').mapWith(Number);
  const rows = await tx
    .select({ ...lineColumns, metres })
    .from(issues)
    .innerJoin(self, and(eq(self.id, issueId), isSimilar('self', 'issues', similarSince(now))))
    .orderBy(sql`${metres} nulls last`, desc(issues.createdAt))
    .limit(6);
  return rows.map((row) => ({ ...row, metres: row.metres === null ? null : Math.round(row.metres) }));
}

async function listBodies(tx: Tx, region: string): Promise<StaffIssue['bodies']> {
  const rows = await tx
    .select({ id: bodies.id, names: bodyNames })
    .from(bodies)
    .where(
      and(
        eq(bodies.isActive, true),
        or(isNull(bodies.region), inArray(bodies.region, [region, ...regionsOfChoice(choiceOf(region))])),
      ),
    );
  return rows.sort((a, b) => compareAz(a.names.az, b.names.az));
}

/** Oldest first; a draft that may go by now is called ready, whatever was true when it was written. */
async function listLetters(tx: Tx, issueId: string, now: Date): Promise<StaffIssue['letters']> {
  const rows = await lettersOfIssue(tx, issueId);
  return rows.reverse().map(({ id, state, body, due, updatedAt, sentAt }) => ({
    id,
    state,
    body,
    at: sentAt ?? updatedAt,
    due: due && { on: due.due, isSample: due.calendar === 'sample', missingYear: due.missingYear, now },
  }));
}

/** A picture of a report for its organisation's eyes, hidden ones included; null when it is not theirs or is gone. */
export async function readStaffPhoto(
  scope: MemberScope,
  issueId: string,
  photoId: string,
  size: 'full' | 'thumb',
): Promise<Uint8Array | null> {
  const photo = await findStaffPhoto(scope, issueId, photoId);
  return photo ? getFile(size === 'full' ? photo.fullKey : photo.thumbKey) : null;
}

export async function findStaffPhoto(scope: MemberScope, issueId: string, photoId: string) {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(issuePhotos)
      .where(
        and(
          eq(issuePhotos.id, photoId),
          eq(issuePhotos.issueId, issueId),
          eq(issuePhotos.organisationId, scope.organisationId),
          hasPicture,
        ),
      );
    return row;
  });
}
