import { randomBytes, randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type postgres from 'postgres';
import * as issueNew from '#app/routes/public/issue-new.tsx';
import * as receipt from '#app/routes/public/receipt.tsx';

/** An organisation that reads reports from the given regions. */
export async function makeReader(sql: postgres.Sql, ...regions: string[]): Promise<string> {
  const id = randomUUID();
  const name = `İcma ${id.slice(0, 4)}`;
  await sql`insert into organisations ${sql({ id, slug: `icma-${id.slice(0, 8)}`, kind: 'cbo', state: 'approved', name_az: name, name_en: name, name_ru: name })}`;
  for (const region of regions) await sql`insert into organisation_regions ${sql({ organisation_id: id, region })}`;
  return id;
}

export type Answer = {
  status: number;
  location: string | null;
  cookie: string;
  errors: Record<string, string[]>;
  body: Record<string, unknown>;
};
type Handler = (args: never) => Promise<unknown>;
type Asked = { params?: Record<string, string>; cookie?: string; clientKey?: string };
const ORIGIN = 'https://icma.test';

/** Calls a route as the framework does; `cookie` of the answer is ready to be sent back. */
export async function call(
  handler: Handler,
  path: string,
  body: FormData | Record<string, string> | null,
  { params = {}, cookie, clientKey }: Asked = {},
): Promise<Answer> {
  const headers: HeadersInit = cookie ? { cookie } : {};
  const init =
    body === null
      ? { headers }
      : { method: 'POST', headers, body: body instanceof FormData ? body : new URLSearchParams(body) };
  const args = {
    request: new Request(ORIGIN + path, init),
    params,
    context: { clientKey: clientKey ?? randomBytes(8).toString('hex'), origin: ORIGIN },
  };
  const answer = await (
    handler(args as unknown as ActionFunctionArgs & LoaderFunctionArgs as never) as Promise<unknown>
  ).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (answer instanceof Response)
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      cookie: cookieOf(answer.headers),
      errors: {},
      body: {},
    };
  const { data, init: made } = answer as { data?: Record<string, unknown>; init?: ResponseInit };
  const value = data ?? (answer as Record<string, unknown>);
  const result = value.lastResult as { error?: Record<string, string[]> } | undefined;
  return {
    status: made?.status ?? 200,
    location: null,
    cookie: cookieOf(new Headers(made?.headers)),
    errors: result?.error ?? {},
    body: value,
  };
}

const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

export const reportFields = (changes: Record<string, string> = {}): Record<string, string> => ({
  clientId: randomUUID(),
  category: 'road_surface',
  title: 'Məktəbin yanında yol dağılıb',
  details: 'Yağışdan sonra maşın keçmir.',
  region: 'AZ-AST',
  place: 'Kijəbə kəndi, məktəbin yanı',
  lat: '',
  lng: '',
  contact: '',
  ...changes,
});

export type Photo = { name: string; bytes: Uint8Array; type?: string };

/** Sends the report form as a browser does: several parts, pictures among them. */
export function report(
  changes: Record<string, string> = {},
  photos: readonly Photo[] = [],
  asked: Asked = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(reportFields(changes))) form.set(name, value);
  for (const { name, bytes, type } of photos)
    form.append('photos', new Blob([bytes as BlobPart], { type: type ?? 'image/jpeg' }), name);
  if (photos.length === 0) form.append('photos', new Blob([]), '');
  return call(issueNew.action as Handler, '/issues/new', form, asked);
}

/** The code that an accepted report was answered with. */
export const codeOf = (answer: Answer): string => (answer.body.sent as { code: string }).code;

/** Opens a receipt; its cookie. */
export async function openCode(code: string): Promise<string> {
  return (await call(receipt.action as Handler, '/receipt', { code })).cookie;
}

/** Gives a received report its public face, as a moderator's publication does. Returns its number. */
export async function publish(sql: postgres.Sql, issueId: string, state = 'published'): Promise<number> {
  const [row] = await sql<{ ref: string }[]>`
    update issues set state = ${state}, ref = coalesce(ref, nextval('issue_ref_seq')), public_title = title, public_details = details,
      public_place = place, published_at = now() where id = ${issueId} returning ref`;
  return Number(row?.ref);
}

export async function issueOf(sql: postgres.Sql, code: string): Promise<{ id: string; [column: string]: unknown }> {
  const [row] = await sql<
    { id: string }[]
  >`select i.* from issues i join issue_receipts r on r.issue_id = i.id where r.locator = ${code.slice(0, 8)}`;
  if (!row) throw new Error('No report with this receipt');
  return row;
}
