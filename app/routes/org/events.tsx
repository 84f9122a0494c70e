import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EVENT_VIEWS, listOrgEvents } from '#app/features/events/org-events.server.ts';
import { daysText, EventStateBadge } from '#app/features/events/ui/event-words.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titled('events.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.read');
  const mayWrite = can(actor, 'event.write', { organisationId: membership.organisationId });
  const views = EVENT_VIEWS.filter((entry) => mayWrite || entry !== 'drafts');
  const view = views.find((entry) => entry === ctx.url.searchParams.get('view')) ?? 'coming';
  const { lines, counts } = await listOrgEvents(scope, view, mayWrite);
  return { slug: membership.slug, isTeam: membership.kind === 'team', mayWrite, views, view, lines, counts };
}

export default function OrgEvents() {
  const { slug, isTeam, mayWrite, views, view, lines, counts } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle
        lead={t('events.org.lead')}
        actions={
          <>
            {mayWrite && (
              <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewEvent(slug))}>
                {t('events.new.action')}
              </ButtonLink>
            )}
            {!isTeam && (
              <ButtonLink tone="quiet" icon="calendar" href={to(paths.organisationCalendar(slug))}>
                {t('events.calendar.subscribe')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('events.list.title')}
      </PageTitle>
      <Tabs
        label={t('events.list.title')}
        items={views.map((entry) => ({
          label: t(`events.view.${entry}`),
          href: to(paths.orgEvents(slug, entry === 'coming' ? '' : `?view=${entry}`)),
          current: entry === view,
          count: counts[entry],
        }))}
      />
      <DataTable
        caption={t('events.list.title')}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t(`events.org.none.${view}`)}
            action={
              mayWrite ? (
                <ButtonLink href={to(paths.orgNewEvent(slug))}>{t('events.new.action')}</ButtonLink>
              ) : undefined
            }
          >
            {t('events.org.none.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t('events.field.title'),
            phone: 'title',
            cell: (line) => <a href={to(paths.orgEvent(slug, line.id))}>{line.title}</a>,
          },
          {
            key: 'state',
            header: t('events.field.state'),
            phone: 'badge',
            nowrap: true,
            cell: (line) => <EventStateBadge state={line.state} />,
          },
          {
            key: 'when',
            header: t('events.field.when'),
            cell: (line) => (line.startsAt && line.endsAt ? daysText(line.startsAt, line.endsAt, locale) : '—'),
          },
          { key: 'where', header: t('events.field.place'), cell: (line) => placeText(line, locale) },
          {
            key: 'kind',
            header: t('events.field.kind'),
            phone: 'hidden',
            cell: (line) => t(`events.kind.${line.kind}`),
          },
          {
            key: 'taken',
            header: t('events.field.places'),
            align: 'end',
            nowrap: true,
            cell: (line) => (
              <span className="num">
                {view === 'past' ? line.attended : `${line.taken} / ${line.capacity}`}
                {view === 'coming' && line.waiting > 0 && ` (+${line.waiting})`}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
