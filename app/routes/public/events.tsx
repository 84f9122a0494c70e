import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPublicEvents } from '#app/features/events/public-events.server.ts';
import { EVENT_KINDS, type EventKind } from '#app/features/events/rules/kinds.ts';
import { EventCardLink } from '#app/features/events/ui/event-card.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, regionsOfChoice } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { loaderHeaders, publicData } from './public-data.ts';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const meta = titled('events.list.title');

const MOST_PAGES = 200;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const query = ctx.url.searchParams;
  const region = query.get('region') ?? '';
  const filters = {
    region: regionsOfChoice(region).length > 0 ? region : '',
    kind: (EVENT_KINDS.find((kind) => kind === query.get('kind')) ?? '') as EventKind | '',
    when: query.get('when') === 'past' ? ('past' as const) : ('coming' as const),
  };
  const page = Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(query.get('page')) || 1)));
  return publicData(ctx, { filters, page, list: await listPublicEvents(filters, page, ctx.now) });
}

type Filters = { region: string; kind: string; when: 'coming' | 'past' };

function queryOf({ region, kind, when }: Filters, page = 1): string {
  const query = new URLSearchParams();
  if (when === 'past') query.set('when', 'past');
  if (region) query.set('region', region);
  if (kind) query.set('kind', kind);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : '';
}

/** What organisations invite everybody to. */
export default function Events() {
  const { filters, page, list } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const here = (changes: Partial<Filters>, at = 1) => to(paths.events(queryOf({ ...filters, ...changes }, at)));
  const active: ActiveFilter[] = [
    ...(filters.region ? [{ label: regionName(filters.region, locale), href: here({ region: '' }) }] : []),
    ...(filters.kind ? [{ label: t(`events.kind.${filters.kind}`), href: here({ kind: '' }) }] : []),
  ];
  const last = list.from + list.items.length;
  return (
    <>
      <PageTitle lead={t('events.list.lead')}>{t('events.list.title')}</PageTitle>
      <Tabs
        label={t('events.list.title')}
        items={(['coming', 'past'] as const).map((when) => ({
          label: t(`events.view.${when}`),
          href: here({ when }),
          current: filters.when === when,
        }))}
      />
      <FilterBar action={to(paths.events())} active={active} clearHref={here({ region: '', kind: '' })}>
        {filters.when === 'past' && <input type="hidden" name="when" value="past" />}
        <Select
          name="region"
          label={t('events.field.region')}
          options={regionOptions(locale)}
          defaultValue={filters.region}
          placeholder={t('common.all')}
        />
        <Select
          name="kind"
          label={t('events.field.kind')}
          options={EVENT_KINDS.filter((kind) => kind !== 'canvassing').map((value) => ({ value, label: t(`events.kind.${value}`) }))}
          defaultValue={filters.kind}
          placeholder={t('common.all')}
        />
      </FilterBar>
      {list.items.length === 0 ? (
        <EmptyState
          title={t('events.none.title')}
          action={<ButtonLink href={to(paths.organisations())}>{t('common.nav.organisations')}</ButtonLink>}
        >
          {t(`events.none.${filters.when}`)}
        </EmptyState>
      ) : (
        <>
          <p className="meta">
            {t('events.count', { count: list.total })}
            {filters.region && (
              <>
                {' · '}
                <a href={to(paths.regionCalendar(filters.region))}>{t('events.calendar.subscribe')}</a>
              </>
            )}
          </p>
          <CardList columns={2} label={t('events.list.title')}>
            {list.items.map((event) => (
              <EventCardLink key={event.id} event={event} level={2} />
            ))}
          </CardList>
          {(page > 1 || last < list.total) && (
            <Pagination
              from={list.from + 1}
              to={last}
              total={list.total}
              previousHref={page > 1 ? here({}, page - 1) : undefined}
              nextHref={last < list.total ? here({}, page + 1) : undefined}
            />
          )}
        </>
      )}
    </>
  );
}
