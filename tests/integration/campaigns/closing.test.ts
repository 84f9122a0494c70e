import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import { anonymiseSupport } from '#app/features/campaigns/support-end.server.ts';
import { confirmSignature } from '#app/features/campaigns/commands/answer-as-signer.server.ts';
import { signAtPoint } from '#app/features/campaigns/commands/sign-at-point.server.ts';
import { signCampaign } from '#app/features/campaigns/commands/sign-campaign.server.ts';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import { totalsOf } from '#app/features/campaigns/support-totals.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { makeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { rowsOf, makeTable } from './support-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

describe('closing', () => {
  it('happens at the set minute in Asia/Baku, for every minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), fc.integer({ min: 1, max: 59_999 }), (minutes, within) => {
        // A minute of 2027 as the country's clock shows it: UTC+4 all year.
        const wall = new Date(Date.UTC(2027, 0, 1, 0, minutes));
        const closesAt = new Date(`${wall.toISOString().slice(0, 16)}:00+04:00`);
        const campaign = { state: 'active', closesAt, isSigningPaused: false };
        expect(isSigningOpen(campaign, new Date(closesAt.getTime() - within))).toBe(true);
        expect(isSigningOpen(campaign, closesAt)).toBe(false);
        expect(isSigningOpen(campaign, new Date(closesAt.getTime() + within))).toBe(false);
      }),
    );
  });

  it('is the same minute for signing and for confirming', async () => {
    const closesAt = new Date('2027-03-20T18:00:00+04:00');
    const own = await makeCampaign(sql, { closesAt });
    const person = {
      clientId: newId(),
      name: 'Aygün Məmmədova',
      contact: 'son@example.az',
      region: 'AZ-AST',
      village: '',
      showsName: false,
      wantsNews: false,
      code: '',
      v: '',
      from: '',
      locale: 'az' as const,
    };
    const at = (ms: number) => new Date(closesAt.getTime() + ms);
    expect(await signCampaign({ clientKey: newId(), now: at(-1) }, own.slug, person)).toMatchObject({ ok: true });
    expect(
      await signCampaign({ clientKey: newId(), now: at(0) }, own.slug, {
        ...person,
        clientId: newId(),
        contact: 'gec@example.az',
      }),
    ).toMatchObject({ ok: false, refusal: { code: 'support.closed' } });
    const [row] = await rowsOf(sql, own.id);
    expect(await confirmSignature(row?.id ?? '', at(0))).toBe('closed');
    expect(await confirmSignature(row?.id ?? '', at(-1))).toBe('confirmed');
  });
});

describe('the end of people’s data', () => {
  it('comes six months after the end, and leaves the numbers', async () => {
    const { campaign, code } = await makeTable(sql);
    await signAtPoint({ now: new Date() }, code, {
      clientId: newId(),
      name: 'Aygün Məmmədova',
      contact: 'a@example.az',
      birthYear: null,
      region: 'AZ-AST',
      village: '',
      showsName: true,
      wantsNews: true,
      locale: 'az',
    });
    await drainSupport(new Date());
    await sql`update campaigns set state = 'won', ended_at = '2026-01-15T12:00:00Z' where id = ${campaign.id}`;
    await anonymiseSupport(new Date('2026-07-15T11:00:00Z'));
    expect((await rowsOf(sql, campaign.id))[0]?.name).toBe('Aygün Məmmədova');
    await anonymiseSupport(new Date('2026-07-15T12:00:01Z'));
    const [row] =
      await sql`select person_cipher, signer_index, contact_index, name_index, shows_name, wants_news, state from signatures where campaign_id = ${campaign.id}`;
    expect(row).toEqual({
      person_cipher: null,
      signer_index: null,
      contact_index: null,
      name_index: null,
      shows_name: false,
      wants_news: false,
      state: 'confirmed',
    });
    expect((await totalsOf([campaign.id])).get(campaign.id)?.total).toBe(1);
    expect((await sql`select anonymised_at from campaigns where id = ${campaign.id}`)[0]?.anonymised_at).not.toBeNull();
  });
});
