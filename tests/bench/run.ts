/**
 * `npm run bench`: requests a second of ours beside a bare node:http + postgres.js server that asks the same
 * statements of the same database, in one run: warmed, one at a time, turn and turn about, medians of three. Absolute
 * numbers are the machine's; the ratio is ours.
 *
 *   -- --json          one object a line: path, rps, bareRps, ratio, p50, p99, bytes
 *   -- --issues N      reports in the database (1000000); the list and the map are also read at a tenth of it
 *   -- --seconds N     length of each reading (4)
 *   -- --only A,B      these paths
 *   -- --rounds N      readings of each, of which the middle one counts (3)
 *   -- --fresh         fill the measuring database anew
 *   -- --minute        the campaign's minute instead: 50 signatures a second beside 1,500 cached reads, nothing lost
 *   -- --long          the same for ten minutes, with the worker killed (-9) in the middle
 */
import { parseArgs } from 'node:util';
import { createServer } from 'node:net';
import { runMinute } from './campaign-minute.ts';
import { campaignPaths, openCampaignBench } from './campaign-paths.ts';
import { deskPaths, openDeskBench } from './desk-paths.ts';
import { eventPaths, openEventBench } from './event-paths.ts';
import { openPeopleBench, peoplePaths } from './people-paths.ts';
import { median, shoot, type Reading } from './load.ts';
import { benchPaths, type BenchPath } from './paths.ts';
import { openBenchDatabase } from './prepare.ts';
import { startProcess, type Measured } from './servers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    issues: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    fresh: { type: 'boolean' },
    minute: { type: 'boolean' },
    long: { type: 'boolean' },
  },
});
const target = Number(values.issues);
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const { DATABASE_ADMIN_URL = '', ICMA_SECRET = '' } = process.env;

/** Paths whose cost may not grow with the number of reports. */
const GROWING = ['issue-list-rendered', 'map-z7', 'map-z12', 'map-z16'];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

type Servers = { shared: Measured; fresh: Measured; bare: Measured; worker: Measured };
type Row = { path: string; rps: number; bareRps: number; ratio: number; p50: number; p99: number; bytes: number };

async function startServers(env: Record<string, string>): Promise<Servers> {
  const web = async (more: Record<string, string>) =>
    startProcess('app/server.ts', { ...env, TRUST_PROXY: '1', ...more }, await freePort());
  return {
    shared: await web({}),
    // Nothing of the map's data is shared between requests, so that each one asks the database, as the bare server does.
    fresh: await web({ MAP_SHARED_SECONDS: '0' }),
    bare: await startProcess('tests/bench/bare-server.ts', env, await freePort()),
    worker: await startProcess('app/worker.ts', env),
  };
}

async function measure(servers: Servers, path: BenchPath): Promise<Row> {
  const ours: Reading[] = [];
  const bare: Reading[] = [];
  await shoot(servers[path.ours].url, path.requests('ours'), 2, path.expected);
  await shoot(servers.bare.url, path.requests('bare'), 2, path.expected);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await shoot(servers[path.ours].url, path.requests('ours'), seconds, path.expected));
    bare.push(await shoot(servers.bare.url, path.requests('bare'), seconds, path.expected));
  }
  const [mine, theirs] = [median(ours), median(bare)];
  const tidy = (number: number, digits = 1) => Number(number.toFixed(digits));
  return {
    path: path.name,
    rps: tidy(mine.rps),
    bareRps: tidy(theirs.rps),
    ratio: tidy(mine.rps / theirs.rps, 3),
    p50: mine.p50,
    p99: mine.p99,
    bytes: mine.bytes,
  };
}

function print(rows: readonly Row[]): void {
  const head = ['path', 'req/s', 'bare', 'ratio', 'p50 ms', 'p99 ms', 'bytes'];
  const lines = [
    head,
    ...rows.map((row) => [row.path, row.rps, row.bareRps, row.ratio, row.p50, row.p99, row.bytes].map(String)),
  ];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  for (const line of lines)
    process.stdout.write(
      `${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number))).join('  ')}\n`,
    );
}

/** Runs `work` with the four processes on one measuring database, and stops them whatever happens. */
async function withServers<T>(
  issues: number,
  work: (servers: Servers, refs: number[], database: { adminUrl: string; env: Record<string, string> }) => Promise<T>,
): Promise<T> {
  const database = await openBenchDatabase(DATABASE_ADMIN_URL, ICMA_SECRET, issues, values.fresh ?? false, say);
  const servers = await startServers(database.urls);
  try {
    const url = new URL(DATABASE_ADMIN_URL);
    url.pathname = `/icma_bench_${issues}`;
    return await work(servers, database.refs, { adminUrl: url.href, env: database.urls });
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

const only = values.only?.split(',');
const isWanted = (path: BenchPath) => only === undefined || only.includes(path.name);

const isMinute = Boolean(values.minute || values.long);
if (isMinute) {
  await withServers(target, async (servers, _refs, { adminUrl, env }) => {
    const restart = async () => {
      servers.worker = await startProcess('app/worker.ts', env);
    };
    const found = await runMinute(servers, adminUrl, { minutes: values.long ? 10 : 1, restart, say });
    process.stdout.write(
      values.json
        ? `${JSON.stringify(found)}\n`
        : `${Object.entries(found)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join('\n')}\n`,
    );
    if (!found.isExact) process.exitCode = 1;
  });
  process.exit();
}

const small = await withServers(Math.round(target / 10), async (servers, refs) => {
  const found = new Map<string, number>();
  for (const path of benchPaths(refs).filter((entry) => GROWING.includes(entry.name) && isWanted(entry))) {
    say(`${path.name} at ${Math.round(target / 10)} …`);
    found.set(path.name, (await measure(servers, path)).p50);
  }
  return found;
});

await withServers(target, async (servers, refs, { adminUrl }) => {
  const rows: Row[] = [];
  let memory = 0;
  const campaign = await openCampaignBench(adminUrl);
  const desk = await openDeskBench(adminUrl);
  const people = await openPeopleBench(adminUrl);
  const event = await openEventBench(adminUrl);
  for (const path of [
    ...benchPaths(refs),
    ...campaignPaths(campaign),
    ...deskPaths(desk),
    ...peoplePaths(people),
    ...eventPaths(event),
  ].filter(isWanted)) {
    say(`${path.name} …`);
    const row = await measure(servers, path);
    rows.push(row);
    memory = Math.max(memory, servers[path.ours].residentMb());
    if (values.json) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
  if (!values.json) print(rows);
  say(
    '\nFrom a cache: issue-list and issue-page, as the public gets them (5 s). Asked and made anew each time: all else; the map data, too, is shared for 5 s with the public.',
  );
  say(
    `${target} reports, 16 connections. Resident memory under load: web ${memory} MB, worker ${servers.worker.residentMb()} MB.`,
  );
  for (const { path, p50 } of rows.filter((row) => small.has(row.path))) {
    const from = small.get(path) ?? 0;
    say(
      `${path}: p50 ${from} ms at ${Math.round(target / 10)} reports, ${p50} ms at ${target} (${(p50 / Math.max(from, 1)).toFixed(2)}x)`,
    );
  }
});
