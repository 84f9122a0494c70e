import { sql } from 'drizzle-orm';
import { appDb, publicSql, type Tx } from '#db/client.server.ts';
import { consents, supporterLetters } from '#db/schema/index.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import { sendMail } from '#app/platform/mail.server.ts';
import { once } from '#app/platform/once.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { letterAddress, sealLetter, senderIndex, textIndex, type OwnLetter } from '../letter-text.server.ts';
import type { SupporterLetterWay } from '../rules/delivery.ts';
import { CONFIRM_DAYS } from '../rules/support.ts';

/** Version of the words under which people agree that the organisation sends their letter. */
export const LETTER_CONSENT = '2026-11';

export type OwnLetterRefusal = 'not-found' | 'deliveries.error.many-letters' | 'deliveries.error.no-server';
type Visitor = { locale: Locale; now: Date; clientKey: string };
type Action = {
  id: string;
  campaignId: string;
  organisationId: string;
  bodyId: string;
  postId: string | null;
  email: string | null;
  title: string;
};

async function findOpenAction(slug: string, actionId: string): Promise<Action | null> {
  const [row] = await publicSql<Action[]>`
    select a.id, a.campaign_id as "campaignId", a.organisation_id as "organisationId", a.body_id as "bodyId", a.post_id as "postId", a.email, c.title
    from published.letter_actions a join published.campaigns c on c.id = a.campaign_id where c.slug = ${slug} and a.id = ${actionId}`;
  return row ?? null;
}

/**
 * Takes a supporter's letter in. It goes nowhere before the link in the mail to its writer has been pressed: nobody
 * writes in another's name. Who wrote already gets the same answer.
 */
export async function writeOwnLetter(
  { locale, now, clientKey }: Visitor,
  slug: string,
  { clientId, action: actionId, ...letter }: OwnLetter & { clientId: string; action: string },
): Promise<Result<undefined, OwnLetterRefusal>> {
  const action = await findOpenAction(slug, actionId);
  if (!action) return refuse('not-found');
  if (!action.email) return refuse('deliveries.error.no-server');
  if (!(await withinLimit('letter', clientKey))) return refuse('deliveries.error.many-letters');
  // Beyond its share an address gets no further mail, and who typed it learns nothing of that.
  const mayMail = await withinLimit('letter-address', letter.email);
  return withScope({ kind: 'citizen', organisationId: action.organisationId }, (tx) =>
    once(tx, { clientId, command: 'own-letter', owner: `${action.id}/${JSON.stringify(letter)}` }, async () => {
      const id = newId();
      await insertLetter(tx, action, { id, clientId, way: 'server', state: 'pending', locale, now, letter });
      await tx.insert(consents).values({
        id: newId(),
        organisationId: action.organisationId,
        subjectType: 'supporter-letter',
        subjectId: id,
        purpose: 'campaigns.letter',
        version: LETTER_CONSENT,
        locale,
      });
      if (mayMail) await sendMail(tx, confirmMail({ id, slug, title: action.title, locale }, letter));
      return ok();
    }),
  );
}

/** Somebody says that they sent it themselves: a number, and nothing about anybody. */
export async function reportOwnLetter(
  { locale, now, clientKey }: Visitor,
  slug: string,
  { clientId, action: actionId, way }: { clientId: string; action: string; way: SupporterLetterWay },
): Promise<Result<undefined, OwnLetterRefusal>> {
  const action = await findOpenAction(slug, actionId);
  if (!action) return refuse('not-found');
  if (!(await withinLimit('letter', clientKey))) return refuse('deliveries.error.many-letters');
  return withScope({ kind: 'citizen', organisationId: action.organisationId }, (tx) =>
    once(tx, { clientId, command: 'own-letter-report', owner: `${action.id}/${way}` }, async () => {
      await insertLetter(tx, action, { id: newId(), clientId, way, state: 'self_sent', locale, now, letter: null });
      return ok();
    }),
  );
}

async function insertLetter(
  tx: Tx,
  action: Action,
  row: Pick<typeof supporterLetters.$inferInsert, 'id' | 'clientId' | 'way' | 'state' | 'locale'> & {
    now: Date;
    letter: OwnLetter | null;
  },
): Promise<void> {
  const { letter, now, clientId, ...columns } = row;
  await tx.insert(supporterLetters).values({
    ...columns,
    // The form's own id is the browser's; the table holds a hash of it.
    clientId: hashedId(`own-letter/${action.id}/${row.way}/${clientId}/${letter ? JSON.stringify(letter) : ''}`),
    actionId: action.id,
    campaignId: action.campaignId,
    organisationId: action.organisationId,
    ...(letter
      ? {
          letterCipher: sealLetter(letter),
          senderIndex: senderIndex(action, letter.email),
          textIndex: textIndex(action, letter.text),
        }
      : {}),
    createdAt: now,
    sentAt: letter ? null : now,
  });
}

function confirmMail(of: { id: string; slug: string; title: string; locale: Locale }, letter: OwnLetter) {
  const t = wordsFor(of.locale);
  return {
    to: letter.email,
    subject: t('deliveries.own.mail.subject'),
    ...renderLetter({
      lang: of.locale,
      greeting: t('deliveries.own.mail.greeting', { name: letter.name }),
      paragraphs: [
        t('deliveries.own.mail.text', { title: of.title }),
        t('deliveries.own.mail.not-you', { count: CONFIRM_DAYS }),
      ],
      action: { label: t('deliveries.own.mail.action'), url: letterAddress(of.slug, of.id, of.locale) },
      closing: t('common.brand'),
    }),
  };
}

export type LetterAnswer =
  'queued' | 'sent' | 'held_duplicate' | 'withdrawn' | 'closed' | 'expired' | 'unknown' | 'pending';

/** The button of the link. Pressing twice changes nothing more. The caller has read the id out of a valid token. */
export async function confirmOwnLetter(id: string, now: Date): Promise<LetterAnswer> {
  const [row] = await appDb.execute<{ answer: LetterAnswer }>(
    sql`select app.confirm_supporter_letter(${id}, ${now.toISOString()}, ${CONFIRM_DAYS}) as answer`,
  );
  return row?.answer ?? 'unknown';
}

/** Taken back before it went: the words are gone with it. */
export async function withdrawOwnLetter(id: string): Promise<boolean> {
  const [row] = await appDb.execute<{ done: boolean }>(sql`select app.withdraw_supporter_letter(${id}) as done`);
  return row?.done ?? false;
}
