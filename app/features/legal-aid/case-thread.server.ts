import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { shownNames } from './case-facts.server.ts';
import type { Keys } from './case-keys.server.ts';
import { readRecords, type OpenedRecord } from './case-records.server.ts';
import type { Answers, FileContent, Message, Story } from './rules/contents.ts';

/** A file as a thread shows it; its bytes are asked for apart. `id` is its record's. */
export type ThreadFile = { id: string; name: string; type: string; bytes: number; isVoice: boolean };

/** One thing in a thread, in its order. `by` is the name a lawyer chose for the desk; null for the applicant and the system. */
export type ThreadEntry = {
  id: string;
  seq: number;
  kind: 'story' | 'message' | 'file' | 'outcome';
  from: 'applicant' | 'organiser' | 'staff' | 'system';
  by: string | null;
  isMine: boolean;
  madeOn: string;
  /** Null where the reader's keys do not reach that version. */
  text: string | null;
  file: ThreadFile | null;
};
export type CaseThread = { answers: Partial<Answers> | null; entries: ThreadEntry[] };

const KINDS = ['answers', 'story', 'message', 'file', 'outcome'] as const;

/** What both sides of a case read: answers, story, messages, files and the closing text. Team's files are not among it. */
export async function readThread(
  tx: LegalTx,
  keys: Keys,
  caseId: string,
  reader: { staffId: string | null },
): Promise<CaseThread> {
  const rows = (await readRecords(tx, keys, caseId, { kinds: KINDS })).filter((row) => row.visibility === 'public');
  const names = await shownNames(
    tx,
    rows.map((row) => row.authorId),
  );
  const { guard: _sealed, ...answers } = rows.find((row) => row.kind === 'answers')?.content ?? {};
  return {
    answers: Object.keys(answers).length > 0 ? (answers as Partial<Answers>) : null,
    entries: rows.flatMap((row) => {
      if (row.kind === 'answers') return [];
      const isMine =
        reader.staffId === null
          ? row.author === 'applicant' || row.author === 'organiser'
          : row.authorId === reader.staffId;
      return [{ ...entryOf(row), by: row.authorId ? (names.get(row.authorId) ?? null) : null, isMine }];
    }),
  };
}

function entryOf({ author, content, id, kind, madeOn, seq }: OpenedRecord): Omit<ThreadEntry, 'by' | 'isMine'> {
  const file = kind === 'file' && content ? (content as FileContent) : null;
  const words = content as Partial<Message & Story> | null;
  return {
    id,
    seq,
    kind: kind as ThreadEntry['kind'],
    from: author,
    madeOn,
    text: kind === 'file' || !words ? null : (words.text ?? ''),
    file: file && {
      id,
      name: String(file.name),
      type: String(file.type),
      bytes: Number(file.bytes),
      isVoice: file.isVoice === true,
    },
  };
}
