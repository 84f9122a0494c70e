import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { Actor, MemberRole, UserActor } from '#app/kernel/actor.ts';
import { action as signAction } from '#app/routes/public/campaign-sign.tsx';
import { action as signerAction, loader as signerLoader } from '#app/routes/public/signature.tsx';
import { answerSigner } from '#app/features/campaigns/support-jobs.server.ts';
import { openPerson, signatureToken } from '#app/features/campaigns/signer.server.ts';
import { openMail, type StoredMail } from '#app/platform/mail.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { makeCampaign, makeMember } from '#tests/support/campaigns.ts';

type Route = (args: never) => unknown;
export type Answer = { status: number; location: string | null; data: Record<string, unknown> };

/** Calls a loader or action as the framework would, and reads what it answers or throws. */
export async function callRoute(
  route: Route,
  path: string,
  params: Record<string, string>,
  body?: Record<string, string>,
  actor?: Actor,
): Promise<Answer> {
  const request = new Request(
    `http://localhost:3000${path}`,
    body ? { method: 'POST', body: new URLSearchParams(body) } : {},
  );
  const context = {
    clientKey: randomUUID(),
    origin: 'http://localhost:3000',
    ...(actor ? { actor: Promise.resolve(actor) } : {}),
  };
  const read = (answer: unknown): Answer => {
    if (answer instanceof Response)
      return { status: answer.status, location: answer.headers.get('location'), data: {} };
    const wrapped = answer as { type?: string; data?: unknown; init?: { status?: number } };
    if (wrapped?.type === 'DataWithResponseInit')
      return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data as Record<string, unknown> };
    return { status: 200, location: null, data: answer as Record<string, unknown> };
  };
  try {
    return read(await route({ request, params, context } as never));
  } catch (thrown) {
    if (thrown instanceof Response || (thrown as { type?: string })?.type === 'DataWithResponseInit')
      return read(thrown);
    throw thrown;
  }
}

export const signing = (more: Record<string, string> = {}): Record<string, string> => ({
  clientId: randomUUID(),
  name: 'Aygün Məmmədova',
  contact: 'aygun@example.az',
  region: 'AZ-AST',
  village: 'Kijəbə',
  consent: 'on',
  ...more,
});

export const sign = (slug: string, more: Record<string, string> = {}, lang = ''): Promise<Answer> =>
  callRoute(
    signAction as Route,
    `${lang ? `/${lang}` : ''}/campaigns/${slug}/sign`,
    { slug, ...(lang ? { lang } : {}) },
    signing(more),
  );

export const openSignature = (id: string): Promise<Answer> =>
  callRoute(signerLoader as Route, `/signatures/${signatureToken(id)}`, { token: signatureToken(id) });
export const answerAs = (id: string, body: Record<string, string>): Promise<Answer> =>
  callRoute(signerAction as Route, `/signatures/${signatureToken(id)}`, { token: signatureToken(id) }, body);

export type Row = {
  id: string;
  state: string;
  channel: string;
  assurance: string;
  person_cipher: string | null;
  mails: number;
  region: string;
};
export async function rowsOf(sql: postgres.Sql, campaignId: string): Promise<(Row & { name: string | null })[]> {
  const rows = await sql<
    Row[]
  >`select id, state, channel, assurance, person_cipher, mails, region from signatures where campaign_id = ${campaignId} order by created_at, id`;
  return rows.map((row) => ({ ...row, name: row.person_cipher === null ? null : openPerson(row.person_cipher).name }));
}

/** Runs what is waiting of `support:answer`, as the worker would, and forgets it. */
export async function runAnswers(sql: postgres.Sql, now = new Date()): Promise<number> {
  const jobs = await sql<{ id: string; payload: Tasks['support:answer'] }[]>`
    select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'support:answer' order by j.id`;
  for (const { id, payload } of jobs) {
    await sql`delete from graphile_worker._private_jobs where id = ${id}`;
    await answerSigner(payload, now);
  }
  return jobs.length;
}

export async function mailsTo(sql: postgres.Sql, address: string): Promise<StoredMail[]> {
  const rows = await sql<
    Record<string, never>[]
  >`select id, to_cipher as "toCipher", subject, content_cipher as "contentCipher", created_at as "createdAt", sent_at as "sentAt", attempts from mails order by created_at`;
  return rows.map((row) => openMail(row as never)).filter((mail) => mail.to === address);
}

/** A signed-in person with roles in one organisation, whose address is `org`. */
export const actorOf = (userId: string, organisationId: string, roles: readonly MemberRole[]): UserActor =>
  ({
    kind: 'user',
    userId,
    name: '',
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: '',
    memberships: [{ organisationId, slug: 'org', kind: 'cbo', names: { az: '', en: '', ru: '' }, roles }],
  }) as UserActor;

/** A campaign with a table in the village and its owner at work. */
export async function makeTable(sql: postgres.Sql) {
  const campaign = await makeCampaign(sql);
  const owner = await makeMember(sql, campaign.organisationId, ['owner']);
  const code = `nokta-${campaign.id.slice(0, 8)}`;
  await sql`insert into campaign_links ${sql({ id: newId(), campaign_id: campaign.id, organisation_id: campaign.organisationId, kind: 'point', code, owner_id: owner, label: 'Masa' })}`;
  const work = {
    actor: {
      kind: 'user',
      userId: owner,
      name: '',
      locale: 'az',
      isOperator: false,
      hasSecondFactor: false,
      sessionId: '',
      memberships: [
        {
          organisationId: campaign.organisationId,
          slug: '',
          kind: 'cbo',
          names: { az: '', en: '', ru: '' },
          roles: ['owner'],
        },
      ],
    },
    scope: { kind: 'member', organisationId: campaign.organisationId, userId: owner, role: 'owner' },
    now: new Date(),
  } as StaffWork;
  return { campaign, code, work };
}
