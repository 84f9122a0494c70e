import { randomInt, randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';

/** What is measured: the same requests go to ours and to the bare server. */
export type BenchPath = {
  name: string;
  /** Which of our servers: `shared` as the public gets it, `fresh` with nothing shared between requests. */
  ours: 'shared' | 'fresh';
  expected: number;
  requests: (target: 'ours' | 'bare') => Request[];
};

/** As a browser asks: what is kept is sent compressed. */
const PUBLIC = { 'accept-encoding': 'gzip, deflate, br' };
/** A cookie that means nothing keeps the micro-cache out: every page is rendered. */
const UNCACHED = { cookie: 'bench=1' };
const TOWNS = [
  [40.6828, 46.3606],
  [40.6531, 47.7406],
  [41.1919, 47.1706],
  [40.0469, 48.06],
  [38.7543, 48.8506],
  [40.3453, 48.1509],
  [38.456, 48.8786],
  [40.8297, 46.0178],
  [39.0353, 48.6654],
] as const;

/** Windows as a phone and a desk show them, around the towns where the reports are. */
function windows(zoom: number): string[] {
  const width = (360 / 2 ** zoom) * 4;
  return Array.from({ length: 60 }, (_, index) => {
    const [lat, lng] = TOWNS[index % TOWNS.length] as readonly [number, number];
    const shift = (part: number) => ((index * 7919 * (part + 1)) % 1000) / 1000 - 0.5;
    const west = lng + shift(0) * width * 0.5 - width / 2;
    const south = lat + shift(1) * width * 0.3 - width * 0.3;
    return [west, south, west + width, south + width * 0.6].map((degrees) => degrees.toFixed(4)).join(',');
  });
}

const mapPath = (zoom: number): BenchPath => ({
  name: `map-z${zoom}`,
  ours: 'fresh',
  expected: 200,
  requests: () => windows(zoom).map((bbox) => ({ method: 'GET', path: `/api/map?bbox=${bbox}&zoom=${zoom}` })),
});

/** The report form as a browser without scripts sends it, each time with its own id. */
function submission(): Request {
  const boundary = `----bench${randomUUID()}`;
  const fields = {
    clientId: randomUUID(),
    category: 'road_surface',
    region: 'AZ-AST',
    place: 'Kijəbə, məktəbin yanı',
    title: 'Məktəbin yanında yol uçub',
    details: 'Yağışdan sonra yolun kənarı uçub, avtobus dayanacağına keçmək olmur. Uşaqlar yolun ortası ilə gedir.',
    lat: '38.45612',
    lng: '48.87871',
    contact: '',
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  parts.push(
    `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--${boundary}--\r\n`,
  );
  return {
    method: 'POST',
    path: '/issues/new',
    body: parts.join(''),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
      // As if from many networks: the limit for one would end the measuring after a minute.
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    },
  };
}

export function benchPaths(refs: readonly number[]): BenchPath[] {
  const list = (headers: Record<string, string>): Request[] => [{ method: 'GET', path: '/issues', headers }];
  const pages = (headers: Record<string, string>): Request[] =>
    refs.map((ref) => ({ method: 'GET', path: `/issues/${ref}`, headers }));
  return [
    { name: 'issue-list', ours: 'shared', expected: 200, requests: () => list(PUBLIC) },
    { name: 'issue-page', ours: 'shared', expected: 200, requests: () => pages(PUBLIC) },
    { name: 'issue-list-rendered', ours: 'fresh', expected: 200, requests: () => list(UNCACHED) },
    { name: 'issue-page-rendered', ours: 'fresh', expected: 200, requests: () => pages(UNCACHED) },
    mapPath(7),
    mapPath(12),
    mapPath(16),
    {
      name: 'issue-submit',
      ours: 'fresh',
      expected: 201,
      // Host and port are the caller's; all else is new each time.
      requests: () => [{ ...submission(), setupRequest: (request) => ({ ...request, ...submission() }) }],
    },
  ];
}
