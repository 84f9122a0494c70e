import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { appSql } from '#db/client.server.ts';
import { bodies, campaigns, letterActions, organisations, posts, supporterLetters } from '#db/schema/index.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openLetter, type OwnLetter } from './letter-text.server.ts';
import type { LetterAnswer } from './commands/write-own-letter.server.ts';
import type { LetterActionState } from './rules/delivery.ts';
import type { LetterActionView, LetterCounts } from './rules/delivery-views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
const SHOWN_WAITING = 20;

export type LetterRoom = {
  region: string;
  category: string;
  slug: string;
  isPublic: boolean;
  ownEmail: string | null;
  actions: LetterActionView[];
};

/** Everything of one campaign's letter room; undefined when the organisation leads no such campaign. */
export function getLetterRoom(scope: MemberScope, campaignId: string): Promise<LetterRoom | undefined> {
  return withScope(scope, async (tx) => {
    const [campaign] = await tx
      .select({
        region: campaigns.region,
        category: campaigns.category,
        slug: campaigns.slug,
        isPublic: campaigns.isPublic,
        ownEmail: organisations.publicEmail,
      })
      .from(campaigns)
      .innerJoin(organisations, eq(organisations.id, campaigns.organisationId))
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.organisationId, scope.organisationId)));
    if (!campaign) return undefined;
    const rows = await tx
      .select({ action: letterActions, body: bodies, post: posts })
      .from(letterActions)
      .innerJoin(bodies, eq(bodies.id, letterActions.bodyId))
      .leftJoin(posts, eq(posts.id, letterActions.postId))
      .where(eq(letterActions.campaignId, campaignId))
      .orderBy(desc(letterActions.createdAt));
    const numbers = await tx
      .select({
        actionId: supporterLetters.actionId,
        state: supporterLetters.state,
        isTest: supporterLetters.isTest,
        n: sql<number>`count(*)::int`,
      })
      .from(supporterLetters)
      .where(eq(supporterLetters.campaignId, campaignId))
      .groupBy(supporterLetters.actionId, supporterLetters.state, supporterLetters.isTest);
    const waiting = await tx
      .select({ id: supporterLetters.id, actionId: supporterLetters.actionId, cipher: supporterLetters.letterCipher })
      .from(supporterLetters)
      .where(
        and(
          eq(supporterLetters.campaignId, campaignId),
          eq(supporterLetters.isTest, false),
          inArray(supporterLetters.state, ['queued']),
        ),
      )
      .orderBy(asc(supporterLetters.createdAt))
      .limit(SHOWN_WAITING);
    const join = (body: string, post: string | undefined) => (post ? `${body}, ${post}` : body);
    return {
      ...campaign,
      isPublic: campaign.isPublic ?? false,
      actions: rows.map(({ action, body, post }) => ({
        id: action.id,
        state: action.state,
        addressee: {
          az: join(body.nameAz, post?.titleAz),
          en: join(body.nameEn, post?.titleEn),
          ru: join(body.nameRu, post?.titleRu),
        },
        subject: action.subject,
        hints: action.hints,
        hourlyMax: action.hourlyMax,
        hasEmail: body.email !== null,
        counts: countsOf(numbers.filter((row) => row.actionId === action.id)),
        waiting: waiting.flatMap(({ id, actionId, cipher }) => {
          if (actionId !== action.id || cipher === null) return [];
          const { name, region, text } = openLetter(cipher);
          return [{ id, name, region, text }];
        }),
      })),
    };
  });
}

function countsOf(rows: readonly { state: string; isTest: boolean; n: number }[]): LetterCounts {
  const counts: LetterCounts = {
    pending: 0,
    queued: 0,
    sent: 0,
    held_duplicate: 0,
    self_sent: 0,
    withdrawn: 0,
    test: 0,
  };
  for (const { state, isTest, n } of rows) counts[isTest ? 'test' : (state as keyof LetterCounts)] += n;
  return counts;
}

export type OwnLetterView = {
  slug: string;
  title: string;
  state: LetterAnswer;
  subject: string;
  addressee: Names;
  /** Null once the words are gone. */
  letter: Pick<OwnLetter, 'name' | 'text' | 'region' | 'showsEmail'> | null;
  isOpen: boolean;
};

/** What the holder of a valid link sees of the letter; null when it is gone. Looking changes nothing. */
export async function findOwnLetter(id: string): Promise<OwnLetterView | null> {
  const [row] = await appSql<
    {
      slug: string;
      title: string;
      state: LetterAnswer;
      letter_cipher: string | null;
      locale: Locale;
      action_state: LetterActionState;
      subject: string;
      addressee_az: string;
      addressee_en: string;
      addressee_ru: string;
      is_public: boolean;
    }[]
  >`select * from app.find_supporter_letter(${id})`;
  if (!row) return null;
  const letter = row.letter_cipher === null ? null : openLetter(row.letter_cipher);
  return {
    slug: row.slug,
    title: row.title,
    state: row.state,
    subject: row.subject,
    addressee: { az: row.addressee_az, en: row.addressee_en, ru: row.addressee_ru },
    letter: letter && { name: letter.name, text: letter.text, region: letter.region, showsEmail: letter.showsEmail },
    isOpen: row.is_public && row.action_state === 'open',
  };
}
