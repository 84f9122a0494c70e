import { and, desc, eq } from 'drizzle-orm';
import { records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { Keys } from './case-keys.server.ts';
import { openRow, readRecords } from './case-records.server.ts';
import type { DocumentContent, Story } from './rules/contents.ts';
import { PAPER_KINDS, type PaperKind, type Particulars } from './rules/paper.ts';
import { particularsOf } from './rules/document-forms.ts';

/** A paper of the desk as it was sealed. */
export type DeskDocument = { id: string; title: string; template: PaperKind; known: Particulars; madeOn: string };

function documentOf(row: typeof records.$inferSelect, keys: Keys): DeskDocument | null {
  const content = openRow(row, keys).content as Partial<DocumentContent> | null;
  const template = PAPER_KINDS.find((kind) => kind === content?.template);
  if (!content || !template) return null;
  return {
    id: row.id,
    title: content.title ?? '',
    template,
    known: particularsOf(content.fields ?? {}),
    madeOn: row.madeOn,
  };
}

const isDocument = (caseId: string) => and(eq(records.caseId, caseId), eq(records.kind, 'document'));

/** The papers of a case that the keys open, newest first. */
export async function listDocuments(tx: LegalTx, keys: Keys, caseId: string): Promise<DeskDocument[]> {
  const rows = await tx.select().from(records).where(isDocument(caseId)).orderBy(desc(records.seq));
  return rows.flatMap((row) => documentOf(row, keys) ?? []);
}

export async function readDocument(tx: LegalTx, keys: Keys, caseId: string, id: string): Promise<DeskDocument | null> {
  const [row] = await tx
    .select()
    .from(records)
    .where(and(isDocument(caseId), eq(records.id, id)));
  return row ? documentOf(row, keys) : null;
}

/** What the applicant told: where the facts of a new paper begin. */
export async function storyOf(tx: LegalTx, keys: Keys, caseId: string): Promise<string> {
  const [story] = await readRecords(tx, keys, caseId, { kinds: ['story'] });
  return ((story?.content ?? {}) as Partial<Story>).text ?? '';
}
