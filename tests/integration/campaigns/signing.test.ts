import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeHash } from '#app/features/campaigns/commands/sign-campaign.server.ts';
import { contactIndex, signatureToken } from '#app/features/campaigns/signer.server.ts';
import { drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import { campaignCount } from '#app/features/campaigns/support-count.server.ts';
import { totalsOf } from '#app/features/campaigns/support-totals.server.ts';
import { forgetBrakes } from '#app/platform/brakes.server.ts';
import { action as stopAction } from '#app/routes/public/signature-unsubscribe.tsx';
import { loader as signLoader } from '#app/routes/public/campaign-sign.tsx';
import { makeCampaign, makeMember, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { answerAs, callRoute, mailsTo, openSignature, rowsOf, runAnswers, sign, signing } from './support-world.ts';

const sql = adminConnection();
let campaign: MadeCampaign;
beforeAll(async () => {
  campaign = await makeCampaign(sql);
});
afterAll(() => sql.end());

/** count.json as a plain request gets it. */
async function countOf(slug: string): Promise<{ status: number; body: { total: number }; cache: string }> {
  const headers: Record<string, string> = {};
  let status = 0;
  let text = '';
  const res = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    writeHead(code: number) {
      status = code;
      return this;
    },
    end: (body?: Buffer) => (text = String(body ?? '')),
  };
  await campaignCount({ url: `/campaigns/${slug}/count.json`, headers: {} } as never, res as never);
  return { status, body: JSON.parse(text) as { total: number }, cache: headers['Cache-Control'] ?? '' };
}

describe('signing on the web', () => {
  it('stores one waiting row, writes one letter, counts after the button and not before', async () => {
    const answer = await sign(campaign.slug);
    expect(answer).toMatchObject({ status: 303, location: `/campaigns/${campaign.slug}/signed?by=email` });
    const [row] = await rowsOf(sql, campaign.id);
    expect(row).toMatchObject({
      state: 'pending',
      channel: 'web',
      assurance: 'self',
      name: 'Aygün Məmmədova',
      region: 'AZ-AST',
    });
    await runAnswers(sql);
    const [letter] = await mailsTo(sql, 'aygun@example.az');
    expect(letter?.text).toContain(`/signatures/${signatureToken(row?.id ?? '')}`);
    expect(letter?.subject).not.toContain('yolu');

    const shown = await openSignature(row?.id ?? '');
    expect(shown.data).toMatchObject({ view: { canConfirm: true, state: 'pending' } });
    await openSignature(row?.id ?? '');
    expect((await rowsOf(sql, campaign.id))[0]?.state).toBe('pending');

    expect(await answerAs(row?.id ?? '', { step: 'confirm' })).toMatchObject({ status: 303 });
    expect(await answerAs(row?.id ?? '', { step: 'confirm' })).toMatchObject({
      location: expect.stringContaining('done=already'),
    });
    expect((await rowsOf(sql, campaign.id))[0]).toMatchObject({ state: 'confirmed', assurance: 'email' });
    await drainSupport(new Date());
    const totals = (await totalsOf([campaign.id])).get(campaign.id);
    expect(totals).toMatchObject({
      total: 1,
      byChannel: { web: 1, point: 0, paper: 0 },
      byAssurance: { email: 1 },
      byRegion: { 'AZ-AST': 1 },
    });
    expect(await countOf(campaign.slug)).toMatchObject({
      status: 200,
      body: { total: 1, isOpen: true },
      cache: 'public, max-age=10, stale-while-revalidate=20',
    });
    expect((await countOf('no-such-campaign')).status).toBe(404);
  });

  it('answers a new, a repeated and a blocked signer alike, and writes to each what is theirs', async () => {
    const own = await makeCampaign(sql);
    const blocked = 'blocked@example.az';
    await sql`insert into signing_blocks ${sql({ organisation_id: own.organisationId, contact_index: contactIndex(own.organisationId, blocked) })}`;
    const first = await sign(own.slug, { contact: 'yeni@example.az' });
    await runAnswers(sql);
    const [row] = await rowsOf(sql, own.id);
    await answerAs(row?.id ?? '', { step: 'confirm' });
    const again = await sign(own.slug, { contact: 'YENI@example.az', name: 'məmmədova  AYGÜN' });
    const refused = await sign(own.slug, { contact: blocked });
    expect([again, refused]).toEqual([first, first]);
    await runAnswers(sql);
    expect(await rowsOf(sql, own.id)).toHaveLength(1);
    expect((await mailsTo(sql, 'yeni@example.az')).map((mail) => mail.subject)).toEqual([
      'İcma: dəstəyinizi təsdiqləyin',
      'İcma: dəstəyiniz sayılır',
    ]);
    expect(await mailsTo(sql, blocked)).toEqual([]);
  });

  it('five times the same, also at once, is one row and at most five letters', async () => {
    const own = await makeCampaign(sql);
    const form = signing({ contact: 'bes@example.az' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => sign(own.slug, form)));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await rowsOf(sql, own.id)).toHaveLength(1);
    expect(await runAnswers(sql)).toBe(1);
    for (let time = 0; time < 7; time += 1) {
      await sign(own.slug, { contact: 'bes@example.az' });
      await runAnswers(sql);
    }
    expect(await rowsOf(sql, own.id)).toHaveLength(1);
    expect(await mailsTo(sql, 'bes@example.az')).toHaveLength(5);
  });

  it('lets a family share a contact, and each of them counts', async () => {
    const own = await makeCampaign(sql);
    for (const name of ['Əli Həsənov', 'Vəli Həsənov', 'Həsənov Əli'])
      await sign(own.slug, { name, contact: '050 123 45 67' });
    expect((await rowsOf(sql, own.id)).map((row) => row.name).toSorted()).toEqual(['Vəli Həsənov', 'Əli Həsənov']);
    await runAnswers(sql);
    expect((await sql`select count(*)::int as n from mails where sent_at is null`)[0]?.n).toBeGreaterThanOrEqual(0);
  });

  it('with a code counts at once; a wrong or used one stores nothing', async () => {
    const own = await makeCampaign(sql);
    const volunteer = await makeMember(sql, own.organisationId, ['volunteer']);
    await sql`insert into signature_codes ${sql({ id: randomUUID(), campaign_id: own.id, organisation_id: own.organisationId, code_hash: codeHash(own.id, '1234567890'), issued_by: volunteer })}`;
    expect(await sign(own.slug, { code: '9999999999', contact: '0501112233' })).toMatchObject({ status: 422 });
    expect(await rowsOf(sql, own.id)).toEqual([]);
    const form = signing({ code: '123 456 78 90', contact: '0501112233' });
    expect(await sign(own.slug, form)).toMatchObject({ status: 303, location: expect.stringContaining('by=code') });
    expect(await sign(own.slug, form)).toMatchObject({ status: 303 });
    expect(await rowsOf(sql, own.id)).toMatchObject([{ state: 'confirmed', assurance: 'code' }]);
    expect(await sign(own.slug, { code: '1234567890', contact: '0502223344', name: 'Başqa Adam' })).toMatchObject({
      status: 422,
    });
    expect(await rowsOf(sql, own.id)).toHaveLength(1);
  });

  it('stores nothing while it is paused, past its minute, over, or held by the operator', async () => {
    const stopped = [
      await makeCampaign(sql, { isSigningPaused: true }),
      await makeCampaign(sql, { state: 'paused' }),
      await makeCampaign(sql, { closesAt: new Date(Date.now() - 1000) }),
      await makeCampaign(sql, { state: 'won' }),
    ];
    for (const own of stopped) {
      expect(await sign(own.slug)).toMatchObject({ status: 409 });
      expect(await callRoute(signLoader as never, `/campaigns/${own.slug}/sign`, { slug: own.slug })).toMatchObject({
        status: 409,
      });
      expect(await rowsOf(sql, own.id)).toEqual([]);
    }
    const open = await makeCampaign(sql);
    await sql`insert into settings (key, value) values ('brake.signing', 'true')`;
    forgetBrakes();
    expect(await sign(open.slug)).toMatchObject({ status: 503 });
    await sql`delete from settings where key = 'brake.signing'`;
    forgetBrakes();
    expect(await rowsOf(sql, open.id)).toEqual([]);
    expect(await sign(open.slug)).toMatchObject({ status: 303 });
    expect(await sign('no-such-campaign')).toMatchObject({ status: 404 });
  });

  it('refuses what is no name, no contact, no region, no consent, with 422 and nothing stored', async () => {
    const own = await makeCampaign(sql);
    const wrong: Record<string, string>[] = [
      { name: 'Aygün' },
      { name: '=SUM(A1) B' },
      { name: 'http://x.az y' },
      { contact: 'heç nə' },
      { contact: '' },
      { region: 'AZ-XX' },
      { consent: '' },
      { clientId: 'x' },
      { code: 'abc' },
    ];
    for (const more of wrong) expect(await sign(own.slug, more), JSON.stringify(more)).toMatchObject({ status: 422 });
    expect(await rowsOf(sql, own.id)).toEqual([]);
  });
});

describe('the signer’s own page', () => {
  it('takes support back: out of the count, the person out of the row, and free to sign anew', async () => {
    const own = await makeCampaign(sql);
    await sign(own.slug);
    const [row] = await rowsOf(sql, own.id);
    await answerAs(row?.id ?? '', { step: 'confirm' });
    await drainSupport(new Date());
    expect(await answerAs(row?.id ?? '', { step: 'withdraw' })).toMatchObject({ status: 303 });
    await drainSupport(new Date());
    expect((await totalsOf([own.id])).get(own.id)?.total).toBe(0);
    expect((await rowsOf(sql, own.id))[0]).toMatchObject({ state: 'withdrawn', person_cipher: null });
    await sign(own.slug);
    expect(await rowsOf(sql, own.id)).toHaveLength(2);
  });

  it('changes wishes, ends the letters by one press, and opens to nobody without the right token', async () => {
    const own = await makeCampaign(sql);
    await sign(own.slug, { wantsNews: 'on', showsName: 'on' });
    const [row] = await rowsOf(sql, own.id);
    const id = row?.id ?? '';
    const wishes = async () => (await sql`select wants_news, shows_name from signatures where id = ${id}`)[0];
    expect(await wishes()).toEqual({ wants_news: true, shows_name: true });
    const stop = await callRoute(
      stopAction as never,
      `/signatures/${signatureToken(id)}/unsubscribe`,
      { token: signatureToken(id) },
      { 'List-Unsubscribe': 'One-Click' },
    );
    expect(stop).toMatchObject({ status: 200, data: { isDone: true } });
    expect(await wishes()).toEqual({ wants_news: false, shows_name: true });
    await answerAs(id, { step: 'wishes', wantsNews: 'on' });
    expect(await wishes()).toEqual({ wants_news: true, shows_name: false });
    for (const token of [`${id}.${'0'.repeat(40)}`, id, 'x', `${randomUUID()}.${signatureToken(id).split('.')[1]}`])
      expect(await callRoute(stopAction as never, `/signatures/${token}/unsubscribe`, { token }, {})).toMatchObject({
        status: 404,
      });
    expect(await answerAs(id, { step: 'nothing' })).toMatchObject({ status: 422 });
  });

  it('cannot confirm after two weeks or after the set minute', async () => {
    const own = await makeCampaign(sql);
    await sign(own.slug);
    const [row] = await rowsOf(sql, own.id);
    await sql`update signatures set created_at = now() - interval '15 days' where id = ${row?.id ?? ''}`;
    expect(await answerAs(row?.id ?? '', { step: 'confirm' })).toMatchObject({ status: 409 });
    await sql`update signatures set created_at = now() where id = ${row?.id ?? ''}`;
    await sql`update campaigns set closes_at = now() - interval '1 second' where id = ${own.id}`;
    expect(await answerAs(row?.id ?? '', { step: 'confirm' })).toMatchObject({ status: 409 });
    expect((await rowsOf(sql, own.id))[0]?.state).toBe('pending');
  });
});
