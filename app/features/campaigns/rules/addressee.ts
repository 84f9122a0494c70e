import { isId } from '#app/kernel/ids.ts';

/** Whom a demand is addressed to: an office (whose holder is resolved by date), or a body where no office is known. */
export type Addressee = { postId: string | null; bodyId: string | null };

/** Reads a field's `post:<id>` or `body:<id>`. Nothing chosen is null; anything else is undefined. */
export function parseAddressee(value: string): Addressee | null | undefined {
  if (value === '') return null;
  const [kind, id] = value.split(':');
  if (!isId(id)) return undefined;
  if (kind === 'post') return { postId: id, bodyId: null };
  return kind === 'body' ? { postId: null, bodyId: id } : undefined;
}

export function addresseeValue({ postId, bodyId }: Addressee): string {
  return postId ? `post:${postId}` : bodyId ? `body:${bodyId}` : '';
}
