import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { signatures, supportSheets } from '#db/schema/index.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { can } from '#app/policy.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { InvalidationReason, SheetState, SignatureState, SupportChannel } from './rules/support.ts';
import { openPerson } from './signer.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
export type SheetRow = typeof supportSheets.$inferSelect;

export type SheetLine = {
  id: string;
  number: number;
  state: SheetState;
  rows: number;
  unreadable: number;
  hasPhoto: boolean;
};
/** A row of a sheet for the person who checks it. `twins` are other signatures that may be the same person. */
export type EnteredRow = {
  id: string;
  row: number;
  name: string;
  village: string;
  birthYear: number | null;
  state: SignatureState;
  reason: InvalidationReason | null;
  twins: { id: string; channel: SupportChannel; name: string; village: string; birthYear: number | null }[];
};

/** Names stand on it: whoever types it in sees it until it is typed in, afterwards only those who may see people. */
export function maySeeSheet(actor: UserActor, scope: MemberScope, sheet: Pick<SheetRow, 'state'>): boolean {
  return sheet.state === 'returned' || can(actor, 'campaign.see-people', { organisationId: scope.organisationId });
}

const ofSheets = (scope: MemberScope, campaignId: string) =>
  and(eq(supportSheets.campaignId, campaignId), eq(supportSheets.organisationId, scope.organisationId));

/** The organisation's sheets of a campaign by their printed number. */
export function listSheets(scope: MemberScope, campaignId: string): Promise<SheetLine[]> {
  return withScope(scope, async (tx) => {
    const counted = await tx
      .select({ sheetId: signatures.sheetId, n: sql<number>`count(*)::int` })
      .from(signatures)
      .where(
        and(eq(signatures.campaignId, campaignId), eq(signatures.channel, 'paper'), eq(signatures.state, 'confirmed')),
      )
      .groupBy(signatures.sheetId);
    const rows = new Map(counted.map((entry) => [entry.sheetId, entry.n]));
    const sheets = await tx
      .select()
      .from(supportSheets)
      .where(ofSheets(scope, campaignId))
      .orderBy(asc(supportSheets.number));
    return sheets.map(({ id, number, state, unreadable, photoKey }) => ({
      id,
      number,
      state,
      unreadable,
      rows: rows.get(id) ?? 0,
      hasPhoto: photoKey !== null,
    }));
  });
}

export async function findSheet(
  tx: Tx,
  scope: MemberScope,
  campaignId: string,
  id: string,
  isLocked = false,
): Promise<SheetRow | undefined> {
  const query = tx
    .select()
    .from(supportSheets)
    .where(and(ofSheets(scope, campaignId), eq(supportSheets.id, id)));
  const [row] = isLocked ? await query.for('update') : await query;
  return row;
}

export function getSheet(scope: MemberScope, campaignId: string, id: string): Promise<SheetRow | undefined> {
  return withScope(scope, (tx) => findSheet(tx, scope, campaignId, id));
}

/** The rows in the paper's order, each with what may be the same person in any channel (same folded name and district). */
export function listSheetRows(scope: MemberScope, sheet: SheetRow): Promise<EnteredRow[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(signatures)
      .where(eq(signatures.sheetId, sheet.id))
      .orderBy(asc(signatures.sheetRow));
    const names = rows.flatMap(({ nameIndex }) => (nameIndex === null ? [] : [nameIndex]));
    const others =
      names.length === 0
        ? []
        : await tx
            .select()
            .from(signatures)
            .where(
              and(
                eq(signatures.campaignId, sheet.campaignId),
                inArray(signatures.nameIndex, names),
                eq(signatures.state, 'confirmed'),
                or(sql`${signatures.sheetId} is null`, ne(signatures.sheetId, sheet.id)),
              ),
            )
            .limit(100);
    const shown = (row: typeof signatures.$inferSelect) =>
      row.personCipher === null ? { name: '•••', village: '', birthYear: null } : pick(openPerson(row.personCipher));
    return rows.map((row) => ({
      id: row.id,
      row: row.sheetRow ?? 0,
      ...shown(row),
      state: row.state,
      reason: row.invalidationReason,
      twins: others
        .filter(({ nameIndex }) => nameIndex === row.nameIndex)
        .map((other) => ({ id: other.id, channel: other.channel, ...shown(other) })),
    }));
  });
}

const pick = ({ name, village, birthYear }: { name: string; village: string; birthYear: number | null }) => ({
  name,
  village,
  birthYear,
});
