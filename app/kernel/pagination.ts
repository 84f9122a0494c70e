/** Lists are cut by a cursor (the last row's sort key), so that page 500 costs what page 1 costs. */
export const PAGE_SIZE = 30;

/** Encodes a cursor for an address; opaque to people, checked on the way back. */
export function encodeCursor(at: Date, id: number): string {
  return `${at.getTime().toString(36)}-${id.toString(36)}`;
}

/** Returns undefined for anything that is not a cursor we made. */
export function decodeCursor(text: string | null): { at: Date; id: number } | undefined {
  const match = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})$/.exec(text ?? '');
  if (!match?.[1] || !match[2]) return undefined;
  const at = new Date(Number.parseInt(match[1], 36));
  const id = Number.parseInt(match[2], 36);
  return Number.isNaN(at.getTime()) || !Number.isSafeInteger(id) ? undefined : { at, id };
}
