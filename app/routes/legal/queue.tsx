import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LABELS } from '#app/features/legal-aid/rules/desk.ts';
import {
  chosenFacets,
  parseQueueFilters,
  QUEUE_PAGE,
  queueQuery,
  VIEWS_MOST,
  WHOSE,
} from '#app/features/legal-aid/rules/queue-filters.ts';
import { listQueue } from '#app/features/legal-aid/queue.server.ts';
import { QueueFilterBar, useViewName } from '#app/features/legal-aid/ui/queue-filters.tsx';
import { BATCH_FORM, QueueTable } from '#app/features/legal-aid/ui/queue-table.tsx';
import { listCapacity } from '#app/features/legal-aid/workload.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.queue');

const TOLD = ['claimed', 'taken', 'returned', 'passed', 'undone', 'view-kept', 'view-dropped', 'kept-out'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const query = ctx.url.searchParams;
  const filters = parseQueueFilters(query);
  const page = Number.parseInt(query.get('page') ?? '1', 10) || 1;
  const [queue, capacity] = await Promise.all([listQueue(work, filters, page), listCapacity(work)]);
  return {
    slug,
    filters,
    ...queue,
    rows: queue.rows.map((row) => ({ ...row, claimId: newId() })),
    capacity,
    today: work.today,
    told: TOLD.find((key) => key === query.get('done')),
    clientId: newId(),
  };
}

export default function Queue() {
  const view = useLoaderData<typeof loader>();
  const { capacity, clientId, counts, filters, page, rows, slug, today, told, total, views } = view;
  const { t, to } = useWords();
  const viewName = useViewName();
  const here = (next: typeof filters, at = 1) => to(paths.desk(slug, queueQuery(next, at)));
  const query = queueQuery(filters);
  const free = capacity.filter((one) => one.isOnDuty && one.open < one.capacity);
  const mayKeep = query !== '' && views.length < VIEWS_MOST && !views.some((entry) => entry.query === query);
  return (
    <Stack>
      <PageTitle
        meta={
          free.length > 0
            ? t('legal-desk.capacity.free', {
                names: free.map((one) => `${one.name} (${one.capacity - one.open})`).join(', '),
              })
            : t('legal-desk.capacity.none')
        }
      >
        {t('legal.nav.queue')}
      </PageTitle>
      {told && (
        <Notice tone={told === 'taken' ? 'warning' : 'success'} live>
          {t(`legal-desk.done.${told}`)}
        </Notice>
      )}
      <Tabs
        label={t('legal-desk.views')}
        items={WHOSE.map((whose) => ({
          label: t(`legal-desk.whose.${whose}`),
          href: here({ ...filters, whose }),
          current: filters.whose === whose,
          count: counts[whose],
        }))}
      />
      {(views.length > 0 || mayKeep) && (
        <div className="flex flex-wrap items-center gap-3">
          {views.length > 0 && (
            <ul className="chips" aria-label={t('legal-desk.views.mine')}>
              {views.map((entry) => (
                <li key={entry.id} className="flex items-center">
                  <a
                    className="chip"
                    href={to(paths.desk(slug, entry.query))}
                    aria-current={entry.query === query ? 'page' : undefined}
                  >
                    <span>
                      {viewName(parseQueueFilters(new URLSearchParams(entry.query)))} ({entry.count})
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          {mayKeep && (
            <Form action={to(paths.deskViews(slug))} scope="view" inline>
              <input type="hidden" name="query" value={query} />
              <Button name="intent" value="keep" tone="quiet" size="small" icon="plus">
                {t('legal-desk.views.keep')}
              </Button>
            </Form>
          )}
          {views
            .filter((entry) => entry.query === query)
            .map((entry) => (
              <Form key={entry.id} action={to(paths.deskViews(slug))} scope="drop" inline>
                <input type="hidden" name="viewId" value={entry.id} />
                <Button name="intent" value="drop" tone="quiet" size="small" icon="trash">
                  {t('legal-desk.views.drop')}
                </Button>
              </Form>
            ))}
        </div>
      )}
      <QueueFilterBar filters={filters} slug={slug} />
      <QueueTable rows={rows} slug={slug} today={today} isFiltered={chosenFacets(filters).length > 0} />
      {total > QUEUE_PAGE && (
        <Pagination
          from={(page - 1) * QUEUE_PAGE + 1}
          to={(page - 1) * QUEUE_PAGE + rows.length}
          total={total}
          previousHref={page > 1 ? here(filters, page - 1) : null}
          nextHref={page * QUEUE_PAGE < total ? here(filters, page + 1) : null}
        />
      )}
      {rows.length > 0 && (
        <Section title={t('legal-desk.batch.title')} id="batch">
          <p className="meta">{t('legal-desk.batch.hint')}</p>
          <Form id={BATCH_FORM} action={to(paths.deskBatch(slug))} clientId={clientId} scope="batch">
            <Select
              name="label"
              label={t('legal-desk.label')}
              placeholder={t('legal-desk.label.none')}
              options={LABELS.map((value) => ({ value, label: t(`legal.label.${value}`) }))}
              width="medium"
            />
            <div className="btn-row">
              <Button name="intent" value="label" tone="secondary">
                {t('legal-desk.batch.label')}
              </Button>
              <Button name="intent" value="ask-close" tone="quiet">
                {t('legal-desk.batch.close')}
              </Button>
            </div>
          </Form>
        </Section>
      )}
      <Island name="queue-keys" data={null}>
        <details id="queue-keys" className="desk-only">
          <summary>{t('legal-desk.keys.title')}</summary>
          <dl className="definitions">
            {(['j', 'k', 'enter', 'c', 'x', 'help'] as const).map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key === 'help' ? '?' : key === 'enter' ? 'Enter' : key}</kbd>
                </dt>
                <dd>{t(`legal-desk.keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Island>
    </Stack>
  );
}
