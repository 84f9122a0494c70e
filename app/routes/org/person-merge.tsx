import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mergePeople } from '#app/features/people/commands/merge-people.server.ts';
import { mergeForm } from '#app/features/people/forms.ts';
import { listCandidates } from '#app/features/people/merge-candidates.server.ts';
import { getPerson } from '#app/features/people/person.server.ts';
import { whereOf } from '#app/features/people/ui/people-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.merge.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const person = isId(args.params.id) ? await getPerson(scope, args.params.id) : undefined;
  if (!person) throw notFound();
  const q = (ctx.url.searchParams.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 80);
  const candidates = await listCandidates(scope, person, q);
  return { slug: membership.slug, clientId: newId(), person, q, candidates };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const { id } = args.params;
  if (!isId(id) || !(await getPerson(scope, id))) throw notFound();
  const posted = await readForm(args.request, mergeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, otherId } = posted.value;
  const merged = await mergePeople({ actor, scope, now: ctx.now }, { clientId, keptId: id, goneId: otherId });
  if (!merged.ok) return refusedPerson(posted, merged.refusal);
  return seeOther(ctx, paths.orgPerson(membership.slug, id), { done: 'merged' });
}

export default function OrgPersonMerge() {
  const { slug, person, q, candidates, clientId } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to, locale } = useWords();
  const home = to(paths.orgPerson(slug, person.id));
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(slug)) },
          { label: person.name, href: home },
          { label: t('people.merge.title') },
        ]}
      />
      <PageTitle lead={t('people.merge.lead', { name: person.name })}>{t('people.merge.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <FilterBar
        action={to(paths.orgPersonMerge(slug, person.id))}
        search={
          <SearchInput label={t('people.merge.search')} placeholder={t('people.merge.search')} defaultValue={q} />
        }
      />
      {candidates.length === 0 ? (
        <EmptyState title={t('people.merge.none')}>{t('people.merge.none.text')}</EmptyState>
      ) : (
        <Form clientId={back.value('clientId', clientId)} label={t('people.merge.title')}>
          <RadioCards
            name="otherId"
            label={t('people.merge.other')}
            error={back.errors.otherId}
            options={candidates.map((row) => ({ value: row.id, label: row.name, hint: whereOf(row, locale) }))}
            defaultValue={back.value('otherId')}
          />
          <CheckboxField name="sure" label={t('people.merge.sure')} error={back.errors.sure} />
          <div className="btn-row">
            <Button>{t('people.merge.confirm')}</Button>
            <ButtonLink tone="quiet" href={home}>
              {t('common.cancel')}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Stack>
  );
}
