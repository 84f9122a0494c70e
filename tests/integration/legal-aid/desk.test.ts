import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql as raw } from 'drizzle-orm';
import type postgres from 'postgres';
import { cases, exclusions, legalAudit, records } from '#db/schema/legal-aid.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { closeCases, labelCases, undoBatch } from '#app/features/legal-aid/commands/batch-cases.server.ts';
import { markCase, moveCase, overrideBand, writeSummary } from '#app/features/legal-aid/commands/mark-case.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import { passCase, returnCase } from '#app/features/legal-aid/commands/pass-case.server.ts';
import {
  decideReferral,
  handReferral,
  proposeReferral,
  readProposal,
} from '#app/features/legal-aid/commands/refer-case.server.ts';
import { addParty, keepOut, settleConflict } from '#app/features/legal-aid/commands/settle-conflict.server.ts';
import { possibleConflicts } from '#app/features/legal-aid/conflicts.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { keepView, listQueue } from '#app/features/legal-aid/queue.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { parseQueueFilters } from '#app/features/legal-aid/rules/queue-filters.ts';
import { searchCases } from '#app/features/legal-aid/search.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  withCookie,
  type Desk,
  type DeskPerson,
} from './legal-world.ts';

let sql: postgres.Sql;
let desk: Desk;
let lawyer: DeskPerson;
let plain: DeskPerson;
let lead: DeskWork;
let tural: DeskWork;
let cemile: DeskWork;

beforeAll(async () => {
  sql = adminConnection();
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { isBar: true, shownName: 'Tural' });
  plain = await addStaff(sql, desk, 'lawyer', { shownName: 'Cəmilə' });
  lead = await deskWork(desk, desk.lead);
  tural = await deskWork(desk, lawyer);
  cemile = await deskWork(desk, plain);
}, 60_000);
afterAll(() => sql.end());

const queueOf = (work: DeskWork, query = '') => listQueue(work, parseQueueFilters(new URLSearchParams(query)), 1);
const row = async (caseId: string) => (await sql`select * from legal.cases where id = ${caseId}`)[0] as postgres.Row;
const input = (caseId: string) => ({ caseId, clientId: newId() });
const reason = 'Səbəb: sınaq';
const claimed = async (work: DeskWork, wishes: Parameters<typeof makeCase>[1] = {}) => {
  const made = await makeCase(desk, wishes);
  expect(await claimCase(work, input(made.caseId))).toMatchObject({ ok: true });
  return made;
};

describe('claiming', () => {
  it('G24: fifty at once have one winner', async () => {
    const { caseId } = await makeCase(desk);
    const people = [lead, tural, cemile];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => claimCase(people[at % 3] as DeskWork, input(caseId))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const [{ n }] = (await sql`select count(*)::int as n from legal.assignments where case_id = ${caseId}`) as [
      { n: number },
    ];
    expect(n).toBe(1);
    const losers = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(new Set(losers)).toEqual(new Set(['legal-desk.error.taken']));
  });

  it('needs the key: a lawyer who came later cannot claim what nobody granted', async () => {
    const { caseId } = await makeCase(desk);
    const late = await deskWork(desk, await addStaff(sql, desk, 'lawyer', { shownName: 'Sonra gələn' }));
    expect(await claimCase(late, input(caseId))).toEqual({ ok: false, refusal: { code: 'legal-desk.error.no-key' } });
    expect((await row(caseId))['state']).toBe('new');
  });
});

describe('who sees a case', () => {
  it('shows a kept-out lawyer no row, no key and nothing to do', async () => {
    const { caseId } = await makeCase(desk, { keptOut: [plain.staffId], story: 'Gizli hekayə' });
    expect((await queueOf(cemile, 'whose=unclaimed')).rows.map((one) => one.id)).not.toContain(caseId);
    expect((await queueOf(tural, 'whose=unclaimed')).rows.map((one) => one.id)).toContain(caseId);
    expect(await claimCase(cemile, input(caseId))).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.no-case' },
    });
    expect(await openCase(cemile, { caseId, reason: 'emergency' })).toMatchObject({ ok: false });
    expect(await readsOf(desk, plain, caseId)).toEqual([]);
    expect(await claimCase(tural, input(caseId))).toMatchObject({ ok: true });
    expect(await passCase(tural, { ...input(caseId), role: 'responsible', toStaffId: plain.staffId, reason })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.receiver', field: 'toStaffId' },
    });
  });

  it('shows a stranger desk nothing', async () => {
    const { caseId } = await makeCase(desk);
    const other = await makeDesk(sql);
    await addStaff(sql, other);
    const stranger = await deskWork(other, other.lead);
    expect((await queueOf(stranger)).total).toBe(0);
    expect(await openCase(stranger, { caseId, reason: 'emergency' })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.no-case' },
    });
    const seen = await withLegalScope(stranger.scope, async (tx) => [
      await tx.select({ id: cases.id }).from(cases),
      await tx.select({ id: records.id }).from(records),
      await tx.select({ n: legalAudit.n }).from(legalAudit),
      [...(await openKeys(tx, stranger.holder, 'case', caseId))],
    ]);
    expect(seen.flat()).toEqual([]);
  });

  it('opens for a fitting reason once a day and writes it down', async () => {
    const { caseId } = await makeCase(desk);
    expect(await openCase(tural, { caseId, reason: 'supervision' })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.reason-not-open', field: 'reason' },
    });
    expect(await openCase(tural, { caseId, reason: 'triage' })).toMatchObject({ ok: true });
    expect(await openCase(tural, { caseId, reason: 'triage' })).toMatchObject({ ok: true });
    const entries =
      await sql`select reason from legal.audit_entries where case_id = ${caseId} and action = 'case.open'`;
    expect(entries.map((one) => one['reason'])).toEqual(['triage']);
  });
});

describe('passing on', () => {
  it('gives the receiver every key, so that the text is read, and records why', async () => {
    const story = 'Hekayə ötürüləndən sonra da oxunur';
    const { caseId } = await claimed(tural, { story });
    const late = await addStaff(sql, desk, 'lawyer', { shownName: 'Yeni həmkar' });
    expect(await readsOf(desk, late, caseId)).toEqual([]);
    expect(await passCase(cemile, { ...input(caseId), role: 'responsible', toStaffId: late.staffId, reason })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.not-yours' },
    });
    expect(
      await passCase(tural, { ...input(caseId), role: 'responsible', toStaffId: late.staffId, reason }),
    ).toMatchObject({ ok: true });
    const reads = await readsOf(desk, late, caseId);
    expect(reads).toContainEqual({ text: story });
    expect(reads).toContainEqual({ text: reason });
    expect((await row(caseId))['claimed_by']).toBe(late.staffId);
  });

  it('lets a colleague cover without taking the case away', async () => {
    const { caseId } = await claimed(tural);
    expect(await passCase(tural, { ...input(caseId), role: 'cover', toStaffId: plain.staffId, reason })).toMatchObject({
      ok: true,
    });
    expect((await row(caseId))['claimed_by']).toBe(lawyer.staffId);
  });

  it('returns to the queue, from where somebody else claims', async () => {
    const { caseId } = await claimed(tural);
    expect(await returnCase(cemile, { ...input(caseId), reason })).toMatchObject({ ok: false });
    expect(await returnCase(tural, { ...input(caseId), reason })).toMatchObject({ ok: true });
    expect(await row(caseId)).toMatchObject({ state: 'new', claimed_by: null });
    expect(await claimCase(cemile, input(caseId))).toMatchObject({ ok: true });
  });
});

describe('court work', () => {
  it('is for members of the Bar: refused in words, and by the database behind it', async () => {
    const { caseId } = await claimed(cemile);
    const marks = { matter: null, region: null, label: null, isCourt: true };
    expect(await markCase(cemile, { ...input(caseId), ...marks })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.court-bar', field: 'isCourt' },
    });
    await expect(sql`update legal.cases set is_court = true where id = ${caseId}`).rejects.toThrow(/Bar/);
    expect(
      await passCase(cemile, { ...input(caseId), role: 'responsible', toStaffId: lawyer.staffId, reason }),
    ).toMatchObject({ ok: true });
    expect(await markCase(tural, { ...input(caseId), ...marks })).toMatchObject({ ok: true });
    expect(await passCase(tural, { ...input(caseId), role: 'responsible', toStaffId: plain.staffId, reason })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.court-bar', field: 'toStaffId' },
    });
  });
});

describe('referral', () => {
  it('leaves only after the applicant agreed', async () => {
    const made = await claimed(tural);
    const { caseId } = made;
    const receipt = await readReceipt(withCookie(made.cookie), new Date());
    if (!receipt) throw new Error('No receipt');
    expect(await proposeReferral(tural, { ...input(caseId), to: 'Vəkillər bürosu', reason })).toMatchObject({
      ok: true,
    });
    expect(await handReferral(tural, input(caseId))).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.referral-not-agreed' },
    });
    expect(await readProposal(receipt)).toEqual({ to: 'Vəkillər bürosu', text: reason });
    expect(await decideReferral(receipt, { agrees: true, clientId: newId() })).toMatchObject({ ok: true });
    expect(await readProposal(receipt)).toBeNull();
    expect(await handReferral(tural, input(caseId))).toMatchObject({ ok: true });
    expect(await row(caseId)).toMatchObject({ state: 'referred_out', outcome: 'referred' });
  });

  it('stays where it is when the applicant says no', async () => {
    const made = await claimed(tural);
    const receipt = await readReceipt(withCookie(made.cookie), new Date());
    if (!receipt) throw new Error('No receipt');
    await proposeReferral(tural, { ...input(made.caseId), to: 'Başqa yer', reason });
    expect(await decideReferral(receipt, { agrees: false, clientId: newId() })).toMatchObject({ ok: true });
    expect(await handReferral(tural, input(made.caseId))).toMatchObject({ ok: false });
    expect((await row(made.caseId))['state']).toBe('claimed');
  });
});

describe('states, urgency and summary', () => {
  it('moves by the steps there are, for who has the case', async () => {
    const { caseId } = await claimed(tural);
    expect(await moveCase(cemile, { ...input(caseId), to: 'advice' })).toMatchObject({ ok: false });
    expect(await moveCase(tural, { ...input(caseId), to: 'need_info' })).toMatchObject({ ok: true });
    expect(await row(caseId)).toMatchObject({ state: 'need_info', is_waiting_for_us: false });
  });

  it('takes a person’s word over the rules, with a sealed reason', async () => {
    const { caseId } = await makeCase(desk, { answers: { flags: ['detention'] } });
    const bandIn = async () => (await queueOf(tural, 'whose=unclaimed')).rows.find((one) => one.id === caseId)?.band;
    expect(await bandIn()).toMatchObject({ band: 'red', because: 'flags' });
    expect(await overrideBand(tural, { ...input(caseId), band: 'green', reason })).toMatchObject({ ok: true });
    expect(await bandIn()).toMatchObject({ band: 'green', because: 'person' });
    expect(JSON.stringify(await sql`select * from legal.audit_entries where case_id = ${caseId}`)).not.toContain(
      'Səbəb',
    );
  });

  it('shows the title in the queue, and finds the words, only for who holds the key', async () => {
    const { caseId } = await makeCase(desk);
    const summary = { title: 'Söküntü barədə bildiriş', text: 'Bələdiyyə on gün vaxt verib' };
    expect(await writeSummary(tural, { ...input(caseId), ...summary })).toMatchObject({ ok: true });
    const late = await deskWork(desk, await addStaff(sql, desk, 'lawyer', { shownName: 'Açarsız' }));
    const titleFor = async (work: DeskWork) => (await queueOf(work)).rows.find((one) => one.id === caseId)?.title;
    expect(await titleFor(tural)).toBe(summary.title);
    expect(await titleFor(late)).toBeNull();
    const search = { words: 'BELEDIYYE on gun', state: 'open' as const, region: null };
    expect((await searchCases(tural, search)).map((one) => one.id)).toContain(caseId);
    expect(await searchCases(late, search)).toEqual([]);
  });
});

describe('several cases at once', () => {
  it('labels and takes the label back', async () => {
    const [one, other] = [await makeCase(desk), await makeCase(desk)];
    const clientId = newId();
    const caseIds = [one.caseId, other.caseId];
    expect(await labelCases(tural, { caseIds, clientId, label: 'press' })).toMatchObject({ ok: true });
    expect((await row(one.caseId))['label']).toBe('press');
    expect(await undoBatch(tural, { clientId: newId(), kind: 'label', of: clientId })).toMatchObject({ ok: true });
    expect((await row(one.caseId))['label']).toBeNull();
  });

  it('closes what the person may close, leaves the rest, opens none, and can be undone', async () => {
    const mine = await claimed(tural);
    const theirs = await claimed(cemile);
    const clientId = newId();
    const closing = { outcome: 'answered' as const, notTakenReason: null, reason };
    const caseIds = [mine.caseId, theirs.caseId];
    expect(await closeCases(tural, { caseIds, clientId, closing })).toEqual({
      ok: true,
      value: { changed: [{ id: mine.caseId, was: 'claimed' }], skipped: 1 },
    });
    expect(await row(mine.caseId)).toMatchObject({ state: 'closed', outcome: 'answered' });
    expect((await row(theirs.caseId))['state']).toBe('claimed');
    expect(
      await sql`select 1 from legal.audit_entries where case_id = ${mine.caseId} and action = 'case.open'`,
    ).toHaveLength(0);
    await undoBatch(tural, { clientId: newId(), kind: 'close', of: clientId });
    expect(await row(mine.caseId)).toMatchObject({ state: 'claimed', outcome: null, retention_until: null });
  });
});

describe('G23: conflicts of interest', () => {
  const possible = (work: DeskWork, caseId: string) =>
    withLegalScope(work.scope, async (tx) => (await possibleConflicts(tx, [caseId])).has(caseId));

  it('warns before reading, says nothing of the other case, and the lead keeps somebody out', async () => {
    const theirs = await claimed(cemile);
    const mine = await makeCase(desk);
    const name = 'Sınaq Qarşıtərəf Məmmədov';
    const against = { side: 'other' as const, name };
    const us = { side: 'ours' as const, name: 'MƏMMƏDOV  Qarşıtərəf sınaq' };
    expect(await addParty(cemile, { ...input(theirs.caseId), party: against })).toMatchObject({
      value: { isPossible: false },
    });
    expect(await possible(tural, mine.caseId)).toBe(false);
    expect(await addParty(lead, { ...input(mine.caseId), party: us })).toMatchObject({ value: { isPossible: true } });
    expect(await possible(tural, mine.caseId)).toBe(true);
    const facts = (await queueOf(tural, 'whose=unclaimed')).rows.find((one) => one.id === mine.caseId);
    expect(facts?.hasConflict).toBe(true);
    expect(JSON.stringify(facts)).not.toContain(theirs.caseId);
    expect(await openCase(tural, { caseId: mine.caseId, reason: 'triage' })).toMatchObject({ ok: false });
    expect(await claimCase(tural, input(mine.caseId))).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.conflict' },
    });
    expect(await settleConflict(tural, { ...input(mine.caseId), reason })).toEqual({
      ok: false,
      refusal: { code: 'legal-desk.error.not-lead' },
    });
    const version = (await row(mine.caseId))['key_version'] as number;
    expect(await keepOut(lead, { ...input(mine.caseId), staffId: plain.staffId, reason })).toMatchObject({ ok: true });
    expect((await row(mine.caseId))['key_version']).toBe(version + 1);
    expect(await readsOf(desk, plain, mine.caseId)).toEqual([]);
    expect((await queueOf(cemile, 'whose=unclaimed')).rows.map((one) => one.id)).not.toContain(mine.caseId);
    expect(await possible(tural, mine.caseId)).toBe(false);
    expect(await claimCase(tural, input(mine.caseId))).toMatchObject({ ok: true });
    expect((await readsOf(desk, lawyer, mine.caseId)).length).toBeGreaterThan(0);
  });

  it('keeps no name in clear', async () => {
    const dump = JSON.stringify([
      await sql`select * from legal.blind_indexes`,
      await sql`select * from legal.audit_entries`,
      await sql`select * from legal.done_forms`,
    ]);
    expect(dump).not.toContain('Məmmədov');
  });

  it('hides the list of who is kept out from the person', async () => {
    const seen = await withLegalScope(cemile.scope, (tx) =>
      tx
        .select()
        .from(exclusions)
        .where(raw`${exclusions.staffId} = ${plain.staffId}`),
    );
    expect(seen).toEqual([]);
  });
});

describe('views of the queue', () => {
  it('keeps filters by themselves, in one order, once', async () => {
    const filters = parseQueueFilters(new URLSearchParams('label=press&band=red&words=gizli'));
    await keepView(cemile, filters);
    await keepView(cemile, filters);
    expect((await queueOf(cemile)).views.map((view) => view.query)).toEqual(['?band=red&label=press']);
    expect((await queueOf(tural)).views).toEqual([]);
  });
});
