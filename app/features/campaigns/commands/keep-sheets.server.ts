import { and, eq, sql } from 'drizzle-orm';
import { signatures, supportSheets } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { deleteFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { cleanPicture } from '#app/platform/pictures.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { Person } from '../rules/signer.ts';
import { keepSheetPhoto } from '../sheet-photo.server.ts';
import { findSheet } from '../sheets.server.ts';
import { sealPerson, signerIndexes } from '../signer.server.ts';
import { SHEET_CONSENT_VERSION } from '../signing-forms.ts';
import { findCollecting } from '../support-campaign.server.ts';
import type { CollectRefusal } from './keep-collection.server.ts';

export type SheetRefusal =
  | CollectRefusal
  | 'support.error.photo'
  | 'support.error.sheet-state'
  | 'support.error.own-sheet'
  | 'support.error.no-rows';

/** Numbers new sheets, following the last one. Answers the first and last number, for printing. */
export function numberSheets(
  work: StaffWork,
  campaignId: string,
  input: { clientId: string; count: number },
): Promise<Result<{ from: number; to: number }, SheetRefusal>> {
  return workOnce(
    work,
    { command: 'campaign.sheets', clientId: input.clientId, content: [campaignId, input.count] },
    async (tx) => {
      if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
      if (!(await findCollecting(tx, work.scope, campaignId))) return refuse('campaigns.error.unknown');
      const { organisationId, userId } = work.scope;
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtextextended(${`sheets/${campaignId}/${organisationId}`}, 0))`,
      );
      const [last] = await tx
        .select({ number: sql<number>`coalesce(max(${supportSheets.number}), 0)::int` })
        .from(supportSheets)
        .where(and(eq(supportSheets.campaignId, campaignId), eq(supportSheets.organisationId, organisationId)));
      const from = (last?.number ?? 0) + 1;
      await tx.insert(supportSheets).values(
        Array.from({ length: input.count }, (_, at) => ({
          id: newId(),
          campaignId,
          organisationId,
          number: from + at,
          createdBy: userId,
          createdAt: work.now,
        })),
      );
      await audit(tx, work.scope, {
        action: 'campaign.sheets-printed',
        subjectType: 'campaign',
        subjectId: campaignId,
      });
      return ok({ from, to: from + input.count - 1 });
    },
  );
}

/** Keeps the photograph of a returned sheet, made anew and sealed; a better one replaces it until the sheet is checked. */
export async function keepPhoto(
  work: StaffWork,
  campaignId: string,
  sheetId: string,
  input: { clientId: string; photo: { bytes: Uint8Array; isTooLarge: boolean } | undefined },
): Promise<Result<undefined, SheetRefusal>> {
  if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
  const picture = !input.photo || input.photo.isTooLarge ? null : await cleanPicture(input.photo.bytes);
  if (picture === null || typeof picture === 'string') return refuse('support.error.photo', 'photo');
  const key = await keepSheetPhoto(picture.full);
  const done = await workOnce<{ key: string }, SheetRefusal>(
    work,
    { command: 'campaign.sheet-photo', clientId: input.clientId, content: sheetId },
    async (tx) => {
      const sheet = await findSheet(tx, work.scope, campaignId, sheetId, true);
      if (!sheet) return refuse('campaigns.error.unknown');
      if (sheet.state === 'checked' || sheet.state === 'void') return refuse('support.error.sheet-state');
      await tx
        .update(supportSheets)
        .set({ photoKey: key, ...(sheet.state === 'printed' ? { state: 'returned' as const } : {}) })
        .where(eq(supportSheets.id, sheetId));
      if (sheet.photoKey) await enqueue(tx, 'files:delete', { keys: [sheet.photoKey] });
      await audit(tx, work.scope, { action: 'campaign.sheet-returned', subjectType: 'sheet', subjectId: sheetId });
      return ok({ key });
    },
  );
  // Refused, or the second sending of the same form: this copy is nobody's.
  if (!done.ok || done.value.key !== key) await deleteFile(key);
  return done.ok ? ok() : done;
}

export type TypedRow = { name: string; village: string; birthYear: number | null };
/** How many rows became signatures, and how many were found to count already. */
export type Entered = { counted: number; known: number };

/**
 * Types a sheet in, row by row in the paper's order. A row counts at once, as paper; one who counts already under the same
 * name, village and birth year is not counted twice. A row of the sheet is entered once, whoever types it again.
 */
export function enterSheet(
  work: StaffWork,
  campaignId: string,
  sheetId: string,
  input: { clientId: string; region: string; unreadable: number; rows: readonly TypedRow[]; locale: Locale },
): Promise<Result<Entered, SheetRefusal>> {
  return workOnce(work, { command: 'campaign.sheet-rows', clientId: input.clientId, content: sheetId }, async (tx) => {
    if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
    const sheet = await findSheet(tx, work.scope, campaignId, sheetId, true);
    if (!sheet) return refuse('campaigns.error.unknown');
    if (sheet.photoKey === null || sheet.state !== 'returned') return refuse('support.error.sheet-state');
    const typed = input.rows.map((row, at) => ({ ...row, at: at + 1 })).filter(({ name }) => name !== '');
    if (typed.length === 0 && input.unreadable === 0) return refuse('support.error.no-rows');
    const { organisationId, userId } = work.scope;
    let counted = 0;
    for (const { at, ...row } of typed) {
      const person: Person = { ...row, contact: null };
      const { count } = await tx
        .insert(signatures)
        .values({
          id: newId(),
          campaignId,
          organisationId,
          clientId: hashedId(`sheet/${sheetId}/${at}`),
          state: 'confirmed',
          channel: 'paper',
          assurance: 'paper',
          region: input.region,
          personCipher: sealPerson(person),
          ...signerIndexes({ campaignId, organisationId, region: input.region }, person),
          locale: input.locale,
          consentVersion: SHEET_CONSENT_VERSION,
          sheetId,
          sheetRow: at,
          enteredBy: userId,
          createdAt: work.now,
          confirmedAt: work.now,
        })
        .onConflictDoNothing();
      counted += count;
    }
    await tx
      .update(supportSheets)
      .set({ state: 'entered', unreadable: input.unreadable, enteredBy: userId, enteredAt: work.now })
      .where(eq(supportSheets.id, sheetId));
    await audit(tx, work.scope, { action: 'campaign.sheet-entered', subjectType: 'sheet', subjectId: sheetId });
    return ok({ counted, known: typed.length - counted });
  });
}

/** A second person has compared the rows with the photograph. Never the one who typed them. */
export function checkSheet(
  work: StaffWork,
  campaignId: string,
  sheetId: string,
  input: { clientId: string },
): Promise<Result<undefined, SheetRefusal>> {
  return workOnce(work, { command: 'campaign.sheet-check', clientId: input.clientId, content: sheetId }, async (tx) => {
    if (!mayHere(work, 'campaign.see-people')) return refuse('common.error.not-allowed');
    const sheet = await findSheet(tx, work.scope, campaignId, sheetId, true);
    if (!sheet) return refuse('campaigns.error.unknown');
    if (sheet.state !== 'entered') return refuse('support.error.sheet-state');
    if (sheet.enteredBy === work.scope.userId) return refuse('support.error.own-sheet');
    await tx
      .update(supportSheets)
      .set({ state: 'checked', checkedBy: work.scope.userId, checkedAt: work.now })
      .where(eq(supportSheets.id, sheetId));
    await audit(tx, work.scope, { action: 'campaign.sheet-checked', subjectType: 'sheet', subjectId: sheetId });
    return ok();
  });
}

/** A spoiled or lost sheet: its number is not used again. Only before its rows count. */
export function voidSheet(
  work: StaffWork,
  campaignId: string,
  sheetId: string,
  input: { clientId: string },
): Promise<Result<undefined, SheetRefusal>> {
  return workOnce(work, { command: 'campaign.sheet-void', clientId: input.clientId, content: sheetId }, async (tx) => {
    if (!mayHere(work, 'campaign.collect')) return refuse('common.error.not-allowed');
    const sheet = await findSheet(tx, work.scope, campaignId, sheetId, true);
    if (!sheet) return refuse('campaigns.error.unknown');
    if (sheet.state !== 'printed' && sheet.state !== 'returned') return refuse('support.error.sheet-state');
    await tx.update(supportSheets).set({ state: 'void', photoKey: null }).where(eq(supportSheets.id, sheetId));
    if (sheet.photoKey) await enqueue(tx, 'files:delete', { keys: [sheet.photoKey] });
    await audit(tx, work.scope, { action: 'campaign.sheet-void', subjectType: 'sheet', subjectId: sheetId });
    return ok();
  });
}
