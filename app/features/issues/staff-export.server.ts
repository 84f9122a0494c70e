import { stringify } from 'csv-stringify/sync';
import { asc, sql } from 'drizzle-orm';
import { issues } from '#db/schema/index.ts';
import type { Translate } from '#app/i18n/words.ts';
import { TIME_ZONE } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { StaffFilters } from './rules/staff-filters.ts';
import { lineColumns, nameOf } from './staff-lines.server.ts';
import { whereStaff } from './staff-list.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** A table program opens no more than this with comfort. */
const MOST_ROWS = 20_000;

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/**
 * The list under its filters as a table: semicolons and a byte-order mark, as table programs here expect, and no cell
 * that such a program would take for a formula. No contacts and no exact points. Taking it away stands in the trail.
 */
export async function exportIssues(
  scope: MemberScope,
  filters: StaffFilters,
  { t, locale }: { t: Translate; locale: Locale },
): Promise<string> {
  const rows = await withScope(scope, async (tx) => {
    await audit(tx, scope, { action: 'issue.export', subjectType: 'issue' });
    return tx
      .select({
        ...lineColumns,
        details: sql<string>`coalesce(issues.public_details, issues.details)`,
        source: issues.source,
        assignee: nameOf('assignee_id'),
        confirmations: issues.confirmations,
        publishedAt: issues.publishedAt,
        // Before publication the public point may still be the exact one.
        lat: sql<number | null>`case when issues.is_public then issues.public_lat end`,
        lng: sql<number | null>`case when issues.is_public then issues.public_lng end`,
      })
      .from(issues)
      .where(whereStaff(scope, filters))
      .orderBy(asc(issues.createdAt), asc(issues.id))
      .limit(MOST_ROWS);
  });
  const head = {
    ref: t('issues.staff.column.number'),
    state: t('issues.staff.column.state'),
    title: t('issues.staff.column.title'),
    details: t('issues.staff.column.details'),
    category: t('issues.staff.column.category'),
    region: t('issues.staff.column.region'),
    place: t('issues.staff.column.place'),
    createdAt: t('issues.staff.column.received'),
    publishedAt: t('issues.staff.column.published'),
    source: t('issues.staff.column.source'),
    assignee: t('issues.staff.column.assignee'),
    confirmations: t('issues.staff.column.confirmations'),
    lat: t('issues.staff.column.latitude'),
    lng: t('issues.staff.column.longitude'),
  };
  const lines = rows.map((row) => ({
    ...row,
    state: t(`issues.state.${row.state}`),
    category: t(`category.${row.category}`),
    region: regionName(row.region, locale),
    source: t(`issues.source.${row.source}`),
    createdAt: day.format(row.createdAt),
    publishedAt: row.publishedAt ? day.format(row.publishedAt) : '',
  }));
  return stringify(lines, {
    header: true,
    columns: head,
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}
