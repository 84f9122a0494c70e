import type { Identity } from './contents.ts';

/** Longest side of a picture that the browser draws anew, px; the server's own pictures are of that size. */
export const MAX_PICTURE_SIDE = 1600;

/** Name and contact out of the form's fields, by name; null when nothing was filled in. The server's fields are the same. */
export function identityFrom(typed: ReadonlyMap<string, string>): Identity | null {
  const take = (...names: string[]) =>
    Object.fromEntries(names.flatMap((name) => (typed.get(name) ? [[name, typed.get(name) as string]] : [])));
  const safe = take('channel', 'hours', 'codeWord');
  const mayLeaveMessage = typed.get('mayLeaveMessage') === 'on';
  const hasSafe = Object.keys(safe).length > 0 || mayLeaveMessage;
  const identity = {
    ...take('name', 'phone', 'email', 'address'),
    ...(hasSafe ? { safe: { ...safe, mayLeaveMessage } } : {}),
  } as Identity;
  return Object.keys(identity).length > 0 ? identity : null;
}
