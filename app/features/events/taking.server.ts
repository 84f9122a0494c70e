import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import type { AgeBand, Gender } from '#app/features/people/rules/kinds.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { EVENT_CONSENT_VERSION, type SignUpWay } from './rules/kinds.ts';
import { contactIndexOf, personIndexOf, sealSignUp, type SignUpPerson } from './sign-up-person.server.ts';

export type Taking = {
  clientId: string;
  shiftId: string;
  organisationId: string;
  way: Exclude<SignUpWay, 'door'>;
  person: SignUpPerson;
  userId?: string | null;
  ageBand: AgeBand | null;
  gender: Gender | null;
  wantsNews: boolean;
  locale: Locale;
  /** Whether the end of the line will do when there is no place. */
  mayWait: boolean;
};
export type TakeOutcome = 'registered' | 'waitlisted' | 'full' | 'known' | 'closed';

/** Takes a place under the shift's row lock (guards 042 `take_place`); the letter follows by a job. */
export async function takePlace(
  tx: Tx,
  taking: Taking,
  now: Date,
): Promise<{ id: string | null; outcome: TakeOutcome }> {
  const { organisationId, shiftId, person, userId = null } = taking;
  const [row] = await tx.execute<{ sign_up_id: string | null; outcome: TakeOutcome }>(sql`
    select sign_up_id, outcome from app.take_place(${shiftId}, ${organisationId}, ${newId()}, ${hashedId(taking.clientId)}, ${taking.way},
      ${sealSignUp(organisationId, person)}, ${personIndexOf(shiftId, person, userId)}, ${contactIndexOf(organisationId, person.contact)}, ${userId},
      ${taking.ageBand}, ${taking.gender}, ${taking.wantsNews}, ${EVENT_CONSENT_VERSION}, ${taking.locale}, ${taking.mayWait}, ${now.toISOString()})`);
  const { sign_up_id: id, outcome } = row ?? { sign_up_id: null, outcome: 'closed' };
  if (id !== null) await answerLater(tx, organisationId, id, outcome === 'known');
  return { id, outcome };
}

/** Tells the holder of a place how it stands, once a state; `again`: they asked for the link once more. */
export function answerLater(
  tx: Pick<Tx, 'execute'>,
  organisationId: string,
  signUpId: string,
  again = false,
  isTakenOut = false,
): Promise<void> {
  return enqueue(
    tx,
    'events:answer',
    { organisationId, signUpId, again, ...(isTakenOut ? { isTakenOut } : {}) },
    { key: `events:answer/${signUpId}${again ? '/again' : ''}` },
  );
}

/** Offers what is free at a shift to those in line and has them told. Returns how many. */
export async function offerPlaces(
  tx: Pick<Tx, 'execute'>,
  { organisationId, shiftId }: { organisationId: string; shiftId: string },
  now: Date,
): Promise<number> {
  const rows = await tx.execute<{ id: string }>(
    sql`select o as id from app.offer_places(${shiftId}, ${now.toISOString()}) o`,
  );
  for (const { id } of rows) await answerLater(tx, organisationId, id);
  return rows.length;
}
