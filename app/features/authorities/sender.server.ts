import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { letterSignatories, memberships, organisations } from '#db/schema/index.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import type { Sender } from './rules/conditions.ts';

/** Where the two ciphers of a signatory belong. */
export const SIGNATORY_SEALS = {
  fullName: 'letter-signatories.full-name',
  address: 'letter-signatories.address',
} as const;

export type Signatory = { id: string; userId: string; fullName: string; address: string; agreedAt: Date };

/** Members who agreed to sign and still may: not taken back, still in the organisation. Oldest agreement first. */
export async function listSignatories(tx: Tx, organisationId: string): Promise<Signatory[]> {
  const rows = await tx
    .selectDistinct({
      id: letterSignatories.id,
      userId: letterSignatories.userId,
      fullNameCipher: letterSignatories.fullNameCipher,
      addressCipher: letterSignatories.addressCipher,
      agreedAt: letterSignatories.agreedAt,
    })
    .from(letterSignatories)
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, letterSignatories.userId),
        eq(memberships.organisationId, letterSignatories.organisationId),
      ),
    )
    .where(
      and(
        eq(letterSignatories.organisationId, organisationId),
        isNull(letterSignatories.revokedAt),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(letterSignatories.agreedAt));
  return rows.flatMap((row) =>
    row.fullNameCipher === null || row.addressCipher === null
      ? []
      : [
          {
            id: row.id,
            userId: row.userId,
            fullName: unseal(row.fullNameCipher, SIGNATORY_SEALS.fullName),
            address: unseal(row.addressCipher, SIGNATORY_SEALS.address),
            agreedAt: row.agreedAt,
          },
        ],
  );
}

export type SendingOrganisation = {
  id: string;
  slug: string;
  names: { az: string; en: string; ru: string };
  publicEmail: string | null;
  publicPhone: string | null;
  isRegistered: boolean;
  legalName: string | null;
  legalAddress: string | null;
  representativeName: string | null;
  representativePost: string | null;
  signatories: Signatory[];
};

/** The organisation as a sender of letters. Throws when it is not the scope's own: the walls show nothing else. */
export async function readSendingOrganisation(tx: Tx, organisationId: string): Promise<SendingOrganisation> {
  const [row] = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      nameAz: organisations.nameAz,
      nameEn: organisations.nameEn,
      nameRu: organisations.nameRu,
      publicEmail: organisations.publicEmail,
      publicPhone: organisations.publicPhone,
      isRegistered: organisations.isRegistered,
      legalName: organisations.legalName,
      legalAddress: organisations.legalAddress,
      representativeName: organisations.representativeName,
      representativePost: organisations.representativePost,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!row) throw new Error('The organisation is outside of this scope');
  const { nameAz, nameEn, nameRu, ...rest } = row;
  const signatories = row.isRegistered ? [] : await listSignatories(tx, organisationId);
  return { ...rest, names: { az: nameAz, en: nameEn, ru: nameRu }, signatories };
}

/** Who stands behind one letter: the registered organisation, or the member chosen for it if that agreement still holds. */
export function senderOf(organisation: SendingOrganisation, signatoryId: string | null): Sender {
  const { legalName, legalAddress, representativeName, representativePost } = organisation;
  if (organisation.isRegistered)
    return { kind: 'registered', legalName, legalAddress, representativeName, representativePost };
  const chosen = organisation.signatories.find((one) => one.id === signatoryId);
  return { kind: 'unregistered', signatory: chosen ? { fullName: chosen.fullName, address: chosen.address } : null };
}

/**
 * Who signs a new letter of an unregistered organisation unless somebody chooses otherwise: the writer, if they agreed
 * to sign; else the only one who did. Of several nobody is taken without being asked for.
 */
export function defaultSignatory(signatories: readonly Signatory[], writerId: string): string | null {
  const own = signatories.find((one) => one.userId === writerId);
  if (own) return own.id;
  return signatories.length === 1 ? (signatories[0]?.id ?? null) : null;
}
