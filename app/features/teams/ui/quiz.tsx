import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

/** A briefing's questions, one choice each. */
export function Quiz({
  questions,
  version,
  clientId,
  back,
}: {
  questions: readonly { question: string; options: readonly string[] }[];
  version: number;
  clientId: string;
  back: Returned;
}) {
  const { t } = useWords();
  return (
    // A new try has a new id: the old answers were already marked.
    <Form clientId={clientId} label={t('teams.briefing.quiz')}>
      <input type="hidden" name="version" value={version} />
      {questions.map(({ question, options }, at) => (
        <RadioCards
          key={question}
          name={`answers[${at}]`}
          label={question}
          options={options.map((option, value) => ({ value: String(value), label: option }))}
          defaultValue={back.value(`answers[${at}]`)}
          error={back.errors[`answers[${at}]`]}
        />
      ))}
      <Button>{t('teams.briefing.answer')}</Button>
    </Form>
  );
}
