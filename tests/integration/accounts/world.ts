import { randomBytes } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Secret, TOTP } from 'otpauth';
import type postgres from 'postgres';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { blindIndex, seal, tokenHash, unseal } from '#app/platform/crypto.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { startSession } from '#app/platform/session.server.ts';

export const PASSWORD = 'çay dəmləyib gözləyirəm';
/** Hashing costs time on purpose: once for everybody. */
const passwordHash = hashPassword(PASSWORD);

export async function makeOrganisation(sql: postgres.Sql, name: string): Promise<{ id: string; slug: string }> {
  const row = { id: newId(), slug: `${name}-${randomBytes(3).toString('hex')}` };
  await sql`insert into organisations ${sql({ ...row, kind: 'cbo', state: 'approved', name_az: name, name_en: name, name_ru: name })}`;
  return row;
}

type PersonInput = {
  email?: string;
  phone?: string;
  name?: string;
  roles?: [organisationId: string, role: MemberRole][];
};

/** A person with {@link PASSWORD}; without contacts they get a random e-mail. */
export async function makePerson(
  sql: postgres.Sql,
  { email, name = 'Rəna Quliyeva', phone, roles = [] }: PersonInput = {},
) {
  const id = newId();
  const address = email ?? (phone ? undefined : `p${randomBytes(5).toString('hex')}@misal.az`);
  await sql`insert into users ${sql({
    id,
    name,
    password_hash: await passwordHash,
    email_cipher: address ? seal(address, 'users.email') : null,
    email_index: address ? blindIndex('email', address) : null,
    phone_cipher: phone ? seal(phone, 'users.phone') : null,
    phone_index: phone ? blindIndex('phone', phone) : null,
  })}`;
  for (const [organisationId, role] of roles) {
    await sql`insert into memberships ${sql({ id: newId(), organisation_id: organisationId, user_id: id, role })}`;
  }
  return { id, email: address ?? '', phone: phone ?? '' };
}

/** A person who is signed in. */
export async function makeSignedIn(sql: postgres.Sql, input: PersonInput = {}) {
  const person = await makePerson(sql, input);
  return { ...person, cookie: await signedIn(person.id) };
}

/** Fields as a form sends them, with an id of its own. */
export const form = (fields: Record<string, string>) => ({ clientId: newId(), ...fields });

/** The `Cookie` header of a new session. */
export async function signedIn(userId: string): Promise<string> {
  return pairOf(await startSession(userId, new Date()));
}

/** An authenticator enrolled for somebody. */
export async function enrol(sql: postgres.Sql, userId: string): Promise<TOTP> {
  const secret = new Secret({ size: 20 });
  await sql`update users set totp_cipher = ${seal(secret.base32, 'users.totp')}, totp_confirmed_at = now() where id = ${userId}`;
  return new TOTP({ secret });
}

type InvitationInput = {
  organisationId: string;
  createdBy: string;
  kind?: 'email' | 'link';
  role?: MemberRole;
  email?: string;
  maxUses?: number;
  days?: number;
};

/** An invitation put into the table by hand, also of kinds that the command would refuse. Returns its token. */
export async function makeInvitation(sql: postgres.Sql, input: InvitationInput): Promise<string> {
  const { createdBy, days = 3, email, kind = 'email', maxUses = 1, organisationId, role = 'moderator' } = input;
  const token = randomBytes(32).toString('base64url');
  await sql`insert into invitations ${sql({
    id: newId(),
    organisation_id: organisationId,
    kind,
    role,
    email_cipher: email ? seal(email, 'invitations.email') : null,
    email_index: email ? blindIndex('email', email) : null,
    token_hash: tokenHash(token),
    max_uses: maxUses,
    expires_at: new Date(Date.now() + days * 86_400_000),
    created_by: createdBy,
  })}`;
  return token;
}

/** Letters to an address, newest first, as their text. */
export async function lettersTo(sql: postgres.Sql, address: string): Promise<string[]> {
  const rows = await sql<
    { to_cipher: string; content_cipher: string }[]
  >`select to_cipher, content_cipher from mails order by created_at desc`;
  return rows
    .filter((row) => unseal(row.to_cipher, 'mails.to') === address)
    .map((row) => (JSON.parse(unseal(row.content_cipher, 'mails.content')) as { text: string }).text);
}

export type Answer = {
  status: number;
  location: string | null;
  /** `name=value` of each cookie that was set; a dropped one is `name=`. */
  cookies: string[];
  errors: Record<string, string[]>;
  body: unknown;
};

type Asked = { cookie?: string; params?: Record<string, string>; clientKey?: string };
type Handler = (args: never) => Promise<unknown>;
const ORIGIN = 'https://icma.test';

/** Calls a route's action with a form, as the framework does. */
export function post(
  action: Handler,
  path: string,
  fields: Record<string, string>,
  asked: Asked = {},
): Promise<Answer> {
  return ask(
    action,
    new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields), headers: headersOf(asked) }),
    asked,
  );
}

/** Calls a route's loader. */
export function get(loader: Handler, path: string, asked: Asked = {}): Promise<Answer> {
  return ask(loader, new Request(ORIGIN + path, { headers: headersOf(asked) }), asked);
}

const headersOf = ({ cookie }: Asked): HeadersInit => (cookie ? { cookie } : {});

async function ask(handler: Handler, request: Request, { clientKey, params = {} }: Asked): Promise<Answer> {
  const args = { request, params, context: { clientKey: clientKey ?? randomBytes(8).toString('hex'), origin: ORIGIN } };
  const answer = await handler(args as unknown as ActionFunctionArgs & LoaderFunctionArgs as never).catch(
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
  if (answer instanceof Response) return { ...read(answer.status, answer.headers), body: await answer.text() };
  if (isData(answer))
    return {
      ...read(answer.init?.status ?? 200, new Headers(answer.init?.headers)),
      body: answer.data,
      errors: errorsOf(answer.data),
    };
  return { ...read(200, new Headers()), body: answer };
}

type Data = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null };
const isData = (answer: unknown): answer is Data =>
  typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit';

function read(status: number, headers: Headers): Omit<Answer, 'body'> {
  return { status, location: headers.get('location'), cookies: headers.getSetCookie().map(pairOf), errors: {} };
}

function errorsOf(body: unknown): Record<string, string[]> {
  return (body as { lastResult?: { error?: Record<string, string[]> } } | undefined)?.lastResult?.error ?? {};
}

function pairOf(cookie: string): string {
  return cookie.split(';', 1)[0] ?? '';
}
