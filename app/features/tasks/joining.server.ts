import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, joinForms, joinRoles, joinSubmissions } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openSent, type JoinRole, type Sent } from './join-form.server.ts';
import type { SubmissionState } from './rules/kinds.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type FormLine = {
  id: string;
  slug: string;
  isOpen: boolean;
  campaign: string | null;
  pending: number;
  accepted: number;
};
export type PendingLine = { id: string; name: string; role: string | null; form: string | null; at: Date };
export type JoiningPage = {
  forms: FormLine[];
  pending: PendingLine[];
  /** Campaigns that have no form yet. */
  without: { id: string; title: string }[];
};
const MOST = 200;

/** The organisation's join forms and what waits for a decision, the oldest first. */
export function readJoining(scope: MemberScope): Promise<JoiningPage> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    const count = (state: SubmissionState) =>
      sql<number>`(select count(*)::int from join_submissions s where s.form_id = ${joinForms.id} and s.state = ${state})`;
    const forms = await tx
      .select({
        id: joinForms.id,
        slug: joinForms.slug,
        isOpen: joinForms.isOpen,
        campaign: campaigns.title,
        pending: count('pending'),
        accepted: count('accepted'),
      })
      .from(joinForms)
      .leftJoin(campaigns, eq(campaigns.id, joinForms.campaignId))
      .where(eq(joinForms.organisationId, organisationId))
      .orderBy(sql`${joinForms.campaignId} is not null`, asc(joinForms.createdAt));
    const pending = await tx
      .select({
        id: joinSubmissions.id,
        cipher: joinSubmissions.cipher,
        at: joinSubmissions.createdAt,
        role: joinRoles.title,
        form: campaigns.title,
      })
      .from(joinSubmissions)
      .innerJoin(joinForms, eq(joinForms.id, joinSubmissions.formId))
      .leftJoin(joinRoles, eq(joinRoles.id, joinSubmissions.roleId))
      .leftJoin(campaigns, eq(campaigns.id, joinForms.campaignId))
      .where(and(eq(joinSubmissions.organisationId, organisationId), eq(joinSubmissions.state, 'pending')))
      .orderBy(asc(joinSubmissions.createdAt))
      .limit(MOST);
    const without = await tx
      .select({ id: campaigns.id, title: campaigns.title })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.organisationId, organisationId),
          eq(campaigns.isPublic, true),
          eq(campaigns.isPast, false),
          sql`not exists (select 1 from join_forms f where f.campaign_id = ${campaigns.id} and f.organisation_id = ${organisationId})`,
        ),
      )
      .orderBy(desc(campaigns.updatedAt))
      .limit(MOST);
    return {
      forms,
      without,
      pending: pending.map(({ cipher, ...row }) => ({
        ...row,
        name: cipher === null ? '' : openSent(organisationId, cipher).name,
      })),
    };
  });
}

export type FormPage = {
  id: string;
  slug: string;
  isOpen: boolean;
  intro: string;
  campaign: string | null;
  roles: JoinRole[];
};

export function readForm(scope: MemberScope, id: string): Promise<FormPage | undefined> {
  return withScope(scope, async (tx) => {
    const [form] = await tx
      .select({
        id: joinForms.id,
        slug: joinForms.slug,
        isOpen: joinForms.isOpen,
        intro: joinForms.intro,
        campaign: campaigns.title,
      })
      .from(joinForms)
      .leftJoin(campaigns, eq(campaigns.id, joinForms.campaignId))
      .where(and(eq(joinForms.id, id), eq(joinForms.organisationId, scope.organisationId)));
    return form && { ...form, roles: await listRoles(tx, id) };
  });
}

function listRoles(tx: Tx, formId: string): Promise<JoinRole[]> {
  const taken = sql`from join_submissions s where s.role_id = ${joinRoles.id} and s.state = 'accepted'`;
  return tx
    .select({
      id: joinRoles.id,
      title: joinRoles.title,
      places: joinRoles.places,
      reservedFor: joinRoles.reservedFor,
      reserved: joinRoles.reserved,
      taken: sql<number>`(select count(*)::int ${taken})`,
      takenReserved: sql<number>`(select count(*)::int ${taken} and case ${joinRoles.reservedFor} when 'women' then s.gender = 'woman'
        when 'young' then s.age_band in ('14_17', '18_29') else false end)`,
    })
    .from(joinRoles)
    .where(eq(joinRoles.formId, formId))
    .orderBy(joinRoles.position);
}

export type SubmissionPage = {
  id: string;
  state: SubmissionState;
  at: Date;
  role: string | null;
  form: string | null;
  ageBand: typeof joinSubmissions.$inferSelect.ageBand;
  gender: typeof joinSubmissions.$inferSelect.gender;
  personId: string | null;
  /** What they wrote, while nobody has decided. */
  sent: Sent | null;
};

export function readSubmission(scope: MemberScope, id: string): Promise<SubmissionPage | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({
        id: joinSubmissions.id,
        state: joinSubmissions.state,
        at: joinSubmissions.createdAt,
        cipher: joinSubmissions.cipher,
        ageBand: joinSubmissions.ageBand,
        gender: joinSubmissions.gender,
        personId: joinSubmissions.personId,
        role: joinRoles.title,
        form: campaigns.title,
      })
      .from(joinSubmissions)
      .innerJoin(joinForms, eq(joinForms.id, joinSubmissions.formId))
      .leftJoin(joinRoles, eq(joinRoles.id, joinSubmissions.roleId))
      .leftJoin(campaigns, eq(campaigns.id, joinForms.campaignId))
      .where(and(eq(joinSubmissions.id, id), eq(joinSubmissions.organisationId, scope.organisationId)));
    if (!row) return undefined;
    const { cipher, ...page } = row;
    return { ...page, sent: cipher === null ? null : openSent(scope.organisationId, cipher) };
  });
}
