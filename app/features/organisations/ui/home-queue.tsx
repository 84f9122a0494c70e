import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import type { FirstStep, FirstStepLine, HomeKey, HomeLine } from '../rules/home.ts';

/** Where each line of the day leads. */
const PLACES: Record<HomeKey, (slug: string) => string> = {
  'replies-overdue': paths.orgDeadlines,
  'tasks-late': (slug) => paths.orgTasks(slug),
  'follow-ups': (slug) => `${paths.orgMedia(slug)}#follow-ups`,
  'board-confirm': (slug) => paths.orgBoard(slug, '?view=answers'),
  'board-answers': (slug) => paths.orgBoard(slug, '?view=own'),
  joining: paths.orgJoining,
  'tasks-today': (slug) => paths.orgTasks(slug),
  reviews: (slug) => paths.orgCampaigns(slug, '?state=review'),
  outcomes: (slug) => paths.orgCampaigns(slug),
  invitations: (slug) => paths.orgCampaigns(slug),
  'replies-soon': paths.orgDeadlines,
  'letters-ready': (slug) => paths.orgLetters(slug),
  'shifts-short': (slug) => paths.orgEvents(slug),
  'letter-drafts': (slug) => paths.orgLetters(slug),
  'message-drafts': paths.orgMessages,
  'event-drafts': (slug) => paths.orgEvents(slug),
  'campaign-drafts': (slug) => paths.orgCampaigns(slug),
  'board-unmatched': (slug) => paths.orgBoard(slug, '?view=own'),
  'board-suggestions': (slug) => `${paths.orgBoard(slug)}#suggestions`,
  'campaign-suggestions': paths.orgSuggestions,
};

/** Today's queue over all rooms: one line each, late ones marked, each with its one way on. */
export function HomeQueue({ slug, lines }: { slug: string; lines: HomeLine[] }) {
  const { t, to } = useWords();
  return (
    <Section title={t('home.queue.title')} id="today">
      {lines.length === 0 ? (
        <EmptyState title={t('home.queue.empty.title')} example={t('home.queue.empty.example')}>
          {t('home.queue.empty.text')}
        </EmptyState>
      ) : (
        <ul className="plain-list">
          {lines.map(({ key, count, isLate }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
              <a href={to(PLACES[key](slug))}>{t(`home.line.${key}`, { count })}</a>
              {isLate && <StateBadge tone="late">{t('home.late')}</StateBadge>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const STEP_PLACES: Record<FirstStep, (slug: string) => string> = {
  'second-factor': paths.accountSecondFactor,
  about: paths.orgSettings,
  invite: paths.orgMembers,
  person: paths.orgNewPerson,
  event: (slug) => paths.orgEvents(slug),
  board: (slug) => paths.orgNewBoardEntry(slug),
  decide: (slug) => paths.orgIssues(slug),
  report: paths.orgIssueEntry,
};

/** What somebody new does first. It ticks itself off; whoever knows it all puts it away. */
export function FirstSteps({ slug, steps, clientId }: { slug: string; steps: FirstStepLine[]; clientId: string }) {
  const { t, to } = useWords();
  if (steps.length === 0) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section title={t('home.first.title')} id="first-steps">
      <Card>
        <Stack gap="small">
          <p className="meta">{t('home.first.progress', { done, total: steps.length })}</p>
          <ul className="plain-list">
            {steps.map(({ key, isDone }) => (
              <li key={key} className="flex items-baseline gap-2 py-1">
                <span className={isDone ? 'text-cay' : 'text-muted'}>
                  <Icon name={isDone ? 'check' : 'forward'} size={18} />
                </span>
                {isDone ? (
                  <span>
                    {t(`home.first.${key}`)} <span className="visually-hidden">{t('home.first.is-done')}</span>
                  </span>
                ) : (
                  <a href={to(STEP_PLACES[key](slug))}>{t(`home.first.${key}`)}</a>
                )}
              </li>
            ))}
          </ul>
          <Form action={to(paths.orgFirstSteps(slug))} clientId={clientId} inline>
            <Button tone="quiet" size="small">
              {t('home.first.dismiss')}
            </Button>
          </Form>
        </Stack>
      </Card>
    </Section>
  );
}
