import type postgres from 'postgres';
import { composeLetter } from '#app/features/authorities/rules/compose.ts';
import type { DeliveryChannel, LetterState, LetterStep } from '#app/features/authorities/rules/letter.ts';
import { newId } from '#app/kernel/ids.ts';
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import { DEMO_STORY } from './story/index.ts';
import type { DemoIssue } from './story/types.ts';
import type { World } from './world.ts';

type Seeded = { issue: DemoIssue; issueId: string; organisationId: string; ref: number; publishedAt: Date };

/** The letter behind a "forwarded" of the story, as sent. */
export async function seedLetter(
  sql: postgres.TransactionSql,
  world: World,
  letter: Seeded & { sentAt: Date; via: DeliveryChannel; registerNumber?: string; body: string; by: string },
): Promise<void> {
  const { sentAt, via } = letter;
  const id = await insertLetter(sql, world, letter, 'sent', {
    kind: letter.body,
    by: letter.by,
    at: sentAt,
    sentAt,
    via,
    registerNumber: letter.registerNumber,
  });
  await insertStep(sql, world, { id, letter, kind: 'sent', at: sentAt, by: letter.by, body: letter.body });
}

/** Published reports of the story about which somebody has begun to write: ready where the sender may sign, else a draft that says why. */
const BEGUN: Readonly<Record<string, { by: string; hoursAgo: number }>> = {
  i07: { by: 'tofiq', hoursAgo: 5 },
  i18: { by: 'lale', hoursAgo: 20 },
  i46: { by: 'aide', hoursAgo: 3 },
  i66: { by: 'perviz', hoursAgo: 9 },
};

export async function seedBegunLetter(sql: postgres.TransactionSql, world: World, letter: Seeded): Promise<void> {
  const begun = BEGUN[letter.issue.key];
  const kind = categoryByKey(letter.issue.category)?.bodies[0];
  if (!begun || !kind) return;
  const organisation = DEMO_STORY.organisations.find((one) => one.key === letter.issue.organisation);
  const isReady = Boolean(organisation?.legal ?? organisation?.signatory);
  const at = new Date(world.now.getTime() - begun.hoursAgo * 3_600_000);
  const id = await insertLetter(sql, world, letter, isReady ? 'ready' : 'draft', { kind, by: begun.by, at });
  await insertStep(sql, world, { id, letter, kind: 'drafted', at, by: begun.by, body: kind });
}

async function insertLetter(
  sql: postgres.TransactionSql,
  world: World,
  { issue, issueId, organisationId, ref, publishedAt }: Seeded,
  state: LetterState,
  made: {
    kind: string;
    by: string;
    at: Date;
    sentAt?: Date;
    via?: DeliveryChannel;
    registerNumber?: string | undefined;
  },
): Promise<string> {
  const id = newId();
  const [signatory] = await sql<
    { id: string }[]
  >`select id from letter_signatories where organisation_id = ${organisationId}`;
  const report = {
    ...issue.text.az,
    ref,
    category: issue.category,
    place: issue.place,
    region: issue.region,
    publishedAt,
    confirmations: issue.confirmations,
  };
  const { subject, text } = composeLetter(report, made.kind);
  await sql`insert into letters ${sql({
    id,
    organisation_id: organisationId,
    issue_id: issueId,
    body_id: world.bodies(made.kind, issue.region),
    state,
    blocked_by: state === 'draft' ? ['no-signatory'] : [],
    subject,
    body: text,
    signatory_id: signatory?.id ?? null,
    with_exact_place: categoryByKey(issue.category)?.sensitivity === 0,
    created_by: world.people.get(made.by)?.id as string,
    created_at: made.at,
    updated_at: made.at,
    sent_at: made.sentAt ?? null,
    sent_via: made.via ?? null,
    mailed_at: made.via === 'email' ? (made.sentAt ?? null) : null,
    register_number: made.registerNumber ?? null,
    client_id: newId(),
  })}`;
  return id;
}

async function insertStep(
  sql: postgres.TransactionSql,
  world: World,
  {
    id,
    letter,
    kind,
    at,
    by,
    body,
  }: { id: string; letter: Seeded; kind: LetterStep; at: Date; by: string; body: string },
): Promise<void> {
  await sql`insert into letter_steps ${sql({
    id: newId(),
    letter_id: id,
    organisation_id: letter.organisationId,
    kind,
    body_id: world.bodies(body, letter.issue.region),
    actor_id: world.people.get(by)?.id ?? null,
    created_at: at,
  })}`;
}
