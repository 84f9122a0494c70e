import { afterAll, describe, expect, it } from 'vitest';
import { approveOrganisation } from '#app/features/organisations/commands/approve-organisation.server.ts';
import { reopenOrganisation } from '#app/features/organisations/commands/reopen-organisation.server.ts';
import { saveEmergencyNumbers } from '#app/features/organisations/commands/save-emergency-numbers.server.ts';
import { suspendOrganisation } from '#app/features/organisations/commands/suspend-organisation.server.ts';
import {
  findOrganisation,
  listEmergencyNumbers,
  listOrganisations,
} from '#app/features/organisations/public-queries.server.ts';
import { organisationForRegion, organisationNames } from '#app/features/organisations/public.server.ts';
import { searchPublic } from '#app/features/organisations/search-queries.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { log } from '#app/platform/log.server.ts';
import * as apply from '#app/routes/public/apply.tsx';
import { lettersTo, makePerson, post } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const form = (fields: Record<string, string> = {}) => ({
  clientId: newId(),
  kind: 'initiative_group',
  nameAz: 'Xudat Qonşuları',
  aboutAz: 'Küçələrin işıqlandırılması və içməli su üzrə çalışırıq.',
  town: 'Xudat',
  'regions[0]': 'AZ-XAC',
  email: 'xudat@misal.az',
  isRegistered: 'no',
  application: 'İki ildir məktub yazırıq, bildirişləri Kəmalə oxuyacaq.',
  consent: 'on',
  ...fields,
});

async function makeKind(kind: string, regions: string[], name: string = newId().slice(0, 8)) {
  const row = { id: newId(), slug: `x-${newId().slice(0, 8)}` };
  await sql`insert into organisations ${sql({ ...row, kind, state: 'approved', name_az: name, name_en: name, name_ru: name })}`;
  for (const region of regions) await sql`insert into organisation_regions ${sql({ organisation_id: row.id, region })}`;
  return row;
}

describe('an application', () => {
  it('sent twice, and twice at once, is one organisation with one letter and one consent', async () => {
    const sent = form();
    const answers = await Promise.all([1, 2, 3].map(() => post(apply.action, '/organisations/apply', sent)));
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303]);
    const rows = await sql`select * from organisations where name_az = 'Xudat Qonşuları'`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.state).toBe('applied');
    expect(rows[0]?.applicant_email_cipher).not.toContain('xudat');
    expect(await lettersTo(sql, 'xudat@misal.az')).toHaveLength(1);
    expect(
      await sql`select 1 from consents where subject_id = ${rows[0]?.id} and purpose = 'application'`,
    ).toHaveLength(1);
    expect((await listOrganisations()).map((one) => one.slug)).not.toContain(rows[0]?.slug);
  });

  it('keeps what was typed and says what is missing', async () => {
    const refused = await post(apply.action, '/', form({ isRegistered: 'yes', legalName: 'Xudat İB' }));
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.errors).sort()).toEqual(['legalAddress', 'representativeName', 'representativePost']);
    const without = await post(apply.action, '/', { ...form(), 'regions[0]': '' });
    expect(without.status).toBe(422);
    expect((await post(apply.action, '/', form({ 'regions[0]': 'AZ-TEST' }))).status).toBe(422);
    expect((await post(apply.action, '/', form({ kind: 'team' }))).errors).toHaveProperty('kind');
    expect((await post(apply.action, '/', form({ consent: '' }))).errors).toHaveProperty('consent');
  });

  it('is taken in once: public, first owner invited; suspended it is gone from everywhere, and it comes back', async () => {
    await post(apply.action, '/', form({ nameAz: 'Yalama Sakinləri', email: 'yalama@misal.az', town: 'Yalama' }));
    const [row] = await sql<
      { id: string; slug: string }[]
    >`select id, slug from organisations where name_az = 'Yalama Sakinləri'`;
    const organisationId = row?.id as string;
    const slug = row?.slug as string;
    const scope = { kind: 'operator', userId: (await makePerson(sql)).id } as const;
    const decision = {
      organisationId,
      parentId: null,
      locale: 'az',
      origin: 'https://icma.test',
      operatorName: 'Elçin',
      clientId: newId(),
    } as const;
    const opened = { scope, now: new Date(), log };
    expect(await approveOrganisation(opened, { ...decision, parentId: organisationId })).toMatchObject({ ok: false });
    expect(await approveOrganisation(opened, decision)).toMatchObject({ ok: true });
    expect(await approveOrganisation(opened, decision)).toMatchObject({ ok: false });
    const letters = await lettersTo(sql, 'yalama@misal.az');
    expect(letters.filter((text) => text.includes('https://icma.test/invitations/'))).toHaveLength(1);
    expect(await findOrganisation(slug)).not.toBeNull();

    expect(await suspendOrganisation({ scope }, { organisationId, note: 'Yoxlanılır, bir həftə' })).toMatchObject({
      ok: true,
    });
    expect(await findOrganisation(slug)).toBeNull();
    expect((await searchPublic('yalama sakin')).organisations).toEqual([]);
    expect(await reopenOrganisation({ scope }, { organisationId })).toMatchObject({ ok: true });
    expect((await searchPublic('Йалама')).organisations.map((one) => one.slug)).toContain(slug);
  });
});

describe('routing by region', () => {
  it('prefers who works there, then a network of the region, then any network, and never a team', async () => {
    await sql`update organisations set state = 'closed'`;
    await makeKind('team', ['AZ-AST']);
    expect(await organisationForRegion('AZ-AST')).toBeNull();
    const anywhere = await makeKind('network', []);
    expect((await organisationForRegion('AZ-AST'))?.id).toBe(anywhere.id);
    const regional = await makeKind('network', ['AZ-AST']);
    expect((await organisationForRegion('AZ-AST'))?.id).toBe(regional.id);
    const society = await makeKind('society', ['AZ-AST']);
    expect((await organisationForRegion('AZ-AST'))?.id).toBe(society.id);
    const cbo = await makeKind('cbo', ['AZ-AST']);
    expect((await organisationForRegion('AZ-AST'))?.id).toBe(cbo.id);
    // A town and its district of one name are one choice to people.
    const town = await makeKind('cbo', ['AZ-LA']);
    expect((await organisationForRegion('AZ-LAN'))?.id).toBe(town.id);
    expect((await organisationForRegion('AZ-NX'))?.id).not.toBe(town.id);
  });
});

describe('teams', () => {
  it('stand in no directory, search, count or name list', async () => {
    const team = await makeKind('team', ['AZ-QAX'], 'Görünməz Komanda');
    expect((await listOrganisations()).map((one) => one.slug)).not.toContain(team.slug);
    expect((await searchPublic('gorunmez')).organisations).toEqual([]);
    expect(await findOrganisation(team.slug)).toBeNull();
    expect((await organisationNames([team.id])).size).toBe(0);
    const scope = { kind: 'operator', userId: newId() } as const;
    const { countByState, getForOperator, listForOperator } =
      await import('#app/features/organisations/operator-queries.server.ts');
    const approved = await listForOperator(scope, ['approved']);
    expect(approved.map((one) => one.slug)).not.toContain(team.slug);
    expect((await countByState(scope)).approved).toBe(approved.length);
    expect(await getForOperator(scope, team.id)).toBeNull();
  });
});

describe('emergency numbers', () => {
  it('are shown only when the operator confirmed them', async () => {
    const scope = { kind: 'operator', userId: newId() } as const;
    const number = { az: 'Polis', en: 'Police', ru: 'Полиция' };
    await saveEmergencyNumbers({ scope, now: new Date() }, [
      { ...number, number: '102', confirmedOn: '2026-11-01' },
      { ...number, number: '103', confirmedOn: '' },
    ]);
    expect((await listEmergencyNumbers()).map((entry) => entry.number)).toEqual(['102']);
  });
});
