import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { signatureToken } from '#app/features/campaigns/signer.server.ts';
import { signingPosts } from '#app/features/campaigns/signing-posts.server.ts';
import { makeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { rowsOf, sign, signing } from './support-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

/** A form as it arrives in front of the framework. */
async function post(path: string, body: Record<string, string>): Promise<string | null | undefined> {
  const rule = signingPosts.find((entry) => entry.path.test(path));
  return rule?.handle({ path, body: new URLSearchParams(body).toString(), clientKey: randomUUID() });
}

describe('forms that are answered in front of the framework', () => {
  it('lead where the page itself would lead, in the form’s language', async () => {
    const own = await makeCampaign(sql);
    expect(await post(`/campaigns/${own.slug}/sign`, signing({ code: '', village: '' }))).toBe(
      (await sign(own.slug)).location,
    );
    expect(await post(`/ru/campaigns/${own.slug}/sign`, signing({ contact: '0501234567' }))).toBe(
      `/ru/campaigns/${own.slug}/signed?by=phone`,
    );
    const rows = await rowsOf(sql, own.id);
    expect(rows).toHaveLength(2);
    const address = `/signatures/${signatureToken(rows[0]?.id ?? '')}`;
    expect(await post(address, { step: 'confirm' })).toBe(`${address}?done=confirmed`);
    expect(await post(`/en${address}`, { step: 'confirm' })).toBe(`/en${address}?done=already`);
    expect((await rowsOf(sql, own.id))[0]).toMatchObject({ state: 'confirmed', assurance: 'email' });
  });

  it('leave everything that has to be said to the page', async () => {
    const own = await makeCampaign(sql);
    const closed = await makeCampaign(sql, { isSigningPaused: true });
    for (const more of [
      { name: 'Aygün' },
      { contact: 'x' },
      { consent: '' },
      { clientId: 'x' },
      { code: '1234567890' },
    ])
      expect(await post(`/campaigns/${own.slug}/sign`, signing(more as unknown as Record<string, string>))).toBeNull();
    expect(await post(`/campaigns/${closed.slug}/sign`, signing())).toBeNull();
    expect(await post('/campaigns/no-such-campaign/sign', signing())).toBeNull();
    expect(await rowsOf(sql, own.id)).toEqual([]);
    await sign(own.slug);
    const [row] = await rowsOf(sql, own.id);
    const token = signatureToken(row?.id ?? '');
    expect(await post(`/signatures/${token}`, { step: 'withdraw' })).toBeNull();
    expect(await post(`/signatures/${token.slice(0, -1)}0x`, { step: 'confirm' })).toBeNull();
    await sql`update campaigns set closes_at = now() where id = ${own.id}`;
    expect(await post(`/signatures/${token}`, { step: 'confirm' })).toBeNull();
    expect((await rowsOf(sql, own.id))[0]?.state).toBe('pending');
    expect(signingPosts.some(({ path }) => path.test(`/signatures/${token}/unsubscribe`))).toBe(false);
  });
});
