import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deleteSearch, saveSearch } from '#app/features/people/commands/keep-search.server.ts';
import { searchForm } from '#app/features/people/forms.ts';
import { listTags } from '#app/features/people/people-list.server.ts';
import { readBuilder, toBuilder, type Builder } from '#app/features/people/rules/search-rule.ts';
import { countRule, getSearch, listSubjects } from '#app/features/people/searches.server.ts';
import { SearchBuilder } from '#app/features/people/ui/search-builder.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.search.one');

async function searchAt(scope: Parameters<typeof getSearch>[0], id: string | undefined) {
  if (id === undefined) return null;
  const search = isId(id) ? await getSearch(scope, id) : undefined;
  if (!search) throw notFound();
  return search;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const search = await searchAt(scope, args.params.id);
  return {
    slug: membership.slug,
    clientId: newId(),
    name: search?.name ?? '',
    isNew: search === null,
    builder: toBuilder(search?.rule ?? null),
    tags: await listTags(scope),
    subjects: await listSubjects(scope),
  };
}

type Answer = {
  lastResult: Parameters<typeof useReturned>[0];
  builder?: Builder;
  count?: number;
  wrong?: string[];
};

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const work = { actor, scope, now: ctx.now };
  const search = await searchAt(scope, args.params.id);
  const posted = await readForm(args.request, searchForm);
  if (!posted.ok) {
    const typed = searchForm.safeParse({ ...posted.reply().initialValue, name: '-' });
    return data<Answer>(
      { lastResult: posted.reply(), ...(typed.success ? { builder: typed.data } : {}) },
      { status: 422 },
    );
  }
  const { intent, clientId, name, ...builder } = posted.value;
  if (intent === 'delete') {
    if (!search) throw notFound();
    const gone = await deleteSearch(work, { clientId, searchId: search.id });
    if (!gone.ok) return refusedPerson(posted, gone.refusal);
    return seeOther(ctx, paths.orgSearches(membership.slug), { done: 'deleted' });
  }
  const { rule, wrong } = readBuilder(builder);
  if (wrong.length > 0) return data<Answer>({ lastResult: posted.reply(), builder, wrong }, { status: 422 });
  if (!rule)
    return data<Answer>(
      { lastResult: posted.reply({ match: ['people.search.error.empty'] }), builder },
      { status: 422 },
    );
  if (intent === 'count')
    return data<Answer>({ lastResult: posted.reply(), builder, count: await countRule(scope, rule) });
  const saved = await saveSearch(work, { clientId, searchId: search?.id ?? null, name, rule });
  if (!saved.ok) return refusedPerson(posted, saved.refusal);
  return seeOther(ctx, paths.orgSearches(membership.slug), { done: 'saved' });
}

export default function OrgPeopleSearch() {
  const { slug, clientId, name, isNew, builder, tags, subjects } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  const title = t(isNew ? 'people.search.new' : 'people.search.edit');
  const wrong = Object.fromEntries((answer?.wrong ?? []).map((at) => [at, [t('people.search.error.wrong')]]));
  const summary = Object.fromEntries(
    Object.entries(wrong).map(([at, errors]) => [`groups[${at.replace('-', '].rows[')}].what`, errors]),
  );
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(slug)) },
          { label: t('people.search.title'), href: to(paths.orgSearches(slug)) },
          { label: title },
        ]}
      />
      <PageTitle lead={t('people.search.builder.lead')}>{title}</PageTitle>
      <ErrorSummary errors={{ ...back.errors, ...summary }} />
      {answer?.count !== undefined && (
        <Notice live tone="info">
          {t('people.search.found', { count: answer.count })}
        </Notice>
      )}
      <Form clientId={back.value('clientId', clientId)} label={title}>
        <TextInput
          name="name"
          label={t('people.search.name')}
          error={back.errors.name}
          defaultValue={back.value('name', name)}
          maxLength={80}
          autoComplete="off"
        />
        <SearchBuilder builder={answer?.builder ?? builder} tags={tags} subjects={subjects} errors={wrong} />
        <div className="btn-row">
          <Button name="intent" value="save">
            {t('people.search.save')}
          </Button>
          <Button tone="secondary" name="intent" value="count">
            {t('people.search.try')}
          </Button>
          {!isNew && (
            <Button tone="danger" name="intent" value="delete">
              {t('people.search.delete')}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}
