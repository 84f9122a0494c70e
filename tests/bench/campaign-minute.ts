import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import postgres from 'postgres';
import { signatureToken } from '#app/features/campaigns/signer.server.ts';
import { FORM_HEADERS, fromSomewhere, openCampaignBench, signingBody } from './campaign-paths.ts';
import type { Measured } from './servers.ts';

/** What the minute showed. Milliseconds; `isExact`: nothing lost, and the counter is the number of confirmed rows. */
export type Minute = {
  minutes: number;
  sent: number;
  accepted: number;
  rows: number;
  confirmed: number;
  counter: number;
  waitingDeltas: number;
  drainSeconds: number;
  signP50: number;
  signP95: number;
  bareP50: number;
  bareP95: number;
  p95Ratio: number;
  reads: number;
  readsPerSecond: number;
  readP50: number;
  readP99: number;
  readErrors: number;
  isExact: boolean;
};

const SIGNS_PER_SECOND = 50;
/** The bare server signs beside ours, in the same minute, for the comparison. */
const BARE_PER_SECOND = 5;
const CONFIRMS_PER_SECOND = 40;
const READS_PER_SECOND = 1500;

const part = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

/** Starts `perSecond` pieces of work a second until `end`, whatever they take, and waits for the last. */
async function steadily(perSecond: number, end: number, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  const running = new Set<Promise<void>>();
  for (let n = 0; performance.now() < end; n += 1) {
    const due = from + (n * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const one = work().finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
}

/** A village signs while a country reads: signatures, confirmations and cached reads at a set pace, then the drained counter. */
export async function runMinute(
  servers: { shared: Measured; bare: Measured; worker: Measured },
  adminUrl: string,
  { minutes, restart, say }: { minutes: number; restart: () => Promise<void>; say: (text: string) => void },
): Promise<Minute> {
  const campaign = await openCampaignBench(adminUrl, 0);
  const sql = postgres(adminUrl, { max: 2, onnotice: () => undefined });
  const path = `/campaigns/${campaign.slug}`;
  const count = async (): Promise<{ rows: number; confirmed: number; counter: number; deltas: number }> => {
    const [row] = await sql<{ rows: number; confirmed: number; counter: number; deltas: number }[]>`
      select (select count(*)::int from signatures where campaign_id = ${campaign.id}) as rows,
             (select count(*)::int from signatures where campaign_id = ${campaign.id} and state = 'confirmed') as confirmed,
             (select coalesce(sum(count), 0)::int from campaign_totals where campaign_id = ${campaign.id}) as counter,
             (select count(*)::int from signature_deltas where campaign_id = ${campaign.id}) as deltas`;
    return row ?? { rows: 0, confirmed: 0, counter: 0, deltas: 0 };
  };
  const before = await count();
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  let [sent, accepted] = [0, 0];
  const post = async (side: 'ours' | 'bare', url: string): Promise<void> => {
    sent += 1;
    const from = performance.now();
    const answer = await fetch(`${url}${path}/sign`, {
      method: 'POST',
      redirect: 'manual',
      body: signingBody(),
      headers: { ...FORM_HEADERS, 'x-forwarded-for': fromSomewhere() },
    });
    await answer.arrayBuffer();
    times[side].push(performance.now() - from);
    if (answer.status === 303) accepted += 1;
  };
  const waiting: string[] = [];
  const confirm = async (): Promise<void> => {
    const id = waiting.shift();
    if (id === undefined) return;
    const answer = await fetch(`${servers.shared.url}/signatures/${signatureToken(id)}`, {
      method: 'POST',
      redirect: 'manual',
      body: 'step=confirm',
      headers: FORM_HEADERS,
    });
    await answer.arrayBuffer();
  };
  const length = minutes * 60_000;
  const end = performance.now() + length;
  /** The people who open their mail: everybody who signed some seconds ago. */
  const collect = async (): Promise<void> => {
    const rows = await sql<
      { id: string }[]
    >`select id from signatures where campaign_id = ${campaign.id} and state = 'pending' order by created_at limit 400`;
    for (const { id } of rows) if (!waiting.includes(id)) waiting.push(id);
  };
  const crash = async (): Promise<void> => {
    if (minutes < 2) return;
    await sleep(length / 2);
    say('the worker is killed with -9');
    await servers.worker.kill();
    await sleep(10_000);
    await restart();
    say('the worker runs again');
  };
  const reads = new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      {
        url: servers.shared.url,
        connections: 16,
        duration: minutes * 60,
        overallRate: READS_PER_SECOND,
        timeout: 30,
        requests: [{ path }, { path: `${path}/count.json` }, { path }],
      },
      (error: Error | null, result: autocannon.Result) => (error ? reject(error) : resolve(result)),
    );
  });
  const [read] = await Promise.all([
    reads,
    crash(),
    steadily(SIGNS_PER_SECOND, end, () => post('ours', servers.shared.url)),
    steadily(BARE_PER_SECOND, end, () => post('bare', servers.bare.url)),
    steadily(CONFIRMS_PER_SECOND, end, confirm),
    steadily(0.5, end, collect),
  ]);
  const stopped = performance.now();
  let after = await count();
  while (after.deltas > 0 && performance.now() - stopped < 120_000) {
    await sleep(500);
    after = await count();
  }
  await sql.end();
  const [ours, bare] = [times.ours.toSorted((a, b) => a - b), times.bare.toSorted((a, b) => a - b)];
  const rows = after.rows - before.rows;
  return {
    minutes,
    sent,
    accepted,
    rows,
    confirmed: after.confirmed,
    counter: after.counter,
    waitingDeltas: after.deltas,
    drainSeconds: Number(((performance.now() - stopped) / 1000).toFixed(1)),
    signP50: part(ours, 0.5),
    signP95: part(ours, 0.95),
    bareP50: part(bare, 0.5),
    bareP95: part(bare, 0.95),
    p95Ratio: Number((part(ours, 0.95) / Math.max(part(bare, 0.95), 0.1)).toFixed(2)),
    reads: read.requests.total,
    readsPerSecond: Math.round(read.requests.total / read.duration),
    readP50: read.latency.p50,
    readP99: read.latency.p99,
    readErrors: read.errors + read.non2xx,
    isExact: accepted === sent && rows === accepted && after.counter === after.confirmed && after.deltas === 0,
  };
}
