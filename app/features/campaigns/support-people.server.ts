import { stringify } from 'csv-stringify/sync';
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { campaignTotals, signatureDeltas, signatures } from '#db/schema/index.ts';
import type { Translate } from '#app/i18n/words.ts';
import { TIME_ZONE } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { regionName } from '#app/kernel/regions.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import {
  SIGNATURE_STATES,
  SUPPORT_CHANNELS,
  type Assurance,
  type InvalidationReason,
  type SignatureState,
  type SupportChannel,
} from './rules/support.ts';
import { openPerson } from './signer.server.ts';
import type { ExportPurpose } from './support-forms.ts';
import { addUp, type TotalRow, type Totals } from './support-totals.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type PeopleFilters = { state?: SignatureState; channel?: SupportChannel };
export type PersonLine = {
  id: string;
  name: string;
  contact: string;
  village: string;
  birthYear: number | null;
  region: string;
  channel: SupportChannel;
  assurance: Assurance;
  state: SignatureState;
  reason: InvalidationReason | null;
  wantsNews: boolean;
  at: string;
};
export type PeoplePage = {
  rows: PersonLine[];
  total: number;
  from: number;
  after: string | null;
  before: string | null;
};

/** Reads the filters of an address; what is unknown is left out. */
export function parsePeopleFilters(query: URLSearchParams): PeopleFilters {
  const state = SIGNATURE_STATES.find((entry) => entry === query.get('state'));
  const channel = SUPPORT_CHANNELS.find((entry) => entry === query.get('channel'));
  return { ...(state ? { state } : {}), ...(channel ? { channel } : {}) };
}

export function peopleQuery(filters: PeopleFilters & { after?: string; before?: string }): string {
  const query = new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return query.size > 0 ? `?${query}` : '';
}

/** The one `where` of list, count and export: the organisation's own people of one campaign, whom it may still know. */
const where = (scope: MemberScope, campaignId: string, { state, channel }: PeopleFilters): SQL | undefined =>
  and(
    eq(signatures.campaignId, campaignId),
    eq(signatures.organisationId, scope.organisationId),
    state ? eq(signatures.state, state) : undefined,
    channel ? eq(signatures.channel, channel) : undefined,
  );

function toLine(row: typeof signatures.$inferSelect): PersonLine {
  const person =
    row.personCipher === null
      ? { name: '•••', contact: null, village: '', birthYear: null }
      : openPerson(row.personCipher);
  return {
    id: row.id,
    name: person.name,
    contact: person.contact ?? '',
    village: person.village,
    birthYear: person.birthYear,
    region: row.region,
    channel: row.channel,
    assurance: row.assurance,
    state: row.state,
    reason: row.invalidationReason,
    wantsNews: row.wantsNews,
    at: row.createdAt.toISOString(),
  };
}

/** Exact totals of the organisation's own collecting: what the roller has added up and what still waits for it. */
export function ownTotals(scope: MemberScope, campaignId: string): Promise<Totals> {
  return withScope(scope, async (tx) => {
    const columns = (table: typeof campaignTotals | typeof signatureDeltas) => ({
      organisation_id: table.organisationId,
      channel: sql<TotalRow['channel']>`${table.channel}`,
      assurance: sql<TotalRow['assurance']>`${table.assurance}`,
      region: table.region,
    });
    const kept = await tx
      .select({ ...columns(campaignTotals), count: campaignTotals.count })
      .from(campaignTotals)
      .where(and(eq(campaignTotals.campaignId, campaignId), eq(campaignTotals.organisationId, scope.organisationId)));
    const waiting = await tx
      .select({ ...columns(signatureDeltas), count: sql<number>`${signatureDeltas.step}::int` })
      .from(signatureDeltas)
      .where(and(eq(signatureDeltas.campaignId, campaignId), eq(signatureDeltas.organisationId, scope.organisationId)));
    return addUp([...kept, ...waiting]);
  });
}

const keyOf = (id: string) => sql`(select edge.created_at, edge.id from signatures edge where edge.id = ${id})`;

/** A page of people, newest first, with opened names. Looking at it stands in the trail. */
export function listPeople(
  scope: MemberScope,
  campaignId: string,
  filters: PeopleFilters,
  cursor: { after?: string | null; before?: string | null },
): Promise<PeoplePage> {
  return withScope(scope, async (tx) => {
    const mine = where(scope, campaignId, filters);
    const wanted = cursor.after ?? cursor.before;
    const edge =
      isId(wanted) && (await tx.$count(signatures, and(eq(signatures.id, wanted), where(scope, campaignId, {})))) > 0
        ? wanted
        : undefined;
    const isBack = edge !== undefined && !cursor.after;
    const beyond = edge
      ? sql`(${signatures.createdAt}, ${signatures.id}) ${isBack ? sql`>` : sql`<`} ${keyOf(edge)}`
      : undefined;
    const order = isBack
      ? [asc(signatures.createdAt), asc(signatures.id)]
      : [desc(signatures.createdAt), desc(signatures.id)];
    const found = await tx
      .select()
      .from(signatures)
      .where(and(mine, beyond))
      .orderBy(...order)
      .limit(PAGE_SIZE);
    const rows = (isBack ? found.toReversed() : found).map(toLine);
    const total = await tx.$count(signatures, mine);
    const first = rows[0];
    const from = first
      ? 1 +
        (await tx.$count(signatures, and(mine, sql`(${signatures.createdAt}, ${signatures.id}) > ${keyOf(first.id)}`)))
      : 0;
    if (rows.length > 0)
      await audit(tx, scope, { action: 'campaign.people-seen', subjectType: 'campaign', subjectId: campaignId });
    return {
      rows,
      total,
      from,
      before: first && from > 1 ? first.id : null,
      after: from + rows.length - 1 < total ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

/** A table program opens no more than this with comfort; more is taken away in parts, by channel and state. */
const MOST_ROWS = 50_000;
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/**
 * The list under its filters as a table to take away, equal to the list. What it is for stands in the trail, as a code.
 * No cell that a table program would take for a formula.
 */
export async function exportPeople(
  scope: MemberScope,
  campaignId: string,
  filters: PeopleFilters,
  { t, locale, purpose }: { t: Translate; locale: Locale; purpose: ExportPurpose },
): Promise<string> {
  const rows = await withScope(scope, async (tx) => {
    await audit(tx, scope, {
      action: `campaign.people-exported.${purpose}`,
      subjectType: 'campaign',
      subjectId: campaignId,
    });
    return tx
      .select()
      .from(signatures)
      .where(where(scope, campaignId, filters))
      .orderBy(desc(signatures.createdAt), desc(signatures.id))
      .limit(MOST_ROWS);
  });
  const lines = rows.map(toLine).map((line) => ({
    ...line,
    birthYear: line.birthYear ?? '',
    region: regionName(line.region, locale),
    channel: t(`support.channel.${line.channel}`),
    assurance: t(`support.assurance.${line.assurance}`),
    state: t(`support.state.${line.state}`),
    at: day.format(new Date(line.at)),
  }));
  return stringify(lines, {
    header: true,
    columns: {
      name: t('support.sign.name'),
      contact: t('support.sign.contact'),
      region: t('support.sign.region'),
      village: t('support.sign.village'),
      birthYear: t('support.point.birth-year'),
      channel: t('support.people.channel'),
      assurance: t('support.people.assurance'),
      state: t('support.people.state'),
      at: t('support.people.at'),
    },
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}
