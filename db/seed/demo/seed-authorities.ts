import type postgres from 'postgres';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { DEMO_OFFICES, SAMPLE_HOLIDAYS } from './story/offices.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
/** The story's oldest letters. */
const STORY_DAYS = 200;

/** Offices with invented holders, and the sample calendar: the years that the story touches and the next. None is confirmed. */
export async function seedAuthorities(sql: postgres.TransactionSql, world: World): Promise<void> {
  await seedOffices(sql, world);
  const from = Number(dayOf(new Date(world.now.getTime() - STORY_DAYS * DAY)).slice(0, 4));
  const to = Number(dayOf(world.now).slice(0, 4)) + 1;
  for (let year = from; year <= to; year += 1) await seedSampleYear(sql, year);
}

async function seedOffices(sql: postgres.TransactionSql, { bodies, now }: World): Promise<void> {
  const ago = (days: number): string => dayOf(new Date(now.getTime() - days * DAY));
  const placed = new Map<string, number>();
  for (const { body, region, title, holders } of DEMO_OFFICES) {
    const bodyId = bodies(body, region ?? '');
    if (bodyId === null) continue;
    const position = placed.get(bodyId) ?? 0;
    placed.set(bodyId, position + 1);
    const postId = newId();
    await sql`insert into posts ${sql({ id: postId, body_id: bodyId, title_az: title.az, title_en: title.en, title_ru: title.ru, position })}`;
    for (const { name, sinceDaysAgo, untilDaysAgo } of holders) {
      await sql`insert into post_holders ${sql({
        id: newId(),
        post_id: postId,
        name,
        since: ago(sinceDaysAgo),
        until: untilDaysAgo === undefined ? null : ago(untilDaysAgo),
        source: 'nümunə məlumat',
        checked_on: ago(14),
      })}`;
    }
  }
}

async function seedSampleYear(sql: postgres.TransactionSql, year: number): Promise<void> {
  await sql`insert into holiday_years ${sql({ year, is_sample: true, source: 'nümunə' })}`;
  const rows = SAMPLE_HOLIDAYS.map(([monthDay, name]) => ({
    year,
    on: `${year}-${monthDay}`,
    name,
    is_workday: false,
  }));
  await sql`insert into holidays ${sql(rows)}`;
}
