import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getToday } from '#app/features/issues/staff-today.server.ts';
import { StaffToday } from '#app/features/issues/ui/staff-today.tsx';
import { FirstSteps, HomeQueue } from '#app/features/organisations/ui/home-queue.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Lattice } from '#app/ui/lattice.tsx';
import { readMorning } from './team-morning.server.ts';
import { TeamToday } from './team-morning.tsx';
import { readQueue, readSteps } from './today-queue.server.ts';

export const meta = titled('issues.staff.today.name');

/** The workspace's home: what waits over all rooms, then the reports. Who may not read reports gets what they may do: writing one down. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'organisation.enter');
  const { actor, membership, scope } = at;
  const here = { organisationId: membership.organisationId };
  const may = {
    moderate: can(actor, 'issue.moderate', here),
    follow: can(actor, 'issue.follow', here),
    ask: can(actor, 'issue.ask', here),
    enter: can(actor, 'issue.enter', here),
  };
  const mayRead = can(actor, 'issue.read', here);
  return {
    slug: membership.slug,
    may,
    clientId: newId(),
    lines: await readQueue(at, ctx.now),
    steps: await readSteps(at),
    now: ctx.now,
    today: mayRead ? await getToday(scope, ctx.now) : null,
    // A candidate's team has no citizens' reports: its morning is the shifts and what stands before them.
    team: await readMorning(at, ctx.now),
  };
}

export default function Today() {
  const { slug, may, clientId, lines, steps, now, today, team } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle
        actions={
          may.enter && today ? (
            <ButtonLink tone="secondary" icon="plus" href={to(paths.orgIssueEntry(slug))}>
              {t('issues.staff.entry.action')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('issues.staff.today.title', { date: formatDayNear(now, now, locale) })}
      </PageTitle>
      <Lattice shape="line" className="mb-6 hidden lg:block" />
      <FirstSteps slug={slug} steps={steps} clientId={clientId} />
      {team && <TeamToday slug={slug} home={team} />}
      {(today || lines.length > 0) && <HomeQueue slug={slug} lines={lines} />}
      {team ? null : today ? (
        <StaffToday today={today} now={now} slug={slug} may={may} />
      ) : (
        <EmptyState
          title={t('issues.staff.today.volunteer.title')}
          example={t('issues.staff.today.volunteer.example')}
          action={
            may.enter ? (
              <ButtonLink href={to(paths.orgIssueEntry(slug))}>{t('issues.staff.entry.action')}</ButtonLink>
            ) : undefined
          }
        >
          {t('issues.staff.today.volunteer.text')}
        </EmptyState>
      )}
    </>
  );
}
