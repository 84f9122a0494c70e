import { eq, sql } from 'drizzle-orm';
import { appDb } from '#db/client.server.ts';
import { mailingRecipients } from '#db/schema/index.ts';
import { withdrawConsent } from '#app/features/people/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { MailingChannel } from '../rules/kinds.ts';

type Behind = {
  organisation_id: string;
  channel: MailingChannel;
  name_az: string;
  name_en: string;
  name_ru: string;
  people: string[];
};

/** Who wrote the message that a link came with; undefined when its row is gone. */
export async function behindLink(recipientId: string): Promise<Behind | undefined> {
  const [row] = await appDb.execute<Behind>(
    sql`select organisation_id, channel, name_az, name_en, name_ru, people from app.find_mailing_recipient(${recipientId})`,
  );
  return row;
}

/**
 * Ends an organisation's messages to an address: whoever shares it there takes every consent for that channel back. Works
 * without sign-in, as often as it is pressed. A complaint also stops the address for everybody on this server.
 */
export async function leaveMailings(recipientId: string, isComplaint: boolean, now: Date): Promise<boolean> {
  const found = await behindLink(recipientId);
  if (!found) return false;
  const organisationId = found.organisation_id;
  await withScope({ kind: 'system', organisationId }, async (tx) => {
    for (const personId of found.people)
      await withdrawConsent(tx, organisationId, personId, { channel: found.channel, now });
    await tx
      .update(mailingRecipients)
      .set({ unsubscribedAt: sql`coalesce(${mailingRecipients.unsubscribedAt}, ${now.toISOString()}::timestamptz)` })
      .where(eq(mailingRecipients.id, recipientId));
    if (isComplaint) await enqueue(tx, 'mailings:returned', { recipientId, reason: 'complaint' });
  });
  return true;
}
