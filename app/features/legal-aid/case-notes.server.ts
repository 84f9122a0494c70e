import { and, asc, eq, sql } from 'drizzle-orm';
import { dates, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { shownNames } from './case-facts.server.ts';
import type { Holder, Keys } from './case-keys.server.ts';
import { holdersOf } from './case-people.server.ts';
import { openRow, readRecords } from './case-records.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import type { DateContent, Note } from './rules/contents.ts';
import { selfKey } from './vault/self-notes.ts';

/** The keys of this person's own notes in a case, by the version of the case's key. */
export function selfKeys({ box }: Pick<Holder, 'box'>, keys: Keys): Keys {
  return new Map([...keys].map(([version, key]) => [version, selfKey(box, key)]));
}

export type ShownNote = {
  id: string;
  visibility: 'team' | 'self';
  by: string | null;
  isMine: boolean;
  madeOn: string;
  /** Null where that version of the key was not granted. */
  text: string | null;
};

/** Notes of the team and the reader's own, newest first. */
export async function readNotes(
  tx: LegalTx,
  work: Pick<DeskWork, 'holder' | 'staff'>,
  keys: Keys,
  caseId: string,
): Promise<ShownNote[]> {
  const team = await readRecords(tx, keys, caseId, { kinds: ['note'] });
  const own = await readRecords(tx, selfKeys(work.holder, keys), caseId, { kinds: ['note'], keyKind: 'self' });
  const names = await shownNames(
    tx,
    team.map((note) => note.authorId),
  );
  return [...team, ...own]
    .sort((a, b) => b.seq - a.seq)
    .map((note) => ({
      id: note.id,
      visibility: note.visibility === 'self' ? ('self' as const) : ('team' as const),
      by: note.authorId ? (names.get(note.authorId) ?? null) : null,
      isMine: note.authorId === work.staff.id,
      madeOn: note.madeOn,
      text: note.content ? String((note.content as Partial<Note>).text ?? '') : null,
    }));
}

export type ShownTask = {
  id: string;
  title: string | null;
  dueOn: string | null;
  state: 'open' | 'done' | 'dropped';
  for: string | null;
  isMine: boolean;
};

/** Tasks of a case: open ones first, the nearest on top. */
export async function readTasks(
  tx: LegalTx,
  work: Pick<DeskWork, 'staff'>,
  keys: Keys,
  caseId: string,
): Promise<ShownTask[]> {
  const rows = await tx
    .select({ date: dates, record: records })
    .from(dates)
    .innerJoin(records, eq(records.id, dates.recordId))
    .where(and(eq(dates.caseId, caseId), eq(dates.kind, 'task')))
    .orderBy(sql`${dates.state} = 'open' desc`, sql`${dates.dueOn} asc nulls last`, asc(dates.id));
  const names = await shownNames(
    tx,
    rows.map(({ date }) => date.staffId),
  );
  return rows.map(({ date, record }) => {
    const content = openRow(record, keys).content as Partial<DateContent> | null;
    return {
      id: date.id,
      title: content ? (content.title ?? '') : null,
      dueOn: date.dueOn,
      state: date.state,
      for: date.staffId ? (names.get(date.staffId) ?? null) : null,
      isMine: date.staffId === work.staff.id,
    };
  });
}

/** Whom a task of this case may be given to: those who hold it. */
export async function taskPeople(tx: LegalTx, caseId: string): Promise<{ id: string; name: string }[]> {
  const names = await shownNames(tx, await holdersOf(tx, caseId));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'az'));
}
