import type postgres from 'postgres';
import type { MemberRole, UserActor } from '#app/kernel/actor.ts';
import { editLetter, type LetterEdit } from '#app/features/authorities/commands/edit-letter.server.ts';
import type { Sending } from '#app/features/authorities/commands/send-letter.server.ts';
import { getLetterForm } from '#app/features/authorities/letter-form.server.ts';
import { draftLetter } from '#app/features/authorities/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { openMail, type StoredMail } from '#app/platform/mail.server.ts';
import { listMemberships } from '#app/platform/session.server.ts';
import { organisationId } from '#tests/support/story.ts';

/** Somebody of the story at work, as `requireMember` hands them to a command. */
export async function atWork(sql: postgres.Sql, organisation: string, name: string, role: MemberRole = 'organiser') {
  const [user] = await sql<{ id: string }[]>`select id from users where name = ${name}`;
  if (!user) throw new Error(`Nobody is called ${name}`);
  const actor: UserActor = {
    kind: 'user',
    userId: user.id,
    name,
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: 'none',
    memberships: await listMemberships(user.id),
  };
  const scope = {
    kind: 'member' as const,
    organisationId: await organisationId(sql, organisation),
    userId: user.id,
    role,
  };
  return { actor, scope, now: new Date() };
}

/** Published anew by hand for a test that needs one to itself, with a contact and the reporter's own words beside the public ones. */
export async function freshIssue(
  sql: postgres.Sql,
  organisation: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const [model] =
    await sql`select * from issues where organisation_id = ${await organisationId(sql, organisation)} and state = 'published' limit 1`;
  const [next] = await sql<{ ref: string }[]>`select nextval('issue_ref_seq') as ref`;
  const {
    merc_x: _x,
    merc_y: _y,
    is_public: _public,
    state_group: _group,
    search_text: _text,
    ...columns
  } = model ?? {};
  const id = newId();
  const row: Record<string, unknown> = {
    ...columns,
    id,
    client_id: newId(),
    ref: Number(next?.ref),
    state: 'published',
    ...change,
  };
  await sql`insert into issues ${sql(row)}`;
  return id;
}

export async function mails(sql: postgres.Sql): Promise<StoredMail[]> {
  const rows =
    await sql`select id, to_cipher as "toCipher", subject, content_cipher as "contentCipher", created_at as "createdAt", sent_at as "sentAt", attempts from mails order by created_at`;
  return rows.map((row) => openMail(row as never));
}

export type Work = Awaited<ReturnType<typeof atWork>>;

export async function drafted(work: Work, issueId: string): Promise<string> {
  const result = await draftLetter(work, { issueId, clientId: newId() });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.letterId;
}

export async function stored(sql: postgres.Sql, letterId: string) {
  const [row] = await sql`select * from letters where id = ${letterId}`;
  return row as Record<string, unknown>;
}

export async function edit(work: Work, letterId: string, change: Partial<LetterEdit>) {
  const form = await getLetterForm(work.scope, letterId, work.now);
  if (!form) throw new Error('no form');
  const { version, bodyId, postId, addressee, signatoryId, withExactPlace, subject, text } = form;
  return editLetter(work, {
    letterId,
    version,
    bodyId,
    postId,
    addressee,
    signatoryId,
    withExactPlace,
    subject,
    text,
    isRecomposed: false,
    ...change,
  });
}

export const byPost = (letterId: string, change: Partial<Sending> = {}): Sending => ({
  letterId,
  clientId: newId(),
  channel: 'post',
  sentOn: null,
  registerNumber: '',
  ...change,
});
