import { eq, sql } from 'drizzle-orm';
import { desks } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { Names } from '#app/kernel/regions.ts';
import { listTrusted, recipientsFor } from './holders.server.ts';
import { withLegalScope } from './legal-scope.server.ts';

/** A desk as anybody may see it; `takesRequests`: it is open and at least two people could receive one. */
export type PublicDesk = {
  organisationId: string;
  slug: string;
  names: Names;
  phone: string;
  hours: string;
  takesRequests: boolean;
};

type Row = {
  organisation_id: string;
  slug: string;
  name_az: string;
  name_en: string;
  name_ru: string;
  is_open: boolean;
  phone: string;
  hours: string;
};

/** Every desk of the instance, in the order of their names. */
export async function listDesks(): Promise<PublicDesk[]> {
  const rows = await withLegalScope({ kind: 'legal_door' }, async (tx) => [
    ...(await tx.execute<Row>(sql`select * from app.list_legal_desks()`)),
  ]);
  return Promise.all(
    rows.map(async ({ hours, is_open, name_az: az, name_en: en, name_ru: ru, organisation_id, phone, slug }) => ({
      organisationId: organisation_id,
      slug,
      names: { az, en, ru },
      phone,
      hours,
      takesRequests: is_open && (await canReceive(organisation_id)),
    })),
  );
}

/** The desk of that name, or undefined. */
export async function findDesk(slug: string | undefined): Promise<PublicDesk | undefined> {
  return (await listDesks()).find((desk) => desk.slug === slug);
}

async function canReceive(organisationId: string): Promise<boolean> {
  return withLegalScope(
    { kind: 'legal_intake', organisationId },
    async (tx) => (await recipientsFor(tx, organisationId, [])) !== null,
  );
}

/** Somebody whom the applicant may keep out: the name the person chose for the desk, and what the signed key says. */
export type KeepableOut = { staffId: string; shownName: string; role: 'lead' | 'lawyer' | 'custodian'; isBar: boolean };

/** The people of a desk under the names they chose. */
export async function listKeepable(tx: LegalTx, organisationId: string): Promise<KeepableOut[]> {
  return (await listTrusted(tx, organisationId))
    .map(({ isBar, role, shownName, staffId }) => ({ staffId, shownName, role, isBar }))
    .sort((a, b) => a.shownName.localeCompare(b.shownName, 'az'));
}

/** The telephone line of a desk, for whom nobody could receive a request. */
export async function lineOf(
  tx: LegalTx,
  organisationId: string,
): Promise<{ phone: string; hours: string; isOpen: boolean }> {
  const [row] = await tx
    .select({ phone: desks.phone, hours: desks.hours, isOpen: desks.isOpen })
    .from(desks)
    .where(eq(desks.organisationId, organisationId));
  return row ?? { phone: '', hours: '', isOpen: false };
}
