import { and, asc, eq } from 'drizzle-orm';
import { bodies, issueContacts, issueEvents, issueMessages, issuePhotos, issues } from '#db/schema/index.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { ReceiptHolder } from './commands/open-receipt.server.ts';
import { hasPicture } from './photo-rows.server.ts';
import { receiptScope } from './receipt-work.server.ts';
import { canMove, type IssueState } from './rules/lifecycle.ts';
import type { ReceiptReport } from './rules/views.ts';

/** The report as its reporter sees it: every move with its public note, but never a reason, a name or another's contact. Null when it is gone. */
export async function findReceiptReport(holder: ReceiptHolder): Promise<ReceiptReport | null> {
  const read = await withScope(receiptScope(holder), async (tx) => {
    const mine = holder.issueId;
    const [issue] = await tx.select().from(issues).where(eq(issues.id, mine));
    if (!issue) return null;
    const steps = await tx
      .select({
        id: issueEvents.id,
        state: issueEvents.toState,
        note: issueEvents.publicNote,
        at: issueEvents.createdAt,
        az: bodies.nameAz,
        en: bodies.nameEn,
        ru: bodies.nameRu,
      })
      .from(issueEvents)
      .leftJoin(bodies, eq(bodies.id, issueEvents.bodyId))
      .where(and(eq(issueEvents.issueId, mine), eq(issueEvents.kind, 'move')))
      .orderBy(asc(issueEvents.createdAt), asc(issueEvents.id));
    const photos = await tx
      .select()
      .from(issuePhotos)
      .where(and(eq(issuePhotos.issueId, mine), hasPicture))
      .orderBy(asc(issuePhotos.position));
    const messages = await tx
      .select()
      .from(issueMessages)
      .where(eq(issueMessages.issueId, mine))
      .orderBy(asc(issueMessages.createdAt));
    const contact = await tx
      .select({ issueId: issueContacts.issueId })
      .from(issueContacts)
      .where(eq(issueContacts.issueId, mine));
    return { issue, steps, photos, messages, hasContact: contact.length > 0 };
  });
  if (!read) return null;
  const { issue } = read;
  const organisation = (await organisationNames([issue.organisationId])).get(issue.organisationId);
  return {
    ref: issue.ref,
    state: issue.state,
    category: issue.category,
    region: issue.region,
    place: issue.place,
    title: issue.title,
    details: issue.details,
    createdAt: issue.createdAt,
    isPublic: issue.isPublic ?? false,
    hasContact: read.hasContact,
    canDispute: canMove(issue.state, 'disputed', 'reporter'),
    organisation: organisation ? { slug: organisation.slug, names: organisation.names } : null,
    steps: read.steps.map(({ id, state, note, at, az, en, ru }) => ({
      id,
      state: state as IssueState,
      note,
      at,
      body: az && en && ru ? { az, en, ru } : null,
    })),
    photos: read.photos.map(({ id, width, height, isHidden }) => ({ id, width, height, isHidden })),
    messages: read.messages.map(({ id, side, body, createdAt }) => ({ id, side, body, at: createdAt })),
  };
}

/** The file of one of the report's own pictures, published or not; null for anything else. */
export function findOwnPhoto(holder: ReceiptHolder, photoId: string): Promise<string | null> {
  return withScope(receiptScope(holder), async (tx) => {
    const [row] = await tx
      .select({ key: issuePhotos.thumbKey })
      .from(issuePhotos)
      .where(and(eq(issuePhotos.issueId, holder.issueId), eq(issuePhotos.id, photoId), hasPicture));
    return row?.key ?? null;
  });
}
