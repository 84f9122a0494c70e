import { eq } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { publicSql, type Tx } from '#db/client.server.ts';
import { letters } from '#db/schema/index.ts';
import { audit } from '#app/platform/audit.server.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { getFile } from '#app/platform/files.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import { sendMail } from '#app/platform/mail.server.ts';
import { draftFollowUps } from './follow-up.server.ts';
import { readLetterFile, sheetOfFile, type LetterFile } from './letter-file.server.ts';
import { letterPdf, type PdfPhoto } from './letter-pdf.server.ts';
import { recordStep, type LetterScope } from './letter-steps.server.ts';
import type { LetterSheet } from './rules/sheet.ts';

/**
 * Puts a sent letter into the outbox with its PDF. The mail's row and the mark that it was mailed are one transaction,
 * so a job that runs twice mails once. A report that was taken back meanwhile is not written about any more.
 */
export async function mailLetter({ organisationId, letterId }: Tasks['letters:send'], now: Date): Promise<void> {
  const scope: LetterScope = { kind: 'system', organisationId };
  await withScope(scope, async (tx) => {
    const file = await readLetterFile(tx, letterId, { lock: true });
    if (!file?.body?.email || file.letter.state !== 'sent' || file.letter.sentVia !== 'email' || file.letter.mailedAt)
      return;
    if (!file.issue.isPublic) return holdBack(tx, scope, file, now);
    const sheet = sheetOfFile(file, now);
    const pdf = await letterPdf(sheet, await readPhotos(file), { now, isSample: isDemo() });
    await sendMail(tx, {
      to: file.body.email,
      subject: `Müraciət ${sheet.reference}: ${sheet.subject}`,
      ...coverOf(sheet),
      ...(file.organisation.publicEmail ? { replyTo: file.organisation.publicEmail } : {}),
      attachments: [{ name: pdfName(sheet), base64: Buffer.from(pdf).toString('base64') }],
    });
    await tx.update(letters).set({ mailedAt: now, updatedAt: now }).where(eq(letters.id, letterId));
    await recordStep(tx, scope, { letterId, kind: 'mailed', bodyId: file.body.id, at: now });
    await audit(tx, scope, { action: 'letter.mailed', subjectType: 'letter', subjectId: letterId });
  });
}

async function holdBack(tx: Tx, scope: LetterScope, { letter }: LetterFile, now: Date): Promise<void> {
  await tx.update(letters).set({ state: 'cancelled', updatedAt: now }).where(eq(letters.id, letter.id));
  await recordStep(tx, scope, { letterId: letter.id, kind: 'cancelled', at: now });
  await audit(tx, scope, { action: 'letter.held-back', subjectType: 'letter', subjectId: letter.id });
}

/** The whole letter also as text: some offices read mail without opening what hangs on it. */
function coverOf(sheet: LetterSheet): { text: string; html: string } {
  const signature = ['Hörmətlə,', sheet.signature?.post, sheet.signature?.name].filter(Boolean).join('\n');
  return renderLetter({
    lang: 'az',
    paragraphs: [
      ...sheet.paragraphs,
      ...(sheet.facts.length > 0 ? [sheet.facts.join('\n')] : []),
      signature,
      'Müraciət PDF şəklində də əlavə olunub.',
    ],
    closing: [sheet.head, sheet.contacts].filter(Boolean).join(' · '),
  });
}

/** `muraciet-1204-1.pdf`: says which letter it is and nothing about anybody. */
export function pdfName(sheet: LetterSheet): string {
  return `muraciet-${sheet.reference.replace(/\D+/gu, ' ').trim().replaceAll(' ', '-')}.pdf`;
}

/** The sheet's pictures from the file store; one that is gone is left out. */
export async function readPhotos({ photos }: Pick<LetterFile, 'photos'>): Promise<PdfPhoto[]> {
  const found = await Promise.all(photos.map(async ({ id, fullKey }) => ({ id, jpeg: await getFile(fullKey) })));
  return found.flatMap(({ id, jpeg }) => (jpeg ? [{ id, jpeg }] : []));
}

export const letterTasks: Record<string, Task> = {
  'authorities:follow-up': async (_payload, { addJob }) => {
    const rows = await publicSql<{ id: string }[]>`select id from published.organisations`;
    // One job an organisation: what fails for one is tried again for that one.
    for (const { id } of rows)
      await addJob(
        'authorities:follow-up-organisation',
        { organisationId: id },
        { jobKey: `authorities:follow-up/${id}` },
      );
  },
  'authorities:follow-up-organisation': async (payload) => {
    await draftFollowUps(payload as Tasks['authorities:follow-up-organisation'], clock());
  },
  'letters:send': (payload) => mailLetter(payload as Tasks['letters:send'], clock()),
};
