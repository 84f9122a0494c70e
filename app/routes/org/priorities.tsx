import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { orderPriorities } from '#app/features/authorities/commands/order-priorities.server.ts';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { PriorityForm, PriorityListCard } from '#app/features/authorities/ui/priority-parts.tsx';
import { priorityForm } from '#app/features/authorities/watch-forms.ts';
import { homeRegion, listPriorities } from '#app/features/authorities/watch.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('priorities.title');

const NOTICES = ['add', 'up', 'down', 'remove', 'publish', 'unpublish'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.read');
  return {
    slug: membership.slug,
    lists: await listPriorities(scope),
    clientId: newId(),
    start: { region: await homeRegion(scope), year: dayOf(ctx.now).slice(0, 4) },
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
    mayWrite: can(actor, 'watch.write', { organisationId: membership.organisationId }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.write');
  const posted = await readForm(args.request, priorityForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, ...change } = posted.value;
  const changed = await orderPriorities({ actor, scope, now: ctx.now }, { clientId, change });
  if (changed.ok) return seeOther(ctx, paths.orgPriorities(membership.slug), { done: change.intent });
  if (changed.refusal.code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(posted.reply(undefined, [changed.refusal.code]));
}

/** What the community wants first, in order, to set beside what is decided. */
export default function Priorities() {
  const { clientId, done, lists, mayWrite, slug, start } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { say, t, to } = useWords();
  const typed = (name: string, otherwise: string): string => {
    const value = lastResult?.initialValue?.[name];
    return lastResult?.initialValue?.intent === 'add' ? (typeof value === 'string' ? value : '') : otherwise;
  };
  return (
    <Stack>
      <ErrorSummary errors={formErrors(lastResult?.error, say)} />
      <Breadcrumb
        items={[{ label: t('watch.title'), href: to(paths.orgWatch(slug)) }, { label: t('priorities.title') }]}
      />
      <PageTitle lead={t('priorities.lead')}>{t('priorities.title')}</PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`priorities.done.${done}`)}
        </Notice>
      )}
      {lists.length === 0 && (
        <EmptyState title={t('priorities.empty.title')} example={t('priorities.empty.example')}>
          {t('priorities.empty.text')}
        </EmptyState>
      )}
      {lists.map((list) => (
        <PriorityListCard key={`${list.year}/${list.region}`} list={list} clientId={clientId} mayWrite={mayWrite} />
      ))}
      {mayWrite && (
        <Section title={t('priorities.add')} id="add">
          <PriorityForm
            clientId={clientId}
            typed={{
              region: typed('region', start.region),
              year: typed('year', start.year),
              text: typed('text', ''),
              basis: typed('basis', ''),
            }}
            errors={Object.fromEntries(
              ['region', 'year', 'text', 'basis'].map((name) => [name, say(lastResult?.error?.[name])]),
            )}
          />
        </Section>
      )}
    </Stack>
  );
}
