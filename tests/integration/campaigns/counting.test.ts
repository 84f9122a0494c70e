import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { rollUpSupport, drainSupport } from '#app/features/campaigns/support-counter.server.ts';
import { recountSupport, tellSigners } from '#app/features/campaigns/support-jobs.server.ts';
import { confirmSignature, withdrawSignature } from '#app/features/campaigns/commands/answer-as-signer.server.ts';
import { signAtPoint } from '#app/features/campaigns/commands/sign-at-point.server.ts';
import { signCampaign } from '#app/features/campaigns/commands/sign-campaign.server.ts';
import { invalidateSignature, restoreSignature } from '#app/features/campaigns/commands/judge-signature.server.ts';
import { totalsOf } from '#app/features/campaigns/support-totals.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { log } from '#app/platform/log.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { makeCampaign, type MadeCampaign } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';
import { answerAs, mailsTo, rowsOf, sign, makeTable } from './support-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const REGIONS = ['AZ-AST', 'AZ-LER', 'AZ-MAS'];
const NAMES = ['Aygün Məmmədova', 'Elvin Quliyev', 'Sevda Abbasova', 'Tural Kərimov', 'Ləman Vəliyeva'];

type Step =
  | { do: 'sign' | 'point'; who: number; region: number }
  | { do: 'confirm' | 'withdraw' | 'invalidate' | 'restore'; at: number }
  | { do: 'roll' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('sign' as const, 'point' as const),
      who: fc.nat(24),
      region: fc.nat(2),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('confirm' as const, 'withdraw' as const, 'invalidate' as const, 'restore' as const),
      at: fc.nat(30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('roll' as const) }) },
);

/** Runs one wish; what is refused changes nothing, which is part of what is asked. */
async function run({ campaign, code, work }: Awaited<ReturnType<typeof makeTable>>, wish: Step): Promise<void> {
  const now = new Date();
  if (wish.do === 'roll') return void (await rollUpSupport(now, { step: 3 }));
  if (wish.do === 'sign' || wish.do === 'point') {
    const person = {
      clientId: newId(),
      name: NAMES[wish.who % NAMES.length] ?? '',
      contact: `sakin${wish.who % 9}@example.az`,
      region: REGIONS[wish.region] ?? '',
      village: '',
      showsName: false,
      wantsNews: false,
      locale: 'az' as const,
    };
    if (wish.do === 'sign')
      await signCampaign({ clientKey: newId(), now }, campaign.slug, { ...person, code: '', v: '', from: '' });
    else await signAtPoint({ now }, code, { ...person, birthYear: null });
    return;
  }
  const rows = await rowsOf(sql, campaign.id);
  const id = rows[('at' in wish ? wish.at : 0) % Math.max(rows.length, 1)]?.id;
  if (!id) return;
  if (wish.do === 'confirm') await confirmSignature(id, now);
  else if (wish.do === 'withdraw') await withdrawSignature(id, now);
  else if (wish.do === 'invalidate')
    await invalidateSignature(work, campaign.id, { clientId: newId(), signature: id, reason: 'duplicate' });
  else await restoreSignature(work, campaign.id, { clientId: newId(), signature: id });
}

const counted = async (
  { id }: MadeCampaign,
  column: 'channel' | 'assurance' | 'region',
): Promise<Record<string, number>> => {
  const rows = await sql<
    { key: string; n: number }[]
  >`select ${sql(column)} as key, count(*)::int as n from signatures where campaign_id = ${id} and state = 'confirmed' group by 1`;
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
};
const notNil = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));

describe('the counter', () => {
  it('adds up by channel, assurance and region, whatever people do at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const world = await makeTable(sql);
        // Eight hands at once, each going through its own part of the wishes.
        const hands = Array.from({ length: 8 }, (_, hand) => steps.filter((_wish, at) => at % 8 === hand));
        await Promise.all(
          hands.map(async (wishes) => {
            for (const wish of wishes) await run(world, wish);
          }),
        );
        await drainSupport(new Date());
        const totals = (await totalsOf([world.campaign.id])).get(world.campaign.id);
        for (const [column, kept] of [
          ['channel', totals?.byChannel],
          ['assurance', totals?.byAssurance],
          ['region', totals?.byRegion],
        ] as const) {
          expect(notNil(kept ?? {})).toEqual(await counted(world.campaign, column));
          expect(Object.values(kept ?? {}).reduce((sum, n) => sum + n, 0)).toBe(totals?.total);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(await recountSupport()).toBe(0);
  }, 120_000);

  it('raises an alarm, in the log and in the trail, when a total was changed behind its back', async () => {
    const { campaign, code } = await makeTable(sql);
    await signAtPoint({ now: new Date() }, code, {
      clientId: newId(),
      name: 'Aygün Məmmədova',
      contact: 'a@example.az',
      birthYear: null,
      region: 'AZ-AST',
      village: '',
      showsName: false,
      wantsNews: false,
      locale: 'az',
    });
    await drainSupport(new Date());
    expect(await recountSupport()).toBe(0);
    await sql`update campaign_totals set count = count + 1 where campaign_id = ${campaign.id}`;
    const said: unknown[] = [];
    const original = log.error;
    log.error = ((entry: unknown) => void said.push(entry)) as typeof log.error;
    try {
      expect(await recountSupport()).toBe(1);
    } finally {
      log.error = original;
    }
    expect(said).toMatchObject([{ campaign: campaign.id, kept: 2, counted: 1 }]);
    const trail =
      await sql`select action from audit_entries where subject_id = ${campaign.id} and organisation_id = ${campaign.organisationId}`;
    expect(trail.map(({ action }) => action)).toContain('campaign.support-differs');
    await sql`update campaign_totals set count = count - 1 where campaign_id = ${campaign.id}`;
  });

  it('stamps a milestone once and tells those who asked once, in batches, however often it runs', async () => {
    const own = await makeCampaign(sql);
    const milestone = newId();
    await sql`insert into campaign_milestones ${sql({ id: milestone, campaign_id: own.id, organisation_id: own.organisationId, kind: 'supporters', title: 'İlk 3 dəstəkçi', supporters: 3 })}`;
    for (const n of [1, 2, 3, 4])
      await sign(own.slug, {
        name: `Sakin ${'ABCÇ'[n - 1]}əliyev`,
        contact: `m${n}@example.az`,
        ...(n < 4 ? { wantsNews: 'on' } : {}),
      });
    for (const row of await rowsOf(sql, own.id)) await answerAs(row.id, { step: 'confirm' });
    await drainSupport(new Date());
    await drainSupport(new Date());
    const [job] = await sql<
      { payload: Tasks['support:tell'] }[]
    >`select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.key = ${`support:tell/${milestone}/${own.organisationId}`}`;
    expect(job?.payload).toMatchObject({ subject: 'milestone', subjectId: milestone, after: null });
    if (!job) return;
    let after: string | null = null;
    for (let round = 0; round < 5; round += 1) {
      await tellSigners({ ...job.payload, after }, new Date(), 2);
      await tellSigners({ ...job.payload, after }, new Date(), 2);
      const [next] = await sql<
        { after: string }[]
      >`select max(p.payload->>'after') as after from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.key like ${`support:tell/${milestone}/%/%`}`;
      if (!next?.after || next.after === after) break;
      after = next.after;
    }
    const [letter, ...more] = await mailsTo(sql, 'm1@example.az');
    expect([letter, ...more]).toHaveLength(1);
    expect(letter?.unsubscribeUrl).toMatch(/\/signatures\/[0-9a-f-]{36}\.[0-9a-f]{40}\/unsubscribe$/);
    expect(letter?.text).toContain('İlk 3 dəstəkçi');
    expect(await mailsTo(sql, 'm3@example.az')).toHaveLength(1);
    expect(await mailsTo(sql, 'm4@example.az')).toEqual([]);
  });
});
