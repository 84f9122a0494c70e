import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getBriefing } from '#app/features/teams/briefings.server.ts';
import { briefingForm } from '#app/features/teams/campaign-forms.ts';
import { keepBriefing } from '#app/features/teams/commands/keep-briefing.server.ts';
import { BriefingFields } from '#app/features/teams/ui/briefing-form.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('teams.briefing.write');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'team.brief');
  const { id } = args.params;
  const briefing = id === undefined ? null : isId(id) ? await getBriefing(scope, id) : undefined;
  if (briefing === undefined || (id !== undefined && briefing === null)) throw notFound();
  return { slug: membership.slug, clientId: newId(), briefing };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'team.brief');
  const { id } = args.params;
  if (id !== undefined && !isId(id)) throw notFound();
  const posted = await readForm(args.request, briefingForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepBriefing({ actor, scope, now: ctx.now }, id ?? null, posted.value);
  if (!kept.ok) return unprocessable(posted.reply(undefined, [kept.refusal.code]));
  return seeOther(ctx, paths.teamBriefing(membership.slug, kept.value.briefingId), { done: 'saved' });
}

export default function TeamBriefingEdit() {
  const { slug, clientId, briefing } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('teams.room.briefings'), href: to(paths.teamBriefings(slug)) },
          ...(briefing ? [{ label: briefing.title, href: to(paths.teamBriefing(slug, briefing.id)) }] : []),
          { label: t('teams.briefing.write') },
        ]}
      />
      <PageTitle lead={t('teams.briefing.write.lead')}>{t('teams.briefing.write')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <BriefingFields back={back} briefing={briefing} clientId={clientId} />
    </Stack>
  );
}
