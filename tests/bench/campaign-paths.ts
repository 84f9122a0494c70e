import { randomInt, randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';
import postgres from 'postgres';
import { signatureToken } from '#app/features/campaigns/signer.server.ts';
import type { BenchPath } from './paths.ts';

/** The campaign that is measured, and signatures of it that wait to be confirmed. */
export type CampaignBench = { id: string; slug: string; tokens: string[] };

/** More than one reading confirms; what is confirmed already would be a cheaper answer. */
const WAITING = 60_000;
const MADE_BY = 'bench';

/** Finds a campaign of the story that may be signed and gives it waiting signatures anew. */
export async function openCampaignBench(adminUrl: string, waiting = WAITING): Promise<CampaignBench> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [campaign] = await sql<{ id: string; slug: string; organisation_id: string; region: string }[]>`
      select id, slug, organisation_id, region from campaigns
      where is_public and state in ('active', 'delivered') and not is_signing_paused order by published_at, id limit 1`;
    if (!campaign) throw new Error('The story has no campaign that may be signed: run the bench with --fresh');
    await sql`update campaigns set closes_at = null where id = ${campaign.id}`;
    // Without the triggers: the counter's own work is not measured here. The roller's totals start from what stands there.
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from signatures where campaign_id = ${campaign.id} and consent_version = ${MADE_BY}`;
    });
    const rows = await sql<{ id: string }[]>`
      insert into signatures (id, campaign_id, organisation_id, client_id, channel, region, person_cipher, locale, consent_version)
      select gen_random_uuid(), ${campaign.id}, ${campaign.organisation_id}, gen_random_uuid(), 'web', ${campaign.region}, repeat('x', 160), 'az', ${MADE_BY}
      from generate_series(1, ${waiting}::int) returning id`;
    await sql`analyze signatures`;
    // What an earlier run left on the queue would run beside this one.
    await sql`delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'support:answer')`;
    await sql`delete from campaign_totals where campaign_id = ${campaign.id}`;
    await sql`delete from signature_deltas where campaign_id = ${campaign.id}`;
    await sql`insert into campaign_totals (campaign_id, organisation_id, channel, assurance, region, count)
      select campaign_id, organisation_id, channel, assurance, region, count(*) from signatures where campaign_id = ${campaign.id} and state = 'confirmed' group by 1, 2, 3, 4, 5`;
    return { id: campaign.id, slug: campaign.slug, tokens: rows.map(({ id }) => signatureToken(id)) };
  } finally {
    await sql.end();
  }
}

const SYLLABLES = 'ba be da de ga la le ma mə na ne ra rə sa se ta tu va ya za'.split(' ');
const word = () => Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');

/** As if from many networks: the limit for one would end the measuring. */
export const fromSomewhere = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/** The form as a browser without scripts sends it, by somebody who has not signed yet. */
export function signingBody(): string {
  return new URLSearchParams({
    clientId: randomUUID(),
    name: `${word()} ${word()}`,
    // A telephone: nothing is written to it, so that the mail does not stand beside what is measured.
    contact: `+99450${String(randomInt(10_000_000)).padStart(7, '0')}`,
    region: 'AZ-AST',
    village: 'Kijəbə',
    consent: 'on',
  }).toString();
}

export const FORM_HEADERS = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

export function campaignPaths({ slug, tokens }: CampaignBench): BenchPath[] {
  let next = 0;
  const signing = (): Request => ({
    method: 'POST',
    path: `/campaigns/${slug}/sign`,
    body: signingBody(),
    headers: { ...FORM_HEADERS, 'x-forwarded-for': fromSomewhere() },
  });
  const confirming = (): Request => ({
    method: 'POST',
    path: `/signatures/${tokens[next++ % tokens.length] ?? ''}`,
    body: 'step=confirm',
    headers: FORM_HEADERS,
  });
  const anew = (make: () => Request): Request[] => [
    { ...make(), setupRequest: (request) => ({ ...request, ...make() }) },
  ];
  return [
    {
      name: 'campaign-page',
      ours: 'shared',
      expected: 200,
      requests: () => [{ method: 'GET', path: `/campaigns/${slug}` }],
    },
    {
      name: 'campaign-count',
      ours: 'shared',
      expected: 200,
      requests: () => [{ method: 'GET', path: `/campaigns/${slug}/count.json` }],
    },
    { name: 'sign', ours: 'fresh', expected: 303, requests: () => anew(signing) },
    { name: 'confirm', ours: 'fresh', expected: 303, requests: () => anew(confirming) },
  ];
}
