import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listPeople, listTags } from '#app/features/people/people-list.server.ts';
import { parsePeopleFilters } from '#app/features/people/rules/people-filters.ts';
import { listSearches } from '#app/features/people/searches.server.ts';
import { PeopleList } from '#app/features/people/ui/people-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('people.list.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.read');
  const here = { organisationId: membership.organisationId };
  const query = ctx.url.searchParams;
  const filters = parsePeopleFilters(query);
  const edge = (name: string) => (isId(query.get(name)) ? (query.get(name) ?? undefined) : undefined);
  const [page, tags, searches] = await Promise.all([
    listPeople(
      scope,
      filters,
      { after: edge('after'), before: edge('before') },
      can(actor, 'people.see-contact', here),
    ),
    listTags(scope),
    listSearches(scope),
  ]);
  if (!page) throw notFound();
  return {
    slug: membership.slug,
    filters,
    page,
    tags,
    searches: searches.map(({ id, name }) => ({ id, name })),
    isErased: query.get('done') === 'erased',
    may: {
      write: can(actor, 'people.write', here),
      export: can(actor, 'people.export', here),
      import: can(actor, 'people.import', here),
    },
  };
}

export default function OrgPeople() {
  const { isErased, ...view } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <PageTitle
        lead={t('people.list.lead')}
        actions={
          <>
            {view.may.write && (
              <ButtonLink tone="secondary" icon="plus" href={to(paths.orgNewPerson(view.slug))}>
                {t('people.new.action')}
              </ButtonLink>
            )}
            {view.may.import && (
              <ButtonLink tone="quiet" icon="upload" href={to(paths.orgPeopleImports(view.slug))}>
                {t('people.import.action')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('people.list.title')}
      </PageTitle>
      {isErased && (
        <Notice live tone="success">
          {t('people.done.erased')}
        </Notice>
      )}
      <PeopleList {...view} />
    </>
  );
}
