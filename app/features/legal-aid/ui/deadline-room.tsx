import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { DeadlineRoom as Room, DeskDeadline } from '../deadlines.server.ts';
import { daysLeft, legalRule } from '../rules/deadlines.ts';
import { NewDeadline } from './deadline-form.tsx';
import { termText } from './rights-texts.ts';

export type DeadlineRoomProps = Room & {
  today: string;
  clientId: string;
  done: 'added' | 'added-undated' | 'changed' | null;
  result: SubmissionResult<string[]> | undefined;
};

/** The deadlines of one case: what is due, why, how sure, and who looked at it. */
export function DeadlineRoom({ clientId, deadlines, done, isOpen, result, told, today }: DeadlineRoomProps) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  return (
    <div className="stack stack-large">
      {done && !result && (
        <Notice tone={done === 'added-undated' ? 'warning' : 'success'} live>
          {t(`legal-case.deadlines.done.${done}`)}
        </Notice>
      )}
      {(told.dueOn ?? told.receivedOn) && (
        <Notice tone="info" title={t('legal-case.deadlines.told')}>
          {told.receivedOn && <p>{t('legal-case.deadlines.told.received', { day: day(told.receivedOn) })}</p>}
          {told.dueOn && <p>{t('legal-case.deadlines.told.due', { day: day(told.dueOn) })}</p>}
        </Notice>
      )}
      <Section title={t('legal-case.deadlines.title')} id="deadlines">
        {deadlines.length === 0 ? (
          <EmptyState title={t('legal-case.deadlines.none.title')}>{t('legal-case.deadlines.none.text')}</EmptyState>
        ) : (
          <div className="grid gap-4">
            {deadlines.map((deadline) => (
              <DeadlineCard key={deadline.id} deadline={deadline} today={today} clientId={clientId} isOpen={isOpen} />
            ))}
          </div>
        )}
      </Section>
      {isOpen && <NewDeadline clientId={clientId} result={result} />}
    </div>
  );
}

function toneOf({ dueOn, state }: DeskDeadline, today: string): StateTone {
  if (state !== 'open') return state === 'done' ? 'verified' : 'quiet';
  if (dueOn === null) return 'waiting';
  const left = daysLeft(dueOn, today);
  return left <= 3 ? 'late' : left <= 10 ? 'waiting' : 'open';
}

function DeadlineCard({
  clientId,
  deadline,
  isOpen,
  today,
}: {
  clientId: string;
  deadline: DeskDeadline;
  isOpen: boolean;
  today: string;
}) {
  const { t, locale } = useWords();
  const { certainty, counted, dueOn, from, isCritical, isShown, note, ruleKey, signOff, state, title } = deadline;
  const day = (on: string) => formatDay(noonOf(on), locale);
  const rule = ruleKey === null ? undefined : legalRule(ruleKey);
  const left = dueOn === null ? null : daysLeft(dueOn, today);
  const when =
    state !== 'open'
      ? t(`legal-case.deadlines.state.${state}`)
      : left === null
        ? t('legal-case.deadlines.undated')
        : left < 0
          ? t('legal-case.deadlines.late', { count: -left })
          : left === 0
            ? t('legal-case.deadlines.today')
            : t('legal-case.deadlines.left', { count: left });
  return (
    <Card as="article">
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge tone={toneOf(deadline, today)}>{when}</StateBadge>
        {isCritical && <StateBadge tone="claimed">{t('legal-case.deadlines.critical')}</StateBadge>}
        <StateBadge tone="quiet">
          {t(isShown ? 'legal-case.deadlines.shown' : 'legal-case.deadlines.hidden')}
        </StateBadge>
      </div>
      <h3 className="text-lg font-bold">{title ?? t('legal-case.deadlines.sealed')}</h3>
      {dueOn !== null && <p className="num">{day(dueOn)}</p>}
      {rule && (
        <p className="meta">
          {t(`legal-rights.rule.${rule.key}`)}: {termText(rule.readings, t)}, {t(`legal-rights.event.${rule.event}`)}
          {from && ` (${day(from)})`}.{' '}
          {rule.sources.length > 0 && `${t('legal-rights.terms.source', { sources: rule.sources.join(', ') })}. `}
          {certainty && t(`legal-rights.certainty.${certainty}`)}
        </p>
      )}
      {rule?.whose === 'authority' && <p className="meta">{t('legal-case.deadlines.theirs')}</p>}
      {counted && dueOn && counted !== dueOn && (
        <p className="meta">{t('legal-case.deadlines.moved-back', { day: day(counted) })}</p>
      )}
      <CheckedBy deadline={deadline} />
      {note && <p className="whitespace-pre-line">{note}</p>}
      {signOff !== 'none' && (
        <p className="meta">
          {t(`legal-case.deadlines.sign-off.${signOff}`, {
            name: (signOff === 'asked' ? deadline.askedBy : deadline.decidedBy) ?? '',
          })}
        </p>
      )}
      {isOpen && <Steps deadline={deadline} clientId={clientId} />}
    </Card>
  );
}

/** What could not be looked up is said, so that nobody takes the date for more than it is. */
function CheckedBy({ deadline: { checked } }: { deadline: DeskDeadline }) {
  const { t } = useWords();
  if (checked === null || checked === 'confirmed' || checked === 'not-needed') return null;
  if (checked.startsWith('no-calendar'))
    return <p className="meta">{t('legal-case.deadlines.checked.no-calendar', { year: checked.slice(-4) })}</p>;
  if (checked === 'sample' || checked === 'weekends-only' || checked === 'unknown')
    return <p className="meta">{t(`legal-case.deadlines.checked.${checked}`)}</p>;
  return null;
}

function Steps({
  clientId,
  deadline: { id, isCritical, isOwnQuestion, signOff, state },
}: {
  clientId: string;
  deadline: DeskDeadline;
}) {
  const { t } = useWords();
  const end = (to: 'done' | 'dropped' | 'open', tone: 'primary' | 'quiet') => (
    <Form clientId={clientId} inline scope={`${to}-${id}`}>
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="date" value={id} />
      <Button size="small" tone={tone} name="to" value={to}>
        {t(`legal-case.deadlines.to.${to}`)}
      </Button>
    </Form>
  );
  const sign = (step: 'asked' | 'approved' | 'returned', tone: 'verify' | 'secondary') => (
    <Form clientId={clientId} inline scope={`${step}-${id}`}>
      <input type="hidden" name="intent" value="sign-off" />
      <input type="hidden" name="date" value={id} />
      <Button size="small" tone={tone} name="step" value={step}>
        {t(`legal-case.deadlines.step.${step}`)}
      </Button>
    </Form>
  );
  if (state !== 'open') return <ButtonRow row>{end('open', 'quiet')}</ButtonRow>;
  const isReady = !isCritical || signOff === 'approved';
  return (
    <ButtonRow row>
      {isReady && end('done', 'primary')}
      {isCritical && (signOff === 'none' || signOff === 'returned') && sign('asked', 'secondary')}
      {signOff === 'asked' && !isOwnQuestion && sign('approved', 'verify')}
      {signOff === 'asked' && !isOwnQuestion && sign('returned', 'secondary')}
      {isReady && end('dropped', 'quiet')}
    </ButtonRow>
  );
}
