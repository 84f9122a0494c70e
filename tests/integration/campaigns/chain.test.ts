import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '#tests/integration/issues/staff-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());
const at = astaraAtWork(sql);
const commands = (name: string) => import(`../../../app/features/campaigns/commands/${name}.server.ts`);

async function bodyId(): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`;
  return row?.id as string;
}

const story = {
  title: 'Dəyirman yolu',
  summary: 'Yol yağışda keçilmir, uşaqlar dərsə gecikir.',
  story: 'Yağışdan sonra avtobus kəndə qalxmır, uşaqlar dərsə piyada gedir.',
  category: 'road_surface' as const,
  region: 'AZ-AST',
  place: 'Şahağac',
  peopleAffected: 300,
  goal: 100,
  closesAt: null,
  hasPublicNames: true,
};

async function start(clientId = newId(), issueIds: string[] = []): Promise<string> {
  const { startCampaign } = await commands('start-campaign');
  const started = await startCampaign(at.organiser, {
    ...story,
    clientId,
    locale: 'az',
    issueIds,
    suggestionId: null,
    demands: [{ text: 'Yol asfaltlansın', addressee: { bodyId: await bodyId(), postId: null } }],
  });
  expect(started.ok).toBe(true);
  return started.value.id;
}

async function move(
  who: 'organiser' | 'moderator' | 'owner' | 'volunteer' | 'stranger',
  id: string,
  name: string,
  more = {},
) {
  const { moveCampaign } = await commands('move-campaign');
  return moveCampaign(at[who], { id, clientId: newId(), move: name, note: '', ...more });
}

const stateOf = async (id: string) =>
  (await sql<{ state: string; is_public: boolean }[]>`select state, is_public from campaigns where id = ${id}`)[0];

describe('a campaign', () => {
  it('begins once, however often the form is sent, as a draft that nobody outside sees', async () => {
    const clientId = newId();
    const [one, two] = await Promise.all([start(clientId), start(clientId)]);
    expect(two).toBe(one);
    expect(await stateOf(one)).toEqual({ state: 'draft', is_public: false });
    const { getOverview } = await import('#app/features/campaigns/campaign-detail.server.ts');
    expect(await getOverview(at.stranger.scope, one, new Date())).toBeUndefined();
    expect((await getOverview(at.organiser.scope, one, new Date()))?.demands[0]?.addressee.body?.az).toContain(
      'Astara',
    );
  });

  it('takes reports of its own organisation only', async () => {
    const [foreign] = await sql<
      { id: string }[]
    >`select id from issues where is_public and organisation_id <> ${at.organisationId} limit 1`;
    const [own] = await sql<
      { id: string }[]
    >`select id from issues where is_public and organisation_id = ${at.organisationId} limit 1`;
    const id = await start(newId(), [foreign?.id as string, own?.id as string]);
    expect(await sql`select issue_id from campaign_issues where campaign_id = ${id}`).toEqual([{ issue_id: own?.id }]);
  });

  it('is let out by somebody else than who submitted it, and sent back with a coded reason', async () => {
    const id = await start();
    expect(await move('moderator', id, 'publish')).toMatchObject({ ok: false });
    expect((await move('organiser', id, 'submit')).ok).toBe(true);
    expect(await move('organiser', id, 'publish')).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await move('moderator', id, 'return')).toMatchObject({ refusal: { code: 'campaigns.error.reason' } });
    expect((await move('moderator', id, 'return', { reason: 'unclear_demand' })).ok).toBe(true);
    // The owner may review too, but not what the owner submitted.
    expect((await move('owner', id, 'submit')).ok).toBe(true);
    expect(await move('owner', id, 'publish')).toMatchObject({ refusal: { code: 'campaigns.error.own-review' } });
    expect((await move('moderator', id, 'publish')).ok).toBe(true);
    expect(await stateOf(id)).toEqual({ state: 'active', is_public: true });
    expect(await move('stranger', id, 'pause')).toMatchObject({ refusal: { code: 'campaigns.error.unknown' } });
    expect(await move('volunteer', id, 'pause')).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
  });

  it('is not submitted without an addressee', async () => {
    const { startCampaign } = await commands('start-campaign');
    const started = await startCampaign(at.organiser, {
      ...story,
      clientId: newId(),
      locale: 'az',
      issueIds: [],
      suggestionId: null,
      demands: [{ text: 'Yol düzəlsin', addressee: null }],
    });
    expect(await move('organiser', started.value.id, 'submit')).toMatchObject({
      refusal: { code: 'campaigns.error.no-demand' },
    });
  });

  it('keeps the words that people put their support under', async () => {
    const id = await start();
    await move('organiser', id, 'submit');
    await move('moderator', id, 'publish');
    const { editCampaign } = await commands('edit-campaign');
    const edit = (title: string) => editCampaign(at.organiser, { ...story, title, id, clientId: newId(), version: 1 });
    expect(await edit('Başqa ad')).toMatchObject({ refusal: { code: 'campaigns.error.title-signed', field: 'title' } });
    expect((await edit(story.title)).ok).toBe(true);
    expect(await edit(story.title)).toMatchObject({ refusal: { code: 'common.error.changed-meanwhile' } });
    const [demand] = await sql<{ id: string }[]>`select id from campaign_demands where campaign_id = ${id}`;
    const { keepDemands } = await commands('keep-demands');
    const step = (more: object) => keepDemands(at.organiser, id, { clientId: newId(), demand: demand?.id, ...more });
    expect(await step({ intent: 'remove' })).toMatchObject({ refusal: { code: 'campaigns.error.demand-signed' } });
    expect(await step({ intent: 'edit', text: 'Yol genişləndirilsin', addressee: null, dueOn: null })).toMatchObject({
      refusal: { code: 'campaigns.error.demand-signed' },
    });
    expect(
      (await step({ intent: 'move', to: 'promised', note: 'Qəbulda söz verildi.', evidenceUrl: '', dueOn: null })).ok,
    ).toBe(true);
    expect(await step({ intent: 'move', to: 'promised', note: 'Yenə.', evidenceUrl: '', dueOn: null })).toMatchObject({
      ok: false,
    });
    const { findCampaign } = await import('#app/features/campaigns/public-campaign.server.ts');
    const [row] = await sql<{ slug: string }[]>`select slug from campaigns where id = ${id}`;
    expect((await findCampaign(row?.slug as string, new Date()))?.demands[0]).toMatchObject({
      state: 'promised',
      moves: [{ note: 'Qəbulda söz verildi.' }],
    });
  });

  it('is won with evidence, by two people', async () => {
    const id = await start();
    await move('organiser', id, 'submit');
    await move('moderator', id, 'publish');
    const { decideOutcome } = await commands('decide-outcome');
    const decide = (who: 'organiser' | 'owner', step: object) =>
      decideOutcome(at[who], id, { clientId: newId(), ...step });
    const change = { outcome: 'won', before: 'Yol keçilmirdi.', after: 'Yol asfaltlanıb.' };
    expect((await decide('organiser', { intent: 'propose', ...change })).ok).toBe(true);
    expect(await decide('organiser', { intent: 'confirm' })).toMatchObject({
      refusal: { code: 'campaigns.error.second-person' },
    });
    expect(await decide('owner', { intent: 'confirm' })).toMatchObject({
      refusal: { code: 'campaigns.error.no-evidence' },
    });
    const { addDocument } = await commands('keep-documents');
    const added = await addDocument(
      at.organiser,
      id,
      {
        clientId: newId(),
        kind: 'evidence',
        title: 'Yolun fotosu',
        url: 'https://example.invalid/yol',
        isPublic: true,
      },
      undefined,
    );
    expect(added.ok).toBe(true);
    const { findCampaign } = await import('#app/features/campaigns/public-campaign.server.ts');
    const [row] = await sql<{ slug: string }[]>`select slug from campaigns where id = ${id}`;
    expect((await findCampaign(row?.slug as string, new Date()))?.after).toBeNull();
    expect((await decide('owner', { intent: 'confirm' })).ok).toBe(true);
    expect((await findCampaign(row?.slug as string, new Date()))?.after).toBe('Yol asfaltlanıb.');
    expect(await stateOf(id)).toEqual({ state: 'won', is_public: true });
    const { removeDocument } = await commands('keep-documents');
    expect(await removeDocument(at.organiser, id, { clientId: newId(), document: added.value.id })).toMatchObject({
      refusal: { code: 'campaigns.error.evidence-stays' },
    });
  });

  it('never comes from what is never stored as a report', async () => {
    const { startCampaign } = await commands('start-campaign');
    const refused = await startCampaign(at.organiser, {
      ...story,
      category: 'early_marriage',
      clientId: newId(),
      locale: 'az',
      issueIds: [],
      suggestionId: null,
      demands: [],
    });
    expect(refused).toMatchObject({ refusal: { code: 'campaigns.error.sensitive' } });
  });
});

describe('the lists', () => {
  const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true, delimiter: ';' });

  it('equal their tables, and the public one is the workspace’s filtered to public states', async () => {
    const { exportOwnCampaigns, listOwnCampaigns } = await import('#app/features/campaigns/campaign-list.server.ts');
    const { exportPublicCampaigns, listCampaigns } = await import('#app/features/campaigns/public-queries.server.ts');
    const { ownTable, publicTable } = await import('#app/features/campaigns/campaign-tables.server.ts');
    const words = { t: wordsFor('az'), locale: 'az' as const };
    for (const filters of [{}, { theme: 'ecology' as const }, { q: 'yol' }]) {
      const own = await listOwnCampaigns(at.organiser.scope, filters, 1);
      const table = rowsOf(ownTable(await exportOwnCampaigns(at.organiser.scope, filters), new Map(), words));
      expect(table.map((row) => row['Ünvan'])).toEqual(own.rows.map((row) => row.slug));
      expect(own.total).toBe(own.rows.length);
      const all = await listCampaigns(filters, {}, 1000);
      const publicRows = rowsOf(publicTable(await exportPublicCampaigns(filters), words));
      expect(publicRows.map((row) => row['Ünvan'])).toEqual(all.items.map((item) => item.slug));
      expect(all.total).toBe(all.items.length);
      const slug = at.organiser.actor.memberships.find((one) => one.organisationId === at.organisationId)?.slug;
      expect(
        all.items
          .filter((item) => item.organisation?.slug === slug)
          .map((item) => item.id)
          .sort(),
      ).toEqual(
        own.rows
          .filter((row) => row.isPublic)
          .map((row) => row.id)
          .sort(),
      );
    }
  });

  it('turns its pages forwards and backwards over the same rows', async () => {
    const { listCampaigns } = await import('#app/features/campaigns/public-queries.server.ts');
    const whole = (await listCampaigns({}, {}, 1000)).items.map((item) => item.id);
    const seen: string[] = [];
    let page = await listCampaigns({}, {}, 4);
    while (true) {
      seen.push(...page.items.map((item) => item.id));
      if (!page.next) break;
      page = await listCampaigns({}, { after: page.next }, 4);
    }
    expect(seen).toEqual(whole);
    const back = await listCampaigns({}, { before: whole[6] }, 4);
    expect(back.items.map((item) => item.id)).toEqual(whole.slice(2, 6));
  });
});
