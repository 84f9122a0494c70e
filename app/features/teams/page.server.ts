import { eq } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { candidatePages } from '#db/schema/index.ts';
import { mayCampaign, publicGate, serverPayer } from '#app/features/elections/public.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

/** The candidate's page as she writes it, and whether it may be shown now. */
export function getOwnPage(scope: Extract<Scope, { kind: 'member' }>, now: Date) {
  return withScope(scope, async (tx) => {
    const [row] = await tx.select().from(candidatePages).where(eq(candidatePages.organisationId, scope.organisationId));
    const { organisationId: _here, ...page } = row ?? { organisationId: '' };
    return {
      page: row ? (page as Omit<typeof row, 'organisationId'>) : null,
      gate: await mayCampaign(tx, scope.organisationId, now),
    };
  });
}

type CandidatePage = {
  name: string;
  municipality: string;
  about: string;
  aims: string;
  writeTo: string;
  orderer: string;
  /** Who pays for the server: a free service may count as a donation. */
  payer: string;
};

/** A candidate's page for strangers; null when there is none, when she switched it off, or outside the campaign's days. */
export async function publicPage(slug: string, now: Date): Promise<CandidatePage | null> {
  const [row] = await publicSql<(Omit<CandidatePage, 'writeTo' | 'payer'> & { write_to: string })[]>`
    select name, municipality, about, aims, write_to, orderer from published.candidate_pages where slug = ${slug}`;
  if (!row || !(await publicGate(now)).ok) return null;
  const { write_to: writeTo, ...page } = row;
  return { ...page, writeTo, payer: await serverPayer() };
}
