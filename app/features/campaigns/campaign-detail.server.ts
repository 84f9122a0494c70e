import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import {
  bodies,
  campaignDemandMoves,
  campaignDemands,
  campaignDocuments,
  campaignIssues,
  campaigns,
  campaignSteps,
  campaignTeam,
  issues,
  memberships,
  users,
} from '#db/schema/index.ts';
import { postsOfBodies } from '#app/features/authorities/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { addresseeView } from './public-campaign.server.ts';
import { getCollecting } from './support-campaign.server.ts';
import type { DemandView } from './rules/views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Campaign = typeof campaigns.$inferSelect;

/** The head that every room of a campaign's workspace shows. A partner has the rooms in which it collects, and no other. */
export type CampaignHead = Pick<
  Campaign,
  'id' | 'slug' | 'title' | 'state' | 'isSigningPaused' | 'closesAt' | 'hiddenAt' | 'hiddenReason'
> & { isPublic: boolean; isLead: boolean; supporters: number };

const its = (scope: MemberScope, id: string) =>
  and(eq(campaigns.id, id), eq(campaigns.organisationId, scope.organisationId));

/** Undefined when the organisation neither leads such a campaign nor is its accepted partner. */
export async function getCampaignHead(scope: MemberScope, id: string): Promise<CampaignHead | undefined> {
  const campaign = await getCollecting(scope, id);
  if (!campaign) return undefined;
  // Named one by one: a partner's page has no business with what the lead has not published yet.
  const { slug, title, state, isSigningPaused, closesAt, hiddenAt, hiddenReason, isLead } = campaign;
  const isPublic = campaign.isPublic ?? false;
  return {
    id,
    slug,
    title,
    state,
    isSigningPaused,
    closesAt,
    hiddenAt,
    hiddenReason,
    isLead,
    isPublic,
    supporters: await supportersOf(id),
  };
}

/** The row itself, for the rooms that change it. */
export function getCampaign(scope: MemberScope, id: string): Promise<Campaign | undefined> {
  return withScope(scope, async (tx) => (await tx.select().from(campaigns).where(its(scope, id)))[0]);
}

/** The one common total, as the public page says it; 0 before publication. */
export async function supportersOf(id: string): Promise<number> {
  const [row] = await publicSql<
    { n: number }[]
  >`select coalesce(sum(count), 0)::int as n from published.campaign_totals where campaign_id = ${id}`;
  return row?.n ?? 0;
}

export type CampaignStepLine = Pick<
  typeof campaignSteps.$inferSelect,
  'id' | 'kind' | 'fromState' | 'toState' | 'reason' | 'note' | 'createdAt'
> & { by: string | null };
export type CampaignOverview = {
  campaign: Campaign;
  demands: DemandView[];
  issues: { id: string; ref: number | null; title: string; state: string; confirmations: number }[];
  history: CampaignStepLine[];
  team: { id: string; name: string; task: string }[];
  evidence: number;
};

/** Everything the overview says. */
export function getOverview(scope: MemberScope, id: string, now: Date): Promise<CampaignOverview | undefined> {
  return withScope(scope, async (tx) => {
    const [campaign] = await tx.select().from(campaigns).where(its(scope, id));
    if (!campaign) return undefined;
    return {
      campaign,
      demands: await readDemands(tx, id, now),
      issues: await tx
        .select({
          id: issues.id,
          ref: issues.ref,
          title: sql<string>`coalesce(issues.public_title, issues.title)`,
          state: issues.state,
          confirmations: issues.confirmations,
        })
        .from(campaignIssues)
        .innerJoin(issues, eq(issues.id, campaignIssues.issueId))
        .where(eq(campaignIssues.campaignId, id))
        .orderBy(desc(issues.confirmations)),
      history: await tx
        .select({
          id: campaignSteps.id,
          kind: campaignSteps.kind,
          fromState: campaignSteps.fromState,
          toState: campaignSteps.toState,
          reason: campaignSteps.reason,
          note: campaignSteps.note,
          createdAt: campaignSteps.createdAt,
          by: users.name,
        })
        .from(campaignSteps)
        .leftJoin(users, eq(users.id, campaignSteps.actorId))
        .where(and(eq(campaignSteps.campaignId, id), ne(campaignSteps.kind, 'edited')))
        .orderBy(desc(campaignSteps.createdAt))
        .limit(50),
      team: await readTeam(tx, id),
      evidence: await tx.$count(
        campaignDocuments,
        and(
          eq(campaignDocuments.campaignId, id),
          eq(campaignDocuments.kind, 'evidence'),
          eq(campaignDocuments.isPublic, true),
        ),
      ),
    };
  });
}

/** The demands with their moves, oldest move first. */
export async function readDemands(tx: Tx, id: string, now: Date): Promise<DemandView[]> {
  const rows = await tx
    .select({ demand: campaignDemands, name_az: bodies.nameAz, name_en: bodies.nameEn, name_ru: bodies.nameRu })
    .from(campaignDemands)
    .leftJoin(bodies, eq(bodies.id, campaignDemands.bodyId))
    .where(eq(campaignDemands.campaignId, id))
    .orderBy(asc(campaignDemands.position));
  const moves = await tx
    .select()
    .from(campaignDemandMoves)
    .where(eq(campaignDemandMoves.campaignId, id))
    .orderBy(asc(campaignDemandMoves.createdAt));
  const posts = await postsOfBodies(
    rows.flatMap(({ demand }) => (demand.postId && demand.bodyId ? [demand.bodyId] : [])),
    dayOf(now),
  );
  return rows.map(({ demand, ...names }) => ({
    id: demand.id,
    text: demand.text,
    state: demand.state,
    dueOn: demand.dueOn,
    changedAt: demand.changedAt,
    postId: demand.postId,
    addressee: addresseeView({ post_id: demand.postId, body_id: demand.bodyId, ...names }, posts),
    moves: moves
      .filter((move) => move.demandId === demand.id)
      .map((move) => ({
        id: move.id,
        from: move.fromState,
        to: move.toState,
        note: move.note,
        evidenceUrl: move.evidenceUrl,
        at: move.createdAt,
      })),
  }));
}

export function getDemands(scope: MemberScope, id: string, now: Date): Promise<DemandView[]> {
  return withScope(scope, (tx) => readDemands(tx, id, now));
}

async function readTeam(tx: Tx, id: string) {
  return tx
    .select({ id: users.id, name: users.name, task: campaignTeam.task })
    .from(campaignTeam)
    .innerJoin(users, eq(users.id, campaignTeam.userId))
    .where(eq(campaignTeam.campaignId, id))
    .orderBy(asc(sql`${users.name} collate "az-x-icu"`));
}

/** The team, and the colleagues who could join it. */
export function getTeam(scope: MemberScope, id: string) {
  return withScope(scope, async (tx) => {
    const team = await readTeam(tx, id);
    const colleagues = await tx
      .selectDistinct({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(eq(memberships.organisationId, scope.organisationId), isNull(memberships.endedAt), isNull(users.deletedAt)),
      );
    const taken = new Set(team.map((person) => person.id));
    return { team, colleagues: colleagues.filter((person) => !taken.has(person.id)) };
  });
}
