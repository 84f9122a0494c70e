import type postgres from 'postgres';
import { sealSent, type Sent } from '#app/features/tasks/join-form.server.ts';
import { JOIN_CONSENT_VERSION, type TaskState } from '#app/features/tasks/rules/kinds.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { hashedId } from '#app/platform/crypto.server.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

type TaskOfStory = {
  title: string;
  details?: string;
  state?: TaskState;
  /** Whose it is; nobody's without. */
  of?: 'aide' | 'samir' | 'rena';
  /** Days from now until it is due. */
  due?: number;
};
const TASKS: readonly TaskOfStory[] = [
  {
    title: 'Yığıncaq üçün zalın açarını götürmək',
    details: 'Mədəniyyət evinin müdiri saat 17-yə qədər yerindədir.',
    of: 'aide',
    due: 4,
  },
  { title: 'Jurnalistə su nümunələrinin nəticəsini göndərmək', of: 'aide', due: -2, state: 'doing' },
  { title: 'Kijəbə yolunun yeni şəkillərini çəkmək', of: 'samir', due: 6 },
  { title: 'Bələdiyyədən iclasın gününü öyrənmək', of: 'rena', due: 1, state: 'waiting' },
  { title: 'Elanı kənd mağazalarında asmaq', details: 'On nüsxə ofisdədir.', due: 3 },
  { title: 'Təlim üçün dəftər və qələm almaq', due: 10 },
  { title: 'Təmizlik gününün kisələrini qaytarmaq', of: 'samir', due: -6, state: 'done' },
  { title: 'Yeni könüllülərə zəng etmək', of: 'aide', due: -9, state: 'done' },
];

const ROLES = [
  { title: 'Təlim aparan', places: 3, reserved_for: 'women', reserved: 2 },
  { title: 'Sürücü', places: 4, reserved_for: 'nobody', reserved: 0 },
  { title: 'Sosial şəbəkədə yazan', places: 2, reserved_for: 'young', reserved: 1 },
] as const;

const NOBODY: Pick<Sent, 'email' | 'region' | 'guardian' | 'locale' | 'wantsEvents'> = {
  email: '',
  region: 'AZ-AST',
  guardian: null,
  locale: 'az',
  wantsEvents: true,
};
/** Who wrote through the form and waits for an answer; invented. */
const WAITING: readonly { sent: Sent; role: number; ageBand: string; gender: string; days: number }[] = [
  {
    sent: {
      ...NOBODY,
      name: 'Lalə Rzalı',
      phone: '+994500007701',
      place: 'Pensər',
      skills: ['teaching', 'speaking'],
      times: ['saturday', 'weekday_evening'],
      languages: ['az', 'tly'],
      message: 'Məktəbdə ədəbiyyat müəllimiyəm, müraciət yazmağı öyrədə bilərəm.',
    },
    role: 0,
    ageBand: '30_44',
    gender: 'woman',
    days: 2,
  },
  {
    sent: {
      ...NOBODY,
      name: 'Tunar Əsədli',
      phone: '+994500007702',
      place: 'Astara şəhəri',
      skills: ['photo_video', 'social_media'],
      times: ['sunday'],
      languages: ['az', 'ru'],
      message: '',
    },
    role: 2,
    ageBand: '18_29',
    gender: 'man',
    days: 1,
  },
];

/** The work of the Astara organisation: tasks, join forms with people who wait, and a message that is written and not sent. */
export async function seedWork(sql: postgres.TransactionSql, world: World): Promise<void> {
  const organisationId = world.organisations.get('astaracay') as string;
  const id = (key: string) => world.people.get(key)?.id as string;
  const ago = (days: number) => new Date(world.now.getTime() - days * DAY);
  for (const [n, { title, details = '', state = 'open', of, due }] of TASKS.entries())
    await sql`insert into tasks ${sql({
      id: newId(),
      organisation_id: organisationId,
      state,
      title,
      details,
      due_on: due === undefined ? null : dayOf(ago(-due)),
      assignee_id: of === undefined ? null : id(of),
      created_by: id('aide'),
      done_at: state === 'done' ? ago(7 - n / 2) : null,
      created_at: ago(14 - n),
      updated_at: ago(state === 'done' ? 7 - n / 2 : 1),
    })}`;
  await seedJoining(sql, organisationId, ago);
  await seedMessage(sql, organisationId, id('aide'), ago(1));
}

async function seedJoining(
  sql: postgres.TransactionSql,
  organisationId: string,
  ago: (days: number) => Date,
): Promise<void> {
  const [own, campaign] = await Promise.all([
    sql<{ slug: string }[]>`select slug from organisations where id = ${organisationId}`,
    sql<
      { id: string; slug: string }[]
    >`select id, slug from campaigns where organisation_id = ${organisationId} and state in ('active', 'delivered', 'answered') order by published_at limit 1`,
  ]);
  const form = {
    id: newId(),
    organisation_id: organisationId,
    campaign_id: null as string | null,
    slug: own[0]?.slug as string,
    is_open: true,
    intro: 'Kəndlərdə yığıncaq keçiririk, müraciət yazmağa kömək edirik. Həftədə iki saat da bəs edir.',
    locale: 'az',
    created_at: ago(30),
  };
  await sql`insert into join_forms ${sql(form)}`;
  if (campaign[0])
    await sql`insert into join_forms ${sql({
      ...form,
      id: newId(),
      campaign_id: campaign[0].id,
      slug: campaign[0].slug,
      intro: 'Qonşularla danışmaq, şəkil çəkmək və iclaslara getmək üçün adam lazımdır.',
    })}`;
  const roles = ROLES.map((role, position) => ({
    ...role,
    id: newId(),
    organisation_id: organisationId,
    form_id: form.id,
    position,
  }));
  await sql`insert into join_roles ${sql(roles)}`;
  for (const { sent, role, ageBand, gender, days } of WAITING)
    await sql`insert into join_submissions ${sql({
      id: newId(),
      organisation_id: organisationId,
      form_id: form.id,
      role_id: roles[role]?.id as string,
      client_id: hashedId(newId()),
      cipher: sealSent(organisationId, sent),
      age_band: ageBand,
      gender,
      consent_version: JOIN_CONSENT_VERSION,
      created_at: ago(days),
    })}`;
}

/** Written to the volunteers and ready: the audience can be locked, a test sent. */
async function seedMessage(sql: postgres.TransactionSql, organisationId: string, by: string, at: Date): Promise<void> {
  const [search] = await sql<
    { id: string }[]
  >`select id from people_searches where organisation_id = ${organisationId} order by created_at limit 1`;
  const texts = {
    az: {
      subject: 'Pensərdə su haqqında yığıncaq',
      text: 'Salam!\n\nİçməli su xəttinin təmiri haqqında yığıncağa gəlin. İcra hakimiyyətinin cavabını oxuyacağıq və növbəti addımı birlikdə seçəcəyik.\n\nUşaqlarla gəlmək olar.',
    },
    ru: {
      subject: 'Собрание о воде в Пенсаре',
      text: 'Здравствуйте!\n\nПриходите на собрание о ремонте водопровода. Прочитаем ответ исполнительной власти и вместе выберем следующий шаг.\n\nМожно с детьми.',
    },
  };
  await sql`insert into mailings ${sql({
    id: newId(),
    organisation_id: organisationId,
    purpose: 'events',
    audience: search ? 'search' : 'all',
    audience_id: search?.id ?? null,
    texts: sql.json(texts),
    locale: 'az',
    created_by: by,
    created_at: at,
    updated_at: at,
  })}`;
}
