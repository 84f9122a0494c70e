import { and, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import { staff } from '#db/schema/legal-aid.ts';
import { hashedId, unseal } from '#app/platform/crypto.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { waitFor } from '#app/platform/rate-limit.server.ts';
import { constantLetter } from './constant-letter.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { readNoticeAddress } from './notice-address.server.ts';

type Order = Tasks['legal:notify'];

/**
 * Writes the constant sentence to people of a desk and to the applicant of a case: at most once an hour to each, once in
 * three minutes where it cannot wait. What comes meanwhile waits as one letter. Returns how many were written.
 */
export async function notifyPeople(order: Order, now: Date): Promise<number> {
  let written = 0;
  for (const { address, rest } of await readAddresses(order)) {
    const wait = await roomFor(`${order.organisationId}/${rest.staffIds[0] ?? rest.caseId ?? ''}`, order.isUrgent);
    await authDb.transaction(async (tx) => {
      if (wait > 0) {
        const key = hashedId(`legal-notify/${order.isUrgent ?? false}/${rest.staffIds[0] ?? rest.caseId ?? ''}`);
        await enqueue(tx, 'legal:notify', rest, { key, runAt: new Date(now.getTime() + wait) });
        return;
      }
      await sendMail(tx, constantLetter(address));
      written += 1;
    });
  }
  return written;
}

/** Milliseconds until the person may be written to; an urgent letter counts among the others, not the other way round. */
async function roomFor(person: string, isUrgent = false): Promise<number> {
  if (isUrgent) {
    const wait = await waitFor('notice-urgent', person);
    if (wait === 0) await waitFor('notice', person);
    return wait;
  }
  const wait = await waitFor('notice', person);
  if (wait === 0) await waitFor('notice-urgent', person);
  return wait;
}

type Addressee = { address: string; rest: Order };

/** Staff addresses are the sign-in door's, the applicant's is the case's. */
async function readAddresses({ caseId, isUrgent, organisationId, staffIds }: Order): Promise<Addressee[]> {
  const { address, people } = await withLegalScope({ kind: 'legal_system', organisationId }, async (tx) => ({
    address: caseId === null ? null : await readNoticeAddress(tx, caseId),
    people:
      staffIds.length === 0
        ? []
        : await tx
            .select({ staffId: staff.id, userId: staff.userId })
            .from(staff)
            .where(and(inArray(staff.id, staffIds), ne(staff.state, 'revoked'))),
  }));
  const urgency = isUrgent ? { isUrgent } : {};
  const addressees: Addressee[] = address
    ? [{ address, rest: { organisationId, staffIds: [], caseId, ...urgency } }]
    : [];
  if (people.length === 0) return addressees;
  const rows = await authDb
    .select({ id: users.id, cipher: users.emailCipher })
    .from(users)
    .where(
      and(
        inArray(
          users.id,
          people.map((person) => person.userId),
        ),
        isNotNull(users.emailCipher),
        isNull(users.deletedAt),
      ),
    );
  for (const { staffId, userId } of people) {
    const cipher = rows.find((row) => row.id === userId)?.cipher;
    if (!cipher) continue;
    addressees.push({
      address: unseal(cipher, 'users.email'),
      rest: { organisationId, staffIds: [staffId], caseId: null, ...urgency },
    });
  }
  return addressees;
}
