import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '#app/features/campaigns/commands/erase-person.server.ts';
import { senderIndex, sealLetter } from '#app/features/campaigns/letter-text.server.ts';
import { findNearCampaigns } from '#app/features/campaigns/near-campaigns.server.ts';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { contactIndex } from '#app/features/campaigns/signer.server.ts';
import { drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeCampaign, makeOrganisation, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { makeBody, workOf } from './delivery-world.ts';
import { sign } from './support-world.ts';

const sql = adminConnection();
const now = new Date();
let campaign: MadeCampaign;
let moderator: StaffWork;
let organiser: StaffWork;
let stranger: StaffWork;

beforeAll(async () => {
  campaign = await makeCampaign(sql);
  moderator = await workOf(sql, campaign.organisationId, 'moderator');
  organiser = await workOf(sql, campaign.organisationId, 'organiser');
  stranger = await workOf(sql, (await makeOrganisation(sql)).id, 'owner');
});
afterAll(() => sql.end());

describe('erasing a person', () => {
  it('leaves nothing of them in the campaign, and touches nobody else', async () => {
    const person = 'silinsin@example.az';
    await sign(campaign.slug, { contact: person, name: 'Silinən Şəxs', showsName: 'on' });
    await sign(campaign.slug, { contact: person, name: 'Silinənin Anası' });
    await sign(campaign.slug, { contact: 'qalan@example.az', name: 'Qalan Şəxs' });
    await sql`update signatures set state = 'confirmed', assurance = 'email', confirmed_at = now() where campaign_id = ${campaign.id}`;
    const body = await makeBody(sql, 'Sınaq orqanı');
    const index = contactIndex(campaign.organisationId, person);
    const [{ id: signature } = { id: '' }] = await sql<
      { id: string }[]
    >`select id from signatures where contact_index = ${index} limit 1`;
    await sql`insert into signature_tellings ${sql({ signature_id: signature, organisation_id: campaign.organisationId, subject_id: randomUUID() })}`;
    const action = randomUUID();
    await sql`insert into letter_actions ${sql({ id: action, campaign_id: campaign.id, organisation_id: campaign.organisationId, body_id: body, subject: 'Yol', hints: 'Yol', state: 'open' })}`;
    for (const email of [person, 'qalan@example.az'])
      await sql`insert into supporter_letters ${sql({ id: randomUUID(), action_id: action, campaign_id: campaign.id, organisation_id: campaign.organisationId, client_id: randomUUID(), way: 'through', state: 'queued', letter_cipher: sealLetter({ name: 'X', email, region: 'AZ-AST', text: 'Yol', showsEmail: false }), sender_index: senderIndex({ bodyId: body, postId: null }, email), locale: 'az' })}`;
    await drainSupport(now);
    expect((await findCampaign(campaign.slug, now))?.names).toContain('Silinən Ş.');

    const erase = { clientId: randomUUID(), contact: person };
    expect(await erasePerson(moderator, campaign.id, erase)).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect(await erasePerson(stranger, campaign.id, erase)).toMatchObject({
      refusal: { code: 'campaigns.error.unknown' },
    });
    expect(await erasePerson(organiser, campaign.id, erase)).toMatchObject({ value: { signatures: 2, letters: 1 } });
    await drainSupport(now);
    expect(await sql`select 1 from signatures where contact_index = ${index}`).toHaveLength(0);
    expect(await sql`select 1 from signature_tellings where signature_id = ${signature}`).toHaveLength(0);
    expect(await sql`select 1 from supporter_letters where campaign_id = ${campaign.id}`).toHaveLength(1);
    const shown = await findCampaign(campaign.slug, now);
    expect(shown).toMatchObject({ supporters: 1 });
    expect(JSON.stringify(shown)).not.toContain('Silinən');
    const [kept] = await sql<
      { n: number }[]
    >`select count(*)::int as n from signatures where campaign_id = ${campaign.id}`;
    expect(kept?.n).toBe(1);
    const trail = await sql`select * from audit_entries where action = 'campaign.erase-person'`;
    expect(JSON.stringify(trail)).not.toContain('silinsin');
  });
});

describe('a campaign that looks like another one', () => {
  it('is shown before it begins: public ones and own drafts, never another’s draft', async () => {
    const planned = { title: 'Kəndin yolu təmir edilsin', category: 'road_surface', region: 'AZ-AST' };
    const draft = await makeCampaign(sql, {
      organisation: stranger.scope.organisationId,
      state: 'draft',
      title: 'Kəndin yolu təmir olunsun tez',
    });
    const here = await findNearCampaigns(organiser.scope, planned);
    expect(here.map(({ id }) => id)).toContain(campaign.id);
    expect(here.map(({ id }) => id)).not.toContain(draft.id);
    const there = await findNearCampaigns(stranger.scope, planned);
    expect(there.find(({ id }) => id === draft.id)).toMatchObject({ slug: null, state: 'draft' });
    expect(there.find(({ id }) => id === campaign.id)).toMatchObject({ slug: campaign.slug });
    expect(
      await findNearCampaigns(organiser.scope, {
        title: 'Uşaq bağçası açılsın',
        category: 'kindergarten',
        region: 'AZ-GA',
      }),
    ).toEqual([]);
  });
});
