import { and, desc, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import { stringify } from 'csv-stringify/sync';
import { cases, legalAudit, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { isMessageKey, type Translate } from '#app/i18n/words.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { StaffScope } from './desk-staff.server.ts';
import type { TrailFilters } from './rules/trail-filters.ts';

export type TrailEntry = {
  n: number;
  onDay: string;
  actorKind: 'staff' | 'applicant' | 'system';
  /** Null for applicants and the system. */
  shownName: string | null;
  action: string;
  /** Null where it is about no case, or one that is kept from the reader. */
  number: number | null;
  reason: string | null;
  hash: string;
};
export type Chain = { total: number; brokenAt: number | null };

const PAGE = 50;
/** A desk of ten people writes some thousand entries a year; more than this asks for a day. */
const TABLE_MOST = 20_000;

/** The trail under its filters, newest first; `next` is where the following page begins. */
export async function listTrail(
  scope: StaffScope,
  filters: TrailFilters,
  before: number | null,
): Promise<{ entries: TrailEntry[]; next: number | null }> {
  const entries = await withLegalScope(scope, (tx) => readTrail(tx, scope, filters, { before, limit: PAGE + 1 }));
  const shown = entries.slice(0, PAGE);
  return { entries: shown, next: entries.length > PAGE ? (shown.at(-1)?.n ?? null) : null };
}

/** Who and what there is to filter by. */
export async function trailChoices(
  scope: StaffScope,
): Promise<{ people: { id: string; shownName: string }[]; actions: string[] }> {
  return withLegalScope(scope, async (tx) => {
    const here = eq(legalAudit.organisationId, scope.organisationId);
    const people = await tx
      .select({ id: staff.id, shownName: staff.shownName })
      .from(staff)
      .where(eq(staff.organisationId, scope.organisationId))
      .orderBy(staff.shownName);
    const actions = await tx.selectDistinct({ action: legalAudit.action }).from(legalAudit).where(here);
    return { people, actions: actions.map(({ action }) => action).toSorted() };
  });
}

/**
 * Reckons the chain of a desk anew (guarantee G26): every entry's hash from what stands in it, every entry's predecessor.
 * `brokenAt` is the first that does not match. That the newest were cut off shows only beside an older copy of the table,
 * whose last seal is then nowhere.
 */
export async function checkChain(tx: Pick<LegalTx, 'execute'>, organisationId: string): Promise<Chain> {
  const [found] = await tx.execute<{ total: string; broken: string | null }>(sql`
    select count(*) as total, min(n) filter (where not is_whole) as broken from (
      select e.n, e.hash = app.legal_audit_hash(e) and e.previous is not distinct from lag(e.hash) over (order by e.n)
        and (e.hash like 'v2:%' or coalesce(lag(e.hash) over (order by e.n), '') not like 'v2:%') as is_whole
      from legal.audit_entries e where e.organisation_id = ${organisationId}
    ) entries`);
  return { total: Number(found?.total ?? 0), brokenAt: found?.broken == null ? null : Number(found.broken) };
}

export function checkTrail(scope: StaffScope): Promise<Chain> {
  return withLegalScope(scope, (tx) => checkChain(tx, scope.organisationId));
}

/** The trail under its filters as a table for other programs; the seal of each entry with it. */
export async function trailTable(scope: StaffScope, filters: TrailFilters, t: Translate): Promise<string> {
  const entries = await withLegalScope(scope, (tx) =>
    readTrail(tx, scope, filters, { before: null, limit: TABLE_MOST }),
  );
  return stringify(
    entries.map((entry) => ({
      ...entry,
      who: actorWords(entry, t),
      what: actionWords(entry.action, t),
      number: entry.number ?? '',
      reason: entry.reason === null ? '' : reasonWords(entry.reason, t),
    })),
    {
      header: true,
      columns: {
        n: '№',
        onDay: t('legal-oversight.audit.day'),
        who: t('legal-oversight.audit.person'),
        what: t('legal-oversight.audit.action'),
        number: t('legal-oversight.audit.case'),
        reason: t('legal-oversight.audit.reason'),
        hash: t('legal-oversight.audit.hash'),
      },
      bom: true,
      delimiter: ';',
      escape_formulas: true,
      record_delimiter: '\r\n',
    },
  );
}

/** What was done, in words; a later version's action has its own name. */
export function actionWords(action: string, t: Translate): string {
  const key = `legal.audit.${action}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : action;
}

const REASONS = [
  'legal.open-reason',
  'legal.grant-reason',
  'legal.identity-reason',
  'legal.outcome',
  'legal.not-taken',
];

/** A reason's code in words, by whichever list it is of. */
export function reasonWords(reason: string, t: Translate): string {
  const key = REASONS.map((prefix) => `${prefix}.${reason}`).find(isMessageKey);
  return key ? (t as (key: string) => string)(key) : reason;
}

export function actorWords(
  { actorKind, shownName }: Pick<TrailEntry, 'actorKind' | 'shownName'>,
  t: Translate,
): string {
  if (actorKind === 'staff') return shownName ?? t('legal-oversight.audit.gone');
  return t(`legal-oversight.audit.${actorKind}`);
}

async function readTrail(
  tx: LegalTx,
  { organisationId }: StaffScope,
  { action, from, number, person, to }: TrailFilters,
  { before, limit }: { before: number | null; limit: number },
): Promise<TrailEntry[]> {
  const where: (SQL | undefined)[] = [
    eq(legalAudit.organisationId, organisationId),
    before === null ? undefined : lt(legalAudit.n, before),
    action === undefined ? undefined : eq(legalAudit.action, action),
    from === undefined ? undefined : gte(legalAudit.onDay, from),
    to === undefined ? undefined : lte(legalAudit.onDay, to),
    number === undefined ? undefined : eq(cases.number, number),
    person === undefined
      ? undefined
      : person === 'applicant' || person === 'system'
        ? eq(legalAudit.actorKind, person)
        : eq(legalAudit.actorId, person),
  ];
  return (
    tx
      .select({
        n: legalAudit.n,
        onDay: legalAudit.onDay,
        actorKind: legalAudit.actorKind,
        shownName: staff.shownName,
        action: legalAudit.action,
        number: cases.number,
        reason: legalAudit.reason,
        hash: legalAudit.hash,
      })
      .from(legalAudit)
      .leftJoin(staff, eq(staff.id, legalAudit.actorId))
      // Row-level security leaves out what is kept from the reader; the entry stays, without its number.
      .leftJoin(cases, eq(cases.id, legalAudit.caseId))
      .where(and(...where))
      .orderBy(desc(legalAudit.n))
      .limit(limit)
  );
}
