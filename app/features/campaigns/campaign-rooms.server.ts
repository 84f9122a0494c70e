import { and, asc, desc, eq } from 'drizzle-orm';
import { campaignDocuments, campaignMilestones, campaignUpdates } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { DocumentView, MilestoneView, NewsView } from './rules/views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** News and milestones, newest news first. */
export function getNews(scope: MemberScope, id: string): Promise<{ news: NewsView[]; milestones: MilestoneView[] }> {
  return withScope(scope, async (tx) => ({
    news: await tx
      .select({
        id: campaignUpdates.id,
        title: campaignUpdates.title,
        text: campaignUpdates.text,
        at: campaignUpdates.createdAt,
      })
      .from(campaignUpdates)
      .where(eq(campaignUpdates.campaignId, id))
      .orderBy(desc(campaignUpdates.createdAt)),
    milestones: await tx
      .select({
        id: campaignMilestones.id,
        title: campaignMilestones.title,
        supporters: campaignMilestones.supporters,
        on: campaignMilestones.on,
        reachedAt: campaignMilestones.reachedAt,
      })
      .from(campaignMilestones)
      .where(eq(campaignMilestones.campaignId, id))
      .orderBy(asc(campaignMilestones.supporters), asc(campaignMilestones.on)),
  }));
}

export function getDocuments(scope: MemberScope, id: string): Promise<DocumentView[]> {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: campaignDocuments.id,
        kind: campaignDocuments.kind,
        title: campaignDocuments.title,
        url: campaignDocuments.url,
        fileName: campaignDocuments.fileName,
        mime: campaignDocuments.mime,
        bytes: campaignDocuments.bytes,
        isPublic: campaignDocuments.isPublic,
        at: campaignDocuments.createdAt,
      })
      .from(campaignDocuments)
      .where(and(eq(campaignDocuments.campaignId, id), eq(campaignDocuments.organisationId, scope.organisationId)))
      .orderBy(desc(campaignDocuments.createdAt)),
  );
}

/** A paper's file for the organisation, public or not; null when it has none. */
export function findOwnFile(
  scope: MemberScope,
  id: string,
  document: string,
): Promise<{ fileKey: string; fileName: string; mime: string } | null> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({
        fileKey: campaignDocuments.fileKey,
        fileName: campaignDocuments.fileName,
        mime: campaignDocuments.mime,
      })
      .from(campaignDocuments)
      .where(
        and(
          eq(campaignDocuments.id, document),
          eq(campaignDocuments.campaignId, id),
          eq(campaignDocuments.organisationId, scope.organisationId),
        ),
      );
    return row?.fileKey && row.fileName && row.mime
      ? { fileKey: row.fileKey, fileName: row.fileName, mime: row.mime }
      : null;
  });
}
