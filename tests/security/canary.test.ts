import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmSignature } from '#app/features/campaigns/commands/answer-as-signer.server.ts';
import { issueCodes, openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { enterSheet, keepPhoto, numberSheets } from '#app/features/campaigns/commands/keep-sheets.server.ts';
import { signAtPoint } from '#app/features/campaigns/commands/sign-at-point.server.ts';
import { signCampaign } from '#app/features/campaigns/commands/sign-campaign.server.ts';
import { SHEET_ROWS } from '#app/features/campaigns/rules/support.ts';
import { listSheets } from '#app/features/campaigns/sheets.server.ts';
import { openPerson } from '#app/features/campaigns/signer.server.ts';
import { drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import { answerSigner, tellSigners } from '#app/features/campaigns/support-jobs.server.ts';
import { listOwnLinks } from '#app/features/campaigns/support-links.server.ts';
import { exportPeople } from '#app/features/campaigns/support-people.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeCampaign, makeMember, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { BIRDS, sightings } from './canary/birds.ts';
import { filesAsText, tablesAsText, type Place } from './canary/places.ts';

/**
 * `npm run check:canary`: people who exist nowhere else sign in every way there is, and then everything that is kept is
 * written out and searched for them. A new way of signing gets a bird (canary/birds.ts), a new kind of file lies in the
 * data folder and is searched by itself.
 */
const sql = adminConnection();
let campaign: MadeCampaign;
let work: StaffWork;
afterAll(() => sql.end());

const common = { region: 'AZ-AST', showsName: true, wantsNews: true, locale: 'az' as const };
const web = { v: '', from: '', code: '', clientId: newId(), ...common };

beforeAll(async () => {
  campaign = await makeCampaign(sql);
  const userId = await makeMember(sql, campaign.organisationId, ['owner']);
  const { organisationId, id, slug } = campaign;
  work = {
    actor: {
      kind: 'user',
      userId,
      name: '',
      locale: 'az',
      isOperator: false,
      hasSecondFactor: false,
      sessionId: '',
      memberships: [{ organisationId, slug: '', kind: 'cbo', names: { az: '', en: '', ru: '' }, roles: ['owner'] }],
    },
    scope: { kind: 'member', organisationId, userId, role: 'owner' },
    now: new Date(),
  } as StaffWork;
  const now = new Date();
  const by = { clientKey: newId(), now };

  await signCampaign(by, slug, { ...web, ...BIRDS.web });
  const codes = await issueCodes(work, id, { clientId: newId(), count: 1 });
  await signCampaign(by, slug, {
    ...web,
    clientId: newId(),
    ...BIRDS.code,
    code: codes.ok ? (codes.value.codes[0] ?? '') : '',
  });
  await openLink(work, id, { clientId: newId(), kind: 'point', label: 'Masa' });
  const [link] = await listOwnLinks(work.scope, id);
  await signAtPoint(by, link?.code ?? '', { clientId: newId(), birthYear: 1970, ...common, ...BIRDS.point });
  await numberSheets(work, id, { clientId: newId(), count: 1 });
  const [sheet] = await listSheets(work.scope, id);
  const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer();
  await keepPhoto(work, id, sheet?.id ?? '', { clientId: newId(), photo: { bytes: photo, isTooLarge: false } });
  const rows = Array.from({ length: SHEET_ROWS }, (_, at) =>
    at === 0 ? { ...BIRDS.paper, birthYear: 1955 } : { name: '', village: '', birthYear: null },
  );
  await enterSheet(work, id, sheet?.id ?? '', {
    clientId: newId(),
    region: 'AZ-AST',
    unreadable: 0,
    rows,
    locale: 'az',
  });

  const jobs = await sql<{ payload: Tasks['support:answer'] }[]>`
    select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'support:answer'`;
  for (const { payload } of jobs) await answerSigner(payload, now);
  const waiting = await sql<{ id: string }[]>`select id from signatures where state = 'pending'`;
  for (const row of waiting) await confirmSignature(row.id, now);
  await drainSupport(now);
  const milestone = newId();
  await sql`insert into campaign_milestones ${sql({ id: milestone, campaign_id: id, organisation_id: organisationId, kind: 'supporters', title: 'Dörd', supporters: 4, reached_at: now })}`;
  await tellSigners({ organisationId, campaignId: id, subject: 'milestone', subjectId: milestone, after: null }, now);
  await exportPeople(work.scope, id, {}, { t: wordsFor('az'), locale: 'az', purpose: 'check' });
}, 60_000);

const dataDir = () => process.env.DATA_DIR ?? '';
const everything = async (): Promise<Place[]> => [...(await tablesAsText(sql)), ...filesAsText(dataDir())];

describe('people who signed', () => {
  it('are really there: every way has counted, and the letters are written', async () => {
    const rows = await sql<
      { channel: string; assurance: string; person_cipher: string }[]
    >`select channel, assurance, person_cipher from signatures where state = 'confirmed' order by created_at, channel`;
    expect(rows.map(({ person_cipher: cipher }) => openPerson(cipher).name).toSorted()).toEqual(
      Object.values(BIRDS)
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(new Set(rows.map(({ channel, assurance }) => `${channel} ${assurance}`))).toEqual(
      new Set(['web email', 'web code', 'point self', 'paper paper']),
    );
    expect((await sql`select count(*)::int as n from mails`)[0]?.n).toBe(2);
    expect(filesAsText(dataDir()).some(({ where }) => where.includes('sheets'))).toBe(true);
  });

  it('stand nowhere in clear: no table, no file, no letter', async () => {
    const places = await everything();
    expect(places.some(({ where }) => where === 'table public.signatures')).toBe(true);
    expect(places.some(({ where }) => where.startsWith('table graphile_worker.'))).toBe(true);
    expect(sightings(places)).toEqual([]);
  });

  it('would be found, in a table, in the queue, in a file, in a packed file', async () => {
    const { web: one, code: two } = BIRDS;
    await sql`insert into settings (key, value) values ('canary', ${sql.json({ note: `Yazan: ${one.name}` })})`;
    await sql`select graphile_worker.add_job('canary', ${sql.json({ to: two.contact })}::json)`;
    const folder = join(dataDir(), 'canary');
    mkdirSync(folder);
    writeFileSync(join(folder, 'list.csv'), `1;${one.contact}`);
    writeFileSync(join(folder, 'list.gz'), gzipSync(two.village));
    try {
      const found = sightings(await everything()).map((line) => line.split(':')[0]);
      for (const where of [
        'table public.settings',
        'table graphile_worker._private_jobs',
        'file canary/list.csv',
        'file canary/list.gz',
      ])
        expect(found).toContain(where);
    } finally {
      rmSync(folder, { recursive: true });
      await sql`delete from settings where key = 'canary'`;
      await sql`delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'canary')`;
    }
    expect(sightings(await everything())).toEqual([]);
  });
});
