import sharp from 'sharp';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeLink, issueCodes, markSeen, openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import {
  checkSheet,
  enterSheet,
  keepPhoto,
  numberSheets,
} from '#app/features/campaigns/commands/keep-sheets.server.ts';
import { invalidateSignature } from '#app/features/campaigns/commands/judge-signature.server.ts';
import { signAtPoint } from '#app/features/campaigns/commands/sign-at-point.server.ts';
import { listSheetRows, listSheets, getSheet } from '#app/features/campaigns/sheets.server.ts';
import { listOwnLinks, listRecentAtPoints } from '#app/features/campaigns/support-links.server.ts';
import { ownTotals } from '#app/features/campaigns/support-people.server.ts';
import { codeSlips, pointPoster, signatureSheets } from '#app/features/campaigns/support-print.server.ts';
import { SHEET_ROWS } from '#app/features/campaigns/rules/support.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeCampaign, makeMember, type MadeCampaign } from '#tests/support/campaigns.ts';
import { pdfPages, pdfText } from '#tests/support/pdf-text.ts';
import { adminConnection } from '#tests/support/story.ts';
import { rowsOf, sign } from './support-world.ts';

const sql = adminConnection();
let campaign: MadeCampaign;
beforeAll(async () => {
  campaign = await makeCampaign(sql);
});
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
const person = (more: object = {}) => ({
  clientId: newId(),
  name: 'Zülfiyyə Bayramova',
  contact: '',
  birthYear: 1961,
  region: 'AZ-AST',
  village: 'Kijəbə',
  showsName: false,
  wantsNews: false,
  locale: 'az' as const,
  ...more,
});

describe('a collection point', () => {
  it('counts at once, does not block a village, and lets only its owner say who was seen', async () => {
    const volunteer = await worker(campaign.organisationId, 'volunteer');
    const colleague = await worker(campaign.organisationId, 'volunteer');
    const opened = await openLink(volunteer, campaign.id, {
      clientId: newId(),
      kind: 'point',
      label: 'Mağazanın qarşısı',
    });
    expect(opened.ok).toBe(true);
    const [link] = await listOwnLinks(volunteer.scope, campaign.id);
    const code = link?.code ?? '';
    const form = person();
    for (let time = 0; time < 3; time += 1)
      expect(await signAtPoint({ now: new Date() }, code, form)).toMatchObject({ ok: true });
    for (let n = 0; n < 160; n += 1)
      expect(
        (await signAtPoint({ now: new Date() }, code, person({ birthYear: 1930 + (n % 60), village: `Kənd ${n}` }))).ok,
      ).toBe(true);
    expect((await listOwnLinks(volunteer.scope, campaign.id))[0]).toMatchObject({ people: 161, isFlagged: true });

    const [first] = await listRecentAtPoints(volunteer.scope, campaign.id, new Date());
    expect(first?.name).toBe('Zülfiyyə B.');
    expect(await listRecentAtPoints(colleague.scope, campaign.id, new Date())).toEqual([]);
    const signature = [first?.id ?? ''];
    expect(await markSeen(colleague, campaign.id, { clientId: newId(), signature })).toMatchObject({
      ok: true,
      value: { count: 0 },
    });
    expect(await markSeen(volunteer, campaign.id, { clientId: newId(), signature })).toMatchObject({
      ok: true,
      value: { count: 1 },
    });
    expect((await ownTotals(volunteer.scope, campaign.id)).byAssurance).toMatchObject({ self: 160, in_person: 1 });

    expect((await closeLink(colleague, campaign.id, { clientId: newId(), link: link?.id ?? '' })).ok).toBe(false);
    expect((await closeLink(volunteer, campaign.id, { clientId: newId(), link: link?.id ?? '' })).ok).toBe(true);
    expect(await signAtPoint({ now: new Date() }, code, person({ birthYear: 1999 }))).toMatchObject({
      ok: false,
      refusal: { code: 'gone' },
    });
  });

  it('counts who began on the web and signs at the table', async () => {
    const own = await makeCampaign(sql);
    const volunteer = await worker(own.organisationId, 'volunteer');
    await openLink(volunteer, own.id, { clientId: newId(), kind: 'point', label: 'Masa' });
    const [link] = await listOwnLinks(volunteer.scope, own.id);
    await sign(own.slug, { name: 'Orxan Nəsibli', contact: '0501234567' });
    await signAtPoint(
      { now: new Date() },
      link?.code ?? '',
      person({ name: 'Orxan Nəsibli', contact: '+994501234567', birthYear: null }),
    );
    expect(await rowsOf(sql, own.id)).toMatchObject([{ state: 'confirmed', channel: 'point', assurance: 'self' }]);
  });

  it('hands out codes that are kept as hashes only and print the same slips twice', async () => {
    const own = await makeCampaign(sql);
    const volunteer = await worker(own.organisationId, 'volunteer');
    const form = { clientId: newId(), count: 22 };
    const [first, again] = [await issueCodes(volunteer, own.id, form), await issueCodes(volunteer, own.id, form)];
    expect(first).toEqual(again);
    const codes = first.ok ? first.value.codes : [];
    const kept = await sql<
      { code_hash: string }[]
    >`select code_hash from signature_codes where campaign_id = ${own.id}`;
    expect(kept).toHaveLength(22);
    expect(codes.some((code) => kept.some((row) => row.code_hash.includes(code)))).toBe(false);
    expect(await sign(own.slug, { code: codes[3] ?? '', contact: '0507654321' })).toMatchObject({ status: 303 });
    expect(await rowsOf(sql, own.id)).toMatchObject([{ state: 'confirmed', assurance: 'code' }]);
    const reader = await worker(own.organisationId, 'reader');
    expect(await issueCodes(reader, own.id, { clientId: newId(), count: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.not-allowed' },
    });
  });
});

describe('paper', () => {
  it('is numbered, photographed, typed in once, checked by a second person, and its photograph is sealed', async () => {
    const own = await makeCampaign(sql);
    const volunteer = await worker(own.organisationId, 'volunteer', 'owner');
    const second = await worker(own.organisationId, 'organiser');
    expect(await numberSheets(volunteer, own.id, { clientId: newId(), count: 2 })).toMatchObject({
      value: { from: 1, to: 2 },
    });
    expect(await numberSheets(volunteer, own.id, { clientId: newId(), count: 1 })).toMatchObject({
      value: { from: 3, to: 3 },
    });
    const [sheet] = await listSheets(volunteer.scope, own.id);
    const id = sheet?.id ?? '';
    const blank = { name: '', village: '', birthYear: null };
    const typed = [
      { name: 'Kamil Səfərli Rauf oğlu', village: 'Kijəbə', birthYear: 1958 },
      { name: 'Fidan Vəliyeva', village: 'Şüvi', birthYear: null },
    ];
    const rows = Array.from({ length: SHEET_ROWS }, (_, at) => typed[at] ?? blank);
    const entry = { clientId: newId(), region: 'AZ-AST', unreadable: 1, rows, locale: 'az' as const };
    expect(await enterSheet(volunteer, own.id, id, entry)).toMatchObject({
      ok: false,
      refusal: { code: 'support.error.sheet-state' },
    });
    const picture = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    expect(
      await keepPhoto(volunteer, own.id, id, { clientId: newId(), photo: { bytes: picture, isTooLarge: false } }),
    ).toMatchObject({ ok: true });
    expect(
      await keepPhoto(volunteer, own.id, id, {
        clientId: newId(),
        photo: { bytes: Buffer.from('heç nə'), isTooLarge: false },
      }),
    ).toMatchObject({ ok: false });
    const folder = join(process.env.DATA_DIR ?? '', 'files/sheets');
    const [file] = readdirSync(folder);
    expect(readFileSync(join(folder, file ?? '')).subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]));

    await sign(own.slug, { name: 'Səfərli Kamil', contact: 'kamil@example.az' });
    await sql`update signatures set state = 'confirmed' where campaign_id = ${own.id}`;
    expect(await enterSheet(volunteer, own.id, id, entry)).toMatchObject({ ok: true, value: { counted: 2, known: 0 } });
    expect(await enterSheet(volunteer, own.id, id, entry)).toMatchObject({ ok: true, value: { counted: 2, known: 0 } });
    expect(await enterSheet(volunteer, own.id, id, { ...entry, clientId: newId() })).toMatchObject({ ok: false });
    const kept = await getSheet(second.scope, own.id, id);
    if (!kept) throw new Error('no sheet');
    const shown = await listSheetRows(second.scope, kept);
    expect(shown).toMatchObject([
      { row: 1, name: 'Kamil Səfərli Rauf oğlu', twins: [{ channel: 'web', name: 'Səfərli Kamil' }] },
      { row: 2, twins: [] },
    ]);
    expect(await checkSheet(volunteer, own.id, id, { clientId: newId() })).toMatchObject({
      ok: false,
      refusal: { code: 'support.error.own-sheet' },
    });
    await invalidateSignature(second, own.id, {
      clientId: newId(),
      signature: shown[0]?.id ?? '',
      reason: 'duplicate',
    });
    expect(await checkSheet(second, own.id, id, { clientId: newId() })).toMatchObject({ ok: true });
    expect((await ownTotals(second.scope, own.id)).byChannel).toEqual({ web: 1, point: 0, paper: 1 });
  });

  it('prints what a volunteer carries', async () => {
    const printed = { title: 'Kəndin yolu təmir olunsun', organisation: 'Sınaq İcma', now: new Date(), isSample: true };
    const sheets = await signatureSheets({
      ...printed,
      text: 'Yağışdan sonra yol keçilmir.',
      addressee: 'Astara Rayon İcra Hakimiyyəti',
      numbers: [7, 8],
    });
    expect(pdfPages(sheets)).toBe(2);
    const text = pdfText(sheets);
    for (const words of [
      'Kollektiv müraciət',
      'Vərəq № 7',
      'Vərəq № 8',
      'Ad, soyad, ata adı',
      'Ünvan',
      'İmza',
      'Tarix',
      'Nümunə məlumat',
    ])
      expect(text).toContain(words);
    const slips = await codeSlips({
      ...printed,
      address: 'https://icma.test/campaigns/x/sign',
      codes: Array.from({ length: 22 }, (_, n) => String(1_234_567_800 + n)),
    });
    expect(pdfPages(slips)).toBe(2);
    expect(pdfText(slips)).toContain('123 456 78 00');
    const poster = await pointPoster({ ...printed, address: 'https://icma.test/c/abcdefgh2345', label: 'Mağaza' });
    expect(pdfPages(poster)).toBe(1);
    expect(pdfText(poster)).toContain('icma.test/c/abcdefgh2345');
  });
});
