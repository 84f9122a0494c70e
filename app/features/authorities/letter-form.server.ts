import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { posts } from '#db/schema/index.ts';
import { choiceOf, type Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { readLetterFile, sheetOfFile, stateOf, type LetterFile } from './letter-file.server.ts';
import { bodiesFor, listBodyCards, type BodyCard } from './routing.server.ts';
import type { LetterState } from './rules/letter.ts';
import { mayCarryExactPlace } from './rules/sheet.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type LetterForm = {
  id: string;
  state: LetterState;
  version: number;
  reference: string;
  subject: string;
  text: string;
  bodyId: string | null;
  postId: string | null;
  addressee: string;
  signatoryId: string | null;
  withExactPlace: boolean;
  /** Whether this report's category and point allow exact coordinates at all. */
  mayBeExact: boolean;
  isSensitive: boolean;
  /** Who usually answers, then everybody else in use. */
  likely: BodyCard[];
  others: BodyCard[];
  /** Offices of those bodies. */
  posts: { id: string; bodyId: string; names: Names }[];
  /** Null for a registered organisation: nobody is to be chosen. */
  signatories: { id: string; fullName: string }[] | null;
};

/** What the form that changes a letter starts from. */
export function getLetterForm(scope: MemberScope, letterId: string, now: Date): Promise<LetterForm | null> {
  return withScope(scope, async (tx) => {
    const file = await readLetterFile(tx, letterId);
    if (!file) return null;
    const { letter, issue, organisation } = file;
    const likely = await bodiesFor(tx, {
      category: issue.category,
      region: issue.region,
      organisationId: scope.organisationId,
    });
    const others = await otherBodies(tx, file, likely);
    return {
      id: letter.id,
      state: stateOf(file),
      version: letter.version,
      reference: sheetOfFile(file, now).reference,
      subject: letter.subject,
      text: letter.body,
      bodyId: letter.bodyId,
      postId: letter.postId,
      addressee: letter.addressee ?? '',
      signatoryId: letter.signatoryId,
      withExactPlace: letter.withExactPlace,
      mayBeExact: issue.exact !== null,
      isSensitive: !mayCarryExactPlace(issue.sensitivity),
      likely,
      others,
      posts: await listPosts(tx, [...likely, ...others], letter.postId),
      signatories: organisation.isRegistered
        ? null
        : organisation.signatories.map(({ id, fullName }) => ({ id, fullName })),
    };
  });
}

/** Country-wide bodies and those of the report's region, without the likely ones; the one chosen now is always among them. */
async function otherBodies(tx: Tx, { issue, letter }: LetterFile, likely: readonly BodyCard[]): Promise<BodyCard[]> {
  const taken = new Set(likely.map((body) => body.id));
  const cards = await listBodyCards(tx);
  return cards.filter(
    (body) =>
      !taken.has(body.id) &&
      ((body.isActive && (body.region === null || choiceOf(body.region) === choiceOf(issue.region))) ||
        body.id === letter.bodyId),
  );
}

/** Offices in use of the bodies offered; the one chosen now is always among them. */
async function listPosts(tx: Tx, offered: readonly BodyCard[], chosen: string | null): Promise<LetterForm['posts']> {
  if (offered.length === 0) return [];
  const ofBodies = inArray(
    posts.bodyId,
    offered.map((body) => body.id),
  );
  const rows = await tx
    .select()
    .from(posts)
    .where(and(ofBodies, chosen ? or(eq(posts.isActive, true), eq(posts.id, chosen)) : eq(posts.isActive, true)))
    .orderBy(asc(posts.position), asc(posts.titleAz));
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.bodyId,
    names: { az: row.titleAz, en: row.titleEn, ru: row.titleRu },
  }));
}
