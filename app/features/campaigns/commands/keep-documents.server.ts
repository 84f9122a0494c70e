import { and, eq } from 'drizzle-orm';
import { campaignDocuments } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { deleteFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockCampaign, recordStep } from '../campaign-work.server.ts';
import { keepFile, type FileRefusal, type SentFile } from '../document-files.server.ts';
import type { DocumentKind } from '../rules/lifecycle.ts';

export type NewDocument = { clientId: string; kind: DocumentKind; title: string; url: string; isPublic: boolean };
export type DocumentRefusal =
  | FileRefusal
  | 'common.error.not-allowed'
  | 'campaigns.error.unknown'
  | 'campaigns.error.file-or-link'
  | 'campaigns.error.picture-link';

/**
 * Keeps a file or a link with the campaign. Pictures and evidence are cleaned like a citizen's photograph; whether
 * strangers may see it is the organiser's choice. Pictures must be files: a page of ours asks nothing of foreign hosts.
 */
export async function addDocument(
  work: StaffWork,
  id: string,
  { clientId, ...input }: NewDocument,
  file: SentFile | undefined,
): Promise<Result<{ id: string }, DocumentRefusal>> {
  if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
  if (!file && input.url === '') return refuse('campaigns.error.file-or-link', 'url');
  if (!file && input.kind === 'picture') return refuse('campaigns.error.picture-link', 'file');
  const kept = file ? await keepFile(file) : ok(null);
  if (!kept.ok) return kept;
  const added = await workOnce<{ id: string }, DocumentRefusal>(
    work,
    { command: 'campaign.document', clientId },
    async (tx) => {
      const campaign = await lockCampaign(tx, work, id);
      if (!campaign) return refuse('campaigns.error.unknown');
      const documentId = newId();
      await tx.insert(campaignDocuments).values({
        id: documentId,
        campaignId: id,
        organisationId: work.scope.organisationId,
        kind: input.kind,
        title: input.title,
        isPublic: input.isPublic || input.kind === 'picture',
        url: input.url || null,
        ...kept.value,
        addedBy: work.scope.userId,
        createdAt: work.now,
      });
      await recordStep(tx, work, id, {
        action: 'campaign.document',
        step: { kind: input.kind === 'evidence' ? 'evidence' : 'edited' },
      });
      return ok({ id: documentId });
    },
  );
  if (!added.ok && kept.value) await deleteFile(kept.value.fileKey);
  return added;
}

/** Takes a paper away, with its file. Evidence of a confirmed result stays: it is what the result stands on. */
export function removeDocument(
  work: StaffWork,
  id: string,
  { clientId, document }: { clientId: string; document: string },
): Promise<Result<undefined, DocumentRefusal | 'campaigns.error.evidence-stays'>> {
  return workOnce(work, { command: 'campaign.document-removal', clientId }, async (tx) => {
    if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
    const campaign = await lockCampaign(tx, work, id);
    if (!campaign) return refuse('campaigns.error.unknown');
    const its = and(eq(campaignDocuments.id, document), eq(campaignDocuments.campaignId, id));
    const [row] = await tx.select().from(campaignDocuments).where(its);
    if (!row) return refuse('campaigns.error.unknown');
    if (row.kind === 'reply' || row.kind === 'stamp' || (row.kind === 'evidence' && campaign.confirmedBy))
      return refuse('campaigns.error.evidence-stays');
    await tx.delete(campaignDocuments).where(its);
    if (row.fileKey) await enqueue(tx, 'files:delete', { keys: [row.fileKey] });
    await recordStep(tx, work, id, { action: 'campaign.document-removal', step: { kind: 'edited' } });
    return ok();
  });
}
