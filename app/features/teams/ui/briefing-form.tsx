import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { FieldGroup, Form } from '#app/ui/form.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { BRIEFING_LIMITS, type QuizQuestion } from '../rules/briefing.ts';

type Briefing = { title: string; text: string; questions: readonly QuizQuestion[] };

/** The options as the form writes them: a line each, the right one marked. */
function asLines({ options, correct }: QuizQuestion): string {
  return options.map((option, at) => (at === correct ? `* ${option}` : option)).join('\n');
}

/** A briefing's words and its questions; rows left empty are no questions. */
export function BriefingFields({
  back,
  briefing,
  clientId,
}: {
  back: Returned;
  briefing: Briefing | null;
  clientId: string;
}) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)}>
      <TextInput
        name="title"
        label={t('teams.briefing.title')}
        maxLength={BRIEFING_LIMITS.title}
        defaultValue={back.value('title', briefing?.title)}
        error={back.errors.title}
      />
      <TextArea
        name="text"
        label={t('teams.briefing.text')}
        rows={10}
        maxLength={BRIEFING_LIMITS.text}
        defaultValue={back.value('text', briefing?.text)}
        error={back.errors.text}
      />
      <FieldGroup legend={t('teams.briefing.questions')} hint={t('teams.briefing.questions.hint')}>
        {Array.from({ length: BRIEFING_LIMITS.questions }, (_, at) => {
          const now = briefing?.questions[at];
          const name = `questions[${at}]`;
          return (
            <div key={at} className="grid gap-4 pt-4">
              <TextInput
                name={`${name}.question`}
                label={t('teams.briefing.question', { number: String(at + 1) })}
                maxLength={BRIEFING_LIMITS.question}
                defaultValue={back.value(`${name}.question`, now?.question)}
                error={back.errors[`${name}.question`]}
                optional={at > 0}
              />
              <TextArea
                name={`${name}.options`}
                label={t('teams.briefing.options', { number: String(at + 1) })}
                rows={3}
                defaultValue={back.value(`${name}.options`, now && asLines(now))}
                error={back.errors[`${name}.options`]}
                optional={at > 0}
              />
            </div>
          );
        })}
      </FieldGroup>
      {briefing && (
        <CheckboxField
          name="anew"
          label={t('teams.briefing.anew')}
          hint={t('teams.briefing.anew.hint')}
          defaultChecked={back.ticked('anew', true)}
        />
      )}
      <Button>{t('teams.briefing.save')}</Button>
    </Form>
  );
}
