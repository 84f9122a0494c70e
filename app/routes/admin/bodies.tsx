import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BODIES_PAGE, listBodies, type BodyRecord } from '#app/features/authorities/bodies.server.ts';
import { BodyFilters } from '#app/features/authorities/ui/body-filters.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { openRequest, requireOperator } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.bodies.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireOperator(ctx);
  const asked = ctx.url.searchParams;
  const read = (name: string) => (asked.get(name) ?? '').slice(0, 100);
  const filter = { words: read('q').trim(), kind: read('kind'), region: read('region'), email: read('email') };
  const page = Math.min(1000, Math.max(1, Number.parseInt(asked.get('page') ?? '1', 10) || 1));
  return { ...(await listBodies(scope, filter, page, ctx.locale)), filter, page, size: BODIES_PAGE };
}

export default function Bodies() {
  const { filter, page, rows, size, total } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  const pageHref = (number: number): string => {
    const query = new URLSearchParams({
      ...(filter.words ? { q: filter.words } : {}),
      ...pick(filter),
      ...(number > 1 ? { page: String(number) } : {}),
    });
    return to(paths.adminBodies(query.size > 0 ? `?${query}` : ''));
  };
  const name = { az: 'nameAz', en: 'nameEn', ru: 'nameRu' }[locale] as 'nameAz' | 'nameEn' | 'nameRu';
  const columns: Column<BodyRecord>[] = [
    {
      key: 'name',
      header: t('authorities.bodies.column.name'),
      phone: 'title',
      cell: (body) => (
        <>
          <a href={to(paths.adminBody(body.id))}>{body[name]}</a>
          {!body.isActive && <span className="meta"> ({t('authorities.bodies.inactive')})</span>}
        </>
      ),
    },
    {
      key: 'region',
      header: t('authorities.bodies.column.region'),
      cell: (body) => (body.region ? regionName(body.region, locale) : t('authorities.bodies.country')),
    },
    {
      key: 'email',
      header: t('authorities.bodies.column.email'),
      cell: (body) => body.email ?? t('authorities.letter.body.no-email'),
    },
    { key: 'hotline', header: t('authorities.bodies.column.hotline'), cell: (body) => body.hotline ?? '' },
    {
      key: 'checked',
      header: t('authorities.bodies.column.checked'),
      nowrap: true,
      cell: (body) =>
        body.checkedOn ? formatDay(new Date(body.checkedOn), locale) : t('authorities.bodies.unchecked'),
    },
  ];
  return (
    <Stack>
      <PageTitle
        lead={t('authorities.bodies.lead')}
        actions={
          <ButtonLink icon="plus" href={to(paths.adminNewBody())}>
            {t('authorities.bodies.new')}
          </ButtonLink>
        }
      >
        {t('authorities.bodies.title')}
      </PageTitle>
      <BodyFilters filter={filter} />
      <p className="meta">{t('authorities.bodies.count', { count: total })}</p>
      <DataTable
        caption={t('authorities.bodies.title')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(body) => body.id}
        empty={<EmptyState title={t('authorities.bodies.none.title')}>{t('authorities.bodies.none.text')}</EmptyState>}
      />
      {total > size && rows.length > 0 && (
        <Pagination
          from={(page - 1) * size + 1}
          to={(page - 1) * size + rows.length}
          total={total}
          previousHref={page > 1 ? pageHref(page - 1) : null}
          nextHref={page * size < total ? pageHref(page + 1) : null}
        />
      )}
    </Stack>
  );
}

function pick({ kind, region, email }: { kind: string; region: string; email: string }): Record<string, string> {
  return Object.fromEntries(Object.entries({ kind, region, email }).filter(([, value]) => value !== ''));
}
