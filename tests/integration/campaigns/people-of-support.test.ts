import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { setSigningBrake } from '#app/features/campaigns/commands/judge-signature.server.ts';
import { exportPeople, listPeople } from '#app/features/campaigns/support-people.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeCampaign, makeMember, makeOrganisation } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { sign } from './support-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

async function worker(organisationId: string, ...roles: MemberRole[]): Promise<StaffWork> {
  const userId = await makeMember(sql, organisationId, roles);
  return {
    actor: {
      kind: 'user',
      userId,
      name: '',
      locale: 'az',
      isOperator: false,
      hasSecondFactor: false,
      sessionId: '',
      memberships: [{ organisationId, slug: '', kind: 'cbo', names: { az: '', en: '', ru: '' }, roles }],
    },
    scope: { kind: 'member', organisationId, userId, role: roles[0] as MemberRole },
    now: new Date(),
  } as StaffWork;
}
describe('people in the workspace', () => {
  it('stay with their organisation; the list is its own export; looking and taking stand in the trail', async () => {
    const own = await makeCampaign(sql);
    const owner = await worker(own.organisationId, 'owner');
    const stranger = await worker((await makeOrganisation(sql)).id, 'owner');
    for (let n = 0; n < 35; n += 1)
      await sign(own.slug, {
        name: `Sakin Vətəndaş${'abcdefghij'[n % 10]}${'klmn'[Math.floor(n / 10)]}`,
        contact: `s${n}@example.az`,
      });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listPeople(owner.scope, own.id, { state: 'pending' }, { after });
      seen.push(...page.rows.map(({ contact }) => contact));
      expect(page.total).toBe(35);
      after = page.after;
    } while (after);
    const table = await exportPeople(
      owner.scope,
      own.id,
      { state: 'pending' },
      { t: wordsFor('az'), locale: 'az', purpose: 'check' },
    );
    const rows = parse(table, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['E-poçt və ya telefon'])).toEqual(seen);
    const back = await listPeople(
      owner.scope,
      own.id,
      {},
      { before: (await listPeople(owner.scope, own.id, {}, {})).after },
    );
    expect(back.from).toBe(1);
    expect((await listPeople(stranger.scope, own.id, {}, {})).rows).toEqual([]);
    const trail = await sql`select action from audit_entries where subject_id = ${own.id}`;
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['campaign.people-seen', 'campaign.people-exported.check']),
    );
  });

  it('can be stopped from coming by one press', async () => {
    const own = await makeCampaign(sql);
    const [moderator, volunteer] = [
      await worker(own.organisationId, 'moderator'),
      await worker(own.organisationId, 'volunteer'),
    ];
    expect((await setSigningBrake(volunteer, own.id, { clientId: newId(), isPaused: true })).ok).toBe(false);
    expect((await setSigningBrake(moderator, own.id, { clientId: newId(), isPaused: true })).ok).toBe(true);
    expect(await sign(own.slug)).toMatchObject({ status: 409 });
    expect((await setSigningBrake(moderator, own.id, { clientId: newId(), isPaused: false })).ok).toBe(true);
    expect(await sign(own.slug)).toMatchObject({ status: 303 });
  });
});
