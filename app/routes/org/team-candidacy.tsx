import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCandidacy } from '#app/features/elections/candidacy.server.ts';
import { keepCandidacy } from '#app/features/elections/commands/keep-candidacy.server.ts';
import { candidacyForm } from '#app/features/elections/forms.ts';
import { CalendarTable } from '#app/features/elections/ui/calendar-table.tsx';
import { Checklist } from '#app/features/elections/ui/checklist.tsx';
import { GateNotice } from '#app/features/elections/ui/gate-notice.tsx';
import { MunicipalityForm, SizeFacts } from '#app/features/elections/ui/municipality-form.tsx';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('elections.candidacy.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'candidacy.read');
  return {
    ...(await getCandidacy(at.scope, ctx.now)),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    clientId: newId(),
    mayWrite: can(at.actor, 'candidacy.write', { organisationId: at.membership.organisationId }),
    isSaved: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'candidacy.write');
  const posted = await readForm(args.request, candidacyForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepCandidacy({ actor, scope, now: ctx.now }, posted.value);
  if (!kept.ok) {
    const { code, field } = kept.refusal;
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
  }
  const mark = posted.value.intent === 'step' ? `#step-${posted.value.key}` : '';
  return seeOther(ctx, `${paths.teamCandidacy(membership.slug)}${mark}`, { done: 'saved' });
}

/** What the candidate has to do and hand in, counted back from voting day. */
export default function TeamCandidacy() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const place = useReturned(answer?.lastResult, 'municipality');
  const step = useReturned(answer?.lastResult, 'step');
  const { t, locale } = useWords();
  const done = page.items.filter(({ state }) => state === 'done').length;
  return (
    <Stack gap="large">
      <CampaignRooms slug={page.slug} rooms={page.rooms} current="candidacy" />
      <PageTitle lead={t('elections.candidacy.lead')}>{t('elections.candidacy.title')}</PageTitle>
      {page.isSaved && !answer && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={{ ...place.errors, ...step.errors }} />
      <GateNotice gate={page.gate} />
      <Section title={t('elections.municipality')} id="municipality">
        <SizeFacts {...page} />
        {page.mayWrite && (
          <MunicipalityForm
            back={place}
            municipality={page.municipality}
            population={page.population}
            clientId={page.clientId}
          />
        )}
      </Section>
      <Section title={t('elections.checklist')} id="checklist">
        {page.day === null ? (
          <p>{t('elections.checklist.no-day')}</p>
        ) : (
          <>
            <p>
              {t('elections.day.is', { day: formatDay(noonOf(page.day), locale) })}{' '}
              {t('elections.checklist.done', { done, all: page.items.length })}
            </p>
            <p className="text-muted">{t('elections.checklist.check')}</p>
            <Island name="print-list" data={{ label: t('elections.checklist.print') }} className="no-print mb-4" />
            <Checklist
              items={page.items}
              team={page.team}
              clientId={page.clientId}
              back={step}
              mayWrite={page.mayWrite}
            />
          </>
        )}
      </Section>
      {page.calendar.length > 0 && (
        <Section title={t('elections.calendar')} id="calendar">
          <CalendarTable steps={page.calendar} />
        </Section>
      )}
    </Stack>
  );
}
