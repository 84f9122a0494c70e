import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client.server.ts';
import { bodies, postHolders, posts } from '#db/schema/index.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';
import type { postForm } from '../office-forms.ts';
import { overlapsAny } from '../rules/holders.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;
export type PostChange = z.output<typeof postForm>;

export type PostRefusal =
  | 'authorities.error.body-unknown'
  | 'common.error.form-changed'
  | 'authorities.error.holder-overlaps'
  | 'authorities.error.holder-ends-before';

/**
 * The operator keeps a body's offices and who holds them. A new holder ends the present one on the day before; nothing
 * of the past is overwritten, for letters say who held an office when they left.
 */
export function keepPosts(
  { scope }: { scope: OperatorScope; now: Date },
  { bodyId, change }: { bodyId: string; change: PostChange },
): Promise<Result<null, PostRefusal>> {
  const owner = `${scope.userId}/${bodyId}/${JSON.stringify(change)}`;
  return withScope(scope, (tx) =>
    once(tx, { clientId: change.clientId, command: 'keep-posts', owner }, async () => {
      const [body] = await tx.select({ id: bodies.id }).from(bodies).where(eq(bodies.id, bodyId)).for('update');
      if (!body) return refuse('authorities.error.body-unknown');
      const refusal = await apply(tx, bodyId, change);
      if (refusal) return refusal;
      await audit(tx, scope, { action: `post.${change.intent}`, subjectType: 'body', subjectId: bodyId });
      return ok(null);
    }),
  );
}

async function apply(tx: Tx, bodyId: string, change: PostChange): Promise<Result<never, PostRefusal> | undefined> {
  switch (change.intent) {
    case 'post':
      return savePost(tx, bodyId, change);
    case 'holder':
      return addHolder(tx, bodyId, change);
    case 'end':
      return endHolder(tx, bodyId, change);
    case 'check': {
      const holder = await findHolder(tx, bodyId, change.holderId);
      if (!holder) return refuse('common.error.form-changed');
      await tx
        .update(postHolders)
        .set({ source: change.source, checkedOn: change.checkedOn })
        .where(eq(postHolders.id, holder.id));
      return undefined;
    }
  }
}

type Change<Intent extends PostChange['intent']> = Extract<PostChange, { intent: Intent }>;

async function savePost(
  tx: Tx,
  bodyId: string,
  { postId, titleAz, titleEn, titleRu, isActive }: Change<'post'>,
): Promise<Result<never, PostRefusal> | undefined> {
  const row = { titleAz, titleEn, titleRu, isActive };
  if (postId !== null) {
    const changed = await tx
      .update(posts)
      .set(row)
      .where(and(eq(posts.id, postId), eq(posts.bodyId, bodyId)))
      .returning({ id: posts.id });
    return changed.length > 0 ? undefined : refuse('common.error.form-changed');
  }
  const [counted] = await tx.select({ n: count() }).from(posts).where(eq(posts.bodyId, bodyId));
  await tx.insert(posts).values({ ...row, id: newId(), bodyId, position: counted?.n ?? 0 });
  return undefined;
}

async function addHolder(
  tx: Tx,
  bodyId: string,
  { postId, name, since, source, checkedOn }: Change<'holder'>,
): Promise<Result<never, PostRefusal> | undefined> {
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.bodyId, bodyId)));
  if (!post) return refuse('common.error.form-changed');
  const held = await tx.select().from(postHolders).where(eq(postHolders.postId, postId));
  const present = held.find((one) => one.until === null && one.since < since);
  const ended = held.map((one) => (one === present ? { ...one, until: addDays(since, -1) } : one));
  // Somebody who held it earlier is entered with an end; only the newest may be open.
  if (overlapsAny(ended, { since, until: null })) return refuse('authorities.error.holder-overlaps', 'since');
  if (present)
    await tx
      .update(postHolders)
      .set({ until: addDays(since, -1) })
      .where(eq(postHolders.id, present.id));
  await tx.insert(postHolders).values({ id: newId(), postId, name, since, until: null, source, checkedOn });
  return undefined;
}

async function endHolder(
  tx: Tx,
  bodyId: string,
  { holderId, until }: Change<'end'>,
): Promise<Result<never, PostRefusal> | undefined> {
  const holder = await findHolder(tx, bodyId, holderId);
  if (!holder || holder.until !== null) return refuse('common.error.form-changed');
  if (until < holder.since) return refuse('authorities.error.holder-ends-before', 'until');
  await tx.update(postHolders).set({ until }).where(eq(postHolders.id, holderId));
  return undefined;
}

async function findHolder(tx: Tx, bodyId: string, holderId: string) {
  const [row] = await tx
    .select({ id: postHolders.id, since: postHolders.since, until: postHolders.until })
    .from(postHolders)
    .innerJoin(posts, eq(posts.id, postHolders.postId))
    .where(and(eq(postHolders.id, holderId), eq(posts.bodyId, bodyId)));
  return row;
}
