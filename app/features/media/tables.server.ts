import { stringify } from 'csv-stringify/sync';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { regionName } from '#app/kernel/regions.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { listCoverage, listPartnerOrganisations } from './media.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Reader = { t: Translate; locale: Locale };
/** Nothing that a table program would take for a formula. */
const write = (rows: string[][]) => stringify(rows, { bom: true, delimiter: ';', escape_formulas: true });

/** The whole coverage log as a table; the trail says that it was taken. */
export function exportCoverage(scope: MemberScope, { t }: Reader): Promise<string> {
  return withScope(scope, async (tx) => {
    await audit(tx, scope, { action: 'media.exported', subjectType: 'media' });
    const rows = await listCoverage(tx, scope);
    return write([
      ['on', 'outlet', 'title', 'tone', 'person', 'about', 'url'].map((name) => t(`media.column.${name as 'on'}`)),
      ...rows.map((row) => [
        row.on,
        row.outlet,
        row.title,
        t(`media.tone.${row.tone}`),
        row.person?.name ?? '',
        row.campaign ?? row.event ?? '',
        row.url,
      ]),
    ]);
  });
}

/** The partner organisations as a table. */
export function exportPartners(scope: MemberScope, { t, locale }: Reader): Promise<string> {
  return withScope(scope, async (tx) => {
    await audit(tx, scope, { action: 'media.partners-exported', subjectType: 'media' });
    const rows = await listPartnerOrganisations(tx, scope);
    return write([
      ['name', 'kind', 'region', 'person', 'note', 'url'].map((name) => t(`media.column.${name as 'name'}`)),
      ...rows.map((row) => [
        row.name,
        t(`media.partner.${row.kind}`),
        row.region ? regionName(row.region, locale) : '',
        row.person?.name ?? '',
        row.note,
        row.url,
      ]),
    ]);
  });
}
