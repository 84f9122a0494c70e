import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { blindIndexes, cases, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { fold } from '#app/kernel/az-text.ts';
import { factsOf } from './case-facts.server.ts';
import { openKeysOf } from './case-keys.server.ts';
import { openRow } from './case-records.server.ts';
import { indexesOf } from './commands/settle-conflict.server.ts';
import { teamKeysOf } from './team-key.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { ENDED, OPEN_STATES } from './rules/lifecycle.ts';
import { SEARCH_MOST } from './rules/queue-filters.ts';
import type { CaseFacts } from './rules/case-facts.ts';

export type SearchInput = { words: string; state: 'open' | 'ended' | 'all'; region: string | null };
export type Found = CaseFacts & { title: string | null; excerpt: string | null; isParty: boolean };

const EXCERPT = 160;

/**
 * Looks through the titles and summaries of the cases the person holds keys to, decrypted here and thrown away; facets go to
 * the database, words never do. A name, telephone number or FIN is also compared as a hash with the parties written down.
 */
export function searchCases(work: DeskWork, { region, state, words }: SearchInput): Promise<Found[]> {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  const where = and(
    state === 'open'
      ? inArray(cases.state, [...OPEN_STATES])
      : state === 'ended'
        ? inArray(cases.state, [...ENDED])
        : sql`${cases.state} <> 'erased'`,
    region ? eq(cases.region, region) : undefined,
  );
  return withLegalScope(work.scope, async (tx) => {
    const parties = await byParty(tx, work, words, where);
    const texts = wanted.length === 0 ? new Map() : await byText(tx, work, wanted, where);
    const ids = [...new Set([...parties, ...texts.keys()])].slice(0, SEARCH_MOST);
    if (ids.length === 0) return [];
    const rows = await tx.select().from(cases).where(inArray(cases.id, ids));
    const facts = await factsOf(tx, rows, work.today);
    return facts.map((row) => ({
      ...row,
      title: texts.get(row.id)?.title ?? null,
      excerpt: texts.get(row.id)?.excerpt ?? null,
      isParty: parties.has(row.id),
    }));
  });
}

/** Cases that the person holds and in which such a side was written down. */
async function byParty(tx: LegalTx, work: DeskWork, words: string, where: SQL | undefined): Promise<Set<string>> {
  const team = await teamKeysOf(tx, work);
  const text = words.trim();
  if (!team || text === '') return new Set();
  const hashes = indexesOf(team.keys, { side: 'other', name: text, phone: text, fin: text }).map((one) => one.hash);
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: cases.id })
    .from(blindIndexes)
    .innerJoin(cases, eq(cases.id, blindIndexes.caseId))
    .where(and(inArray(blindIndexes.hash, hashes), where));
  const ids = rows.map((row) => row.id);
  const held = await openKeysOf(tx, work.holder, 'case', ids);
  return new Set(ids.filter((id) => held.has(id)));
}

async function byText(
  tx: LegalTx,
  work: DeskWork,
  wanted: readonly string[],
  where: SQL | undefined,
): Promise<Map<string, { title: string; excerpt: string }>> {
  const rows = await tx
    .select({ record: records })
    .from(records)
    .innerJoin(cases, eq(cases.id, records.caseId))
    .where(and(eq(records.kind, 'summary'), where));
  const keys = await openKeysOf(
    tx,
    work.holder,
    'case',
    rows.map(({ record }) => record.caseId),
  );
  const found = new Map<string, { title: string; excerpt: string }>();
  for (const { record } of rows) {
    const { content } = openRow(record, keys.get(record.caseId) ?? new Map());
    if (!content) continue;
    const title = String(content['title'] ?? '');
    const text = String(content['text'] ?? '');
    const folded = fold(`${title} ${text}`);
    if (wanted.every((word) => folded.includes(word)))
      found.set(record.caseId, { title, excerpt: text.slice(0, EXCERPT) });
  }
  return found;
}
