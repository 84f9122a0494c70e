import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeToSign } from '#app/features/authorities/commands/agree-to-sign.server.ts';
import { draftLetter } from '#app/features/authorities/public.server.ts';
import { revokeSignature } from '#app/features/authorities/commands/revoke-signature.server.ts';
import { sendLetter } from '#app/features/authorities/commands/send-letter.server.ts';
import { getLetter } from '#app/features/authorities/queries.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { atWork, freshIssue } from './world.ts';

let sql: postgres.Sql;
beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
}, 180_000);
afterAll(() => sql.end());

type Work = Awaited<ReturnType<typeof atWork>>;

async function drafted(work: Work, organisation: string): Promise<string> {
  const result = await draftLetter(work, {
    issueId: await freshIssue(sql, organisation, { category: 'road_surface' }),
    clientId: newId(),
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.letterId;
}
const row = async (letterId: string) =>
  (await sql`select state, blocked_by, signatory_id from letters where id = ${letterId}`)[0];
const post = (letterId: string) => ({
  letterId,
  clientId: newId(),
  channel: 'post' as const,
  sentOn: null,
  registerNumber: '',
});
const own = {
  fullName: 'Salmanlı Pərviz Adil oğlu',
  address: 'Sumqayıt şəhəri, Nümunə küçəsi 3',
  locale: 'az' as const,
};

describe('an unregistered organisation', () => {
  it('has drafts that say why, until a member agrees for himself; and drafts again when he takes it back', async () => {
    const perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
    const letterId = await drafted(perviz, 'gunesli');
    expect(await row(letterId)).toMatchObject({ state: 'draft', blocked_by: ['no-signatory'], signatory_id: null });
    expect(await sendLetter(perviz, post(letterId))).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.not-ready' },
    });

    await agreeToSign(perviz, own);
    expect(await row(letterId)).toMatchObject({ state: 'ready', blocked_by: [] });
    expect((await getLetter(perviz.scope, letterId, perviz.now))?.sheet.from).toEqual([
      own.fullName,
      own.address,
      'Qrup: Günəşli Sahil Cəmiyyəti',
    ]);

    await revokeSignature(perviz);
    expect(await row(letterId)).toMatchObject({ state: 'draft', blocked_by: ['no-signatory'], signatory_id: null });
    const [signatory] =
      await sql`select full_name_cipher, address_cipher, revoked_at from letter_signatories where user_id = ${perviz.scope.userId}`;
    expect(signatory).toMatchObject({ full_name_cipher: null, address_cipher: null });
    expect(signatory?.revoked_at).not.toBeNull();
    expect(await sendLetter(perviz, post(letterId))).toMatchObject({ ok: false });
  });

  it('records the consent, keeps name and address encrypted, and one agreement a person', async () => {
    const perviz = await atWork(sql, 'gunesli', 'Pərviz Salmanlı');
    await agreeToSign(perviz, own);
    await agreeToSign(perviz, { ...own, address: 'Sumqayıt, başqa ünvan' });
    const rows =
      await sql`select * from letter_signatories where user_id = ${perviz.scope.userId} and revoked_at is null`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Salmanlı|Sumqayıt/u);
    const consents = await sql`select purpose, version from consents where subject_id = ${rows[0]?.id as string}`;
    expect(consents).toMatchObject([{ purpose: 'letters.sign' }, { purpose: 'letters.sign' }]);
    const trail = await sql`select * from audit_entries where action like 'signatory.%'`;
    expect(JSON.stringify(trail)).not.toMatch(/Salmanlı|Sumqayıt/u);
    await revokeSignature(perviz);
  });

  it('keeps what left as it left when the signer takes the agreement back', async () => {
    const lale = await atWork(sql, 'ipekyolu', 'Lalə Əmirova');
    const [sent, waiting] = [await drafted(lale, 'ipekyolu'), await drafted(lale, 'ipekyolu')];
    expect(await sendLetter(lale, post(sent))).toMatchObject({ ok: true });
    await revokeSignature(lale);
    expect((await getLetter(lale.scope, sent, lale.now))?.sheet.from[0]).toBe('Əmirova Lalə Zakir qızı');
    expect(await row(waiting)).toMatchObject({ state: 'draft' });
    expect((await getLetter(lale.scope, waiting, lale.now))?.steps.map((step) => step.kind)).toContain('fell_back');
  });

  it('loses a signer who leaves', async () => {
    const ilqar = await atWork(sql, 'arazsahili', 'İlqar Mustafalı');
    const letterId = await drafted(ilqar, 'arazsahili');
    expect((await getLetter(ilqar.scope, letterId, ilqar.now))?.state).toBe('ready');
    await sql`update memberships set ended_at = now() where user_id = ${ilqar.scope.userId}`;
    // Whoever left sees nothing of it any more; a colleague does.
    expect(await getLetter(ilqar.scope, letterId, ilqar.now)).toBeNull();
    const samire = await atWork(sql, 'arazsahili', 'Samirə Qənizadə');
    expect(await getLetter(samire.scope, letterId, ilqar.now)).toMatchObject({
      state: 'draft',
      unmet: ['no-signatory'],
    });
  });
});
