import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import type { Translate } from '#app/i18n/words.ts';
import { formatDayNear } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { Timeline, type TimelineStep } from '#app/ui/timeline.tsx';
import type { IssueState } from '../rules/lifecycle.ts';
import type { PublicStep } from '../rules/views.ts';
import { stateStep } from './state-label.tsx';

/** Moves that name the authority concerned. */
const WITH_BODY = [
  'forwarded',
  'acknowledged',
  'promised',
  'refused',
  'referred',
  'done_claimed',
] as const satisfies readonly IssueState[];
type WithBody = (typeof WITH_BODY)[number];
const namesBody = (state: IssueState): state is WithBody => (WITH_BODY as readonly IssueState[]).includes(state);

/** What is waited for in a state; nothing where it is over or nobody knows. */
const NEXT: Partial<Record<IssueState, 'read' | 'send' | 'answer' | 'keep' | 'check'>> = {
  received: 'read',
  held: 'read',
  published: 'send',
  forwarded: 'answer',
  acknowledged: 'answer',
  referred: 'answer',
  disputed: 'answer',
  promised: 'keep',
  done_claimed: 'check',
};

type Context = { t: Translate; locale: Locale; now: Date; organisation: Names | null };

/** A state is how a report stands; a step is what happened. The words differ where the state is a waiting. */
function titleOf({ state, body }: PublicStep, { t, locale }: Pick<Context, 't' | 'locale'>): string {
  if (state === 'received' || state === 'held') return t(`issues.public.step.${state}`);
  return namesBody(state) && body
    ? t(`issues.public.step.${state}`, { body: body[locale] })
    : t(`issues.state.${state}`);
}

function stepOf(step: PublicStep, { t, locale, now, organisation }: Context): TimelineStep {
  const date = formatDayNear(step.at, now, locale);
  const isChecked = step.state === 'published' && organisation !== null;
  return {
    key: step.id,
    state: stateStep(step.state),
    title: titleOf(step, { t, locale }),
    meta: isChecked ? t('issues.public.step.published.meta', { date, organisation: organisation[locale] }) : date,
    note: step.note === null ? undefined : <p>{step.note}</p>,
  };
}

/** What happened to a report, oldest first, and what is waited for. `check` stands under the step that asks residents to look. */
export function IssueTimeline({
  steps,
  state,
  organisation,
  now,
  check,
}: {
  steps: readonly PublicStep[];
  state: IssueState;
  organisation: Names | null;
  now: Date;
  check?: ReactNode;
}) {
  const { t, locale } = useWords();
  const told = steps.map((step) => stepOf(step, { t, locale, now, organisation }));
  const next = NEXT[state];
  const isToCheck = next === 'check';
  if (next)
    told.push({
      key: 'next',
      state: 'todo',
      title: t(`issues.public.next.${next}`),
      meta: isToCheck ? t('issues.public.next.check.text') : undefined,
      note: isToCheck ? check : undefined,
    });
  return <Timeline steps={told} label={t('issues.public.timeline')} />;
}
