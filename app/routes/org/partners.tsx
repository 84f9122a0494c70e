import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepContacts } from '#app/features/media/commands/keep-contacts.server.ts';
import { partnerIntents } from '#app/features/media/forms.ts';
import { getPartners } from '#app/features/media/media.server.ts';
import { ContactPeople, FollowUpForm, FollowUps } from '#app/features/media/ui/contact-lists.tsx';
import { PartnersView } from '#app/features/media/ui/partner-view.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedPerson } from './person-steps.server.ts';

export const meta = titled('media.partners.title');

const VIEWS = ['organisations', 'people'] as const;
const VIEW_OF = {
  partner: 'organisations',
  'remove-partner': 'organisations',
  'follow-up': 'people',
  'followed-up': 'people',
} as const;
const DONE = ['partner', 'remove-partner', 'follow-up', 'followed-up'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.read');
  const here = { organisationId: membership.organisationId };
  const query = ctx.url.searchParams;
  return {
    slug: membership.slug,
    view: VIEWS.find((view) => view === query.get('view')) ?? 'organisations',
    page: await getPartners(scope),
    clientId: newId(),
    today: dayOf(ctx.now),
    mayWrite: can(actor, 'people.write', here),
    mayExport: can(actor, 'people.export', here),
    done: DONE.find((deed) => deed === query.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.write');
  const posted = await readForm(args.request, partnerIntents);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepContacts({ actor, scope, now: ctx.now }, posted.value);
  if (!kept.ok) return refusedPerson(posted, kept.refusal);
  const { intent } = posted.value;
  return seeOther(ctx, paths.orgPartners(membership.slug, `?view=${VIEW_OF[intent]}`), { done: intent });
}

/** Organisations and people one works with. */
export default function OrgPartners() {
  const { slug, view, page, clientId, today, mayWrite, mayExport, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const back = useReturned(lastResult);
  const { t, to } = useWords();
  const counts = { organisations: page.partners.length, people: page.people.length };
  const ofPartners = page.partners.map(({ id, name }) => ({ value: `partner:${id}`, label: name }));
  const ofPeople = page.people.map(({ id, name }) => ({ value: `person:${id}`, label: name }));
  const shared = { slug, clientId, mayWrite };
  return (
    <>
      <PageTitle lead={t('media.partners.lead')}>{t('media.partners.title')}</PageTitle>
      {done && !lastResult && (
        <Notice live tone="success">
          {t(`media.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <FollowUps {...shared} followUps={page.followUps} today={today} />
      <div className="mt-6">
        <Tabs
          label={t('media.views')}
          items={VIEWS.map((name) => ({
            label: t(`media.partners.view.${name}`),
            href: to(paths.orgPartners(slug, name === 'organisations' ? '' : `?view=${name}`)),
            current: view === name,
            count: counts[name],
          }))}
        />
      </div>
      {view === 'organisations' && (
        <PartnersView {...shared} page={page} mayExport={mayExport} lastResult={lastResult} />
      )}
      {view === 'people' && (
        <>
          <ContactPeople slug={slug} people={page.people} of="partner" />
          {mayWrite && (
            <FollowUpForm
              clientId={clientId}
              lastResult={lastResult}
              today={today}
              choices={[...ofPartners, ...ofPeople]}
            />
          )}
        </>
      )}
    </>
  );
}
