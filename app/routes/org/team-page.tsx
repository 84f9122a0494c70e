import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { GateNotice } from '#app/features/elections/ui/gate-notice.tsx';
import { pageForm } from '#app/features/teams/campaign-forms.ts';
import { keepPage } from '#app/features/teams/commands/keep-page.server.ts';
import { getOwnPage } from '#app/features/teams/page.server.ts';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { PageFields } from '#app/features/teams/ui/page-form.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('teams.page.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'team.keep-page');
  return {
    ...(await getOwnPage(at.scope, ctx.now)),
    slug: at.membership.slug,
    name: at.actor.name,
    rooms: campaignRooms(at),
    clientId: newId(),
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'team.keep-page');
  const posted = await readForm(args.request, pageForm);
  if (!posted.ok) return data({ lastResult: posted.reply(), refused: null }, { status: 422 });
  const kept = await keepPage({ actor, scope, now: ctx.now }, posted.value);
  if (kept.ok) return seeOther(ctx, paths.teamPage(membership.slug), { done: 'saved' });
  if (!('refusal' in kept))
    return data({ lastResult: posted.reply(), refused: sayRefusal(ctx.t, ctx.locale, kept) }, { status: 422 });
  const { code, field } = kept.refusal;
  const lastResult = field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]);
  return data({ lastResult, refused: null }, { status: 422 });
}

/** The candidate's own page for voters, if she wants one. */
export default function TeamPage() {
  const { page, gate, slug, name, rooms, clientId, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult, 'save');
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={rooms} current="page" />
      <PageTitle lead={t('teams.page.lead')}>{t('teams.page.title')}</PageTitle>
      {isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      {answer?.refused && (
        <Notice tone="danger" live>
          {answer.refused}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <GateNotice gate={gate} />
      {page && (
        <Section title={t('teams.page.shown')} id="shown">
          <p>
            {page.isOn ? t(gate.ok ? 'teams.page.is-shown' : 'teams.page.waits') : t('teams.page.is-off')}{' '}
            {page.isOn && gate.ok && <a href={to(paths.candidate(page.slug))}>{t('teams.page.look')}</a>}
          </p>
          <Form clientId={clientId} inline label={t('teams.page.shown')}>
            <input type="hidden" name="intent" value={page.isOn ? 'off' : 'on'} />
            <Button tone="secondary">{t(page.isOn ? 'teams.page.hide' : 'teams.page.show')}</Button>
          </Form>
        </Section>
      )}
      <Section title={t('teams.page.words')} id="words">
        <PageFields back={back} page={page} name={name} clientId={clientId} />
      </Section>
    </Stack>
  );
}
