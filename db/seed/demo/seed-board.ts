import type postgres from 'postgres';
import { sealBoardContact } from '#app/features/board/contact.server.ts';
import type { BoardCategory, BoardKind } from '#app/features/board/rules/kinds.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { DEMO_STORY } from './story/index.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

type Entry = {
  key?: string;
  org: string;
  kind: BoardKind;
  category: BoardCategory;
  title: string;
  text: string;
  region: string;
  place: string;
  /** Days from now: first day, last day, and how long ago it was written. */
  from: number;
  until: number;
  age: number;
};

/** What the story's organisations lack and can lend; invented, as everything in the story. */
const ENTRIES: readonly Entry[] = [
  {
    key: 'hall',
    org: 'astaracay',
    kind: 'need',
    category: 'room',
    title: '40 nəfərlik zal',
    text: 'Kənd sakinləri ilə görüş üçün. Stullar lazımdır, mikrofon vacib deyil.',
    region: 'AZ-AST',
    place: 'Ərçivan',
    from: 5,
    until: 30,
    age: 4,
  },
  {
    org: 'astaracay',
    kind: 'offer',
    category: 'translation',
    title: 'Talış və rus dillərindən tərcümə',
    text: 'Həftədə iki axşam, şifahi və ya yazılı.',
    region: 'AZ-AST',
    place: '',
    from: 0,
    until: 90,
    age: 12,
  },
  {
    org: 'astaracay',
    kind: 'need',
    category: 'equipment',
    title: 'Proyektor və ekran',
    text: 'Gənclər üçün təlim günü, bir gündən sonra qaytarırıq.',
    region: 'AZ-AST',
    place: 'Astara şəhəri',
    from: 3,
    until: 20,
    age: 18,
  },
  {
    org: 'xezeryeli',
    kind: 'offer',
    category: 'equipment',
    title: 'Proyektor, ekran və səs avadanlığı',
    text: 'Ofisimizdən götürmək olar, iki günlük.',
    region: 'AZ-LAN',
    place: 'Lənkəran şəhəri',
    from: 0,
    until: 60,
    age: 6,
  },
  {
    org: 'xezeryeli',
    kind: 'need',
    category: 'translation',
    title: 'Talış dilində vərəqə üçün tərcümə',
    text: 'İki səhifə, sahilin təmizliyi haqqında.',
    region: 'AZ-LAN',
    place: '',
    from: 2,
    until: 25,
    age: 3,
  },
  {
    key: 'bus',
    org: 'vilescay',
    kind: 'offer',
    category: 'transport',
    title: 'On yerlik mikroavtobus',
    text: 'Hər şənbə, sürücü ilə birlikdə.',
    region: 'AZ-MAS',
    place: 'Masallı',
    from: 0,
    until: 45,
    age: 9,
  },
  {
    org: 'vilescay',
    kind: 'need',
    category: 'training',
    title: 'Çıxış etmək üzrə təlimçi',
    text: 'İki günlük məşğələ, 15 qadın iştirak edir.',
    region: 'AZ-MAS',
    place: '',
    from: 10,
    until: 40,
    age: 2,
  },
  {
    org: 'kepez',
    kind: 'offer',
    category: 'printing',
    title: 'Plakat dizaynı',
    text: 'Ayda üç plakat, A3 ölçüsünə qədər.',
    region: 'AZ-GA',
    place: 'Gəncə',
    from: 0,
    until: 120,
    age: 20,
  },
  {
    org: 'semkircay',
    kind: 'need',
    category: 'printing',
    title: 'Məktəb kampaniyası üçün plakat',
    text: 'Mətn hazırdır, dizayn lazımdır.',
    region: 'AZ-SKR',
    place: '',
    from: 1,
    until: 28,
    age: 5,
  },
  {
    org: 'narbagi',
    kind: 'offer',
    category: 'skill',
    title: 'Suvarma üzrə mühəndisin məsləhəti',
    text: 'Həftədə bir gün, sahəyə baxış daxil.',
    region: 'AZ-GOY',
    place: '',
    from: 0,
    until: 60,
    age: 7,
  },
];

/** Entries of the board, and an answer of Astara's to Masallı's bus that is agreed already. */
export async function seedBoard(sql: postgres.TransactionSql, world: World): Promise<void> {
  const ids = new Map<string, string>();
  const day = (days: number) => dayOf(new Date(world.now.getTime() + days * DAY));
  const owner = async (organisationId: string) => {
    const [row] = await sql<{ id: string }[]>`
      select user_id as id from memberships where organisation_id = ${organisationId} order by created_at, role limit 1`;
    return row?.id ?? newId();
  };
  const known = new Set(DEMO_STORY.organisations.filter(({ state }) => state === 'approved').map(({ key }) => key));
  for (const { key, org, from, until, age, ...entry } of ENTRIES) {
    const organisationId = world.organisations.get(org);
    if (!organisationId || !known.has(org)) continue;
    const id = newId();
    if (key) ids.set(key, id);
    await sql`insert into board_entries ${sql({
      ...entry,
      id,
      organisation_id: organisationId,
      locale: 'az',
      starts_on: day(from),
      ends_on: day(until),
      created_by: await owner(organisationId),
      created_at: new Date(world.now.getTime() - age * DAY),
    })}`;
  }
  const [bus, ownerId, proposerId] = [
    ids.get('bus'),
    world.organisations.get('vilescay'),
    world.organisations.get('astaracay'),
  ];
  if (!bus || !ownerId || !proposerId) return;
  const id = newId();
  const at = new Date(world.now.getTime() - 2 * DAY);
  await sql`insert into board_matches ${sql({ id, entry_id: bus, owner_id: ownerId, proposer_id: proposerId, note: 'Dağ kəndlərindən sakinləri görüşə gətirmək üçün.', created_at: at })}`;
  const sides = [
    { organisationId: ownerId, name: 'Viləş ofisi', contact: '+994500000151' },
    { organisationId: proposerId, name: 'Astaraçay ofisi', contact: '+994500000152' },
  ];
  for (const { organisationId, ...contact } of sides)
    await sql`insert into board_contacts ${sql({ match_id: id, organisation_id: organisationId, cipher: sealBoardContact(id, organisationId, contact) })}`;
  await sql`update board_matches set state = 'agreed', answered_at = ${at} where id = ${id}`;
}
