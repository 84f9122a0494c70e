import type postgres from 'postgres';
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import { isPublicState } from '#app/features/issues/rules/lifecycle.ts';
import { publicPoint } from '#app/kernel/geo.ts';
import { newId } from '#app/kernel/ids.ts';
import { seedBegunLetter, seedLetter } from './seed-letter.ts';
import { seedPictures } from './seed-pictures.ts';
import { demoState } from './story/index.ts';
import type { DemoIssue } from './story/types.ts';
import type { World } from './world.ts';

/** One report of the story with its moves, messages, flags, pictures and letters. */
export async function seedIssue(sql: postgres.TransactionSql, world: World, issue: DemoIssue): Promise<void> {
  const id = newId();
  world.issues.set(issue.key, id);
  const at = (daysAgo: number) => new Date(world.now.getTime() - daysAgo * 86_400_000);
  const organisationId = world.organisations.get(issue.organisation) as string;
  const category = categoryByKey(issue.category);
  if (!category || category.sensitivity === 2)
    throw new Error(`${issue.key}: ${issue.category} is never stored as a report`);
  const text = issue.text[issue.locale] ?? issue.text.az;
  const state = demoState(issue);
  const firstPublished = issue.moves.find((move) => move.to === 'published');
  const point = publicPoint({ lat: issue.lat, lng: issue.lng }, category.sensitivity);
  const isSeen = firstPublished !== undefined;
  const [numbered] = isSeen ? await sql<{ ref: string }[]>`select nextval('issue_ref_seq') as ref` : [];
  await sql`insert into issues ${sql({
    id,
    ref: numbered ? Number(numbered.ref) : null,
    organisation_id: organisationId,
    client_id: newId(),
    state,
    category: issue.category,
    theme: category.theme,
    region: issue.region,
    place: issue.place,
    title: text.title,
    details: text.details,
    public_title: isSeen ? text.title : null,
    public_details: isSeen ? text.details : null,
    public_place: isSeen ? issue.place : null,
    locale: issue.locale,
    source: issue.source,
    entered_by: issue.enteredBy ? (world.people.get(issue.enteredBy)?.id ?? null) : null,
    sensitivity: category.sensitivity,
    exact_lat: issue.lat,
    exact_lng: issue.lng,
    public_lat: point.lat,
    public_lng: point.lng,
    confirmations: isPublicState(state) ? issue.confirmations : 0,
    created_at: at(issue.daysAgo),
    published_at: firstPublished ? at(firstPublished.daysAgo) : null,
    updated_at: at(issue.moves.at(-1)?.daysAgo ?? issue.daysAgo),
    awaits: issue.messages?.at(-1) ? (issue.messages.at(-1)?.side === 'reporter' ? 'organisation' : 'reporter') : null,
  })}`;

  const received = {
    daysAgo: issue.daysAgo,
    to: 'received',
    by: issue.enteredBy ?? 'reporter',
    reason: null,
    note: null,
    body: null,
  };
  // Only a published report is written about, and publication gives the number.
  const written =
    numbered && firstPublished
      ? { issue, issueId: id, organisationId, ref: Number(numbered.ref), publishedAt: at(firstPublished.daysAgo) }
      : null;
  let from: string | null = null;
  for (const move of [received, ...issue.moves]) {
    const actor = world.people.get(move.by);
    await sql`insert into issue_events ${sql({
      id: newId(),
      issue_id: id,
      organisation_id: organisationId,
      kind: 'move',
      from_state: from,
      to_state: move.to,
      actor_id: actor?.id ?? null,
      actor_role: actor?.role ?? 'reporter',
      reason: move.reason,
      public_note: move.note ?? null,
      body_id: move.body ? world.bodies(move.body, issue.region) : null,
      created_at: at(move.daysAgo),
    })}`;
    from = move.to;
    if ('letter' in move && move.letter && move.body && written) {
      await seedLetter(sql, world, {
        ...written,
        sentAt: at(move.daysAgo),
        ...move.letter,
        body: move.body,
        by: move.by,
      });
    }
  }
  if (written) await seedBegunLetter(sql, world, written);
  for (const message of issue.messages ?? []) {
    const authorId = message.by ? (world.people.get(message.by)?.id ?? null) : null;
    await sql`insert into issue_messages ${sql({ id: newId(), issue_id: id, organisation_id: organisationId, client_id: newId(), side: message.side, author_id: authorId, body: message.text, created_at: at(message.daysAgo) })}`;
  }
  for (const flag of issue.flags ?? []) {
    await sql`insert into issue_flags ${sql({ id: newId(), issue_id: id, organisation_id: organisationId, client_id: newId(), kind: flag.kind, text: flag.text, body_name: flag.bodyName ?? null, signatory: flag.signatory ?? null, created_at: at(flag.daysAgo) })}`;
  }
  await seedPictures(sql, { category: issue.category, issueId: id, organisationId });
}
