import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { handInRequest } from '#app/features/legal-aid/commands/hand-in-request.server.ts';
import { saveAnswer } from '#app/features/legal-aid/commands/save-answer.server.ts';
import { readDraft } from '#app/features/legal-aid/draft.server.ts';
import { viewStep, type BrowserPlan } from '#app/features/legal-aid/draft-view.server.ts';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { readSealed, type SealedInput } from '#app/features/legal-aid/rules/intake-forms.ts';
import { fromBase64, toBase64, utf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { grantKey } from '#app/features/legal-aid/vault/grants.ts';
import { makeKey, makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import { sealRecord } from '#app/features/legal-aid/vault/records.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addStaff, makeDesk, readsOf, withCookie, type Desk, type DeskPerson } from './legal-world.ts';

const STORY = 'Brauzerdə şifrələnmiş hekayə';
const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let other: DeskPerson;

beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  other = await addStaff(sql, desk);
});
afterAll(() => sql.end());

async function upToStory(): Promise<ReceiptWork> {
  const begun = await beginRequest(
    { organisationId: desk.organisationId, track: 'person', language: 'az', draft: {} },
    new Date(),
  );
  const work = await readReceipt(withCookie(begun.setCookie.split(';')[0] as string), new Date());
  if (!work) throw new Error('The receipt did not open');
  await saveAnswer(work, { step: 'receipt' });
  await saveAnswer(work, { step: 'danger', answers: { flags: [] } });
  await saveAnswer(work, { step: 'track', answers: { track: 'person' } });
  await saveAnswer(work, { step: 'matter', answers: { matter: 'land' } });
  await saveAnswer(work, { step: 'stage', answers: { stage: 'nothing' } });
  for (const step of ['region', 'dates'] as const) await saveAnswer(work, { step, answers: {} });
  await saveAnswer(work, { step: 'answer' });
  await saveAnswer(work, { step: 'kept-out', keptOut: [] });
  await saveAnswer(work, { step: 'consent' });
  const nothing = {
    name: '',
    phone: '',
    email: '',
    address: '',
    hours: '',
    codeWord: '',
    noticeEmail: '',
    mayLeaveMessage: false,
    sealed: undefined,
    channel: undefined,
  };
  await saveAnswer(work, { step: 'contact', contact: nothing, sealed: null });
  return work;
}

async function planOf(work: ReceiptWork): Promise<BrowserPlan> {
  const view = await viewStep(work, 'story');
  if (!view || 'goTo' in view || !view.plan) throw new Error('No plan to seal by');
  return view.plan;
}

/** As the browser does it. */
function sealAs(plan: BrowserPlan, text: string): SealedInput {
  const key = makeKey();
  const { caseId, holders, keyKind, kind, recordId, version } = plan;
  const sealed = sealRecord(
    key,
    {
      table: 'records',
      caseId,
      recordId,
      field: kind,
      keyVersion: version,
      said: { author: 'applicant', authorId: null, visibility: 'public' },
    },
    utf8(JSON.stringify({ text })),
  );
  const grants = holders.map(({ box, holderId, keyId }) => {
    const grant = grantKey(key, fromBase64(box), { kind: keyKind, subjectId: caseId, version, holderId, keyId });
    return { holderId, keyId, enc: toBase64(grant.enc), ciphertext: toBase64(grant.ciphertext) };
  });
  return { version, recordId, nonce: toBase64(sealed.nonce), ciphertext: toBase64(sealed.ciphertext), grants };
}
const send = (work: ReceiptWork, sealed: SealedInput) => saveAnswer(work, { step: 'story', story: '', sealed });

describe('what the browser sealed', () => {
  it('reaches the recipients as it came, and the case says where it was sealed', async () => {
    const work = await upToStory();
    const sealed = sealAs(await planOf(work), STORY);
    expect(readSealed(JSON.stringify(sealed))).toEqual(sealed);
    expect(await send(work, sealed)).toMatchObject({ ok: true });
    expect(await send(work, sealed)).toMatchObject({ ok: true });
    expect(JSON.stringify((await readDraft(work))?.draft)).not.toContain(STORY);
    await saveAnswer(work, { step: 'files' });
    expect(await handInRequest(work, { receipt: '', written: false })).toMatchObject({ ok: true });
    expect(await readsOf(desk, lawyer, work.caseId)).toContainEqual({ text: STORY });
    const [row] = await sql`select is_sealed_in_browser from legal.cases where id = ${work.caseId}`;
    expect(row?.is_sealed_in_browser).toBe(true);
    const [stored] = await sql`select ciphertext from legal.records where id = ${sealed.recordId}`;
    expect(toBase64(new Uint8Array(stored?.ciphertext as Buffer))).toBe(sealed.ciphertext);
  });

  it('is refused with other holders, a used version, odd sizes or another shape', async () => {
    const work = await upToStory();
    const plan = await planOf(work);
    const good = sealAs(plan, STORY);
    const stranger = { holderId: randomUUID(), keyId: randomUUID(), box: toBase64(makeStaffKeys().public.box) };
    const wrong: SealedInput[] = [
      { ...good, grants: good.grants.slice(1) },
      sealAs({ ...plan, holders: [...plan.holders, stranger] }, STORY),
      sealAs({ ...plan, holders: [stranger, ...plan.holders.slice(1)] }, STORY),
      { ...good, grants: [...good.grants.slice(1), good.grants[1] as SealedInput['grants'][number]] },
      sealAs({ ...plan, version: 1 }, STORY),
      sealAs({ ...plan, version: plan.version + 1 }, STORY),
      { ...good, ciphertext: toBase64(new Uint8Array(600)) },
    ];
    for (const [at, one] of wrong.entries())
      expect([at, await send(work, one)]).toMatchObject([
        at,
        { ok: false, refusal: { code: 'legal-intake.error.sealed' } },
      ]);
    for (const text of ['x', '{}', '[]', 'null', JSON.stringify({ ...good, more: 1 })])
      expect(readSealed(text)).toBeUndefined();
    expect(await sql`select 1 from legal.records where case_id = ${work.caseId} and kind = 'story'`).toEqual([]);
  });

  it('G4: goes with its key when somebody who held it is kept out later', async () => {
    const work = await upToStory();
    await send(work, sealAs(await planOf(work), STORY));
    expect(
      await sql`select 1 from vault_keys.grants where subject_id = ${work.caseId} and holder_id = ${other.staffId}`,
    ).toHaveLength(1);
    expect(await saveAnswer(work, { step: 'kept-out', keptOut: [other.staffId] })).toMatchObject({
      ok: true,
      value: { isDropped: true },
    });
    expect(
      await sql`select 1 from vault_keys.grants where subject_id = ${work.caseId} and holder_id = ${other.staffId}`,
    ).toEqual([]);
    expect(await handInRequest(work, { receipt: '', written: false })).toMatchObject({ ok: false });
    await send(work, sealAs(await planOf(work), `${STORY} yenidən`));
    await saveAnswer(work, { step: 'files' });
    expect(await handInRequest(work, { receipt: '', written: false })).toMatchObject({ ok: true });
    expect(await readsOf(desk, other, work.caseId)).toEqual([]);
    expect(await readsOf(desk, lawyer, work.caseId)).toContainEqual({ text: `${STORY} yenidən` });
  });

  it('is granted to a colleague who joined between writing and sending', async () => {
    const work = await upToStory();
    await send(work, sealAs(await planOf(work), STORY));
    const late = await addStaff(sql, desk);
    await saveAnswer(work, { step: 'files' });
    await handInRequest(work, { receipt: '', written: false });
    expect(await readsOf(desk, late, work.caseId)).toContainEqual({ text: STORY });
  });
});
