import { and, asc, desc, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, issues, letters, letterSteps, users } from '#db/schema/index.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { readCalendar, type AnswerDue } from './calendar.server.ts';
import { dueOf } from './letter-due.server.ts';
import {
  cautionsOf,
  holderOf,
  readLetterFile,
  sheetOfFile,
  stateOf,
  unmetOf,
  type LetterFile,
} from './letter-file.server.ts';
import { unmetConditions, type LetterCaution, type LetterCondition } from './rules/conditions.ts';
import {
  LETTER_STATES,
  UNSENT_STATES,
  type DeliveryChannel,
  type LetterPurpose,
  type LetterState,
  type LetterStep,
} from './rules/letter.ts';
import type { LetterSheet } from './rules/sheet.ts';
import { readSendingOrganisation, senderOf, type SendingOrganisation } from './sender.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** A letter in a list. */
export type LetterRow = {
  id: string;
  issueId: string;
  ref: number;
  state: LetterState;
  subject: string;
  addressee: string | null;
  body: Names | null;
  /** What keeps it back, for drafts. */
  unmet: LetterCondition[];
  updatedAt: Date;
  sentAt: Date | null;
  sentVia: DeliveryChannel | null;
  registerNumber: string | null;
  purpose: LetterPurpose;
  /** For a sent one whose answer is awaited: by which day it is due. */
  due: AnswerDue | null;
};

/** Lists are short for a year of work; the archive shows the newest. */
const LIST_LIMIT = 200;

/** Letters, newest first; states of unsent ones are worked out anew, because settings and agreements change under them. */
async function listRows(
  tx: Tx,
  organisation: SendingOrganisation,
  states: readonly LetterState[],
  issueId?: string,
): Promise<LetterRow[]> {
  const rows = await tx
    .select({ letter: letters, ref: issues.ref, isPublic: issues.isPublic, issueState: issues.state, body: bodies })
    .from(letters)
    .innerJoin(issues, eq(issues.id, letters.issueId))
    .leftJoin(bodies, eq(bodies.id, letters.bodyId))
    .where(and(inArray(letters.state, [...states]), issueId === undefined ? undefined : eq(letters.issueId, issueId)))
    .orderBy(desc(sql`coalesce(${letters.sentAt}, ${letters.updatedAt})`), desc(letters.id))
    .limit(LIST_LIMIT);
  const calendar = await readCalendar();
  return rows.map(({ letter, ref, isPublic, issueState, body }) => {
    const isOpen = (UNSENT_STATES as readonly LetterState[]).includes(letter.state);
    const sender = senderOf(organisation, letter.signatoryId);
    const unmet = isOpen
      ? unmetConditions({ isIssuePublic: isPublic ?? false, body, addressee: letter.addressee, sender })
      : [];
    return {
      id: letter.id,
      issueId: letter.issueId,
      ref: ref ?? 0,
      state: isOpen ? (unmet.length > 0 ? 'draft' : 'ready') : letter.state,
      subject: letter.subject,
      addressee: letter.addressee,
      body: body ? { az: body.nameAz, en: body.nameEn, ru: body.nameRu } : null,
      unmet,
      updatedAt: letter.updatedAt,
      sentAt: letter.sentAt,
      sentVia: letter.sentVia,
      registerNumber: letter.registerNumber,
      purpose: letter.purpose,
      due: dueOf(calendar, letter, issueState),
    };
  });
}

/** Published reports about which nobody has been written to, oldest first: they have waited longest. */
export type WaitingIssue = { id: string; ref: number; title: string; publishedAt: Date | null };

async function listWaiting(tx: Tx): Promise<WaitingIssue[]> {
  const rows = await tx
    .select({ id: issues.id, ref: issues.ref, title: issues.publicTitle, publishedAt: issues.publishedAt })
    .from(issues)
    .where(
      and(
        eq(issues.state, 'published'),
        isNotNull(issues.ref),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(letters)
            .where(and(eq(letters.issueId, issues.id), inArray(letters.state, ['draft', 'ready', 'sent']))),
        ),
      ),
    )
    .orderBy(asc(issues.publishedAt))
    .limit(12);
  return rows.map((row) => ({ id: row.id, ref: row.ref ?? 0, title: row.title ?? '', publishedAt: row.publishedAt }));
}

export type LetterList = {
  rows: LetterRow[];
  counts: Record<LetterState, number>;
  waiting: WaitingIssue[];
  /** What of the sender is missing for every letter at once. */
  missing: 'signatory' | 'legal' | null;
  isRegistered: boolean;
};

export function listLetters(scope: MemberScope): Promise<LetterList> {
  return withScope(scope, async (tx) => {
    const organisation = await readSendingOrganisation(tx, scope.organisationId);
    const all = await listRows(tx, organisation, LETTER_STATES);
    const counts = Object.fromEntries(
      LETTER_STATES.map((one) => [one, all.filter((row) => row.state === one).length]),
    ) as Record<LetterState, number>;
    return {
      rows: all,
      counts,
      waiting: await listWaiting(tx),
      missing: missingOf(organisation),
      isRegistered: organisation.isRegistered,
    };
  });
}

function missingOf(organisation: SendingOrganisation): LetterList['missing'] {
  if (!organisation.isRegistered) return organisation.signatories.length === 0 ? 'signatory' : null;
  const { legalName, legalAddress, representativeName } = organisation;
  return legalName && legalAddress && representativeName ? null : 'legal';
}

/** The letters about one report, newest first, for its page in the workspace. */
export async function lettersOfIssue(tx: Tx, issueId: string): Promise<LetterRow[]> {
  const [issue] = await tx.select({ organisationId: issues.organisationId }).from(issues).where(eq(issues.id, issueId));
  if (!issue) return [];
  return listRows(tx, await readSendingOrganisation(tx, issue.organisationId), LETTER_STATES, issueId);
}

export type LetterStepView = { id: string; kind: LetterStep; at: Date; actor: string | null; body: Names | null };

export type LetterView = {
  id: string;
  state: LetterState;
  version: number;
  sheet: LetterSheet;
  unmet: LetterCondition[];
  cautions: LetterCaution[];
  issue: { id: string; ref: number; sensitivity: number };
  body: {
    id: string;
    kind: string;
    names: Names;
    email: string | null;
    postalAddress: string | null;
    hotline: string | null;
    checkedOn: string | null;
  } | null;
  sentVia: DeliveryChannel | null;
  sentAt: Date | null;
  mailedAt: Date | null;
  registerNumber: string | null;
  purpose: LetterPurpose;
  /** The letter that this one follows. */
  followsId: string | null;
  withStudy: boolean;
  answeredOn: string | null;
  due: AnswerDue | null;
  /** The office, and who held it when the letter left (now, for one that has not). */
  post: { names: Names; holder: string | null } | null;
  steps: LetterStepView[];
};

/** One letter of one's organisation for its page; null when there is none. */
export function getLetter(scope: MemberScope, letterId: string, now: Date): Promise<LetterView | null> {
  return withScope(scope, async (tx) => {
    const file = await readLetterFile(tx, letterId);
    if (!file) return null;
    const { letter, body, issue } = file;
    return {
      id: letter.id,
      state: stateOf(file),
      version: letter.version,
      sheet: sheetOfFile(file, now),
      unmet: unmetOf(file),
      cautions: cautionsOf(file),
      issue: { id: issue.id, ref: issue.ref, sensitivity: issue.sensitivity },
      body: body && {
        id: body.id,
        kind: body.kind,
        names: { az: body.nameAz, en: body.nameEn, ru: body.nameRu },
        email: body.email,
        postalAddress: body.postalAddress,
        hotline: body.hotline,
        checkedOn: body.checkedOn,
      },
      sentVia: letter.sentVia,
      sentAt: letter.sentAt,
      mailedAt: letter.mailedAt,
      registerNumber: letter.registerNumber,
      purpose: letter.purpose,
      followsId: letter.followsId,
      withStudy: letter.withStudy,
      answeredOn: letter.answeredOn,
      due: dueOf(await readCalendar(), letter, issue.state),
      post: file.post && { names: file.post.names, holder: holderOf(file, now) },
      steps: await listSteps(tx, letterId),
    };
  });
}

async function listSteps(tx: Tx, letterId: string): Promise<LetterStepView[]> {
  const rows = await tx
    .select({ id: letterSteps.id, kind: letterSteps.kind, at: letterSteps.createdAt, actor: users.name, body: bodies })
    .from(letterSteps)
    .leftJoin(users, eq(users.id, letterSteps.actorId))
    .leftJoin(bodies, eq(bodies.id, letterSteps.bodyId))
    .where(eq(letterSteps.letterId, letterId))
    .orderBy(asc(letterSteps.createdAt));
  return rows.map(({ body, ...row }) => ({
    ...row,
    body: body ? { az: body.nameAz, en: body.nameEn, ru: body.nameRu } : null,
  }));
}

/** The letter with what its PDF needs; null when there is none. */
export function getLetterFile(scope: MemberScope, letterId: string): Promise<LetterFile | null> {
  return withScope(scope, (tx) => readLetterFile(tx, letterId));
}
