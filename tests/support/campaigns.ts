import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { MemberRole } from '#app/kernel/actor.ts';
import type { CampaignState } from '#app/features/campaigns/rules/lifecycle.ts';

/** An approved organisation, made past row-level security. */
export async function makeOrganisation(sql: postgres.Sql, name = 'Sınaq İcma'): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  const slug = `icma-${id.slice(0, 8)}`;
  await sql`insert into organisations ${sql({ id, slug, kind: 'cbo', state: 'approved', name_az: name, name_en: name, name_ru: name })}`;
  return { id, slug };
}

/** A person with roles in an organisation. */
export async function makeMember(
  sql: postgres.Sql,
  organisation: string,
  roles: readonly MemberRole[],
  name = 'Sınaq Könüllü',
): Promise<string> {
  const id = randomUUID();
  await sql`insert into users ${sql({ id, name, locale: 'az' })}`;
  for (const role of roles)
    await sql`insert into memberships ${sql({ id: randomUUID(), user_id: id, organisation_id: organisation, role })}`;
  return id;
}

export type MadeCampaign = { id: string; slug: string; organisationId: string };

/**
 * A campaign row as it stands after its own commands would have made it: public unless the state is draft or review.
 * `organisation` is the lead's id; without one a new organisation is made. Made past row-level security (`sql` is the
 * administrator's connection, tests/support/story.ts adminConnection).
 */
export async function makeCampaign(
  sql: postgres.Sql,
  wishes: {
    organisation?: string;
    state?: CampaignState;
    title?: string;
    region?: string;
    goal?: number;
    closesAt?: Date | null;
    isSigningPaused?: boolean;
    hasPublicNames?: boolean;
    endedAt?: Date | null;
    createdBy?: string;
  } = {},
): Promise<MadeCampaign> {
  const organisationId = wishes.organisation ?? (await makeOrganisation(sql)).id;
  const id = randomUUID();
  const state = wishes.state ?? 'active';
  const slug = `kampaniya-${id.slice(0, 8)}`;
  await sql`insert into campaigns ${sql({
    id,
    organisation_id: organisationId,
    client_id: randomUUID(),
    slug,
    state,
    theme: 'infrastructure',
    category: 'road_surface',
    region: wishes.region ?? 'AZ-AST',
    title: wishes.title ?? 'Kəndin yolu təmir olunsun',
    summary: 'Məktəbə gedən yol yağışda keçilməz olur.',
    story: 'Yağışdan sonra avtobus kəndə qalxmır, uşaqlar dərsə piyada gedir.',
    goal: wishes.goal ?? 100,
    locale: 'az',
    closes_at: wishes.closesAt ?? null,
    is_signing_paused: wishes.isSigningPaused ?? false,
    has_public_names: wishes.hasPublicNames ?? true,
    published_at: state === 'draft' || state === 'review' ? null : new Date(),
    ended_at: wishes.endedAt ?? null,
    created_by: wishes.createdBy ?? randomUUID(),
  })}`;
  return { id, slug, organisationId };
}
