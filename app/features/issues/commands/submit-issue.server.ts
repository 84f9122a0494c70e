import { sql } from 'drizzle-orm';
import { issueContacts, issueEvents, issuePhotos, issueReceipts, issues, consents } from '#db/schema/index.ts';
import { appDb, type Tx } from '#db/client.server.ts';
import { isInsideCountryBounds } from '#app/kernel/geo.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionsOfChoice, type LatLng } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { deleteFile, putFile } from '#app/platform/files.server.ts';
import type { Picture } from '#app/platform/pictures.server.ts';
import { violatedConstraint } from '../constraints.server.ts';
import { sealContact } from '../contact.server.ts';
import { publicPlace } from '../public-place.server.ts';
import { receiptAttempts, receiptHmac, receiptOf, receiptWithLocator } from '../receipts.server.ts';
import { categoryByKey, type CategoryKey } from '../rules/categories.ts';
import type { IssueSource } from '../rules/kinds.ts';
import { receiptCode, type Receipt } from '../rules/receipt.ts';

export type NewIssue = {
  /** The form's own random id: sent five times, there is one report. */
  clientId: string;
  category: CategoryKey;
  /** A region's code or a choice's (`AZ-NX`). */
  region: string;
  /** Settlement and landmark in the person's words; may be empty when there is a point. */
  place: string;
  title: string;
  details: string;
  /** As exact as it was given. What the public sees of it is decided here, by the category. */
  point: LatLng | null;
  /** Already normalised (E.164 or a plain e-mail address); needs the version of the consent text that was agreed to. */
  contact: { value: string; consentVersion: string } | null;
  locale: Locale;
  source: IssueSource;
  /** For old reports brought in from a table. */
  reportedAt?: Date;
};

export type SubmitRefusal = 'issues.form.error.sensitive' | 'issues.form.error.region' | 'issues.form.error.outside';
/** `code` is the receipt's 28 digits; `isRepeat` when this form had already made its report. */
export type Submitted = { issueId: string; code: string; isRepeat: boolean };

type SubmitScope = Extract<Scope, { kind: 'citizen' | 'member' | 'system' }>;
type StoredPicture = Pick<Picture, 'width' | 'height'> & { id: string; fullKey: string; thumbKey: string };

/**
 * Takes a report in, from the citizen's own form (scope `citizen`) or entered by staff (`member`, `system`): report,
 * receipt, pictures, contact with its consent, first event and audit entry in one transaction, or nothing.
 * Refuses categories of sensitivity 2 (they are never stored), unknown regions and points outside the country.
 */
export async function submitIssue(
  { scope, now }: { scope: SubmitScope; now: Date },
  input: NewIssue,
  pictures: readonly Picture[] = [],
): Promise<Result<Submitted, SubmitRefusal>> {
  const category = categoryByKey(input.category);
  if (!category || category.sensitivity === 2) return refuse('issues.form.error.sensitive', 'category');
  const [region] = regionsOfChoice(input.region);
  if (!region) return refuse('issues.form.error.region', 'region');
  if (input.point && !isInsideCountryBounds(input.point)) return refuse('issues.form.error.outside', 'place');

  const open = publicPlace(input.point, category.sensitivity, region, input.place);
  const issueId = newId();
  const at = input.reportedAt ?? now;
  const row: typeof issues.$inferInsert = {
    id: issueId,
    organisationId: scope.organisationId,
    clientId: hashedId(input.clientId),
    category: category.key,
    theme: category.theme,
    sensitivity: category.sensitivity,
    region,
    place: input.place,
    title: input.title,
    details: input.details,
    locale: input.locale,
    source: input.source,
    enteredBy: scope.kind === 'member' ? scope.userId : null,
    exactLat: input.point?.lat ?? null,
    exactLng: input.point?.lng ?? null,
    publicLat: open?.lat ?? null,
    publicLng: open?.lng ?? null,
    createdAt: at,
    updatedAt: at,
  };

  const stored = await storePictures(pictures);
  try {
    const outcome = await insertOnce(scope, input, row, stored);
    if (outcome.isRepeat) await forgetPictures(stored);
    return ok(outcome);
  } catch (error) {
    await forgetPictures(stored);
    throw error;
  }
}

async function insertOnce(
  scope: SubmitScope,
  input: NewIssue,
  row: typeof issues.$inferInsert,
  pictures: readonly StoredPicture[],
): Promise<Submitted> {
  for (const attempt of receiptAttempts()) {
    const receipt = receiptOf(input.clientId, attempt);
    try {
      await withScope(scope, (tx) => insertAll(tx, scope, input, row, receipt, pictures));
      return { issueId: row.id, code: receiptCode(receipt), isRepeat: false };
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'issues_client_id') return findEarlier(input.clientId);
      if (constraint !== 'issue_receipts_pkey') throw error;
    }
  }
  throw new Error('No free receipt number was found');
}

/** Nothing is read back: a citizen's scope may hand in and see nothing. The statements travel together, in this order. */
async function insertAll(
  tx: Tx,
  scope: SubmitScope,
  input: NewIssue,
  row: typeof issues.$inferInsert,
  receipt: Receipt,
  pictures: readonly StoredPicture[],
): Promise<void> {
  const mine = { issueId: row.id, organisationId: scope.organisationId };
  const work: PromiseLike<unknown>[] = [
    tx.insert(issues).values(row),
    tx.insert(issueReceipts).values({ ...mine, locator: receipt.locator, secretHmac: receiptHmac(receipt) }),
    tx.insert(issueEvents).values({
      ...mine,
      id: newId(),
      kind: 'move',
      toState: 'received',
      actorId: scope.kind === 'member' ? scope.userId : null,
      actorRole: scope.kind === 'citizen' ? 'reporter' : scope.kind === 'member' ? scope.role : 'system',
      createdAt: row.createdAt,
    }),
    audit(tx, scope, { action: 'issue.submitted', subjectType: 'issue', subjectId: row.id }),
  ];
  if (pictures.length > 0)
    work.push(tx.insert(issuePhotos).values(pictures.map((picture, position) => ({ ...mine, ...picture, position }))));
  if (input.contact) {
    const { value, consentVersion } = input.contact;
    work.push(tx.insert(issueContacts).values({ ...mine, contactCipher: sealContact(row.id, value), consentVersion }));
    work.push(
      tx.insert(consents).values({
        id: newId(),
        organisationId: scope.organisationId,
        subjectType: 'issue',
        subjectId: row.id,
        purpose: 'issue-contact',
        version: consentVersion,
        locale: input.locale,
      }),
    );
  }
  await Promise.all(work);
}

/** The form had already been sent: the same receipt again. Reached outside a scope, by a door that knows only this question. */
async function findEarlier(clientId: string): Promise<Submitted> {
  const rows = await appDb.execute<{ issue_id: string; locator: string }>(
    sql`select issue_id, locator from app.find_submitted_issue(${hashedId(clientId)})`,
  );
  const [earlier] = rows;
  const receipt = earlier && receiptWithLocator(clientId, earlier.locator);
  if (!receipt) throw new Error('A report exists for this form, but its receipt does not follow from it');
  return { issueId: earlier.issue_id, code: receiptCode(receipt), isRepeat: true };
}

/** Files first: a row without its file would be a broken picture, a file without a row is only swept away. */
async function storePictures(pictures: readonly Picture[]): Promise<StoredPicture[]> {
  const stored: StoredPicture[] = [];
  try {
    for (const { full, thumb, width, height } of pictures) {
      const entry = { id: newId(), fullKey: `photos/${newId()}.jpg`, thumbKey: `photos/${newId()}.jpg`, width, height };
      stored.push(entry);
      await putFile(entry.fullKey, full);
      await putFile(entry.thumbKey, thumb);
    }
    return stored;
  } catch (error) {
    await forgetPictures(stored);
    throw error;
  }
}

async function forgetPictures(stored: readonly StoredPicture[]): Promise<void> {
  for (const { fullKey, thumbKey } of stored) {
    await deleteFile(fullKey);
    await deleteFile(thumbKey);
  }
}
