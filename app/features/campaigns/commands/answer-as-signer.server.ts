import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { CONFIRM_DAYS } from '../rules/support.ts';

/**
 * What a signer does on their own page. The caller has read the id out of a valid token; each is one question to a door
 * of the database, and asking twice changes nothing more.
 */
export type ConfirmAnswer = 'confirmed' | 'already' | 'closed' | 'expired' | 'ended' | 'unknown';

/** Counts the support from now on, once. */
export async function confirmSignature(id: string, now: Date): Promise<ConfirmAnswer> {
  const [row] = await appDb.execute<{ answer: ConfirmAnswer }>(
    sql`select app.confirm_signature(${id}, ${now.toISOString()}, ${CONFIRM_DAYS}) as answer`,
  );
  return row?.answer ?? 'unknown';
}

/** Takes the support back: out of the count, and the person out of the row. */
export async function withdrawSignature(id: string, now: Date): Promise<void> {
  await appDb.execute(sql`select app.withdraw_signature(${id}, ${now.toISOString()})`);
}

/** Null leaves a wish as it is. */
export async function setWishes(id: string, wishes: { news: boolean | null; named: boolean | null }): Promise<void> {
  await appDb.execute(sql`select app.set_signature_wishes(${id}, ${wishes.news}, ${wishes.named})`);
}

/** Stars for an answer of the authority; a second time replaces the first. False when there is nothing to rate. */
export async function rateReply(id: string, reply: string, stars: number): Promise<boolean> {
  const [row] = await appDb.execute<{ done: boolean }>(
    sql`select app.rate_reply(${id}, ${reply}, ${stars}::smallint) as done`,
  );
  return row?.done ?? false;
}
