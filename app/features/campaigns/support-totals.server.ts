import { publicSql } from '#db/client.server.ts';
import { ASSURANCES, SUPPORT_CHANNELS, type Assurance, type SupportChannel } from './rules/support.ts';

/** What a campaign's counter says. Each of the parts adds up to `total`; a region or organisation without anybody is left out. */
export type Totals = {
  total: number;
  byChannel: Record<SupportChannel, number>;
  byAssurance: Record<Assurance, number>;
  byRegion: Record<string, number>;
  byOrganisation: Record<string, number>;
};

export type TotalRow = {
  campaign_id: string;
  organisation_id: string;
  channel: SupportChannel;
  assurance: Assurance;
  region: string;
  count: number;
};

const zeros = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

export const emptyTotals = (): Totals => ({
  total: 0,
  byChannel: zeros(SUPPORT_CHANNELS),
  byAssurance: zeros(ASSURANCES),
  byRegion: {},
  byOrganisation: {},
});

/** Adds rows of `campaign_totals` up, in all four ways at once. */
export function addUp(rows: readonly Omit<TotalRow, 'campaign_id'>[]): Totals {
  const totals = emptyTotals();
  for (const row of rows) {
    totals.total += row.count;
    totals.byChannel[row.channel] += row.count;
    totals.byAssurance[row.assurance] += row.count;
    totals.byRegion[row.region] = (totals.byRegion[row.region] ?? 0) + row.count;
    totals.byOrganisation[row.organisation_id] = (totals.byOrganisation[row.organisation_id] ?? 0) + row.count;
  }
  return totals;
}

/** Totals of published campaigns, for lists and pages; every id has an entry. */
export async function totalsOf(campaignIds: readonly string[]): Promise<Map<string, Totals>> {
  const rows =
    campaignIds.length === 0
      ? []
      : await publicSql<TotalRow[]>`
          select campaign_id, organisation_id, channel, assurance, region, count from published.campaign_totals
          where campaign_id in ${publicSql([...new Set(campaignIds)])}`;
  return new Map(campaignIds.map((id) => [id, addUp(rows.filter((row) => row.campaign_id === id))]));
}
