import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { bodies, campaignDemands, campaignPacks, campaigns, signatures, supportSheets } from '#db/schema/index.ts';
import {
  readSendingOrganisation,
  senderOf,
  type SendingOrganisation,
} from '#app/features/authorities/public.server.ts';
import type { Assurance } from './rules/support.ts';
import { unmetForPack, type PackCondition, type PackCounts } from './rules/pack.ts';

export type PackRow = typeof campaignPacks.$inferSelect;

/** Everything that a pack is made of, without anybody's name but the organisation's own signer. */
export type PackFileData = {
  pack: PackRow;
  campaign: typeof campaigns.$inferSelect;
  demands: string[];
  body: typeof bodies.$inferSelect | null;
  organisation: SendingOrganisation;
};

/** Null when the scope's organisation has no such pack. */
export async function readPack(tx: Tx, packId: string): Promise<PackFileData | null> {
  const [row] = await tx
    .select({ pack: campaignPacks, campaign: campaigns, body: bodies })
    .from(campaignPacks)
    .innerJoin(
      campaigns,
      and(eq(campaigns.id, campaignPacks.campaignId), eq(campaigns.organisationId, campaignPacks.organisationId)),
    )
    .leftJoin(bodies, eq(bodies.id, campaignPacks.bodyId))
    .where(eq(campaignPacks.id, packId));
  if (!row) return null;
  return {
    ...row,
    demands: await listDemandTexts(tx, row.campaign.id, row.pack),
    organisation: await readSendingOrganisation(tx, row.pack.organisationId),
  };
}

/** The demands that go to this addressee; all of them where none is addressed to it (a delivery to the body above). */
async function listDemandTexts(tx: Tx, campaignId: string, { bodyId }: Pick<PackRow, 'bodyId'>): Promise<string[]> {
  const rows = await tx
    .select({ text: campaignDemands.text, bodyId: campaignDemands.bodyId })
    .from(campaignDemands)
    .where(eq(campaignDemands.campaignId, campaignId))
    .orderBy(asc(campaignDemands.position));
  const theirs = rows.filter((row) => row.bodyId === bodyId);
  return (theirs.length > 0 ? theirs : rows).map((row) => row.text);
}

export function unmetOfPack({ pack, campaign, demands, body, organisation }: PackFileData): PackCondition[] {
  return unmetForPack({
    isCampaignPublic: campaign.isPublic ?? false,
    demands: demands.length,
    body,
    addressee: pack.addressee,
    sender: senderOf(organisation, pack.signatoryId),
  });
}

/** A checked sheet with the rows that count. */
export type SheetForPack = { id: string; number: number; photoKey: string | null; rows: number; unreadable: number };

/**
 * The organisation's own checked sheets. A partner's sheets are the partner's people: it hands them in itself.
 */
export async function listSheetsForPack(tx: Tx, campaignId: string): Promise<SheetForPack[]> {
  return tx
    .select({
      id: supportSheets.id,
      number: supportSheets.number,
      photoKey: supportSheets.photoKey,
      unreadable: supportSheets.unreadable,
      rows: sql<number>`(select count(*)::int from ${signatures} s where s.sheet_id = ${supportSheets}.id and s.state = 'confirmed')`,
    })
    .from(supportSheets)
    .where(and(eq(supportSheets.campaignId, campaignId), inArray(supportSheets.state, ['checked'])))
    .orderBy(asc(supportSheets.number));
}

export type OnlineCount = { region: string; assurance: Assurance; count: number };

/** Support on the web and at collection points by region and assurance, every partner's together. Totals only: no signature is read. */
export async function countOnlineSupport(tx: Tx, campaignId: string): Promise<OnlineCount[]> {
  return tx.execute<OnlineCount>(sql`
    select region, assurance, sum(count)::int as count from published.campaign_totals
    where campaign_id = ${campaignId} and channel <> 'paper' group by 1, 2 order by 1, 2`) as unknown as Promise<
    OnlineCount[]
  >;
}

export function countsOf(sheets: readonly SheetForPack[], online: readonly OnlineCount[]): PackCounts {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    sheets: sheets.length,
    handSigned: sum(sheets.map((sheet) => sheet.rows)),
    unreadable: sum(sheets.map((sheet) => sheet.unreadable)),
    online: sum(online.map((row) => row.count)),
  };
}

/** Everybody who supports the campaign, in every channel: what the page says at that moment. */
export async function countSupporters(tx: Tx, campaignId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select coalesce(sum(count), 0)::int as n from published.campaign_totals where campaign_id = ${campaignId}`,
  );
  return row?.n ?? 0;
}
