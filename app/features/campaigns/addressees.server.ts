import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, posts } from '#db/schema/index.ts';
import { holderOn } from '#app/features/authorities/public.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import type { Addressee } from './rules/addressee.ts';

/** Fills in the body of a post; undefined when the post or body does not exist. Nobody chosen stays nobody. */
export async function resolveAddressee(tx: Tx, addressee: Addressee | null): Promise<Addressee | undefined> {
  if (!addressee) return { postId: null, bodyId: null };
  if (addressee.postId) {
    const [post] = await tx.select({ bodyId: posts.bodyId }).from(posts).where(eq(posts.id, addressee.postId));
    return post ? { postId: addressee.postId, bodyId: post.bodyId } : undefined;
  }
  if (!addressee.bodyId) return { postId: null, bodyId: null };
  const [body] = await tx.select({ id: bodies.id }).from(bodies).where(eq(bodies.id, addressee.bodyId));
  return body ? { postId: null, bodyId: body.id } : undefined;
}

/** The addressee as it stands on a letter, in Azerbaijani: the body, the office and who holds it on that day. */
export async function formalAddressee(tx: Tx, { bodyId, postId }: Addressee, day: Day): Promise<string> {
  const [body] = bodyId ? await tx.select({ name: bodies.nameAz }).from(bodies).where(eq(bodies.id, bodyId)) : [];
  const [post] = postId ? await tx.select({ title: posts.titleAz }).from(posts).where(eq(posts.id, postId)) : [];
  const holder = postId ? await holderOn(postId, day) : null;
  const office = [post?.title, holder?.name].filter(Boolean).join(' ');
  return [body?.name, office].filter(Boolean).join(', ');
}
