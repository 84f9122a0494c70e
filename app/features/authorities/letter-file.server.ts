import { and, asc, count, eq, gte, lt } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, issuePhotos, issues, letters, postHolders, posts } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import {
  cautions,
  unmetConditions,
  type LetterCaution,
  type LetterCondition,
  type LetterFacts,
} from './rules/conditions.ts';
import { holderAmong, type HolderSpan } from './rules/holders.ts';
import { isUnsent, type LetterState } from './rules/letter.ts';
import { mayCarryExactPlace, sheetOf, type LetterSheet } from './rules/sheet.ts';
import { readSendingOrganisation, senderOf, type SendingOrganisation } from './sender.server.ts';

const YEAR_MS = 365 * 86_400_000;
export const PRINTED_SEAL = 'letters.printed';
const PRINTED_CLEAN: ReadonlySet<LetterState> = new Set(['ready', 'sent']);

export type LetterBody = typeof bodies.$inferSelect;
/** The office that a letter is addressed to, with everybody who held it. */
export type LetterPost = { id: string; names: Names; holders: HolderSpan[] };
export type LetterPhoto = { id: string; fullKey: string; width: number; height: number };

/** Everything that one letter is made of. Of the report only its public face, and its exact point where that may go. */
export type LetterFile = {
  letter: typeof letters.$inferSelect;
  issue: {
    id: string;
    ref: number;
    state: (typeof issues.$inferSelect)['state'];
    isPublic: boolean;
    locale: string;
    category: string;
    region: string;
    sensitivity: number;
    title: string;
    details: string;
    exact: { lat: number; lng: number } | null;
  };
  body: LetterBody | null;
  post: LetterPost | null;
  organisation: SendingOrganisation;
  photos: LetterPhoto[];
  /** Which letter about the report this is, from 1. */
  ordinal: number;
  /** Letters about it to the same body within a year before. */
  sentBefore: number;
};

/** Reads a letter of the scope's organisation; null when there is none. `lock` keeps others from changing it meanwhile. */
export async function readLetterFile(tx: Tx, letterId: string, { lock = false } = {}): Promise<LetterFile | null> {
  const found = tx.select().from(letters).where(eq(letters.id, letterId));
  const [letter] = await (lock ? found.for('update') : found);
  if (!letter) return null;
  const issue = await readIssue(tx, letter.issueId);
  if (!issue) return null;
  const [body] = letter.bodyId ? await tx.select().from(bodies).where(eq(bodies.id, letter.bodyId)) : [];
  const [before] = await tx
    .select({ n: count() })
    .from(letters)
    .where(and(eq(letters.issueId, letter.issueId), lt(letters.createdAt, letter.createdAt)));
  return {
    letter,
    issue,
    body: body ?? null,
    post: letter.postId ? await readPost(tx, letter.postId) : null,
    organisation: await readSendingOrganisation(tx, letter.organisationId),
    photos: await readPublicPhotos(tx, letter.issueId),
    ordinal: (before?.n ?? 0) + 1,
    sentBefore: await countSentBefore(tx, letter),
  };
}

async function readPost(tx: Tx, postId: string): Promise<LetterPost | null> {
  const [row] = await tx.select().from(posts).where(eq(posts.id, postId));
  if (!row) return null;
  const holders = await tx
    .select({ name: postHolders.name, since: postHolders.since, until: postHolders.until })
    .from(postHolders)
    .where(eq(postHolders.postId, postId));
  return { id: row.id, names: { az: row.titleAz, en: row.titleEn, ru: row.titleRu }, holders };
}

/**
 * Who holds the letter's office: as it was written down when the letter left, else on the day of `now`. Nobody where the
 * addressee was written by hand: that may be another body of the same kind.
 */
export function holderOf({ letter, post }: Pick<LetterFile, 'letter' | 'post'>, now: Date): string | null {
  if (letter.state === 'sent') return letter.holderName;
  if (!post || letter.addressee) return null;
  return holderAmong(post.holders, dayOf(now))?.name ?? null;
}

async function readIssue(tx: Tx, issueId: string): Promise<LetterFile['issue'] | null> {
  const [row] = await tx
    .select({
      id: issues.id,
      ref: issues.ref,
      state: issues.state,
      isPublic: issues.isPublic,
      locale: issues.locale,
      category: issues.category,
      region: issues.region,
      sensitivity: issues.sensitivity,
      title: issues.publicTitle,
      details: issues.publicDetails,
      lat: issues.exactLat,
      lng: issues.exactLng,
    })
    .from(issues)
    .where(eq(issues.id, issueId));
  if (!row) return null;
  const { lat, lng, ref, title, details, isPublic, ...rest } = row;
  // Only a published report gets a letter, and publication gives the number.
  if (ref === null) return null;
  const exact = mayCarryExactPlace(rest.sensitivity) && lat !== null && lng !== null ? { lat, lng } : null;
  return { ...rest, ref, title: title ?? '', details: details ?? '', isPublic: isPublic ?? false, exact };
}

/** The pictures strangers see: not left out by a moderator, and blackened where they were. */
async function readPublicPhotos(tx: Tx, issueId: string): Promise<LetterPhoto[]> {
  return tx
    .select({ id: issuePhotos.id, fullKey: issuePhotos.fullKey, width: issuePhotos.width, height: issuePhotos.height })
    .from(issuePhotos)
    .where(and(eq(issuePhotos.issueId, issueId), eq(issuePhotos.isHidden, false)))
    .orderBy(asc(issuePhotos.position));
}

async function countSentBefore(tx: Tx, letter: LetterFile['letter']): Promise<number> {
  if (!letter.bodyId) return 0;
  const yearAgo = new Date(letter.createdAt.getTime() - YEAR_MS);
  const [row] = await tx
    .select({ n: count() })
    .from(letters)
    .where(
      and(
        eq(letters.issueId, letter.issueId),
        eq(letters.bodyId, letter.bodyId),
        eq(letters.state, 'sent'),
        gte(letters.sentAt, yearAgo),
        lt(letters.createdAt, letter.createdAt),
      ),
    );
  return row?.n ?? 0;
}

export function factsOf({ letter, issue, body, organisation }: LetterFile): LetterFacts {
  return {
    isIssuePublic: issue.isPublic,
    body,
    addressee: letter.addressee,
    sender: senderOf(organisation, letter.signatoryId),
  };
}

/** What keeps an unsent letter back at this moment; for a sent or cancelled one nothing does any more. */
export function unmetOf(file: LetterFile): LetterCondition[] {
  return isUnsent(file.letter.state) ? unmetConditions(factsOf(file)) : [];
}

/** The state as it is now: what the settings, the body or the agreement allowed when it was last written may have changed. */
export function stateOf(file: LetterFile): LetterState {
  if (!isUnsent(file.letter.state)) return file.letter.state;
  return unmetOf(file).length > 0 ? 'draft' : 'ready';
}

export function cautionsOf(file: LetterFile): LetterCaution[] {
  if (!isUnsent(file.letter.state)) return [];
  const { letter, issue, sentBefore } = file;
  return cautions(factsOf(file), {
    issueLocale: issue.locale,
    wording: issue.details || issue.title,
    text: letter.body,
    sentBefore,
  });
}

/** The letter as printed: a sent one as it left, any other as it would leave now. */
export function sheetOfFile(file: LetterFile, now: Date): LetterSheet {
  const { letter, issue, body, organisation } = file;
  if (letter.printedCipher)
    return withPresentPhotos(JSON.parse(unseal(letter.printedCipher, PRINTED_SEAL)) as LetterSheet, file.photos);
  return sheetOf({
    organisation: {
      name: organisation.names.az,
      publicEmail: organisation.publicEmail,
      publicPhone: organisation.publicPhone,
    },
    sender: senderOf(organisation, letter.signatoryId),
    body: body ? { name: body.nameAz, postalAddress: body.postalAddress } : null,
    addressee: letter.addressee,
    post: file.post && { title: file.post.names.az, holder: holderOf(file, now) },
    ref: issue.ref,
    ordinal: file.ordinal,
    subject: letter.subject,
    text: letter.body,
    withExactPlace: letter.withExactPlace,
    sensitivity: issue.sensitivity,
    exact: issue.exact,
    pageUrl: pageUrl(issue.ref),
    photos: file.photos,
    date: letter.sentAt ?? now,
    hasSigningLine: letter.sentVia !== 'email',
    // A ready letter is printed clean: it is signed and posted before it is marked as sent.
    isDraft: !PRINTED_CLEAN.has(stateOf(file)),
  });
}

/** A picture that a moderator took away later is gone from the archive's pages too. */
function withPresentPhotos(sheet: LetterSheet, photos: readonly LetterPhoto[]): LetterSheet {
  const present = new Set(photos.map((photo) => photo.id));
  return { ...sheet, photos: sheet.photos.filter((photo) => present.has(photo.id)) };
}

function pageUrl(ref: number): string | null {
  const { PUBLIC_URL } = env();
  return PUBLIC_URL ? new URL(paths.issue(ref), PUBLIC_URL).href : null;
}
