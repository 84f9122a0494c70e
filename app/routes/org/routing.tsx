import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { correctRouting } from '#app/features/authorities/commands/correct-routing.server.ts';
import { routingForm } from '#app/features/authorities/forms.ts';
import { getRoutingBoard } from '#app/features/authorities/routing-board.server.ts';
import { RoutingCorrection } from '#app/features/authorities/ui/routing-correction.tsx';
import { RoutingHistory } from '#app/features/authorities/ui/routing-history.tsx';
import { RoutingTables } from '#app/features/authorities/ui/routing-tables.tsx';
import { formErrors } from '#app/features/authorities/ui/form-errors.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('authorities.routing.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'letter.read');
  const board = await getRoutingBoard(scope, ctx.url.searchParams.get('region'));
  const asked = ctx.url.searchParams.get('category');
  return {
    ...board,
    chosen: board.lines.find((line) => line.category === asked) ?? null,
    mayCorrect: can(actor, 'routing.correct', { organisationId: membership.organisationId }),
    done: ctx.url.searchParams.get('done') === 'corrected',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'routing.correct');
  const posted = await readForm(args.request, routingForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { bodyKind, category, region } = posted.value;
  const corrected = await correctRouting(
    { scope, now: ctx.now },
    { category, bodyKind, region: posted.value.scope === 'here' ? region : null },
  );
  if (corrected.ok)
    return seeOther(ctx, paths.orgRouting(membership.slug, `?region=${encodeURIComponent(region)}`), {
      done: 'corrected',
    });
  const { code, field } = corrected.refusal;
  return unprocessable(posted.reply(field ? { [field]: [code] } : undefined, field ? undefined : [code]));
}

export default function Routing() {
  const board = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.lastResult.error;
  const { org = '' } = useParams();
  const { locale, say, t, to } = useWords();
  const option = (code: string) => ({ value: code, label: regionName(code, locale) });
  return (
    <Stack>
      <ErrorSummary errors={formErrors(errors, say)} />
      <Breadcrumb
        items={[
          { label: t('authorities.letters.title'), href: to(paths.orgLetters(org)) },
          { label: t('authorities.routing.title') },
        ]}
      />
      <PageTitle lead={t('authorities.routing.lead')}>{t('authorities.routing.title')}</PageTitle>
      {board.done && (
        <Notice tone="success" live>
          {t('authorities.done.corrected')}
        </Notice>
      )}
      <form method="get" action={to(paths.orgRouting(org))} className="flex flex-wrap items-end gap-3">
        <Select
          name="region"
          label={t('authorities.routing.region')}
          width="medium"
          placeholder={null}
          options={[...board.regions.own, ...board.regions.others].map(option)}
          defaultValue={board.region}
        />
        <Button tone="secondary">{t('authorities.routing.show')}</Button>
      </form>
      {board.gaps.length > 0 && (
        <Notice tone="warning" title={t('authorities.routing.gaps', { count: board.gaps.length })}>
          {board.gaps.map((category) => t(`category.${category}`)).join(', ')}
        </Notice>
      )}
      {board.chosen && board.mayCorrect && <RoutingCorrection line={board.chosen} region={board.region} slug={org} />}
      <RoutingTables lines={board.lines} region={board.region} slug={org} mayCorrect={board.mayCorrect} />
      <RoutingHistory entries={board.history} />
    </Stack>
  );
}
