import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appSql } from '#db/client.server.ts';
import { sealPerson } from '#app/features/campaigns/signer.server.ts';
import { findCampaign } from '#app/features/campaigns/public-campaign.server.ts';
import { readCount } from '#app/features/campaigns/support-count.server.ts';

/** Sealed once: the comparison is of the same statements, and the worker opens what it finds. */
const CIPHER = sealPerson({ name: 'Nümunə Adam', contact: '+994500000000', village: 'Kijəbə', birthYear: null });

/** What signing writes, statement for statement (commands/sign-campaign.server.ts), as one raw transaction. */
async function sign(slug: string, body: string): Promise<void> {
  const form = new URLSearchParams(body);
  const key = randomBytes(16).toString('hex');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const [[campaign]] = await Promise.all([
    appSql<{ campaign_id: string; organisation_id: string }[]>`
      select campaign_id, organisation_id, state, closes_at, is_signing_paused, has_public_names, title, region from app.find_campaign(${slug})`,
    appSql`insert into rate_limits as r values (${`sign:${key}`}, 1, ${Date.now() + 3_600_000})
      on conflict (key) do update set points = case when r.expire <= ${Date.now()} then 1 else r.points + 1 end, expire = case when r.expire <= ${Date.now()} then ${Date.now() + 3_600_000} else r.expire end
      returning points, expire`,
  ]);
  if (!campaign) throw new Error('no campaign');
  const { campaign_id: id, organisation_id: org } = campaign;
  const [name, contact, region] = [form.get('name') ?? '', form.get('contact') ?? '', form.get('region') ?? ''];
  const signer = hash(`${id}${name}${contact}`);
  const payload = JSON.stringify({ organisationId: org, campaignId: id, signerIndex: signer });
  await appSql.begin(async (sql) => {
    await sql`select set_config('icma.kind', 'citizen', true), set_config('icma.org', ${org}, true), set_config('icma.user', '', true), set_config('icma.issue', '', true)`;
    await Promise.all([
      sql`insert into signatures (id, campaign_id, organisation_id, client_id, channel, region, person_cipher, signer_index, contact_index, name_index, locale, consent_version)
          values (${randomUUID()}, ${id}, ${org}, ${form.get('clientId') ?? randomUUID()}, 'web', ${region}, ${CIPHER},
                  ${signer}, ${hash(contact)}, ${hash(name)}, 'az', 'bench') on conflict do nothing`,
      sql`select app.enqueue('support:answer', ${payload}::text::jsonb, ${`support:answer/${signer}`}, null)`,
    ]);
  });
}

/** The campaign's paths on the bare side; undefined for any other address. */
export async function answerCampaign(
  method: string,
  path: string,
  readBody: () => Promise<string>,
): Promise<{ status: number; value: unknown } | undefined> {
  const [, slug = '', rest = ''] = /^\/campaigns\/([a-z0-9-]+)(?:\/(count\.json|sign))?$/.exec(path) ?? [];
  if (slug !== '' && method === 'GET')
    return { status: 200, value: rest === '' ? await findCampaign(slug, new Date()) : await readCount(slug) };
  if (rest === 'sign') {
    await sign(slug, await readBody());
    return { status: 303, value: null };
  }
  const [, id] = /^\/signatures\/([0-9a-f-]{36})\./.exec(path) ?? [];
  if (!id) return undefined;
  await readBody();
  await appSql`select app.confirm_signature(${id}, ${new Date().toISOString()}::timestamptz, 14) as answer`;
  return { status: 303, value: null };
}
