import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countSearches } from '#app/features/people/searches.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('people.search.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.read');
  const searches = await countSearches(scope);
  return {
    slug: membership.slug,
    searches: searches.map(({ id, name, count }) => ({ id, name, count })),
    mayWrite: can(actor, 'people.write', { organisationId: membership.organisationId }),
    done: (['saved', 'deleted'] as const).find((one) => one === ctx.url.searchParams.get('done')) ?? null,
  };
}

export default function OrgPeopleSearches() {
  const { slug, searches, mayWrite, done } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(slug)) },
          { label: t('people.search.title') },
        ]}
      />
      <PageTitle
        lead={t('people.search.lead')}
        actions={
          mayWrite ? (
            <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewSearch(slug))}>
              {t('people.search.new')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('people.search.title')}
      </PageTitle>
      {done && (
        <Notice live tone="success">
          {t(`people.search.${done}`)}
        </Notice>
      )}
      <DataTable
        caption={t('people.search.title')}
        captionHidden
        rows={searches}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('people.search.none.title')}>{t('people.search.none.text')}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t('people.search.name'),
            phone: 'title',
            cell: ({ id, name }) => <a href={to(paths.orgPeople(slug, `?search=${id}`))}>{name}</a>,
          },
          {
            key: 'count',
            header: t('people.list.title'),
            cell: ({ count }) => t('people.count', { count }),
            nowrap: true,
          },
          {
            key: 'edit',
            header: t('people.search.edit'),
            phone: 'action',
            cell: ({ id, name }) =>
              mayWrite ? (
                <a href={to(paths.orgSearchEdit(slug, id))} aria-label={`${t('people.search.edit')}: ${name}`}>
                  {t('people.edit.action')}
                </a>
              ) : null,
          },
        ]}
      />
    </>
  );
}
