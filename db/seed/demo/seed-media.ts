import type postgres from 'postgres';
import { sealFollowUp } from '#app/features/media/about.server.ts';
import { sealAbout } from '#app/features/people/contact.server.ts';
import { dayOf, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const OUTLETS = [
  { name: 'Cənub Səhəri', kind: 'newspaper', region: 'AZ-AST' },
  { name: 'Xəzər Sahili TV', kind: 'tv', region: 'AZ-LAN' },
  { name: 'Kənd Xəbərləri', kind: 'site', region: '' },
] as const;
const COVERAGE = [
  { outlet: 0, by: 0, age: 6, tone: 'positive', title: 'Kijəbə sakinləri yolun təmirinə nail oldular' },
  { outlet: 1, by: 1, age: 21, tone: 'neutral', title: 'Sahilə çıxış barədə reportaj' },
  { outlet: 2, by: 0, age: 47, tone: 'critical', title: 'Körpü niyə gecikir: icma və rəsmilər nə deyir' },
] as const;
const PARTNERS = [
  { name: 'Astara Kitabxana Evi', kind: 'school', region: 'AZ-AST', note: 'Görüşlər üçün oxu zalı.' },
  { name: 'Yaşıl Sahil Könüllüləri', kind: 'ngo', region: 'AZ-LAN', note: 'Sahil təmizliyi, ildə iki dəfə.' },
] as const;

/** Invented newsrooms, coverage and partners of the Astara organisation, and two reminders to get back to somebody. */
export async function seedMedia(sql: postgres.TransactionSql, world: World): Promise<void> {
  const organisationId = world.organisations.get('astaracay') as string;
  const by = world.people.get('aide')?.id as string;
  const its = { organisation_id: organisationId, created_by: by };
  const day = (days: number) => dayOf(new Date(world.now.getTime() + days * DAY));
  const ofRole = (role: string) => sql<{ id: string }[]>`
    select p.id from people p join people_marks m on m.person_id = p.id and m.kind = 'role' and m.value = ${role}
    where p.organisation_id = ${organisationId} order by p.name limit 2`;
  const [journalists, representatives] = [await ofRole('journalist'), await ofRole('partner')];
  const outlets = OUTLETS.map((outlet) => ({ ...its, ...outlet, id: newId(), url: '' }));
  await sql`insert into media_outlets ${sql(outlets)}`;
  for (const { outlet, by: writer, age, tone, title } of COVERAGE) {
    const person = journalists[writer]?.id ?? null;
    const id = newId();
    await sql`insert into media_coverage ${sql({ ...its, id, on: day(-age), outlet_id: outlets[outlet]?.id as string, person_id: person, title, url: 'https://xeber.invalid/astara', tone })}`;
    if (person)
      await sql`insert into people_moments ${sql({ id: newId(), origin_id: person, person_id: person, organisation_id: organisationId, kind: 'coverage', at: noonOf(day(-age)), about_cipher: sealAbout(organisationId, title), subject_id: id, recorded_by: by })}`;
  }
  const partners = PARTNERS.map((partner, at) => ({
    ...its,
    ...partner,
    id: newId(),
    url: '',
    person_id: representatives[at]?.id ?? null,
  }));
  await sql`insert into partner_organisations ${sql(partners)}`;
  const about = (text: string) => sealFollowUp(organisationId, text);
  if (journalists[0])
    await sql`insert into contact_follow_ups ${sql({ ...its, id: newId(), person_id: journalists[0].id, due_on: day(-1), about_cipher: about('Yolun açılışına dəvət') })}`;
  await sql`insert into contact_follow_ups ${sql({ ...its, id: newId(), partner_id: partners[0]?.id as string, due_on: day(4), about_cipher: about('Zalın günləri') })}`;
}
