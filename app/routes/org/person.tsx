import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { eventsOfPerson } from '#app/features/events/public.server.ts';
import { PersonEvents } from '#app/features/events/ui/person-events.tsx';
import { keepPerson, showContacts } from '#app/features/people/commands/keep-person.server.ts';
import { undoMerge } from '#app/features/people/commands/merge-people.server.ts';
import { PERSON_DONE, personIntents } from '#app/features/people/forms.ts';
import { getPersonPage, standsNowAs } from '#app/features/people/person.server.ts';
import { PersonView } from '#app/features/people/ui/person-page.tsx';
import type { ContactLine } from '#app/features/people/views.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('people.person.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.read');
  const here = { organisationId: membership.organisationId };
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const may = { write: can(actor, 'people.write', here), contact: can(actor, 'people.see-contact', here) };
  const page = await getPersonPage(scope, id, { maySeeContact: may.contact, now: ctx.now });
  if (!page) {
    const other = await standsNowAs(scope, id);
    if (!other) throw notFound();
    throw redirect(ctx.to(paths.orgPerson(membership.slug, other)), 303);
  }
  const events = await withScope(scope, (tx) => eventsOfPerson(tx, id));
  const done = PERSON_DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null;
  return { slug: membership.slug, clientId: newId(), today: dayOf(ctx.now), may, done, page, events };
}

const DONE = {
  'remove-contact': 'removed',
  'remove-note': 'removed',
  tag: 'tagged',
  untag: 'removed',
  note: 'noted',
  consent: 'consent',
  guardian: 'guardian',
  withdraw: 'withdrawn',
  moment: 'moment',
  archive: 'archived',
  restore: 'restored',
} as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const work = { actor, scope, now: ctx.now };
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, personIntents);
  if (!posted.ok) return unprocessable(posted.reply(), { opened: null });
  const deed = posted.value;
  if (deed.intent === 'contacts') {
    const shown = await showContacts(work, id);
    if (!shown.ok) return refusedPerson(posted, shown.refusal);
    return data(
      { opened: shown.value as ContactLine[] | null, lastResult: null },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  }
  if (deed.intent === 'undo-merge') {
    const undone = await undoMerge(work, deed);
    if (!undone.ok) return refusedPerson(posted, undone.refusal);
    return seeOther(ctx, paths.orgPerson(membership.slug, undone.value.personId), { done: 'undone' });
  }
  const kept = await keepPerson(work, id, deed);
  if (!kept.ok) return refusedPerson(posted, kept.refusal);
  return seeOther(ctx, paths.orgPerson(membership.slug, id), { done: DONE[deed.intent] });
}

export default function OrgPerson() {
  const { slug, done, page, events, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as
    { lastResult: Parameters<typeof useReturned>[0]; opened?: ContactLine[] | null } | undefined;
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[{ label: t('people.list.title'), href: to(paths.orgPeople(slug)) }, { label: page.person.name }]}
      />
      <PageTitle
        badge={
          page.person.state === 'archived' ? (
            <StateBadge tone="quiet">{t('people.state.archived.one')}</StateBadge>
          ) : undefined
        }
      >
        {page.person.name}
      </PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`people.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <PersonView
        {...page}
        {...view}
        slug={slug}
        opened={answer?.opened ?? null}
        lastResult={answer?.lastResult as never}
      />
      <PersonEvents slug={slug} events={events} />
    </>
  );
}
