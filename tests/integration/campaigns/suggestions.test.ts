import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideSuggestion } from '#app/features/campaigns/commands/decide-suggestion.server.ts';
import { checkPast, importPast } from '#app/features/campaigns/commands/import-past.server.ts';
import { startCampaign } from '#app/features/campaigns/commands/start-campaign.server.ts';
import { pastTemplate } from '#app/features/campaigns/past-plan.server.ts';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { listCampaigns } from '#app/features/campaigns/public-queries.server.ts';
import {
  countSuggestions,
  listSuggestions,
  suggestCampaigns,
} from '#app/features/campaigns/suggest-campaigns.server.ts';
import { suggestTasks } from '#app/features/campaigns/suggest-jobs.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeOrganisation } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { workOf } from './delivery-world.ts';

const sql = adminConnection();
const now = new Date();
let organisation: string;
let organiser: StaffWork;
let owner: StaffWork;
let stranger: StaffWork;

beforeAll(async () => {
  organisation = (await makeOrganisation(sql)).id;
  organiser = await workOf(sql, organisation);
  owner = await workOf(sql, organisation, 'owner');
  stranger = await workOf(sql, (await makeOrganisation(sql)).id);
});
afterAll(() => sql.end());

async function addReport(more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const [{ ref } = { ref: 0 }] = await sql<{ ref: number }[]>`select nextval('issue_ref_seq')::int as ref`;
  await sql`insert into issues ${sql({
    id,
    ref,
    organisation_id: organisation,
    client_id: randomUUID(),
    state: 'published',
    category: 'street_light',
    theme: 'infrastructure',
    region: 'AZ-AST',
    place: 'gizli',
    title: 'Fənər yanmır',
    public_title: 'Fənər yanmır',
    public_place: 'Sahil küçəsi',
    locale: 'az',
    exact_lat: 38.45,
    exact_lng: 48.87,
    public_lat: 38.45 + Math.random() / 1000,
    public_lng: 48.87,
    confirmations: 3,
    published_at: new Date(now.getTime() - 86_400_000),
    ...more,
  })}`;
  return id;
}
const search = () => suggestCampaigns({ kind: 'system', organisationId: organisation }, now);

describe('suggested campaigns', () => {
  it('needs five public reports with a place; what is not public or mended does not count', async () => {
    for (let at = 0; at < 4; at += 1) await addReport();
    await addReport({ state: 'received', published_at: null });
    await addReport({ state: 'verified_fixed' });
    await addReport({ public_lat: null, public_lng: null });
    await addReport({ category: 'water_supply' });
    expect(await search()).toBe(0);
    await addReport();
    expect(await search()).toBe(1);
    const { open } = await listSuggestions(organiser.scope);
    expect(open).toMatchObject([{ category: 'street_light', place: 'Sahil küçəsi', confirmed: 15, days: 1 }]);
    expect(open[0]?.reports).toHaveLength(5);
    expect(JSON.stringify(open)).not.toContain('gizli');
    expect(await countSuggestions(stranger.scope)).toBe(0);
  });

  it('is never made twice: while open it grows, put aside it stays aside, also when it is searched again', async () => {
    expect(await search()).toBe(0);
    await addReport();
    expect(await search()).toBe(0);
    const [first] = (await listSuggestions(organiser.scope)).open;
    expect(first?.reports).toHaveLength(6);
    const id = first?.id ?? '';
    expect(await decideSuggestion(stranger, { id, clientId: randomUUID(), intent: 'dismiss' })).toMatchObject({
      ok: false,
    });
    expect(await decideSuggestion(organiser, { id, clientId: randomUUID(), intent: 'dismiss' })).toMatchObject({
      ok: true,
    });
    await addReport();
    expect(await search()).toBe(0);
    expect(await listSuggestions(organiser.scope)).toMatchObject({ open: [], dismissed: [{ id }] });
    expect(await decideSuggestion(organiser, { id, clientId: randomUUID(), intent: 'restore' })).toMatchObject({
      ok: true,
    });
    expect(await countSuggestions(organiser.scope)).toBe(1);
  });

  it('used, it begins one campaign, and its reports are in no other suggestion', async () => {
    const [first] = (await listSuggestions(organiser.scope)).open;
    const story = {
      title: 'Sahil küçəsinə işıq',
      summary: 'Fənərlər yanmır.',
      story: 'Küçə qaranlıqdır, uşaqlar keçir.',
      category: 'street_light' as const,
      region: 'AZ-AST',
      place: '',
      peopleAffected: null,
      goal: 100,
      closesAt: null,
      hasPublicNames: true,
    };
    const start = () =>
      startCampaign(organiser, {
        ...story,
        clientId: randomUUID(),
        locale: 'az',
        demands: [{ text: 'İşıq çəkilsin', addressee: null }],
        issueIds: first?.reports.map(({ id }) => id) ?? [],
        suggestionId: first?.id ?? '',
      });
    expect(await start()).toMatchObject({ ok: true });
    expect(await start()).toMatchObject({ refusal: { code: 'campaigns.error.suggestion-used' } });
    expect(await search()).toBe(0);
    expect(await countSuggestions(organiser.scope)).toBe(0);
    const [row] = await sql`select state, campaign_id from campaign_suggestions where id = ${first?.id ?? ''}`;
    expect(row).toMatchObject({ state: 'used' });
    expect(row?.campaign_id).not.toBeNull();
  });

  it('two searches at once make one', async () => {
    for (let at = 0; at < 5; at += 1)
      await addReport({ category: 'water_supply', public_lat: 39.2 + at / 10_000, public_lng: 48.4 });
    const found = await Promise.all([search(), search(), search()]);
    expect(found.reduce((sum, n) => sum + n, 0)).toBe(1);
  });

  it('nightly asks for each organisation by itself', async () => {
    const jobs: { organisationId: string }[] = [];
    await suggestTasks['campaigns:suggest']?.({}, {
      addJob: (_name: string, payload: { organisationId: string }) => jobs.push(payload),
    } as never);
    expect(jobs.map(({ organisationId }) => organisationId)).toContain(organisation);
    await suggestTasks['campaigns:suggest-organisation']?.({ organisationId: organisation }, {} as never);
  });
});

describe('past campaigns', () => {
  const table = (text: string) => new TextEncoder().encode(text);
  const HEAD = 'Kampaniya;Kateqoriya;Rayon;Son;Tələb;Qurum;Əvvəl;Sonra;Sübut;Yoxlayan;Yoxlanılıb;Nəticə';
  const line = (title: string, more = '') =>
    `${title};${'street_light'};AZ-GA;2023;42 dirək bərpa edilsin;Naməlum orqan;Heç biri yanmırdı;39 dirək yanır;https://sinaq.invalid/akt;Nərgiz Əliyeva;25.11.2023;won${more}`;

  it.each(LOCALES)('the template of %s is read back without a complaint', async (locale) => {
    const checked = await checkPast(organiser, {
      clientId: randomUUID(),
      bytes: table(pastTemplate({ t: wordsFor(locale), locale })),
    });
    expect(checked).toMatchObject({ value: { counts: { ready: 1, wrong: 0 }, ignored: [] } });
  });

  it('fourteen are loaded whole, shown with before, after, evidence and verifier, and once', async () => {
    const text = [HEAD, ...Array.from({ length: 14 }, (_, at) => line(`Həyətlərə işıq ${at + 1}`))].join('\n');
    const clientId = randomUUID();
    expect(await checkPast(owner, { clientId, bytes: table(text) })).toMatchObject({
      value: { counts: { ready: 14, duplicates: 0, wrong: 0 } },
    });
    expect((await listCampaigns({ q: 'Həyətlərə işıq' })).total).toBe(0);
    // The organiser may look at a table and not let cases out.
    const own = randomUUID();
    await checkPast(organiser, { clientId: own, bytes: table(text) });
    expect(await importPast(organiser, { fileId: own, locale: 'az' })).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect(await importPast(stranger, { fileId: clientId, locale: 'az' })).toMatchObject({ ok: false });
    expect(await importPast(owner, { fileId: clientId, locale: 'az' })).toMatchObject({ value: { imported: 14 } });
    expect(await importPast(owner, { fileId: clientId, locale: 'az' })).toMatchObject({ value: { imported: 14 } });
    const list = await listCampaigns({ q: 'Həyətlərə işıq' });
    expect(list.total).toBe(14);
    const page = await findCampaign(list.items[0]?.slug ?? '', now);
    expect(page).toMatchObject({
      isPast: true,
      state: 'won',
      before: 'Heç biri yanmırdı',
      after: '39 dirək yanır',
      verifier: 'Nərgiz Əliyeva',
      verifiedOn: '2023-11-25',
      demands: [{ text: '42 dirək bərpa edilsin (Naməlum orqan)', state: 'verified' }],
      documents: [{ kind: 'evidence', url: 'https://sinaq.invalid/akt' }],
    });
    const again = await checkPast(owner, { clientId: randomUUID(), bytes: table(text) });
    expect(again).toMatchObject({ value: { counts: { ready: 0, duplicates: 14, wrong: 0 } } });
  });

  it('a wrong row stops the whole table and is named', async () => {
    const clientId = randomUUID();
    const text = [HEAD, line('Düzgün kampaniya'), line('Sübutsuz').replace('https://sinaq.invalid/akt', '')].join('\n');
    const checked = await checkPast(owner, { clientId, bytes: table(text) });
    expect(checked).toMatchObject({ value: { counts: { ready: 1, wrong: 1 } } });
    if (checked.ok) expect(checked.value.rows[1]?.errors).toEqual([{ column: 'evidence', code: 'missing' }]);
    expect(await importPast(owner, { fileId: clientId, locale: 'az' })).toMatchObject({
      refusal: { code: 'spread.past.error.wrong-rows' },
    });
    expect((await listCampaigns({ q: 'Düzgün kampaniya' })).total).toBe(0);
  });

  it.each([
    ['nothing', new Uint8Array(), 'spread.past.error.no-file'],
    ['bytes', new Uint8Array([0, 1, 2, 3, 4]), 'spread.past.error.not-a-table'],
    ['a header alone', table(HEAD), 'spread.past.error.empty'],
    ['other columns', table('a;b\n1;2'), 'spread.past.error.columns'],
  ])('%s is refused in words', async (_what, bytes, code) => {
    expect(await checkPast(owner, { clientId: randomUUID(), bytes })).toMatchObject({ refusal: { code } });
  });
});
