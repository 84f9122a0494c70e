import type { LetterStepView } from '#app/features/authorities/queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { Heading } from '#app/ui/heading.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

/** Who wrote, changed, re-routed and sent the letter, in order. */
export function LetterHistory({ steps, locale }: { steps: readonly LetterStepView[]; locale: Locale }) {
  const { t } = useWords();
  if (steps.length === 0) return null;
  return (
    <section className="no-print">
      <Heading>{t('authorities.letter.history')}</Heading>
      <Timeline
        label={t('authorities.letter.history')}
        steps={steps.map((step) => ({
          key: step.id,
          state: 'done' as const,
          title: t(`authorities.step.${step.kind}`),
          meta: `${formatMoment(step.at, locale)} · ${step.actor ?? t('authorities.letter.system')}`,
          note:
            step.body && NAMES_THE_BODY.includes(step.kind)
              ? t('authorities.step.body', { body: step.body[locale] })
              : undefined,
        }))}
      />
    </section>
  );
}

const NAMES_THE_BODY: readonly LetterStepView['kind'][] = ['drafted', 'rerouted', 'sent'];
