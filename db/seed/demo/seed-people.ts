import type postgres from 'postgres';
import { indexOfContact, readContact, sealAbout, sealContact, sealNote } from '#app/features/people/contact.server.ts';
import { PEOPLE_CONSENT_VERSION } from '#app/features/people/rules/kinds.ts';
import { matchKey } from '#app/features/people/rules/match.ts';
import { newId } from '#app/kernel/ids.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const MANY = 40;
/** Put together by counting: nobody is meant. */
const WOMEN = 'Aygün Nərgiz Sevda Ləman Zülfiyyə Gülnar Aynur Fidan Xədicə Türkan'.split(' ');
const MEN = 'Elvin Tural Cavid Ramin Orxan Kamil Vüqar Natiq Şahin Əhməd'.split(' ');
const LAST = 'Məmməd Quliyev Hüseyn Abbasov Kərimov Səfərov Bayramov Nəsibov Qasımov Vəliyev Tağızadə'.split(' ');
const PLACES = ['Kijəbə', 'Pensər', 'Təngərud', 'Ərçivan', 'Şahağac', 'Astara şəhəri'];
const ROLES = [
  'member',
  'volunteer',
  'supporter',
  'volunteer',
  'supporter',
  'trainee',
  'journalist',
  'official',
  'partner',
];
const AGES = ['14_17', '18_29', '30_44', '45_59', '60_up', null];
const TAGS = ['Su komitəsi', 'Gənclər', 'Məktəb', 'Sürücü', 'Tərcüməçi'];
const KINDS = ['meeting', 'event', 'training', 'volunteering', 'campaign', 'call'];

/** Forty invented people whom the Astara organisation knows, with tags, consents and what they did. */
export async function seedPeople(sql: postgres.TransactionSql, world: World): Promise<void> {
  const organisationId = world.organisations.get('astaracay') as string;
  const by = world.people.get('aide')?.id as string;
  const tags = TAGS.map((name) => ({ id: newId(), organisation_id: organisationId, name }));
  await sql`insert into people_tags ${sql(tags)}`;
  const ago = (days: number) => new Date(world.now.getTime() - days * DAY);
  for (let n = 0; n < MANY; n += 1) {
    const isWoman = n % 5 < 3;
    const last = LAST[(n * 7) % LAST.length] as string;
    const first = (isWoman ? WOMEN : MEN)[(n * 3) % 10] as string;
    const name = `${first} ${last.endsWith('ov') || last.endsWith('ev') ? `${last}${isWoman ? 'a' : ''}` : last.endsWith('zadə') ? last : `${last}li`}`;
    const row = { name, region: 'AZ-AST', place: PLACES[n % PLACES.length] as string };
    const id = newId();
    await sql`insert into people ${sql({
      id,
      organisation_id: organisationId,
      ...row,
      age_band: AGES[n % AGES.length] ?? null,
      gender: n % 4 === 3 ? null : isWoman ? 'woman' : 'man',
      match_key: matchKey(row),
      created_by: by,
      created_at: ago(160 - n * 3),
    })}`;
    const its = { origin_id: id, person_id: id, organisation_id: organisationId };
    const texts = [
      `+994 50 000 ${String(10 + n).padStart(2, '0')} 00`,
      ...(n % 2 === 0 ? [`insan${n}@icma.invalid`] : []),
    ];
    for (const contact of texts.map(readContact).filter((one) => one !== null))
      await sql`insert into people_contacts ${sql({ ...its, id: newId(), kind: contact.kind, cipher: sealContact(organisationId, contact), contact_index: indexOfContact(contact) })}`;
    const marks = [
      { kind: 'role', value: ROLES[n % ROLES.length] as string },
      { kind: 'language', value: 'az' },
      ...(n % 3 === 0 ? [{ kind: 'language', value: 'tly' }] : []),
      ...(n % 4 === 0 ? [{ kind: 'language', value: 'ru' }] : []),
      ...(n % 2 === 0 ? [{ kind: 'tag', value: tags[n % tags.length]?.id as string }] : []),
    ];
    await sql`insert into people_marks ${sql(marks.map((mark) => ({ ...its, ...mark })))}`;
    const moments = [
      { kind: 'entered', at: ago(160 - n * 3), about: '' },
      ...(n % 2 === 0 ? [{ kind: KINDS[n % KINDS.length] as string, at: ago(n + 2), about: 'Məhəllə görüşü' }] : []),
    ];
    for (const { kind, at, about } of moments)
      await sql`insert into people_moments ${sql({ ...its, id: newId(), kind, at, about_cipher: about ? sealAbout(organisationId, about) : null, recorded_by: by })}`;
    if (n % 3 !== 2)
      await sql`insert into people_consents ${sql({ ...its, id: newId(), purpose: n % 2 ? 'news' : 'events', channel: n % 2 ? 'phone' : 'email', text_version: PEOPLE_CONSENT_VERSION, given_at: ago(100 - n), withdrawn_at: n % 9 === 0 ? ago(5) : null, recorded_by: by })}`;
    if (n % 8 === 0)
      await sql`insert into people_notes ${sql({ ...its, id: newId(), cipher: sealNote(organisationId, 'Axşam saatlarında zəng etmək daha rahatdır.'), author_id: by })}`;
  }
  const rule = {
    all: [{ all: [{ is: 'role', role: 'volunteer' }, { not: { is: 'tag', tagId: tags[3]?.id ?? '' } }] }],
  };
  await sql`insert into people_searches ${sql({ id: newId(), organisation_id: organisationId, name: 'Könüllülər', rule: sql.json(rule), created_by: by })}`;
}
