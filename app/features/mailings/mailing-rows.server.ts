import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { mailings, organisations } from '#db/schema/index.ts';
import { attendeesOf } from '#app/features/events/public.server.ts';
import type { Audience } from '#app/features/people/public.server.ts';

export type MailingRow = typeof mailings.$inferSelect;

/** One message of the organisation; undefined for a stranger's and for none. `lock` keeps others from changing it meanwhile. */
export async function readMailing(
  tx: Tx,
  organisationId: string,
  id: string,
  lock = false,
): Promise<MailingRow | undefined> {
  const query = tx
    .select()
    .from(mailings)
    .where(and(eq(mailings.id, id), eq(mailings.organisationId, organisationId)));
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

/** Whom a message is for, as people/public.server.ts asks: those of an event are who was seen there. */
export async function audienceOf(
  tx: Tx,
  { audience, audienceId }: Pick<MailingRow, 'audience' | 'audienceId'>,
): Promise<Audience> {
  if (audience === 'all' || audienceId === null) return 'all';
  if (audience === 'search') return { searchId: audienceId };
  return { personIds: await attendeesOf(tx, audienceId, { attended: true }) };
}

/** The organisation that writes, as its letters name it. */
export async function readSender(tx: Tx, organisationId: string) {
  const [row] = await tx
    .select({
      kind: organisations.kind,
      az: organisations.nameAz,
      en: organisations.nameEn,
      ru: organisations.nameRu,
      replyTo: organisations.publicEmail,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!row) throw new Error('A message without its organisation');
  const { kind, replyTo, ...names } = row;
  return { isTeam: kind === 'team', replyTo, names };
}
export type Sender = Awaited<ReturnType<typeof readSender>>;
