import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** An archive of legal aid's keys is deleted within this many days: then what was erased is erased in old backups too. */
export const KEYS_KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** The day (UTC) on which an archive of keys is deleted. */
export function deleteByOf(createdAt: Date): string {
  return new Date(createdAt.getTime() + KEYS_KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
}

/** Whether an archive of keys is past its time. */
export function isPast(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > KEYS_KEPT_DAYS * DAY_MS;
}

/** The name says what it is and when it has to go, also to somebody who finds it on a disk years later. */
export function keyArchiveName(createdAt: Date): string {
  const made = createdAt.toISOString().slice(0, 16).replace(':', '');
  return `icma-keys-${made}-delete-by-${deleteByOf(createdAt)}.age`;
}

const NAME = /^icma-keys-\d{4}-\d{2}-\d{2}T\d{4}-delete-by-(\d{4}-\d{2}-\d{2})\.age$/u;

/** Deletes the archives of keys in a folder whose day has come: the next one would be later than a week. Returns their names. Only names that this program gives. */
export async function pruneKeyArchives(folder: string, now: Date): Promise<string[]> {
  const today = now.toISOString().slice(0, 10);
  const past = (await readdir(folder)).filter((name) => {
    const deleteBy = NAME.exec(name)?.[1];
    return deleteBy !== undefined && deleteBy <= today;
  });
  for (const name of past) await rm(join(folder, name));
  return past;
}
