import type postgres from 'postgres';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { DEMO_CAMPAIGN_LIFE, DEMO_ELECTION_IN_DAYS, type DemoCampaignLife } from './story/campaign-life.ts';
import type { World } from './world.ts';

/**
 * The made-up election of the demo, stated as an operator would, and what the two candidates' teams keep before it. In a
 * real instance nothing is stated, so that every campaigning tool is shut.
 */
export async function seedCampaignLife(sql: postgres.TransactionSql, world: World): Promise<void> {
  const today = dayOf(world.now);
  await sql`insert into election_statements ${sql({
    id: newId(),
    day: addDays(today, DEMO_ELECTION_IN_DAYS),
    payer: 'Nümunə operator (uydurma)',
    lawyer: 'Nümunə Hüquqşünas (uydurma)',
    cleared_on: addDays(today, -30),
    stated_by: newId(),
  })}`;
  for (const life of DEMO_CAMPAIGN_LIFE) {
    const organisationId = world.organisations.get(life.team);
    const people = [...world.people].filter(([key]) => key.startsWith(`${life.team}/`)).map(([, person]) => person);
    const candidate = people.find(({ role }) => role === 'candidate')?.id;
    if (!organisationId || !candidate) continue;
    const helper = people.find(({ role }) => role === 'campaign_manager')?.id ?? candidate;
    await seedTeam(sql, { life, organisationId, candidate, helper, today });
  }
}

type Team = { life: DemoCampaignLife; organisationId: string; candidate: string; helper: string; today: string };

async function seedTeam(sql: postgres.TransactionSql, { life, organisationId, candidate, helper, today }: Team) {
  const its = { organisation_id: organisationId };
  await sql`insert into candidacies ${sql({ ...its, municipality: life.municipality, population: life.population, updated_at: new Date() })}`;
  for (const key of life.done)
    await sql`insert into candidacy_steps ${sql({ ...its, key, done_by: helper, done_on: addDays(today, -15) })}`;
  for (const [collector, ago, count] of life.counts)
    await sql`insert into signature_counts ${sql({ ...its, collector, day: addDays(today, -ago), count, recorded_by: helper })}`;
  const briefingId = newId();
  const { title, text, questions } = life.briefing;
  await sql`insert into briefings ${sql({ ...its, id: briefingId, title, version: 1, needed_version: 1, created_by: candidate })}`;
  await sql`insert into briefing_versions ${sql({ ...its, briefing_id: briefingId, version: 1, text, questions: sql.json(questions as never), created_by: candidate })}`;
  for (const userId of [candidate, helper])
    await sql`insert into briefing_answers ${sql({ ...its, id: newId(), briefing_id: briefingId, version: 1, user_id: userId, right_answers: questions.length, is_passed: true })}`;
  for (const { kind, partner, place, ago, note, promise, followUp } of life.meetings) {
    const id = newId();
    const day = addDays(today, -ago);
    await sql`insert into team_meetings ${sql({
      ...its,
      id,
      kind,
      partner,
      place,
      day,
      note,
      follow_up: followUp?.text ?? '',
      owner_id: followUp ? helper : null,
      follow_up_on: followUp ? addDays(today, followUp.dueIn) : null,
      created_by: candidate,
    })}`;
    if (promise)
      await sql`insert into team_promises ${sql({
        ...its,
        id: newId(),
        meeting_id: id,
        text: promise.text,
        to_whom: partner,
        made_on: day,
        due_on: addDays(today, promise.dueIn),
        owner_id: helper,
        created_by: candidate,
      })}`;
  }
}
