import type { SubmissionResult } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveDecision } from '#app/features/authorities/commands/save-decision.server.ts';
import { listBodyChoices } from '#app/features/authorities/posts.server.ts';
import { DecisionFields } from '#app/features/authorities/ui/decision-fields.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { decisionForm } from '#app/features/authorities/watch-forms.ts';
import { getDecision, homeRegion, type DecisionView } from '#app/features/authorities/watch.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('watch.form.title');

/** Empty rows below those that are filled. */
const SPARE_PROMISES = 2;
const SPARE_VOTES = 3;

/** `/org/:org/watch/new` has no `decision` in its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'watch.write');
  const id = args.params.decision;
  const decision = id === undefined ? null : isId(id) ? await getDecision(scope, id) : undefined;
  if (decision === undefined || (id !== undefined && decision === null)) throw notFound();
  const region = decision?.region ?? (await homeRegion(scope));
  const bodies = await listBodyChoices(region, null, ctx.now);
  return {
    slug: membership.slug,
    clientId: newId(),
    decision,
    bodies: bodies.map(({ id: bodyId, names, region: of }) => ({ id: bodyId, names, region: of })),
    start: { region, on: dayOf(ctx.now) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'watch.write');
  const id = args.params.decision;
  if (id !== undefined && !isId(id)) throw notFound();
  const posted = await readForm(args.request, decisionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { promises = [], votes = [], ...entry } = posted.value;
  const saved = await saveDecision(
    { actor, scope, now: ctx.now },
    {
      ...entry,
      id: id ?? null,
      votes: votes.flatMap(({ member, vote }) => (member === '' ? [] : [{ member, vote: vote ?? 'for' }])),
      promises: promises.flatMap(({ state, ...promise }) =>
        promise.text === '' ? [] : [{ ...promise, state: state ?? 'open' }],
      ),
    },
  );
  if (saved.ok) return seeOther(ctx, paths.orgWatched(membership.slug, saved.value.decisionId), { done: 'saved' });
  const { code, field } = saved.refusal;
  if (code === 'common.error.not-allowed') throw forbidden();
  if (code === 'watch.error.unknown') throw notFound();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

export default function WatchedEdit() {
  const { bodies, clientId, decision, slug, start } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { say, t, to } = useWords();
  const stored = decision ? storedValues(decision) : { region: start.region, on: start.on };
  const value = (name: string) => (lastResult ? typedValue(lastResult, name) : (stored[name] ?? ''));
  const back = decision ? paths.orgWatched(slug, decision.id) : paths.orgWatch(slug);
  return (
    <Stack>
      <ErrorSummary errors={formErrors(lastResult?.error, say)} />
      <Breadcrumb
        items={[
          { label: t('watch.title'), href: to(paths.orgWatch(slug)) },
          ...(decision ? [{ label: decision.title, href: to(back) }] : []),
          { label: t('watch.form.title') },
        ]}
      />
      <PageTitle lead={t('watch.form.lead')}>{t(decision ? 'watch.form.title' : 'watch.new')}</PageTitle>
      <DecisionFields
        typed={{
          value,
          error: (name) => say(lastResult?.error?.[name]),
          clientId: lastResult ? value('clientId') || clientId : clientId,
          rows: {
            promises: rowCount(lastResult, 'promises', decision?.promiseList.length ?? 0) + SPARE_PROMISES,
            votes: rowCount(lastResult, 'votes', decision?.votes.length ?? 0) + SPARE_VOTES,
          },
        }}
        bodies={bodies}
        backHref={to(back)}
      />
    </Stack>
  );
}

function storedValues(decision: DecisionView): Record<string, string> {
  const { amount, body, kind, minutes, on, promiseList, region, sourceUrl, text, title, votes } = decision;
  return {
    kind,
    on,
    region,
    title,
    text,
    minutes,
    bodyId: body.id,
    amount: amount ?? '',
    sourceUrl: sourceUrl ?? '',
    ...Object.fromEntries(
      promiseList.flatMap((promise, at) => [
        [`promises[${at}].id`, promise.id],
        [`promises[${at}].text`, promise.text],
        [`promises[${at}].dueOn`, promise.dueOn ?? ''],
        [`promises[${at}].state`, promise.state],
      ]),
    ),
    ...Object.fromEntries(
      votes.flatMap(({ member, vote }, at) => [
        [`votes[${at}].member`, member],
        [`votes[${at}].vote`, vote],
      ]),
    ),
  };
}

type Returned = Pick<SubmissionResult<string[]>, 'initialValue'>;

/** What was typed into a field, `promises[0].text` too. */
function typedValue({ initialValue }: Returned, name: string): string {
  let found: unknown = initialValue;
  for (const part of name.split(/[.[\]]+/u).filter(Boolean))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  return typeof found === 'string' ? found : '';
}

/** Rows to show again: those that were sent, at most as many as there may be. */
function rowCount(lastResult: Returned | undefined, name: string, stored: number): number {
  const rows = lastResult?.initialValue?.[name];
  return Array.isArray(rows) ? Math.min(rows.length, 60) : stored;
}
