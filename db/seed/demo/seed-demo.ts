import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { blindIndex, seal } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { DESK_PASSPHRASE, DESK_PEOPLE, DESK_TOTP_SECRET } from './story/desk.ts';
import { DEMO_STORY } from './story/index.ts';
import { seedAuthorities } from './seed-authorities.ts';
import { seedBoard } from './seed-board.ts';
import { seedCampaignLife } from './seed-campaign-life.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { seedEvents } from './seed-events.ts';
import { seedIssue } from './seed-issue.ts';
import { seedDesk } from './seed-legal.ts';
import { seedMedia } from './seed-media.ts';
import { seedPeople as seedKnownPeople } from './seed-people.ts';
import { seedSuggestions } from './seed-suggestions.ts';
import { seedSupporterLetters } from './seed-supporter-letters.ts';
import { seedTeams } from './seed-teams.ts';
import { seedWatched } from './seed-watched.ts';
import { seedWork } from './seed-work.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

/**
 * Puts the story into an empty database and its people's sign-in into `demo-people.json`. One transaction: all or nothing.
 * What was asked of the legal desk comes after it (seed-legal `seedRequests`), by the way an applicant goes.
 */
export async function seedDemo(sql: postgres.Sql, now: Date): Promise<World> {
  const { signIns: people, world } = await sql.begin(async (tx) => {
    const world: World = {
      now,
      people: new Map(),
      organisations: new Map(),
      issues: new Map(),
      bodies: await readBodies(tx),
    };
    await seedOrganisations(tx, world);
    const signIns = [...(await seedPeople(tx, world)), ...(await seedTeams(tx, world))];
    await seedSignatories(tx, world);
    await seedAuthorities(tx, world);
    for (const issue of DEMO_STORY.issues) await seedIssue(tx, world, issue);
    await seedCampaigns(tx, world);
    await seedSupporterLetters(tx, world);
    await seedSuggestions(tx, world);
    await seedWatched(tx, world);
    await seedKnownPeople(tx, world);
    await seedCampaignLife(tx, world);
    await seedEvents(tx, world);
    await seedMedia(tx, world);
    await seedBoard(tx, world);
    await seedWork(tx, world);
    await seedSettings(tx, now);
    await seedDesk(tx, world);
    return { signIns, world };
  });
  writeFileSync(join(env().DATA_DIR, 'demo-people.json'), `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  return world;
}

async function readBodies(sql: postgres.TransactionSql): Promise<World['bodies']> {
  const rows = await sql<{ id: string; kind: string; region: string | null }[]>`select id, kind, region from bodies`;
  // The district answers for the town of the same name; a kind that is kept by region has no general body to fall back on.
  return (kind, region) =>
    rows.find((row) => row.kind === kind && (row.region === null || row.region === choiceOf(region)))?.id ?? null;
}

async function seedOrganisations(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const entry of DEMO_STORY.organisations) world.organisations.set(entry.key, newId());
  // Parents first: the table refers to itself.
  const ordered = [...DEMO_STORY.organisations].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  for (const entry of ordered) {
    const id = world.organisations.get(entry.key) as string;
    const row = {
      id,
      slug: entry.slug,
      kind: entry.kind,
      state: entry.state,
      parent_id: entry.parent === null ? null : (world.organisations.get(entry.parent) ?? null),
      name_az: entry.names.az,
      name_en: entry.names.en,
      name_ru: entry.names.ru,
      about_az: entry.about.az,
      about_en: entry.about.en,
      about_ru: entry.about.ru,
      town: entry.town,
      lat: entry.lat,
      lng: entry.lng,
      founded_year: entry.foundedYear,
      public_email: entry.publicEmail,
      public_phone: entry.publicPhone,
      is_registered: entry.legal !== null,
      legal_name: entry.legal?.name ?? null,
      legal_address: entry.legal?.address ?? null,
      representative_name: entry.legal?.representative ?? null,
      representative_post: entry.legal?.post ?? null,
      application: entry.application ?? null,
      applicant_email_cipher:
        entry.state === 'applied' ? seal(entry.publicEmail, 'organisations.applicant-email') : null,
      created_at: new Date(world.now.getTime() - 200 * DAY),
      approved_at: entry.state === 'approved' ? new Date(world.now.getTime() - 190 * DAY) : null,
    };
    await sql`insert into organisations ${sql(row)}`;
    for (const region of entry.regions)
      await sql`insert into organisation_regions ${sql({ organisation_id: id, region })}`;
  }
}

type SignIn = {
  id: string;
  name: string;
  /** Null for somebody who has a telephone only. */
  email: string | null;
  phone: string;
  password: string;
  role: string;
  organisation: string;
  /** People of the legal desk only: what opens their vault, and their second factor. */
  passphrase?: string;
  totpSecret?: string;
};

async function seedPeople(sql: postgres.TransactionSql, world: World): Promise<SignIn[]> {
  const signIns: SignIn[] = [];
  for (const person of DEMO_STORY.people) {
    const id = newId();
    const password = `${person.key}-demo-2026`;
    world.people.set(person.key, { id, role: person.memberships[0]?.roles[0] ?? 'citizen' });
    await sql`insert into users ${sql({
      id,
      name: person.name,
      email_cipher: person.email && seal(person.email, 'users.email'),
      email_index: person.email && blindIndex('email', person.email),
      phone_cipher: seal(person.phone, 'users.phone'),
      phone_index: blindIndex('phone', person.phone),
      password_hash: await hashPassword(password),
      locale: person.locale,
      is_operator: person.isOperator ?? false,
      created_at: new Date(world.now.getTime() - 180 * DAY),
    })}`;
    for (const { organisation, roles } of person.memberships) {
      for (const role of roles) {
        const organisationId = world.organisations.get(organisation) as string;
        await sql`insert into memberships ${sql({ id: newId(), organisation_id: organisationId, user_id: id, role, created_at: new Date(world.now.getTime() - 170 * DAY) })}`;
      }
    }
    const roles = person.isOperator ? ['operator'] : person.memberships.flatMap((entry) => entry.roles);
    const organisations = person.memberships.map(
      (entry) => DEMO_STORY.organisations.find((one) => one.key === entry.organisation)?.names.az ?? '',
    );
    signIns.push({
      id,
      name: person.name,
      email: person.email,
      phone: person.phone,
      password,
      role: [...new Set(roles)].join(', ') || 'citizen',
      organisation: organisations.join(', '),
      ...(DESK_PEOPLE.some(({ key }) => key === person.key)
        ? { passphrase: DESK_PASSPHRASE, totpSecret: DESK_TOTP_SECRET }
        : {}),
    });
  }
  return signIns;
}

async function seedSignatories(sql: postgres.TransactionSql, world: World): Promise<void> {
  for (const { key, signatory } of DEMO_STORY.organisations) {
    if (!signatory) continue;
    await sql`insert into letter_signatories ${sql({
      id: newId(),
      organisation_id: world.organisations.get(key) as string,
      user_id: world.people.get(signatory.person)?.id as string,
      full_name_cipher: seal(signatory.fullName, 'letter-signatories.full-name'),
      address_cipher: seal(signatory.address, 'letter-signatories.address'),
      agreed_at: new Date(world.now.getTime() - 160 * DAY),
    })}`;
  }
}

/** The demo's operator and emergency numbers are marked as examples and not confirmed as a live instance's must be. */
async function seedSettings(sql: postgres.TransactionSql, now: Date): Promise<void> {
  const operator = {
    name: '“Körpü” İcma Şəbəkəsi (nümunə)',
    address: 'Bakı şəhəri, Nümunə küçəsi 1',
    email: 'operator@icma.invalid',
    phone: '+994 12 000 00 00',
  };
  const emergency = [
    { number: '102', az: 'Polis', en: 'Police', ru: 'Полиция' },
    { number: '103', az: 'Təcili tibbi yardım', en: 'Ambulance', ru: 'Скорая помощь' },
    { number: '112', az: 'Fövqəladə hallar', en: 'Emergencies', ru: 'Экстренные случаи' },
    {
      number: '(012) 860',
      az: 'Zorakılıqdan zərər çəkənlər üçün',
      en: 'For people harmed by violence',
      ru: 'Для пострадавших от насилия',
    },
  ];
  await sql`insert into settings (key, value, confirmed_at) values
    ('public.operator', ${sql.json(operator)}, ${now}), ('public.emergency', ${sql.json(emergency)}, ${now})`;
}
