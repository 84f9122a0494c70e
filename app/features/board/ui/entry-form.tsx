import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { BOARD_CATEGORIES, BOARD_KINDS, BOARD_LIMITS, type BoardKind } from '../rules/kinds.ts';
import type { EntryView } from '../views.ts';

export type EntryStart = Pick<EntryView, 'category' | 'title' | 'text' | 'region' | 'place' | 'startsOn' | 'endsOn'> & {
  kind: BoardKind;
};

/** A need or an offer in words, place and days. */
export function EntryFields({
  clientId,
  start,
  isNew,
  lastResult,
}: {
  clientId: string;
  start: Partial<EntryStart>;
  isNew: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t, locale } = useWords();
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <Notice tone="info">{t('board.form.rule')}</Notice>
      <Form clientId={back.value('clientId', clientId)} label={t(isNew ? 'board.new.title' : 'board.edit.title')}>
        <RadioCards
          name="kind"
          label={t('board.field.kind')}
          error={back.errors.kind}
          columns
          options={BOARD_KINDS.map((value) => ({
            value,
            label: t(`board.kind.${value}`),
            hint: t(`board.kind.${value}.hint`),
          }))}
          defaultValue={back.value('kind', start.kind)}
        />
        <Select
          name="category"
          label={t('board.field.category')}
          hint={t('board.field.category.hint')}
          error={back.errors.category}
          options={BOARD_CATEGORIES.map((value) => ({ value, label: t(`board.category.${value}`) }))}
          defaultValue={back.value('category', start.category)}
        />
        <TextInput
          name="title"
          label={t('board.field.title')}
          hint={t('board.field.title.hint')}
          error={back.errors.title}
          defaultValue={back.value('title', start.title)}
          maxLength={BOARD_LIMITS.title}
          autoComplete="off"
          required
        />
        <TextArea
          name="text"
          label={t('board.field.text')}
          hint={t('board.field.text.hint')}
          error={back.errors.text}
          defaultValue={back.value('text', start.text)}
          maxLength={BOARD_LIMITS.text}
          rows={4}
          optional
        />
        <FieldRow>
          <Select
            name="region"
            label={t('board.field.region')}
            error={back.errors.region}
            options={regionOptions(locale)}
            defaultValue={back.value('region', start.region)}
          />
          <TextInput
            name="place"
            label={t('board.field.place')}
            error={back.errors.place}
            defaultValue={back.value('place', start.place)}
            maxLength={BOARD_LIMITS.place}
            autoComplete="off"
            optional
          />
        </FieldRow>
        <FieldRow>
          <TextInput
            name="startsOn"
            type="date"
            label={t('board.field.starts')}
            error={back.errors.startsOn}
            defaultValue={back.value('startsOn', start.startsOn)}
            required
          />
          <TextInput
            name="endsOn"
            type="date"
            label={t('board.field.ends')}
            error={back.errors.endsOn}
            defaultValue={back.value('endsOn', start.endsOn)}
            required
          />
        </FieldRow>
        <Button>{t(isNew ? 'board.new.submit' : 'common.save')}</Button>
      </Form>
    </Stack>
  );
}
