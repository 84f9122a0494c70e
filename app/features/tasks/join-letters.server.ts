import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { organisations } from '#db/schema/index.ts';
import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import { PENDING_DAYS } from './rules/kinds.ts';

/**
 * Tells somebody that their form arrived, or that they are taken in. Nothing that they typed stands in it: whoever fills in
 * the form may name somebody else's address.
 */
export async function tellJoining(
  tx: Tx,
  kind: 'received' | 'accepted',
  { to, locale, names }: { to: string; locale: Locale; names: Names },
): Promise<void> {
  if (to === '') return;
  const t = wordsFor(locale);
  const organisation = names[locale];
  const letter = renderLetter({
    lang: locale,
    paragraphs: [t(`tasks.join.letter.${kind}`, { organisation, count: PENDING_DAYS })],
    closing: t('tasks.join.letter.closing', { organisation }),
  });
  await sendMail(tx, { to, subject: t(`tasks.join.letter.${kind}.subject`), ...letter });
}

/** The organisation's names, as its letters say them. */
export async function namesOf(tx: Tx, organisationId: string): Promise<Names> {
  const [row] = await tx
    .select({ az: organisations.nameAz, en: organisations.nameEn, ru: organisations.nameRu })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row ?? { az: '', en: '', ru: '' };
}
