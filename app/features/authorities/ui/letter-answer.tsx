import type { LetterView } from '#app/features/authorities/queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** The clock of a sent letter: by when an answer is due, by which rule, and the form that stops it. */
export function LetterAnswer({ letter, mayWrite, now }: { letter: LetterView; mayWrite: boolean; now: Date }) {
  const { t, locale } = useWords();
  const { answeredOn, due } = letter;
  return (
    <Card tone={due?.due && due.due < dayOf(now) ? 'late' : 'plain'}>
      <Heading level={3}>{t('authorities.answer.title')}</Heading>
      {answeredOn && <p>{t('authorities.answer.came', { day: formatDay(noonOf(answeredOn), locale) })}</p>}
      {due && (
        <>
          <p>
            <DueBadge due={due.due} now={now} isSample={due.calendar === 'sample'} missingYear={due.missingYear} />
          </p>
          {due.rule && (
            <p className="meta">
              {t('authorities.answer.rule', {
                count: due.rule.days,
                article: due.rule.article,
                sources: due.rule.sources.join(', '),
              })}
            </p>
          )}
        </>
      )}
      {mayWrite && letter.purpose !== 'reminder' && (
        <div className="no-print mt-3">
          <Form label={t('authorities.answer.title')}>
            <TextInput
              name="answeredOn"
              type="date"
              label={t('authorities.answer.day')}
              hint={t('authorities.answer.day.hint')}
              defaultValue={answeredOn ?? ''}
              optional
              width="short"
            />
            <CheckboxField
              name="withStudy"
              label={t('authorities.answer.study')}
              hint={t('authorities.answer.study.hint')}
              defaultChecked={letter.withStudy}
            />
            <Button tone="secondary" size="small" name="intent" value="answer">
              {t('common.save')}
            </Button>
          </Form>
        </div>
      )}
    </Card>
  );
}
