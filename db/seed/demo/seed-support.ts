import type postgres from 'postgres';
import { sealPerson, signerIndexes } from '#app/features/campaigns/signer.server.ts';
import { SHEET_ROWS } from '#app/features/campaigns/rules/support.ts';
import { newId } from '#app/kernel/ids.ts';
import type { DemoCampaign } from './story/campaigns.ts';

/** First names and surnames of the story's signers, put together by counting: nobody is meant. */
const FIRST =
  'Aygün Elvin Nərgiz Tural Sevda Cavid Ləman Ramin Zülfiyyə Orxan Gülnar Kamil Aynur Vüqar Fidan Natiq'.split(' ');
const LAST =
  'Məmmədli Quliyeva Hüseynli Abbasova Kərimli Səfərli Bayramova Nəsibli Qasımlı Vəliyeva Tağızadə Şirinli Əmrahlı'.split(
    ' ',
  );

type Its = { campaign_id: string; organisation_id: string };

/** Which way the nth supporter came, and how sure one is: about half online, a quarter on paper, the rest at tables and by codes. */
function wayOf(n: number): { channel: string; assurance: string } {
  const at = n % 20;
  if (at < 11) return { channel: 'web', assurance: 'email' };
  if (at < 16) return { channel: 'paper', assurance: 'paper' };
  if (at < 18) return { channel: 'point', assurance: 'self' };
  return at === 18 ? { channel: 'point', assurance: 'in_person' } : { channel: 'web', assurance: 'code' };
}

/** A campaign's supporters as signatures of invented people, spread over the days since it began; paper ones on numbered sheets. */
export async function seedSupport(
  sql: postgres.TransactionSql,
  { now, organiser, publishedAt }: { now: Date; organiser: string; publishedAt: Date | null },
  campaign: DemoCampaign,
  its: Its,
): Promise<void> {
  if (!publishedAt || campaign.supporters === 0) return;
  const link = {
    ...its,
    id: newId(),
    kind: 'point',
    code: `${campaign.key}-${newId().slice(0, 8)}`,
    owner_id: organiser,
    label: campaign.place,
  };
  await sql`insert into campaign_links ${sql(link)}`;
  const span = now.getTime() - publishedAt.getTime();
  const sheets: string[] = [];
  let papers = 0;
  const rows = [];
  for (let n = 0; n < campaign.supporters; n += 1) {
    const way = wayOf(n);
    const at = new Date(publishedAt.getTime() + (span * (n + 1)) / (campaign.supporters + 1));
    const isOnline = way.channel === 'web';
    const person = {
      name: `${FIRST[n % FIRST.length]} ${LAST[(n * 7 + 3) % LAST.length]}`,
      contact: isOnline ? `${campaign.key}.${n}@sakin.invalid` : null,
      village: isOnline ? '' : campaign.place,
      birthYear: way.channel === 'paper' ? 1950 + (n % 55) : null,
    };
    if (way.channel === 'paper' && papers % SHEET_ROWS === 0) sheets.push(newId());
    const row = way.channel === 'paper' ? (papers % SHEET_ROWS) + 1 : null;
    if (row !== null) papers += 1;
    const indexes = signerIndexes(
      { campaignId: its.campaign_id, organisationId: its.organisation_id, region: campaign.region },
      person,
    );
    rows.push({
      ...its,
      id: newId(),
      client_id: newId(),
      state: 'confirmed',
      ...way,
      region: campaign.region,
      person_cipher: sealPerson(person),
      // Invented people repeat; real ones of one name and year in one village would be looked at by a person.
      signer_index: isOnline ? indexes.signerIndex : null,
      contact_index: indexes.contactIndex,
      name_index: indexes.nameIndex,
      locale: 'az',
      shows_name: isOnline && n % 9 === 0,
      wants_news: isOnline && n % 3 === 0,
      consent_version: 'demo',
      link_id: way.channel === 'point' ? link.id : null,
      sheet_id: row === null ? null : (sheets.at(-1) ?? null),
      sheet_row: row,
      entered_by: row === null ? null : organiser,
      created_at: at,
      confirmed_at: at,
    });
  }
  if (sheets.length > 0)
    await sql`insert into support_sheets ${sql(
      sheets.map((id, index) => ({
        ...its,
        id,
        number: index + 1,
        state: 'checked',
        entered_by: organiser,
        entered_at: now,
        checked_by: organiser,
        checked_at: now,
        created_by: organiser,
      })),
    )}`;
  for (let from = 0; from < rows.length; from += 500)
    await sql`insert into signatures ${sql(rows.slice(from, from + 500))}`;
}
