import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getEntrance } from '#app/features/events/entrance.server.ts';
import eventStyles from '#app/features/events/ui/events.css?url';
import { EntranceList } from '#app/features/events/ui/entrance-list.tsx';
import { hoursText, spanText } from '#app/features/events/ui/event-words.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { keptUntil } from '#app/kernel/outbox.ts';
import { keeperOf } from '#app/platform/outbox.server.ts';
import { can } from '#app/policy.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Outbox } from '#app/ui/outbox/outbox.tsx';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titled('events.entrance.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: eventStyles }];

const DONE = ['here', 'undone'] as const;
const REFUSED = ['name', 'state', 'not-today'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.check-in');
  const { id } = args.params;
  const query = ctx.url.searchParams;
  const q = (query.get('q') ?? query.get('code') ?? '').slice(0, 80);
  const isAlways = can(actor, 'event.write', { organisationId: membership.organisationId });
  const found = isId(id)
    ? await getEntrance(scope, id, { shiftId: query.get('shift'), q, now: ctx.now, isAlways })
    : undefined;
  if (!found) throw notFound();
  const { people, ...entrance } = found;
  return {
    slug: membership.slug,
    q,
    entrance,
    people: people.map((person) => ({ ...person, clientId: newId() })),
    walkInId: newId(),
    keeper: keeperOf(actor.userId),
    // The names go from the telephone when the shift is over.
    until: keptUntil(new Date(entrance.shift.endsAt).getTime(), ctx.now.getTime()),
    done: DONE.find((entry) => entry === query.get('done')) ?? null,
    refused: REFUSED.find((entry) => entry === query.get('refused')) ?? null,
  };
}

/** The list at the door: who is expected, one button each; works as a page without scripts and from the outbox without a network. */
export default function OrgEventEntrance() {
  const { done, refused, keeper, until, ...view } = useLoaderData<typeof loader>();
  const { slug, entrance, q } = view;
  const { t, to, locale } = useWords();
  const here = (shift: string) => to(paths.orgEventEntrance(slug, entrance.event.id, `?shift=${shift}`));
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('events.list.title'), href: to(paths.orgEvents(slug)) },
          { label: entrance.event.title, href: to(paths.orgEvent(slug, entrance.event.id)) },
          { label: t('events.entrance.title') },
        ]}
      />
      <PageTitle
        meta={spanText(entrance.shift.startsAt, entrance.shift.endsAt, locale)}
        badge={t('events.entrance.count', { here: entrance.here, expected: entrance.expected })}
      >
        {t('events.entrance.title')}
      </PageTitle>
      {done && (
        <Notice live tone="success">
          {t(`events.entrance.done.${done}`)}
        </Notice>
      )}
      {refused && (
        <Notice live tone="danger">
          {t(`events.entrance.refused.${refused}`)}
        </Notice>
      )}
      {entrance.shifts.length > 1 && (
        <Tabs
          label={t('events.shifts')}
          items={entrance.shifts.map((shift) => ({
            label: shift.title || hoursText(shift.startsAt, shift.endsAt),
            href: here(shift.id),
            current: shift.id === entrance.shift.id,
          }))}
        />
      )}
      {entrance.isOpen ? (
        <>
          <Outbox keeper={keeper} keep={{ path: here(entrance.shift.id), until }} />
          <Island name="entrance-search" data={null}>
            <form
              method="get"
              role="search"
              className="search-box"
              action={to(paths.orgEventEntrance(slug, entrance.event.id))}
            >
              <input type="hidden" name="shift" value={entrance.shift.id} />
              <SearchInput
                label={t('events.entrance.search')}
                placeholder={t('events.entrance.search')}
                defaultValue={q}
              />
            </form>
          </Island>
          <EntranceList {...view} />
        </>
      ) : (
        <Notice tone="info">{t('events.entrance.refused.not-today')}</Notice>
      )}
    </>
  );
}
