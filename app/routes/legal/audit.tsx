import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseTrailFilters, trailQuery } from '#app/features/legal-aid/rules/trail-filters.ts';
import {
  actionWords,
  actorWords,
  checkTrail,
  listTrail,
  reasonWords,
  trailChoices,
} from '#app/features/legal-aid/trail.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal-oversight.audit.title');

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead');
  const filters = parseTrailFilters(ctx.url.searchParams);
  const asked = /^\d{1,15}$/u.exec(ctx.url.searchParams.get('before') ?? '');
  const before = asked ? Number(asked[0]) : null;
  const { entries, next } = await listTrail(work.scope, filters, before);
  const { actions, people } = await trailChoices(work.scope);
  return {
    slug,
    filters,
    next,
    isLater: before !== null,
    chain: await checkTrail(work.scope),
    people,
    actions: actions.map((action) => ({ value: action, label: actionWords(action, ctx.t) })),
    entries: entries.map(({ action, actorKind, hash, n, number, onDay, reason, shownName }) => ({
      n,
      number,
      onDay,
      who: actorWords({ actorKind, shownName }, ctx.t),
      what: actionWords(action, ctx.t),
      reason: reason === null ? null : reasonWords(reason, ctx.t),
      seal: hash.slice(0, 8),
    })),
  };
}

/** Who did what at the desk, without a word of content, and whether anybody changed it. */
export default function DeskAudit() {
  const { actions, chain, entries, filters, isLater, next, people, slug } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  type Row = (typeof entries)[number];
  const columns: Column<Row>[] = [
    { key: 'what', header: t('legal-oversight.audit.action'), phone: 'title', cell: (row) => row.what },
    { key: 'who', header: t('legal-oversight.audit.person'), cell: (row) => row.who },
    {
      key: 'case',
      header: t('legal-oversight.audit.case'),
      nowrap: true,
      cell: (row) =>
        row.number === null
          ? t('legal-oversight.audit.case-none')
          : t('legal-oversight.audit.case-number', { number: String(row.number) }),
    },
    { key: 'reason', header: t('legal-oversight.audit.reason'), cell: (row) => row.reason ?? '' },
    {
      key: 'day',
      header: t('legal-oversight.audit.day'),
      nowrap: true,
      cell: (row) => formatDay(noonOf(row.onDay), locale),
    },
    { key: 'seal', header: t('legal-oversight.audit.hash'), nowrap: true, cell: (row) => <code>{row.seal}</code> },
  ];
  const isFiltered = Object.keys(filters).length > 0;
  const some = { value: '', label: t('legal-oversight.audit.anybody') };
  return (
    <Stack>
      <PageTitle
        lead={t('legal-oversight.audit.lead')}
        actions={
          <ButtonLink tone="secondary" size="small" href={to(paths.deskAuditTable(slug, trailQuery(filters)))}>
            {t('legal-oversight.audit.csv')}
          </ButtonLink>
        }
      >
        {t('legal-oversight.audit.title')}
      </PageTitle>
      {chain.brokenAt === null ? (
        <Notice tone="success">{t('legal-oversight.audit.whole', { total: String(chain.total) })}</Notice>
      ) : (
        <Notice tone="danger">{t('legal-oversight.audit.broken', { n: String(chain.brokenAt) })}</Notice>
      )}
      <FilterBar action={to(paths.deskAudit(slug))} clearHref={to(paths.deskAudit(slug))} open={isFiltered}>
        <TextInput
          name="number"
          label={t('legal-oversight.audit.number')}
          inputMode="numeric"
          width="short"
          defaultValue={filters.number}
        />
        <Select
          name="person"
          label={t('legal-oversight.audit.person')}
          defaultValue={filters.person ?? ''}
          placeholder={null}
          options={[
            some,
            ...people.map(({ id, shownName }) => ({ value: id, label: shownName })),
            { value: 'applicant', label: t('legal-oversight.audit.applicant') },
            { value: 'system', label: t('legal-oversight.audit.system') },
          ]}
        />
        <Select
          name="action"
          label={t('legal-oversight.audit.action')}
          defaultValue={filters.action ?? ''}
          placeholder={null}
          options={[{ value: '', label: t('legal-oversight.audit.anything') }, ...actions]}
        />
        <TextInput name="from" type="date" label={t('legal-oversight.audit.from')} defaultValue={filters.from} />
        <TextInput name="to" type="date" label={t('legal-oversight.audit.to')} defaultValue={filters.to} />
      </FilterBar>
      <DataTable
        caption={t('legal-oversight.audit.title')}
        captionHidden
        columns={columns}
        rows={entries}
        rowKey={(row) => String(row.n)}
        empty={
          <EmptyState title={t('legal-oversight.audit.none')}>
            <p>{t('legal-oversight.audit.none.text')}</p>
          </EmptyState>
        }
      />
      {(next !== null || isLater) && (
        <p className="flex flex-wrap gap-4">
          {isLater && <a href={to(paths.deskAudit(slug, trailQuery(filters)))}>{t('legal-oversight.audit.newest')}</a>}
          {next !== null && (
            <ButtonLink
              tone="secondary"
              href={to(paths.deskAudit(slug, trailQuery(filters, { before: String(next) })))}
            >
              {t('legal-oversight.audit.older')}
            </ButtonLink>
          )}
        </p>
      )}
    </Stack>
  );
}
