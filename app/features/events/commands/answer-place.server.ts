import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { sealFeedback } from '../sign-up-person.server.ts';
import { findPlace } from '../place.server.ts';
import { answerLater, offerPlaces } from '../taking.server.ts';

export type PlaceAnswer = 'registered' | 'cancelled' | 'expired' | 'closed' | 'unknown';

/**
 * The holder takes an offered place, or gives theirs back; a place that becomes free is offered on in the same transaction.
 * Doing it twice has one effect.
 */
export function answerPlace(signUpId: string, deed: 'accept' | 'cancel', now: Date): Promise<PlaceAnswer> {
  return appDb.transaction(async (tx) => {
    const [row] = await tx.execute<{ answer: PlaceAnswer; shift_id: string | null; organisation_id: string | null }>(
      sql`select answer, shift_id, organisation_id from app.answer_place(${signUpId}, ${deed}, ${now.toISOString()})`,
    );
    if (!row?.shift_id || !row.organisation_id) return 'unknown';
    const at = { organisationId: row.organisation_id, shiftId: row.shift_id };
    if (row.answer === 'registered' || row.answer === 'cancelled') await answerLater(tx, row.organisation_id, signUpId);
    if (row.answer !== 'registered') await offerPlaces(tx, at, now);
    return row.answer;
  });
}

/** How it was, from somebody who was there: one to five, and words. Said again it replaces what was said. */
export async function giveFeedback(
  signUpId: string,
  { stars, text }: { stars: number; text: string },
): Promise<boolean> {
  const place = await findPlace(signUpId);
  if (!place) return false;
  const cipher = text === '' ? null : sealFeedback(place.organisationId, text);
  const [row] = await appDb.execute<{ done: boolean }>(
    sql`select app.give_feedback(${signUpId}, ${stars}::smallint, ${cipher}) as done`,
  );
  return row?.done === true;
}
