import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { Section } from '#app/ui/stack.tsx';
import { Timeline, type TimelineStep } from '#app/ui/timeline.tsx';
import type { MessageKey } from '#app/i18n/words.ts';
import { readCode } from '../rules/event-codes.ts';
import type { HistoryStep } from '../staff-views.ts';
import { stateStep } from './state-label.tsx';

const TITLES: Record<Exclude<HistoryStep['kind'], 'move'>, Extract<MessageKey, `issues.staff.step.${string}`>> = {
  edit: 'issues.staff.step.edit',
  photo_redacted: 'issues.staff.step.photo_redacted',
  assigned: 'issues.staff.step.assigned',
  letter: 'issues.staff.step.letter',
  body_reply: 'issues.staff.step.body_reply',
  note: 'issues.staff.step.note',
};

/** Everything that happened to a report, with the reasons that only the organisation reads. */
export function StaffHistory({ history }: { history: readonly HistoryStep[] }) {
  const { t, locale } = useWords();
  const steps = history.map((step): TimelineStep => {
    const code = readCode(step.reason);
    const reason = code ? t(`issues.staff.code.${code}`) : step.reason;
    const title =
      step.kind === 'move' && step.to
        ? t(`issues.state.${step.to}`)
        : step.kind === 'photo_redacted' && reason
          ? reason
          : t(TITLES[step.kind === 'move' ? 'note' : step.kind]);
    return {
      key: step.id,
      state: step.kind === 'move' && step.to ? stateStep(step.to) : 'done',
      title: step.body ? `${title}: ${step.body[locale]}` : title,
      meta: [
        formatMoment(step.at, locale),
        step.actor ?? (step.actorRole === 'reporter' ? t('issues.staff.messages.reporter') : null),
      ]
        .filter(Boolean)
        .join(' · '),
      note: (
        <>
          {step.note && <p>{step.note}</p>}
          {reason && reason !== title && (
            <p className="meta">
              {t('issues.staff.step.reason')}: {reason}
            </p>
          )}
        </>
      ),
    };
  });
  return (
    <Section title={t('issues.staff.history.title')} id="history">
      <Timeline label={t('issues.staff.history.title')} steps={steps} />
      <p className="meta">{t('issues.staff.history.note')}</p>
    </Section>
  );
}
