import type postgres from 'postgres';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { DEMO_DECISIONS, DEMO_PRIORITIES, type DemoDecision } from './story/watched.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

/** What the organisations watched of their authorities, and what their communities want first. */
export async function seedWatched(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const decision of DEMO_DECISIONS) await seedDecision(sql, world, decision);
  const year = Number(dayOf(world.now).slice(0, 4));
  for (const { organisation, region, isPublic, rows } of DEMO_PRIORITIES) {
    for (const [at, row] of rows.entries()) {
      await sql`insert into community_priorities ${sql({
        id: newId(),
        organisation_id: world.organisations.get(organisation) as string,
        region,
        year,
        rank: at + 1,
        ...row,
        published_at: isPublic ? world.now : null,
      })}`;
    }
  }
}

async function seedDecision(sql: postgres.TransactionSql, world: World, decision: DemoDecision): Promise<void> {
  const { body, by, daysAgo, isPublic, kind, organisation, promises, region, text, title } = decision;
  const organisationId = world.organisations.get(organisation) as string;
  const bodyId = world.bodies(body, region);
  if (bodyId === null) throw new Error(`No ${body} in ${region}`);
  const at = new Date(world.now.getTime() - daysAgo * DAY);
  const decisionId = newId();
  await sql`insert into watched_decisions ${sql({
    id: decisionId,
    organisation_id: organisationId,
    client_id: newId(),
    body_id: bodyId,
    kind,
    title,
    text,
    on: dayOf(at),
    region,
    minutes: decision.minutes ?? '',
    votes: sql.json(decision.votes ?? []),
    amount: decision.amount ?? null,
    published_at: isPublic ? new Date(at.getTime() + DAY) : null,
    created_by: world.people.get(by)?.id ?? null,
    created_at: at,
    updated_at: at,
  })}`;
  for (const promise of promises) {
    await sql`insert into watched_promises ${sql({
      id: newId(),
      decision_id: decisionId,
      organisation_id: organisationId,
      text: promise.text,
      due_on: promise.inDays === null ? null : addDays(dayOf(at), promise.inDays),
      state: promise.state,
      created_at: at,
    })}`;
  }
}
