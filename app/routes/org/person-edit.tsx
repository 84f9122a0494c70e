import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { firstRegion } from '#app/features/issues/staff-people.server.ts';
import { addPerson, likelyDuplicates } from '#app/features/people/commands/add-person.server.ts';
import { editPerson } from '#app/features/people/commands/edit-person.server.ts';
import { personForm } from '#app/features/people/forms.ts';
import { listTags } from '#app/features/people/people-list.server.ts';
import { getPerson } from '#app/features/people/person.server.ts';
import { PersonFields } from '#app/features/people/ui/person-form.tsx';
import type { Likely } from '#app/features/people/views.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

export const meta = titled('people.edit.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const { id } = args.params;
  const person = id === undefined ? null : isId(id) ? await getPerson(scope, id) : undefined;
  if (person === undefined) throw notFound();
  const region = await firstRegion(scope);
  return {
    slug: membership.slug,
    clientId: newId(),
    person,
    region: region ? choiceOf(region) : '',
    tagNames: (await listTags(scope)).map(({ name }) => name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const work = { actor, scope, now: ctx.now };
  const { id } = args.params;
  if (id !== undefined && (!isId(id) || !(await getPerson(scope, id)))) throw notFound();
  const posted = await readForm(args.request, personForm);
  const again = (lastResult: ReturnType<typeof posted.reply>, likely: Likely[] = []) =>
    data({ lastResult, likely }, { status: 422 });
  if (!posted.ok) return again(posted.reply());
  if (id !== undefined) {
    const edited = await editPerson(work, id, posted.value);
    if (!edited.ok && edited.refusal.code === 'common.error.not-allowed') throw forbidden();
    if (!edited.ok) return again(posted.reply(undefined, [edited.refusal.code]));
    return seeOther(ctx, paths.orgPerson(membership.slug, id), { done: 'saved' });
  }
  if (!posted.value.another) {
    const likely = await likelyDuplicates(work, posted.value);
    if (likely.length > 0) return again(posted.reply(), likely);
  }
  const added = await addPerson(work, posted.value);
  if (!added.ok) throw forbidden();
  return seeOther(ctx, paths.orgPerson(membership.slug, added.value.personId), { done: 'added' });
}

export default function OrgPersonEdit() {
  const { slug, person, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  const title = t(person ? 'people.edit.title' : 'people.new.title');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('people.list.title'), href: to(paths.orgPeople(slug)) },
          ...(person ? [{ label: person.name, href: to(paths.orgPerson(slug, person.id)) }] : []),
          { label: title },
        ]}
      />
      <PageTitle lead={t('people.new.lead')}>{title}</PageTitle>
      <PersonFields
        slug={slug}
        person={person}
        likely={answer?.likely ?? []}
        lastResult={answer?.lastResult}
        {...form}
      />
    </>
  );
}
