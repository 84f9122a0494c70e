import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './test.ts';

const WIRE = 'x-icma-wire';
/** Settings of somebody who is not on the telephone's network, and goes on when it is cut. */
export const BY_WIRE = { extraHTTPHeaders: { [WIRE]: 'yes' }, serviceWorkers: 'block' as const };

/**
 * The way between a telephone and the instance, which can be cut. A browser's own offline switch does not hold for a
 * service worker, and cannot lose an answer after the server has done the deed: this stands in between and does both.
 */
export interface Network {
  url: string;
  /** Nothing gets through until `mend`. */
  cut: () => void;
  /** What is posted to such an address arrives, and its answer does not come back. */
  loseAnswersTo: (path: RegExp) => void;
  mend: () => void;
  /** Bodies of what the telephone posted to an address and reached the instance, in order. */
  arrivedAt: (path: RegExp) => string[];
}

type State = { target: string; isCut: boolean; lost: RegExp | null; arrived: { path: string; body: string }[] };

async function pass(state: State, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = req.url ?? '/';
  const { [WIRE]: wire, ...headers } = req.headers;
  if (state.isCut && !wire) return void req.socket.destroy();
  const isLost = req.method === 'POST' && !wire && state.lost?.test(path);
  const onward = ask(new URL(path, state.target), { method: req.method, headers }, (answer) => {
    if (req.method === 'POST' && !wire) state.arrived.push({ path, body: body.toString('utf8') });
    if (isLost || (state.isCut && !wire)) {
      answer.resume();
      return void req.socket.destroy();
    }
    res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(res);
  });
  onward.on('error', () => req.socket.destroy());
  onward.end(body);
}

/** The journeys' `test` for telephones: every page of it goes by `network`. */
export const test = base.extend<{ network: Network; way: State }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here.
  way: async ({}, use) => use({ target: '', isCut: false, lost: null, arrived: [] }),
  network: async ({ way }, use) => {
    const server = createServer((req, res) => {
      pass(way, req, res).catch(() => req.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      cut: () => {
        way.isCut = true;
        server.closeAllConnections();
      },
      loseAnswersTo: (path) => {
        way.lost = path;
      },
      mend: () => {
        way.isCut = false;
        way.lost = null;
      },
      arrivedAt: (path) => way.arrived.filter((post) => path.test(post.path)).map(({ body }) => body),
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  baseURL: async ({ baseURL, network, way }, use) => {
    way.target = baseURL ?? '';
    await use(network.url);
  },
});
