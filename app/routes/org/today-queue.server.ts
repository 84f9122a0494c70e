import { countLetterWork } from '#app/features/authorities/public.server.ts';
import { countBoard } from '#app/features/board/public.server.ts';
import { countCampaignWork } from '#app/features/campaigns/campaign-list.server.ts';
import { countSuggestions } from '#app/features/campaigns/suggest-campaigns.server.ts';
import { shiftsShortOfPeople } from '#app/features/events/public.server.ts';
import { countFollowUps } from '#app/features/media/public.server.ts';
import { countDrafts } from '#app/features/organisations/drafts.server.ts';
import { readFirstSteps } from '#app/features/organisations/first-steps.server.ts';
import {
  firstStepLines,
  homeLines,
  type FirstStepLine,
  type HomeCounts,
  type HomeLine,
} from '#app/features/organisations/rules/home.ts';
import { tasksToday } from '#app/features/tasks/public.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { can, type Action } from '#app/policy.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { AtWork } from '#app/platform/request.server.ts';

/** Today's queue over all pillars: each is asked once, and only for what the role may see. */
export async function readQueue({ actor, membership, scope }: AtWork, now: Date): Promise<HomeLine[]> {
  const here = { organisationId: membership.organisationId };
  const may = (action: Action) => can(actor, action, here);
  const isTeam = membership.kind === 'team';
  const counts: HomeCounts = {};
  if (may('letter.write')) {
    const letters = await countLetterWork(scope, now);
    counts['replies-overdue'] = letters.overdue;
    counts['replies-soon'] = letters.soon;
    counts['letters-ready'] = letters.ready;
    counts['letter-drafts'] = letters.drafts;
  }
  if (may('task.read')) {
    const today = dayOf(now);
    const tasks = await withScope(scope, (tx) => tasksToday(tx, scope, today));
    counts['tasks-late'] = tasks.due.filter(({ isLate }) => isLate).length;
    counts['tasks-today'] = tasks.due.length - counts['tasks-late'];
    if (may('joining.keep')) counts.joining = tasks.joining;
  }
  if (may('campaign.read')) {
    const campaigns = await countCampaignWork(scope);
    if (may('campaign.review')) counts.reviews = campaigns.reviews;
    if (may('campaign.confirm-outcome')) counts.outcomes = campaigns.outcomes;
    if (may('campaign.write')) {
      counts.invitations = campaigns.invitations;
      counts['campaign-suggestions'] = await countSuggestions(scope);
    }
  }
  if (may('event.write'))
    counts['shifts-short'] = (await withScope(scope, (tx) => shiftsShortOfPeople(tx, now))).length;
  if (may('people.write')) counts['follow-ups'] = await countFollowUps(scope, now);
  if (may('board.write') && !isTeam) {
    const board = await countBoard(scope, now);
    counts['board-answers'] = board.answers;
    counts['board-confirm'] = board.toConfirm;
    counts['board-suggestions'] = board.suggestions;
    counts['board-unmatched'] = board.unmatched;
  }
  const drafts = await countDrafts(scope);
  if (may('campaign.write')) counts['campaign-drafts'] = drafts.campaigns;
  if (may('event.write')) counts['event-drafts'] = drafts.events;
  if (may('message.send')) counts['message-drafts'] = drafts.messages;
  return homeLines(counts);
}

/** What a new member does first, by what the role may do and what is there by now. */
export async function readSteps({ actor, membership, scope }: AtWork): Promise<FirstStepLine[]> {
  const done = await readFirstSteps(scope);
  if (!done) return [];
  const here = { organisationId: membership.organisationId };
  const may = (action: Action) => can(actor, action, here);
  const isOrganising = may('people.write');
  return firstStepLines(
    {
      'second-factor': true,
      about: may('organisation.edit'),
      invite: may('organisation.manage-members'),
      person: isOrganising,
      event: may('event.write'),
      board: may('board.write') && membership.kind !== 'team',
      decide: may('issue.moderate'),
      report: may('issue.enter') && !isOrganising,
    },
    { ...done, 'second-factor': actor.hasSecondFactor },
  );
}
