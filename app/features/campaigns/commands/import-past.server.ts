import { sql } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { campaignDemands, campaignDocuments, campaigns, campaignSteps } from '#db/schema/index.ts';
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import { fold } from '#app/kernel/az-text.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hashedId, seal, unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { getFile, putFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { planPast, readPastTable, readPastText, type PastTableRefusal } from '../past-plan.server.ts';
import type { DemandState, Outcome } from '../rules/lifecycle.ts';
import type { PastColumn, PastRow } from '../rules/past-table.ts';
import type { PastPreview } from '../rules/past-views.ts';
import { publicAddress } from './start-campaign.server.ts';

/** How long a checked table waits for its confirmation. */
const KEPT_MS = 2 * 3_600_000;
type MemberScope = Extract<Scope, { kind: 'member' }>;

function keptAt({ organisationId, userId }: MemberScope, fileId: string): { key: string; place: string } {
  const name = hashedId(`past-import/${organisationId}/${userId}/${fileId}`);
  return { key: `imports/${name}`, place: `past-imports:${name}` };
}

/** The dry run: says row by row what would happen and writes no campaign. The text is kept for two hours, so that confirming brings in exactly what was looked at. */
export async function checkPast(
  work: StaffWork,
  { clientId, bytes }: { clientId: string; bytes: Uint8Array },
): Promise<Result<PastPreview, PastTableRefusal | 'common.error.not-allowed'> & { missing?: PastColumn[] }> {
  if (!mayHere(work, 'campaign.write')) return refuse('common.error.not-allowed');
  const table = readPastTable(bytes);
  if (!table.ok) return table;
  const { key, place } = keptAt(work.scope, clientId);
  await putFile(key, new TextEncoder().encode(seal(table.value.text, place)));
  const { ready: _ready, ...preview } = await withScope(work.scope, async (tx) => {
    await enqueue(tx, 'files:delete', { keys: [key] }, { key, runAt: new Date(work.now.getTime() + KEPT_MS) });
    return planPast(tx, work.scope.organisationId, table.value, work.now);
  });
  return ok(preview);
}

export type ImportRefusal =
  'common.error.not-allowed' | 'spread.past.error.gone' | 'spread.past.error.wrong-rows' | 'spread.past.error.nothing';

/**
 * Brings the checked table in, whole or not at all. Each case is public at once, because somebody has verified it and is named
 * with the day; so only those who may let a campaign out may do it. Confirming twice imports once.
 */
export function importPast(
  work: StaffWork,
  { fileId, locale }: { fileId: string; locale: Locale },
): Promise<Result<{ imported: number }, ImportRefusal>> {
  return workOnce(work, { command: 'campaign.import-past', clientId: fileId }, async (tx) => {
    const { organisationId } = work.scope;
    if (!mayHere(work, 'campaign.review')) return refuse('common.error.not-allowed');
    const { key, place } = keptAt(work.scope, fileId);
    const sealed = await getFile(key);
    const table = sealed ? readPastText(unseal(new TextDecoder().decode(sealed), place)) : undefined;
    if (!table?.ok) return refuse('spread.past.error.gone');
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`past-import/${organisationId}`}, 0))`);
    const plan = await planPast(tx, organisationId, table.value, work.now);
    if (plan.counts.wrong > 0) return refuse('spread.past.error.wrong-rows');
    if (plan.ready.length === 0) return refuse('spread.past.error.nothing');
    const bodies = await namesOfBodies();
    for (const row of plan.ready) await insertCase(tx, work, row, { locale, bodies });
    await enqueue(tx, 'files:delete', { keys: [key] }, { key });
    await audit(tx, work.scope, { action: 'campaign.import-past', subjectType: 'campaign-import', subjectId: fileId });
    return ok({ imported: plan.ready.length });
  });
}

async function namesOfBodies(): Promise<Map<string, string>> {
  const rows = await publicSql<{ id: string; names: string[] }[]>`
    select id, array[name_az, name_en, name_ru] as names from published.bodies`;
  return new Map(rows.flatMap(({ id, names }) => names.map((name) => [fold(name).trim(), id] as const)));
}

/** How a finished case's demand stands. */
const DEMAND_OF: Record<Outcome, DemandState> = { won: 'verified', partly_won: 'open', not_won: 'expired' };
/** Noon in the country: a day without an hour. */
const noon = (day: string): Date => new Date(`${day}T12:00:00+04:00`);

async function insertCase(
  tx: Tx,
  { scope, now }: StaffWork,
  row: PastRow,
  { locale, bodies }: { locale: Locale; bodies: Map<string, string> },
): Promise<void> {
  const category = categoryByKey(row.category);
  if (!category || category.sensitivity === 2) throw new Error('The plan let a category through that is never public');
  const id = newId();
  const of = { campaignId: id, organisationId: scope.organisationId };
  const endedAt = noon(row.ended);
  const bodyId = bodies.get(fold(row.body).trim()) ?? null;
  await tx.insert(campaigns).values({
    id,
    organisationId: scope.organisationId,
    clientId: newId(),
    slug: publicAddress(row.title, id),
    state: row.outcome,
    theme: category.theme,
    category: row.category,
    region: row.region,
    place: row.place,
    title: row.title,
    summary: row.summary || row.demand.slice(0, 300),
    story: row.before,
    locale,
    isPast: true,
    publishedAt: endedAt,
    endedAt,
    before: row.before,
    after: row.after,
    verifier: row.verifier,
    verifiedOn: row.verified,
    createdBy: scope.userId,
    createdAt: row.started ? noon(row.started) : endedAt,
    updatedAt: now,
  });
  await tx.insert(campaignDemands).values({
    ...of,
    id: newId(),
    position: 1,
    // A body that the instance does not know (any more) is still said.
    text: bodyId === null && row.body !== '' ? `${row.demand} (${row.body})` : row.demand,
    bodyId,
    state: DEMAND_OF[row.outcome],
    changedAt: endedAt,
    createdAt: endedAt,
  });
  if (row.evidence !== '')
    await tx.insert(campaignDocuments).values({
      ...of,
      id: newId(),
      kind: 'evidence',
      title: new URL(row.evidence).host,
      url: row.evidence,
      isPublic: true,
      addedBy: scope.userId,
      createdAt: now,
    });
  await tx.insert(campaignSteps).values({
    ...of,
    id: newId(),
    kind: 'created',
    toState: row.outcome,
    actorId: scope.userId,
    actorRole: scope.role,
    createdAt: now,
  });
}
