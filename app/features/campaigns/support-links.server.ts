import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { campaignLinks, signatureCodes, signatures } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { publicName, type LinkKind } from './rules/support.ts';
import { openPerson } from './signer.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type OwnLink = {
  id: string;
  kind: LinkKind;
  code: string;
  label: string;
  isOpen: boolean;
  isFlagged: boolean;
  people: number;
};
/** Somebody who has just signed at the volunteer's own table: first name and an initial, so that they are recognised and no more. */
export type RecentAtPoint = { id: string; name: string; at: string; isSeen: boolean; link: string };

/** For this long a volunteer may say that they saw a person sign. */
export const SEEN_HOURS = 24;

/** A volunteer's own links of a campaign with how many people each brought; nobody else's. */
export function listOwnLinks(scope: MemberScope, campaignId: string): Promise<OwnLink[]> {
  return withScope(scope, async (tx) => {
    const people = tx
      .select({ linkId: signatures.linkId, n: sql<number>`count(*)::int`.as('n') })
      .from(signatures)
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, 'confirmed')))
      .groupBy(signatures.linkId)
      .as('people');
    const rows = await tx
      .select({ link: campaignLinks, n: people.n })
      .from(campaignLinks)
      .leftJoin(people, eq(people.linkId, campaignLinks.id))
      .where(ownLinks(scope, campaignId))
      .orderBy(sql`${campaignLinks.closedAt} is not null`, asc(campaignLinks.createdAt), asc(campaignLinks.id));
    return rows.map(({ link, n }) => ({
      id: link.id,
      kind: link.kind,
      code: link.code,
      label: link.label,
      isOpen: link.closedAt === null,
      isFlagged: link.flaggedAt !== null,
      people: n ?? 0,
    }));
  });
}

const ownLinks = (scope: MemberScope, campaignId: string) =>
  and(
    eq(campaignLinks.campaignId, campaignId),
    eq(campaignLinks.organisationId, scope.organisationId),
    eq(campaignLinks.ownerId, scope.userId),
  );

/** One of the volunteer's own links; undefined for anybody else's. */
export function getOwnLink(scope: MemberScope, campaignId: string, id: string) {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(campaignLinks)
      .where(and(ownLinks(scope, campaignId), eq(campaignLinks.id, id)));
    return row;
  });
}

/** The last day's signatures at the volunteer's own points, newest first. */
export function listRecentAtPoints(scope: MemberScope, campaignId: string, now: Date): Promise<RecentAtPoint[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ signature: signatures, label: campaignLinks.label })
      .from(signatures)
      .innerJoin(campaignLinks, eq(campaignLinks.id, signatures.linkId))
      .where(
        and(
          ownLinks(scope, campaignId),
          eq(campaignLinks.kind, 'point'),
          eq(signatures.channel, 'point'),
          eq(signatures.state, 'confirmed'),
          inArray(signatures.assurance, ['self', 'in_person']),
          gt(signatures.confirmedAt, new Date(now.getTime() - SEEN_HOURS * 3_600_000)),
        ),
      )
      .orderBy(desc(signatures.confirmedAt), desc(signatures.id))
      .limit(60);
    return rows.map(({ signature, label }) => ({
      id: signature.id,
      name: signature.personCipher === null ? '' : publicName(openPerson(signature.personCipher).name),
      at: (signature.confirmedAt ?? signature.createdAt).toISOString(),
      isSeen: signature.assurance === 'in_person',
      link: label,
    }));
  });
}

/** How many of the codes a volunteer handed out are used; the codes themselves are not kept. */
export function countOwnCodes(scope: MemberScope, campaignId: string): Promise<{ issued: number; used: number }> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ issued: sql<number>`count(*)::int`, used: sql<number>`count(${signatureCodes.usedAt})::int` })
      .from(signatureCodes)
      .where(and(eq(signatureCodes.campaignId, campaignId), eq(signatureCodes.issuedBy, scope.userId)));
    return row ?? { issued: 0, used: 0 };
  });
}
