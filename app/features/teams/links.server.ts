import { desc, eq, sql } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { teamLinks } from '#db/schema/index.ts';
import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { ShareKind } from './rules/shares.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Society = { id: string; names: Names };

/** Whom a team may be linked to: every public organisation. */
export async function listSocieties(): Promise<Society[]> {
  const rows = await publicSql<{ id: string; name_az: string; name_en: string; name_ru: string }[]>`
    select id, name_az, name_en, name_ru from published.organisations order by name_az`;
  return rows.map((row) => ({ id: row.id, names: { az: row.name_az, en: row.name_en, ru: row.name_ru } }));
}

/** Her links, the standing ones first, with the societies' names. */
export async function listLinks(scope: MemberScope) {
  const [links, societies] = await Promise.all([
    withScope(scope, (tx) =>
      tx
        .select()
        .from(teamLinks)
        .where(eq(teamLinks.organisationId, scope.organisationId))
        .orderBy(sql`revoked_at is not null`, desc(teamLinks.consentedAt)),
    ),
    listSocieties(),
  ]);
  return links.map(({ consentedAt, id, revokedAt, shares, societyId }) => ({
    id,
    society: societies.find((one) => one.id === societyId)?.names ?? null,
    shares,
    since: consentedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}

/**
 * What one's society sees: for each linked team its name and the counts its candidate switched on. Null where she did not, or
 * where it is fewer than five (the database leaves it out, so that nothing here can show it).
 */
export type LinkedTeam = {
  id: string;
  name: string;
  since: string;
  shares: ShareKind[];
  counts: Record<ShareKind, number | null>;
};

type Row = { link_id: string; name: string; since: Date | string; shares: ShareKind[] } & Record<
  ShareKind,
  number | null
>;

export async function listLinkedTeams(scope: MemberScope): Promise<LinkedTeam[]> {
  const rows = await withScope(scope, (tx) => tx.execute<Row>(sql`select * from app.linked_teams()`));
  return rows.map(({ events, link_id: id, members, name, shares, since, tasks_done, volunteers }) => ({
    id,
    name,
    since: new Date(since).toISOString(),
    shares,
    counts: { members, volunteers, events, tasks_done },
  }));
}
