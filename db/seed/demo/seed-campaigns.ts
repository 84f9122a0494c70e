import type postgres from 'postgres';
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import type { CampaignState } from '#app/features/campaigns/rules/lifecycle.ts';
import { slug } from '#app/kernel/az-text.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { seedSupport } from './seed-support.ts';
import { DEMO_CAMPAIGNS, type DemoCampaign } from './story/campaigns.ts';
import { DEMO_PEOPLE } from './story/people.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const ENDED: readonly CampaignState[] = ['won', 'partly_won', 'not_won'];

/** The story's campaigns with their demands, deliveries, answers, results and supporters. */
export async function seedCampaigns(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const campaign of DEMO_CAMPAIGNS) await seedCampaign(sql, world, campaign);
  await sql`select app.roll_up_support()`;
}

/** Who does what in an organisation of the story. */
function personOf(world: World, organisation: string, roles: readonly MemberRole[]): string {
  for (const role of roles) {
    const found = DEMO_PEOPLE.find((person) =>
      person.memberships.some((entry) => entry.organisation === organisation && entry.roles.includes(role)),
    );
    const id = found && world.people.get(found.key)?.id;
    if (id) return id;
  }
  throw new Error(`Nobody in ${organisation} is ${roles.join(' or ')}`);
}

async function seedCampaign(sql: postgres.TransactionSql, world: World, campaign: DemoCampaign): Promise<void> {
  const category = categoryByKey(campaign.category);
  if (!category) throw new Error(`${campaign.key}: no such category`);
  const at = (daysAgo: number): Date => new Date(world.now.getTime() - daysAgo * DAY);
  const id = newId();
  const organisationId = world.organisations.get(campaign.organisation) as string;
  const organiser = personOf(world, campaign.organisation, ['organiser', 'owner']);
  const reviewer = personOf(world, campaign.organisation, ['moderator', 'owner']);
  const isOut = campaign.state !== 'draft' && campaign.state !== 'review';
  const publishedAt = isOut ? at(campaign.daysAgo) : null;
  const delivered = campaign.deliveries?.at(-1);
  const isEnded = ENDED.includes(campaign.state);
  const endedAt = isEnded ? at(Math.max(1, (campaign.reply?.daysAgo ?? 60) - 40)) : null;
  await sql`insert into campaigns ${sql({
    id,
    organisation_id: organisationId,
    client_id: newId(),
    slug: slug(campaign.title),
    state: campaign.state,
    theme: category.theme,
    category: campaign.category,
    region: campaign.region,
    place: campaign.place,
    lat: campaign.lat,
    lng: campaign.lng,
    title: campaign.title,
    summary: campaign.summary,
    story: campaign.story,
    people_affected: campaign.peopleAffected ?? null,
    goal: campaign.goal,
    locale: 'az',
    has_public_names: campaign.key !== 'c06',
    submitted_by: campaign.state === 'draft' ? null : organiser,
    submitted_at: campaign.state === 'draft' ? null : at(campaign.daysAgo + 1),
    published_at: publishedAt,
    delivered_at: campaign.deliveries?.[0] ? at(campaign.deliveries[0].daysAgo) : null,
    answered_at: campaign.reply ? at(campaign.reply.daysAgo) : null,
    ended_at: endedAt,
    before: campaign.outcome?.before ?? null,
    after: campaign.outcome?.after ?? null,
    confirmed_by: isEnded ? reviewer : null,
    verified_on: endedAt ? dayOf(endedAt) : null,
    created_by: organiser,
    created_at: at(campaign.daysAgo + 4),
    updated_at:
      endedAt ??
      at(
        Math.min(campaign.daysAgo, delivered?.daysAgo ?? campaign.daysAgo, campaign.reply?.daysAgo ?? campaign.daysAgo),
      ),
  })}`;
  const its = { campaign_id: id, organisation_id: organisationId };
  await sql`insert into campaign_team ${sql({ ...its, user_id: organiser, task: 'aparır' })}`;
  for (const key of campaign.issues) {
    const issueId = world.issues.get(key);
    if (issueId) await sql`insert into campaign_issues ${sql({ ...its, issue_id: issueId })}`;
  }
  await seedDemands(sql, world, campaign, its, at);
  await seedSteps(sql, campaign, { ...its, organiser, reviewer }, at, endedAt);
  for (const item of campaign.news ?? [])
    await sql`insert into campaign_updates ${sql({ ...its, id: newId(), client_id: newId(), title: item.title, text: item.text, author_id: organiser, created_at: at(item.daysAgo) })}`;
  if (campaign.outcome)
    await sql`insert into campaign_documents ${sql({ ...its, id: newId(), kind: 'evidence', title: campaign.outcome.evidence, url: 'https://example.invalid/numune', is_public: true, added_by: organiser })}`;
  await seedPartner(sql, world, campaign, id, organisationId);
  if (publishedAt) await seedMilestones(sql, campaign, its, at);
  await seedSupport(sql, { now: world.now, organiser, publishedAt }, campaign, its);
  await seedDeliveries(sql, world, campaign, { ...its, organiser }, at);
}

type Its = { campaign_id: string; organisation_id: string };
type At = (daysAgo: number) => Date;

async function seedDemands(
  sql: postgres.TransactionSql,
  world: World,
  campaign: DemoCampaign,
  its: Its,
  at: At,
): Promise<void> {
  for (const [index, demand] of campaign.demands.entries()) {
    const id = newId();
    const bodyId = world.bodies(demand.body, campaign.region);
    const [post] = bodyId
      ? await sql<{ id: string }[]>`select id from posts where body_id = ${bodyId} order by position limit 1`
      : [];
    const changedAt = at(demand.noteDaysAgo ?? campaign.daysAgo);
    await sql`insert into campaign_demands ${sql({
      ...its,
      id,
      position: index + 1,
      text: demand.text,
      body_id: bodyId,
      post_id: post?.id ?? null,
      state: demand.state,
      due_on: demand.state === 'promised' ? dayOf(at(-45)) : null,
      changed_at: changedAt,
      created_at: at(campaign.daysAgo + 4),
    })}`;
    if (demand.note)
      await sql`insert into campaign_demand_moves ${sql({ ...its, id: newId(), demand_id: id, from_state: 'open', to_state: demand.state, note: demand.note, created_at: changedAt })}`;
  }
}

/** The campaign's history, in the order in which it came to its present state. */
async function seedSteps(
  sql: postgres.TransactionSql,
  campaign: DemoCampaign,
  { organiser, reviewer, ...its }: Its & { organiser: string; reviewer: string },
  at: At,
  endedAt: Date | null,
): Promise<void> {
  const moves: { from: CampaignState; to: CampaignState; by: string; when: Date }[] = [];
  const move = (to: CampaignState, by: string, when: Date) =>
    moves.push({ from: moves.at(-1)?.to ?? 'draft', to, by, when });
  if (campaign.state !== 'draft') move('review', organiser, at(campaign.daysAgo + 1));
  if (campaign.state !== 'draft' && campaign.state !== 'review') move('active', reviewer, at(campaign.daysAgo));
  const [first, second] = campaign.deliveries ?? [];
  if (first) move('delivered', organiser, at(first.daysAgo));
  if (campaign.reply) move('answered', organiser, at(campaign.reply.daysAgo));
  if (second) move('delivered', organiser, at(second.daysAgo));
  if (endedAt) move(campaign.state, reviewer, endedAt);
  if (campaign.state === 'paused') move('paused', organiser, at(2));
  for (const { from, to, by, when } of moves)
    await sql`insert into campaign_steps ${sql({ ...its, id: newId(), kind: 'moved', from_state: from, to_state: to, actor_id: by, actor_role: by === organiser ? 'organiser' : 'moderator', created_at: when })}`;
}

async function seedMilestones(sql: postgres.TransactionSql, campaign: DemoCampaign, its: Its, at: At): Promise<void> {
  for (const supporters of [100, campaign.goal]) {
    const isReached = campaign.supporters >= supporters;
    const reachedAt = isReached
      ? at(campaign.daysAgo * (1 - supporters / Math.max(supporters + 1, campaign.supporters * 1.4)))
      : null;
    await sql`insert into campaign_milestones ${sql({
      ...its,
      id: newId(),
      kind: 'supporters',
      title: supporters === campaign.goal ? 'Məqsəd' : 'İlk yüz',
      supporters,
      on: null,
      reached_at: reachedAt,
      told_at: reachedAt,
    })}`;
  }
}

async function seedPartner(
  sql: postgres.TransactionSql,
  world: World,
  campaign: DemoCampaign,
  id: string,
  lead: string,
): Promise<void> {
  const partner = campaign.partner && world.organisations.get(campaign.partner);
  if (!partner) return;
  await sql`insert into campaign_partners ${sql({
    campaign_id: id,
    organisation_id: partner,
    lead_id: lead,
    state: 'accepted',
    text: 'Bu məsələ bizim rayona da aiddir: dəstəkləyirik və öz kəndlərimizdə toplayırıq.',
    invited_at: new Date(world.now.getTime() - 20 * DAY),
    answered_at: new Date(world.now.getTime() - 18 * DAY),
  })}`;
}

async function seedDeliveries(
  sql: postgres.TransactionSql,
  world: World,
  campaign: DemoCampaign,
  { organiser, ...its }: Its & { organiser: string },
  at: At,
): Promise<void> {
  const paper = Math.floor(campaign.supporters * 0.25);
  const ids: string[] = [];
  for (const delivery of campaign.deliveries ?? []) {
    const bodyId = world.bodies(delivery.body, campaign.region);
    if (!bodyId) continue;
    const [body] = await sql<{ name_az: string }[]>`select name_az from bodies where id = ${bodyId}`;
    const [post] = await sql<
      { id: string }[]
    >`select id from posts where body_id = ${bodyId} order by position limit 1`;
    const id = newId();
    ids.push(id);
    await sql`insert into campaign_deliveries ${sql({
      ...its,
      id,
      client_id: newId(),
      body_id: bodyId,
      post_id: post?.id ?? null,
      addressee: body?.name_az ?? '',
      channel: 'in_person',
      delivered_on: dayOf(at(delivery.daysAgo)),
      register_number: delivery.number,
      supporters: campaign.supporters - paper,
      hand_signed: paper,
      created_by: organiser,
      created_at: at(delivery.daysAgo),
    })}`;
  }
  if (campaign.reply && ids[0])
    await sql`insert into campaign_replies ${sql({
      ...its,
      id: newId(),
      client_id: newId(),
      delivery_id: ids[0],
      received_on: dayOf(at(campaign.reply.daysAgo)),
      kind: campaign.reply.kind,
      text: campaign.reply.text,
      created_by: organiser,
      created_at: at(campaign.reply.daysAgo),
    })}`;
}
