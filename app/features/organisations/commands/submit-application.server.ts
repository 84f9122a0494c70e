import type { z } from 'zod';
import type { Tx } from '#db/client.server.ts';
import { consents, organisationRegions, organisations } from '#db/schema/index.ts';
import { slug as toSlug } from '#app/kernel/az-text.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId, seal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { once } from '#app/platform/once.server.ts';
import type { applicationForm } from '../forms.ts';
import { applicationLetter } from '../letters.server.ts';
import { pointOfTown } from '../town-point.server.ts';
import { CONSENT_VERSION } from '../rules/consent.ts';
import { RESERVED_SLUGS } from '../rules/directory.ts';

type Opened = { now: Date; log: Log; locale: Locale };
export type Application = z.output<typeof applicationForm>;

/** Where the applicant's address is kept: bound to this place by its encryption. */
export const APPLICANT_EMAIL = 'organisations.applicant-email';

/**
 * An organisation applies: it stands before the operator with its consent recorded, and a letter confirms it. The
 * form's id decides the organisation's, so that sending it five times makes one. The applicant's scope writes and
 * reads nothing, not even its own row. Nothing to refuse: the form has said all.
 */
export function submitApplication({ now, log, locale }: Opened, input: Application): Promise<Result<undefined, never>> {
  const id = hashedId(`application/${input.clientId}`);
  const scope: Scope = { kind: 'applicant', organisationId: id };
  return withScope(scope, (tx) =>
    once<undefined, never>(
      tx,
      { clientId: input.clientId, command: 'organisation.apply', owner: 'applicant' },
      async () => {
        await insertUnderFreeSlug(tx, input, rowOf(input, id, now));
        for (const region of input.regions) await tx.insert(organisationRegions).values({ organisationId: id, region });
        await tx.insert(consents).values({
          id: newId(),
          organisationId: id,
          subjectType: 'organisation',
          subjectId: id,
          purpose: 'application',
          version: CONSENT_VERSION,
          locale,
          givenAt: now,
        });
        await sendMail(tx, applicationLetter({ to: input.email, locale, organisation: nameIn(input, locale) }));
        await audit(tx, scope, { action: 'organisation.applied', subjectType: 'organisation', subjectId: id });
        log.info({ kind: input.kind }, 'an organisation applied');
        return ok();
      },
    ),
  );
}

const nameIn = (input: Application, locale: Locale): string =>
  (locale === 'en' ? input.nameEn : locale === 'ru' ? input.nameRu : '') || input.nameAz;

function rowOf(input: Application, id: string, now: Date): Omit<typeof organisations.$inferInsert, 'slug'> {
  const isRegistered = input.isRegistered === 'yes';
  const particular = (value: string) => (isRegistered ? value : null);
  return {
    id,
    kind: input.kind,
    state: 'applied',
    nameAz: input.nameAz,
    nameEn: input.nameEn || input.nameAz,
    nameRu: input.nameRu || input.nameAz,
    aboutAz: input.aboutAz,
    aboutEn: input.aboutEn,
    aboutRu: input.aboutRu,
    town: input.town,
    ...pointOfTown(input.town, input.regions),
    isRegistered,
    legalName: particular(input.legalName),
    legalAddress: particular(input.legalAddress),
    representativeName: particular(input.representativeName),
    representativePost: particular(input.representativePost),
    clientId: hashedId(input.clientId),
    application: input.application,
    applicantEmailCipher: seal(input.email, APPLICANT_EMAIL),
    createdAt: now,
  };
}

/** The applicant cannot see which addresses are taken, so it tries: the plain one, with the town, then with a number of its own. */
async function insertUnderFreeSlug(tx: Tx, input: Application, row: ReturnType<typeof rowOf>): Promise<void> {
  const plain = toSlug(input.nameAz) || toSlug(input.nameEn) || 'icma';
  const candidates = [plain, `${plain}-${toSlug(input.town) || 'icma'}`, `${plain}-${(row.id as string).slice(0, 8)}`];
  for (const slug of candidates.filter((one) => !RESERVED_SLUGS.has(one))) {
    try {
      await tx.transaction((inner) => inner.insert(organisations).values({ ...row, slug }));
      return;
    } catch (error) {
      if (constraintOf(error) !== 'organisations_slug') throw error;
    }
  }
  throw new Error('No free address was found for an organisation');
}

/** The constraint that a failed statement ran against; drizzle wraps the database's error. */
function constraintOf(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (cause as { constraint_name?: string }).constraint_name;
}
