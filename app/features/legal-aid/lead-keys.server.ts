import { and, eq } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { organisations } from '#db/schema/index.ts';
import { staff, userKeys } from '#db/schema/legal-aid.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { fingerprint } from './vault/vouching.ts';

/** Leads of an organisation's desk with the fingerprints of their standing keys, trusted or not: for the operator's console. */
export async function listLeadKeys(
  slug: string,
): Promise<{ organisationId: string; leads: { shownName: string; fingerprint: string }[] } | null> {
  const [organisation] = await authDb
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!organisation) return null;
  const organisationId = organisation.id;
  const rows = await withLegalScope({ kind: 'legal_system', organisationId }, (tx) =>
    tx
      .select({ shownName: staff.shownName, box: userKeys.boxPublic, sign: userKeys.signPublic })
      .from(userKeys)
      .innerJoin(staff, eq(staff.id, userKeys.staffId))
      .where(
        and(eq(userKeys.organisationId, organisationId), eq(userKeys.role, 'lead'), eq(userKeys.isRevoked, false)),
      ),
  );
  return {
    organisationId,
    leads: rows.map(({ box, shownName, sign }) => ({ shownName, fingerprint: fingerprint({ box, sign }) })),
  };
}
