import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberSheets } from '#app/features/campaigns/commands/keep-sheets.server.ts';
import { listSheets } from '#app/features/campaigns/sheets.server.ts';
import type { MemberRole, UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { forgetBrakes, readBrakes } from '#app/platform/brakes.server.ts';
import * as brakes from '#app/routes/admin/brakes.tsx';
import * as codesPdf from '#app/routes/org/campaign-codes-pdf.ts';
import * as collect from '#app/routes/org/campaign-collect.tsx';
import * as sheet from '#app/routes/org/campaign-sheet.tsx';
import * as sheetPhoto from '#app/routes/org/campaign-sheet-photo.ts';
import * as sheets from '#app/routes/org/campaign-sheets.tsx';
import * as sheetsPdf from '#app/routes/org/campaign-sheets-pdf.ts';
import * as supportTable from '#app/routes/org/campaign-support-table.ts';
import * as support from '#app/routes/org/campaign-support.tsx';
import * as link from '#app/routes/public/campaign-link.tsx';
import { makeCampaign, makeMember, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { actorOf, callRoute, rowsOf, sign } from './support-world.ts';

const sql = adminConnection();
let campaign: MadeCampaign;
let people: Record<MemberRole, UserActor>;
let sheetId: string;
afterAll(() => sql.end());

beforeAll(async () => {
  campaign = await makeCampaign(sql);
  const entries = await Promise.all(
    (['owner', 'organiser', 'moderator', 'volunteer', 'reader'] as const).map(
      async (role) =>
        [
          role,
          actorOf(await makeMember(sql, campaign.organisationId, [role]), campaign.organisationId, [role]),
        ] as const,
    ),
  );
  people = Object.fromEntries(entries) as Record<MemberRole, UserActor>;
  const scope = {
    kind: 'member',
    organisationId: campaign.organisationId,
    userId: people.owner.userId,
    role: 'owner',
  } as const;
  await numberSheets({ actor: people.owner, scope, now: new Date() } as StaffWork, campaign.id, {
    clientId: newId(),
    count: 1,
  });
  sheetId = (await listSheets(scope, campaign.id))[0]?.id ?? '';
  await sign(campaign.slug);
});

type Module = { loader?: unknown; action?: unknown };
const ask = (room: Module, actor: UserActor, more: Record<string, string> = {}, body?: Record<string, string>) =>
  callRoute(
    (body ? room.action : room.loader) as never,
    '/org/org/campaigns/x',
    { org: 'org', id: campaign.id, ...more },
    body,
    actor,
  );

describe('the rooms of support', () => {
  it('show numbers to every colleague and people only to those who may see them', async () => {
    for (const role of ['moderator', 'volunteer', 'reader'] as const)
      expect((await ask(support, people[role])).data).toMatchObject({ people: null, totals: { total: 0 } });
    const shown = await ask(support, people.owner);
    expect(shown.data).toMatchObject({
      people: { total: 1, rows: [{ name: 'Aygün Məmmədova', contact: 'aygun@example.az' }] },
    });
    for (const role of ['moderator', 'volunteer', 'reader'] as const)
      expect((await ask(supportTable, people[role], {}, { purpose: 'check' })).status).toBe(403);
    expect((await ask(collect, people.reader)).status).toBe(403);
    expect((await ask(sheets, people.reader)).status).toBe(403);
  });

  it('do not open to another organisation', async () => {
    const other = await makeCampaign(sql);
    const stranger = actorOf(await makeMember(sql, other.organisationId, ['owner']), other.organisationId, ['owner']);
    for (const room of [support, collect, sheets]) expect((await ask(room, stranger)).status).toBe(404);
    expect((await ask(sheet, stranger, { sheet: sheetId })).status).toBe(404);
    expect((await ask(sheetPhoto, stranger, { sheet: sheetId })).status).toBe(404);
    expect((await ask(support, stranger, {}, { intent: 'pause', clientId: newId() })).status).toBe(404);
    expect((await ask(supportTable, stranger, {}, { purpose: 'check' })).status).toBe(404);
  });

  it('answer garbage with 4xx', async () => {
    const bodies: Record<string, string>[] = [
      {},
      { intent: 'nothing' },
      { intent: 'link', clientId: 'x', kind: '\u0000', label: 'x'.repeat(5000) },
      { intent: 'seen', clientId: newId(), signature: 'no-id' },
      { intent: 'rows', clientId: newId(), region: 'XX', unreadable: '-1', 'rows[0].name': '=1' },
      { intent: 'invalidate', clientId: newId(), signature: randomUUID(), reason: 'duplicate' },
      { intent: 'photo', clientId: newId() },
      { count: '1e9', clientId: newId() },
    ];
    for (const body of bodies)
      for (const [room, more] of [
        [support, {}],
        [collect, {}],
        [sheets, {}],
        [sheet, { sheet: sheetId }],
        [codesPdf, {}],
        [supportTable, {}],
      ] as const) {
        const { status } = await ask(room, people.owner, more, body);
        expect(status, `${JSON.stringify(body).slice(0, 60)}`).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
    for (const id of ['x', randomUUID()]) {
      expect((await ask(support, people.owner, { id })).status).toBe(404);
      expect((await ask(sheet, people.owner, { id, sheet: 'x' })).status).toBe(404);
      expect((await ask(sheetsPdf, people.owner, { id })).status).toBe(404);
    }
    expect((await callRoute(link.loader as never, '/c/x', { code: '../x' })).status).toBe(404);
    expect((await callRoute(link.action as never, '/c/x', { code: 'no-such-link' }, { name: 'x' })).status).toBe(422);
  });

  it('lead from a volunteer’s link to the form, with the volunteer’s credit', async () => {
    const made = await ask(
      collect,
      people.volunteer,
      {},
      { intent: 'link', clientId: newId(), kind: 'share', label: 'WhatsApp qrupu' },
    );
    expect(made).toMatchObject({ status: 303 });
    const [row] = await sql<
      { id: string; code: string }[]
    >`select id, code from campaign_links where owner_id = ${people.volunteer.userId}`;
    const led = await callRoute(link.loader as never, `/c/${row?.code}`, { code: row?.code ?? '' });
    expect(led).toMatchObject({ status: 302, location: `/campaigns/${campaign.slug}/sign?v=${row?.code}` });
    await sign(campaign.slug, { name: 'Elvin Quliyev', contact: 'elvin@example.az', v: row?.code ?? '' });
    const [credited] =
      await sql`select link_id from signatures where campaign_id = ${campaign.id} and link_id is not null`;
    expect(credited?.link_id).toBe(row?.id);
    expect(await rowsOf(sql, campaign.id)).toHaveLength(2);
  });
});

describe('the operator’s brakes', () => {
  it('are pulled by the operator alone, and refuse what is no number', async () => {
    const operator = {
      ...actorOf(await makeMember(sql, campaign.organisationId, []), campaign.organisationId, []),
      memberships: [],
      isOperator: true,
    } as UserActor;
    const press = (actor: UserActor, body: Record<string, string>) =>
      callRoute(brakes.action as never, '/admin/brakes', {}, body, actor);
    expect((await press(people.owner, { counterSeconds: '5' })).status).toBe(404);
    for (const counterSeconds of ['0', '61', 'x', ''])
      expect((await press(operator, { counterSeconds })).status).toBe(422);
    expect((await press(operator, { counterSeconds: '7', holdsMail: 'on' })).status).toBe(303);
    expect(await readBrakes()).toEqual({ holdsMail: true, isReadOnly: false, counterSeconds: 7 });
    expect((await press(operator, { counterSeconds: '3' })).status).toBe(303);
    forgetBrakes();
    expect(await readBrakes()).toEqual({ holdsMail: false, isReadOnly: false, counterSeconds: 3 });
  });
});
