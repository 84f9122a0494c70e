import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import {
  EVENT_AUDIENCES,
  EVENT_LIMITS as LIMITS,
  RESERVED_FOR,
  type EventAudience,
  type EventKind,
} from '../rules/kinds.ts';

export type EventFacts = {
  kind: EventKind;
  audience: EventAudience;
  title: string;
  about: string;
  locale: Locale;
  region: string;
  place: string;
  isPlaceHidden: boolean;
  instructions: string;
};
export type ShiftFacts = {
  title: string;
  day: string;
  from: string;
  until: string;
  capacity: number;
  reserved: number;
  reservedFor: string;
};

/** A stretch of time with its places: for a new event, a further shift, and the change of one. */
export function ShiftFields({ back, shift }: { back: Returned; shift?: ShiftFacts }) {
  const { t } = useWords();
  return (
    <Stack>
      <FieldRow>
        <TextInput
          name="day"
          type="date"
          label={t('events.field.day')}
          error={back.errors.day}
          defaultValue={back.value('day', shift?.day)}
          required
        />
        <TextInput
          name="from"
          type="time"
          label={t('events.field.from')}
          error={back.errors.from}
          defaultValue={back.value('from', shift?.from)}
          required
        />
        <TextInput
          name="until"
          type="time"
          label={t('events.field.until')}
          error={back.errors.until}
          defaultValue={back.value('until', shift?.until)}
          required
        />
      </FieldRow>
      <TextInput
        name="capacity"
        label={t('events.field.capacity')}
        hint={t('events.field.capacity.hint')}
        error={back.errors.capacity}
        defaultValue={back.value('capacity', shift && String(shift.capacity))}
        inputMode="numeric"
        width="short"
        required
      />
      <FieldGroup legend={t('events.field.reserved.legend')} hint={t('events.field.reserved.hint')}>
        <FieldRow>
          <TextInput
            name="reserved"
            label={t('events.field.reserved')}
            error={back.errors.reserved}
            defaultValue={back.value('reserved', shift && shift.reserved > 0 ? String(shift.reserved) : '')}
            inputMode="numeric"
            optional
          />
          <Select
            name="reservedFor"
            label={t('events.field.reserved-for')}
            error={back.errors.reservedFor}
            options={RESERVED_FOR.map((value) => ({ value, label: t(`events.reserved-for.${value}`) }))}
            defaultValue={back.value('reservedFor', shift?.reservedFor ?? 'nobody')}
            placeholder={null}
          />
        </FieldRow>
      </FieldGroup>
      <TextInput
        name="shiftTitle"
        label={t('events.field.shift-title')}
        hint={t('events.field.shift-title.hint')}
        error={back.errors.shiftTitle}
        defaultValue={back.value('shiftTitle', shift?.title)}
        maxLength={LIMITS.shiftTitle}
        optional
      />
    </Stack>
  );
}

/** An event's facts; a new one is asked for its first stretch of time in the same form. */
export function EventForm({
  clientId,
  event,
  kinds,
  region,
  isTeam,
  refusedBecause,
  lastResult,
}: {
  clientId: string;
  /** Null for a new one. */
  event: EventFacts | null;
  /** Those that the organisation may choose from. */
  kinds: readonly EventKind[];
  region: string;
  /** A candidate's team announces nothing: whoever comes is a colleague, or is entered by hand. */
  isTeam: boolean;
  /** Why asking for votes is refused, and by which date. */
  refusedBecause: string | null;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t, locale } = useWords();
  return (
    <>
      <ErrorSummary errors={back.errors} />
      {refusedBecause && <Notice tone="warning">{refusedBecause}</Notice>}
      <Form clientId={back.value('clientId', clientId)} label={t(event ? 'events.edit.title' : 'events.new.title')}>
        <TextInput
          name="title"
          label={t('events.field.title')}
          error={back.errors.title}
          defaultValue={back.value('title', event?.title)}
          maxLength={LIMITS.title}
          required
        />
        <FieldRow>
          <Select
            name="kind"
            label={t('events.field.kind')}
            error={back.errors.kind}
            options={kinds.map((value) => ({ value, label: t(`events.kind.${value}`) }))}
            defaultValue={back.value('kind', event?.kind ?? 'assembly')}
            placeholder={null}
          />
          <Select
            name="locale"
            label={t('events.field.locale')}
            error={back.errors.locale}
            options={LOCALES.map((value) => ({ value, label: t(`events.locale.${value}`) }))}
            defaultValue={back.value('locale', event?.locale ?? locale)}
            placeholder={null}
          />
        </FieldRow>
        {!event && (
          <FieldGroup legend={t('events.field.when')}>
            <ShiftFields back={back} />
          </FieldGroup>
        )}
        <FieldGroup legend={t('events.field.where')}>
          <FieldRow>
            <Select
              name="region"
              label={t('events.field.region')}
              error={back.errors.region}
              options={regionOptions(locale)}
              defaultValue={back.value('region', event?.region ?? region)}
              required
            />
            <TextInput
              name="place"
              label={t('events.field.address')}
              hint={t('events.field.address.hint')}
              error={back.errors.place}
              defaultValue={back.value('place', event?.place)}
              maxLength={LIMITS.place}
              required
            />
          </FieldRow>
          <CheckboxField
            name="isPlaceHidden"
            label={t('events.field.hidden')}
            hint={t('events.field.hidden.hint')}
            defaultChecked={back.ticked('isPlaceHidden', event?.isPlaceHidden)}
          />
        </FieldGroup>
        {isTeam ? (
          <input type="hidden" name="audience" value="members" />
        ) : (
          <RadioCards
            name="audience"
            label={t('events.field.audience')}
            error={back.errors.audience}
            options={EVENT_AUDIENCES.map((value) => ({
              value,
              label: t(`events.audience.${value}`),
              hint: t(`events.audience.${value}.hint`),
            }))}
            defaultValue={back.value('audience', event?.audience ?? 'public')}
          />
        )}
        <TextArea
          name="about"
          label={t('events.field.about')}
          error={back.errors.about}
          defaultValue={back.value('about', event?.about)}
          maxLength={LIMITS.about}
          optional
        />
        <TextArea
          name="instructions"
          label={t('events.field.instructions')}
          hint={t('events.field.instructions.hint')}
          error={back.errors.instructions}
          defaultValue={back.value('instructions', event?.instructions)}
          maxLength={LIMITS.instructions}
          rows={3}
          optional
        />
        <SubmitBar note={event ? undefined : t('events.new.note')}>
          <Button>{t(event ? 'events.edit.save' : 'events.new.save')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
