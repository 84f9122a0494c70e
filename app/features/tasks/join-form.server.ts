import { appSql } from '#db/client.server.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { seal, unseal } from '#app/platform/crypto.server.ts';
import type { Guardian } from '#app/features/people/rules/kinds.ts';
import type { JoinForm } from './join-forms.ts';
import type { RolePlaces } from './rules/places.ts';

export type JoinRole = RolePlaces & { id: string; title: string };
/** A join form as everybody may see it. */
export type OpenForm = {
  id: string;
  slug: string;
  organisationId: string;
  organisation: { slug: string; kind: OrganisationKind; names: Names };
  /** The campaign it is for; null for the organisation itself. */
  campaign: { slug: string; title: string } | null;
  intro: string;
  locale: Locale;
  isOpen: boolean;
  roles: JoinRole[];
};

type Row = {
  form_id: string;
  organisation_id: string;
  organisation_slug: string;
  organisation_kind: OrganisationKind;
  name_az: string;
  name_en: string;
  name_ru: string;
  campaign_slug: string | null;
  campaign_title: string | null;
  intro: string;
  locale: Locale;
  is_open: boolean;
  roles: JoinRole[] | string;
};

/** The form at an address of ours; null where there is none. A closed one is found too: its page says that it is closed. */
export async function findJoinForm(slug: string): Promise<OpenForm | null> {
  if (!/^[a-z0-9-]{1,120}$/u.test(slug)) return null;
  const [row] = await appSql<Row[]>`select * from app.find_join_form(${slug})`;
  if (!row) return null;
  return {
    id: row.form_id,
    slug,
    organisationId: row.organisation_id,
    organisation: {
      slug: row.organisation_slug,
      kind: row.organisation_kind,
      names: { az: row.name_az, en: row.name_en, ru: row.name_ru },
    },
    campaign: row.campaign_slug === null ? null : { slug: row.campaign_slug, title: row.campaign_title ?? '' },
    intro: row.intro,
    locale: row.locale,
    isOpen: row.is_open,
    // The query builder on this pool leaves JSON as text.
    roles: typeof row.roles === 'string' ? (JSON.parse(row.roles) as JoinRole[]) : row.roles,
  };
}

/** What somebody wrote, as it lies in the submission's cipher. */
export type Sent = Pick<
  JoinForm,
  'name' | 'phone' | 'email' | 'region' | 'place' | 'skills' | 'times' | 'languages' | 'message'
> & {
  wantsEvents: boolean;
  guardian: Guardian | null;
  /** The language of the page they sent it from. */
  locale: Locale;
};

const place = (organisationId: string) => `join-submissions/${organisationId}`;
export const sealSent = (organisationId: string, sent: Sent) => seal(JSON.stringify(sent), place(organisationId));
export const openSent = (organisationId: string, cipher: string) =>
  JSON.parse(unseal(cipher, place(organisationId))) as Sent;
