import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handInRequest } from '#app/features/legal-aid/commands/hand-in-request.server.ts';
import { keepDraftFiles } from '#app/features/legal-aid/commands/keep-draft-file.server.ts';
import { renewReceipt } from '#app/features/legal-aid/commands/renew-receipt.server.ts';
import { startRequest } from '#app/features/legal-aid/commands/start-request.server.ts';
import { tryReceipt } from '#app/features/legal-aid/commands/try-receipt.server.ts';
import { readDraft } from '#app/features/legal-aid/draft.server.ts';
import { viewStep } from '#app/features/legal-aid/draft-view.server.ts';
import { openReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { readReceiptCase } from '#app/features/legal-aid/receipt-thread.server.ts';
import type { DraftStep } from '#app/features/legal-aid/rules/intake.ts';
import { makeReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { adminConnection } from '#tests/support/story.ts';
import { answerAll, begin, network, post, STORY, target, workOf } from './intake-world.ts';
import { addStaff, makeDesk, readsOf, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let other: DeskPerson;

beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { shownName: 'Birinci' });
  other = await addStaff(sql, desk, 'lawyer', { shownName: 'İkinci' });
});
afterAll(() => sql.end());

describe('the intake without scripts', () => {
  it('leads from question to question and hands in what was answered', async () => {
    const { caseId, work } = await begin(desk);
    await answerAll(work);
    expect(await readsOf(desk, lawyer, caseId)).toEqual([]);
    expect(target(await post('check', work, { clientId: randomUUID() }))).toBe('/legal-aid/request/done');
    const read = await readsOf(desk, lawyer, caseId);
    expect(read).toContainEqual({ text: STORY });
    expect(read).toContainEqual(expect.objectContaining({ matter: 'housing', flags: ['eviction'], region: 'AZ-AST' }));
    const [row] =
      await sql`select state, track, is_sealed_in_browser, band_floor, consent_version from legal.cases where id = ${caseId}`;
    expect(row).toEqual({
      state: 'new',
      track: 'person',
      is_sealed_in_browser: false,
      band_floor: 'red',
      consent_version: 'legal-request/2026-11',
    });
    expect(await sql`select 1 from legal.notice_addresses where case_id = ${caseId}`).toHaveLength(1);
  });

  it('keeps what was typed when a page is wrong, and skips no question', async () => {
    const { work } = await begin(desk);
    const wrong = await post('receipt', work);
    expect(wrong).toMatchObject({ status: 422 });
    expect(target(await post('receipt', work, { written: 'on' }))).not.toBeNull();
    expect(await viewStep(work, 'story')).toEqual({ goTo: 'danger' });
    const garbled: [DraftStep, Record<string, string>][] = [
      ['danger', { flags: 'fire' }],
      ['track', { track: '<b>' }],
      ['matter', {}],
      ['stage', { stage: 'x' }],
      ['region', { region: 'AZ-NOWHERE' }],
      ['dates', { dueOn: '2026-02-31' }],
      ['dates', { receivedOn: '2099-01-01' }],
      ['kept-out', { keptOut: 'nobody' }],
      ['consent', {}],
      ['contact', { phone: 'abc', email: 'x' }],
      ['story', { story: 'qısa' }],
      ['story', { sealed: '{"version":1}' }],
      ['files', { clientId: 'x', intent: 'add' }],
      ['check', { clientId: 'x' }],
    ];
    for (const [step, fields] of garbled)
      expect([step, await post(step, work, fields)]).toMatchObject([step, { status: 422 }]);
    const kept = await post('story', work, { story: 'qısa' });
    expect(kept).toMatchObject({ lastResult: { initialValue: { story: 'qısa' } } });
  });

  it('sent twice is one request', async () => {
    const { caseId, work } = await begin(desk);
    await answerAll(work);
    const clientId = randomUUID();
    const both = await Promise.all([post('check', work, { clientId }), post('check', work, { clientId })]);
    expect(both.map(target)).toEqual(['/legal-aid/request/done', '/legal-aid/request/done']);
    expect(
      await sql`select 1 from legal.audit_entries where case_id = ${caseId} and action = 'case.hand-in'`,
    ).toHaveLength(1);
  });

  it('is resumed by its receipt, and a draft is nobody’s but its holder’s', async () => {
    const { digits, work } = await begin(desk);
    await post('receipt', work, { written: 'on' });
    await post('danger', work, { flags: ['summons'] });
    const tried = await tryReceipt(network(), digits);
    expect(tried).toMatchObject({ ok: true, value: { kind: 'legal', isDraft: true } });
    if (!tried.ok || tried.value.kind !== 'legal') throw new Error('not opened');
    const again = await readDraft(await workOf(tried.value.setCookie));
    expect(again?.draft.answers).toEqual({ flags: ['summons'] });
  });

  it('G20: pictures lose their metadata, pages and archives are refused', async () => {
    const { caseId, work } = await begin(desk);
    const send = (bytes: Uint8Array | string) =>
      keepDraftFiles(work, randomUUID(), [{ name: 'a.jpg', bytes: Buffer.from(bytes as string), isTooLarge: false }]);
    for (const hostile of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<!doctype html><script>1</script>',
      'PK\u0003\u0004\u0000\u0000',
      'MZ\u0000\u0000',
    ])
      expect(await send(hostile)).toMatchObject({ ok: false });
    expect(await sql`select 1 from legal.files where case_id = ${caseId}`).toHaveLength(0);
    expect(await send('%PDF-1.4\n1 0 obj\n')).toMatchObject({ ok: true });
  });
});

describe('who receives a request', () => {
  it('G4: an excluded lawyer holds no grant and sees nothing; a copied grant opens nothing', async () => {
    const { caseId, work } = await begin(desk);
    await answerAll(work, [other.staffId]);
    await post('check', work, { clientId: randomUUID() });
    expect(await readsOf(desk, other, caseId)).toEqual([]);
    expect(
      await sql`select 1 from vault_keys.grants where subject_id = ${caseId} and holder_id = ${other.staffId}`,
    ).toEqual([]);
    await expect(
      sql`insert into vault_keys.grants (id, organisation_id, kind, subject_id, version, holder_kind, holder_id, key_id, enc, ciphertext, reason, made_on)
        select gen_random_uuid(), organisation_id, kind, subject_id, version, holder_kind, ${other.staffId}, ${other.keyId}, enc, ciphertext, reason, made_on
        from vault_keys.grants where subject_id = ${caseId} and kind = 'case' and holder_id = ${lawyer.staffId} limit 1`,
    ).rejects.toThrow(/kept from the case/);
    expect(await readsOf(desk, lawyer, caseId)).toContainEqual({ text: STORY });
  });

  it('G7: with fewer than two recipients it says so and keeps the draft', async () => {
    const { work } = await begin(desk);
    const everybody = [lawyer.staffId, other.staffId];
    await post('receipt', work, { written: 'on' });
    const refused = await post('kept-out', work, { keptOut: everybody });
    expect(refused).toMatchObject({
      status: 422,
      lastResult: { error: { keptOut: ['legal-intake.error.no-recipients'] } },
    });
    expect(await readDraft(work)).not.toBeNull();
  });

  it('G7: a desk that is closed or has one lawyer begins nothing', async () => {
    const small = await makeDesk(sql);
    const ask = () => startRequest(network(), { desk: small.slug, forSomebody: false, handover: '', website: '' });
    expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'legal-intake.error.no-recipients' } });
    await addStaff(sql, small);
    expect(await ask()).toMatchObject({ ok: true });
    await sql`update legal.desks set is_open = false where organisation_id = ${small.organisationId}`;
    expect(await ask()).toMatchObject({ ok: false });
  });
});

describe('asking for somebody else', () => {
  it('gives the applicant a receipt of their own; the other’s opens nothing any more', async () => {
    const { caseId, digits, work } = await begin(desk, true);
    await answerAll(work);
    const theirs = makeReceipt().digits;
    expect(await post('check', work, { clientId: randomUUID(), receipt: theirs })).toMatchObject({ status: 422 });
    const sent = await post('check', work, { clientId: randomUUID(), receipt: theirs, written: 'on' });
    expect(target(sent)).toBe('/legal-aid/request/done');
    expect(await openReceipt(digits, new Date())).toBeNull();
    const opened = await openReceipt(theirs, new Date());
    expect(opened?.caseId).toBe(caseId);
    const applicant = await workOf(opened?.setCookie ?? '');
    expect((await readReceiptCase(applicant))?.entries).toContainEqual(expect.objectContaining({ text: STORY }));
    expect(
      await sql`select 1 from vault_keys.grants where subject_id = ${caseId} and key_id = ${work.holder.keyId}`,
    ).toEqual([]);
    // The address was of who asked: the sentence is for the applicant alone.
    expect(await sql`select 1 from legal.notice_addresses where case_id = ${caseId}`).toEqual([]);
  });

  it('hands nothing in when the applicant’s receipt cannot be made', async () => {
    const { work } = await begin(desk, true);
    await answerAll(work);
    expect(await handInRequest(work, { receipt: '12', written: true })).toMatchObject({
      refusal: { code: 'legal-intake.error.receipt' },
    });
    expect(await readDraft(work)).not.toBeNull();
  });

  it('a changed receipt ends the old one and reads everything', async () => {
    const { digits, work } = await begin(desk);
    await answerAll(work);
    await handInRequest(work, { receipt: '', written: false });
    const fresh = makeReceipt().digits;
    expect(await renewReceipt(work, fresh)).toMatchObject({ ok: true });
    expect(await openReceipt(digits, new Date())).toBeNull();
    expect(await openReceipt(fresh, new Date())).not.toBeNull();
  });
});
