import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepContacts } from '#app/features/media/commands/keep-contacts.server.ts';
import { mediaIntents } from '#app/features/media/forms.ts';
import { getMedia } from '#app/features/media/media.server.ts';
import { ContactPeople, FollowUpForm, FollowUps } from '#app/features/media/ui/contact-lists.tsx';
import { CoverageView } from '#app/features/media/ui/media-views.tsx';
import { OutletsView } from '#app/features/media/ui/outlets-view.tsx';
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

export const meta = titled('media.title');

const VIEWS = ['coverage', 'journalists', 'outlets'] as const;
const VIEW_OF = {
  coverage: 'coverage',
  'remove-coverage': 'coverage',
  outlet: 'outlets',
  'follow-up': 'journalists',
  'followed-up': 'journalists',
} as const;
const DONE = ['coverage', 'remove-coverage', 'outlet', 'follow-up', 'followed-up'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'people.read');
  const here = { organisationId: membership.organisationId };
  const query = ctx.url.searchParams;
  return {
    slug: membership.slug,
    view: VIEWS.find((view) => view === query.get('view')) ?? 'coverage',
    page: await getMedia(scope),
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
  const posted = await readForm(args.request, mediaIntents);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepContacts({ actor, scope, now: ctx.now }, posted.value);
  if (!kept.ok) return refusedPerson(posted, kept.refusal);
  const { intent } = posted.value;
  return seeOther(ctx, paths.orgMedia(membership.slug, `?view=${VIEW_OF[intent]}`), { done: intent });
}

/** Journalists, newsrooms and what was published. */
export default function OrgMedia() {
  const { slug, view, page, done, mayExport, ...rest } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const back = useReturned(lastResult);
  const { t, to } = useWords();
  const counts = { coverage: page.coverage.length, journalists: page.journalists.length, outlets: page.outlets.length };
  const shared = { slug, page, lastResult, ...rest };
  return (
    <>
      <PageTitle lead={t('media.lead')}>{t('media.title')}</PageTitle>
      {done && !lastResult && (
        <Notice live tone="success">
          {t(`media.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <FollowUps slug={slug} followUps={page.followUps} {...rest} />
      <div className="mt-6">
        <Tabs
          label={t('media.views')}
          items={VIEWS.map((name) => ({
            label: t(`media.view.${name}`),
            href: to(paths.orgMedia(slug, name === 'coverage' ? '' : `?view=${name}`)),
            current: view === name,
            count: counts[name],
          }))}
        />
      </div>
      {view === 'coverage' && <CoverageView {...shared} mayExport={mayExport} />}
      {view === 'journalists' && (
        <>
          <ContactPeople slug={slug} people={page.journalists} of="journalist" />
          {rest.mayWrite && (
            <FollowUpForm
              clientId={rest.clientId}
              lastResult={lastResult}
              today={rest.today}
              choices={page.journalists.map(({ id, name }) => ({ value: `person:${id}`, label: name }))}
            />
          )}
        </>
      )}
      {view === 'outlets' && <OutletsView {...shared} />}
    </>
  );
}
