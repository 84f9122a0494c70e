import { useWords } from '#app/i18n/words-context.tsx';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup, Form } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS, type MailingChannel, type MailingPurpose } from '../rules/kinds.ts';
import type { MailingTexts } from '../rules/texts.ts';

export type Draft = {
  purpose: MailingPurpose;
  channel: MailingChannel;
  audience: string;
  locale: Locale;
  texts: MailingTexts;
};

/** Writes a message: what about, to whom, in which languages. */
export function MessageForm({
  draft,
  clientId,
  purposes,
  channels,
  searches,
  events,
  label,
  back,
}: {
  draft: Draft;
  clientId: string;
  purposes: readonly MailingPurpose[];
  channels: readonly MailingChannel[];
  searches: readonly { id: string; name: string }[];
  events: readonly { id: string; name: string }[];
  label: string;
  back: Returned;
}) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={label}>
      <RadioCards
        name="purpose"
        label={t('mailings.field.purpose')}
        hint={t('mailings.field.purpose.hint')}
        error={back.errors.purpose}
        options={purposes.map((value) => ({ value, label: t(`mailings.purpose.${value}`) }))}
        defaultValue={back.value('purpose', draft.purpose)}
        columns
      />
      {channels.length > 1 && (
        <RadioCards
          name="channel"
          label={t('mailings.field.channel')}
          error={back.errors.channel}
          options={channels.map((value) => ({ value, label: t(`mailings.channel.${value}`) }))}
          defaultValue={back.value('channel', draft.channel)}
          columns
        />
      )}
      <Select
        name="audience"
        label={t('mailings.field.audience')}
        error={back.errors.audience}
        options={[
          { value: 'all', label: t('mailings.field.audience.all') },
          ...group('search', t('mailings.field.audience.searches'), searches),
          ...group('event', t('mailings.field.audience.events'), events),
        ]}
        defaultValue={back.value('audience', draft.audience)}
      />
      <RadioCards
        name="locale"
        label={t('mailings.field.locale')}
        hint={t('mailings.field.locale.hint')}
        error={back.errors.locale}
        options={LOCALES.map((value) => ({ value, label: t(`mailings.lang.${value}`) }))}
        defaultValue={back.value('locale', draft.locale)}
      />
      <p className="meta">{t('mailings.field.languages.hint')}</p>
      {LOCALES.map((locale) => (
        <FieldGroup key={locale} legend={t(`mailings.lang.${locale}`)}>
          <TextInput
            name={`${locale}Subject`}
            label={t('mailings.field.subject')}
            error={back.errors[`${locale}Subject`]}
            defaultValue={back.value(`${locale}Subject`, draft.texts[locale]?.subject ?? '')}
            maxLength={LIMITS.subject}
            autoComplete="off"
          />
          <TextArea
            name={`${locale}Text`}
            label={t('mailings.field.text')}
            hint={t('mailings.field.text.hint')}
            error={back.errors[`${locale}Text`]}
            defaultValue={back.value(`${locale}Text`, draft.texts[locale]?.text ?? '')}
            rows={7}
            maxLength={LIMITS.text}
          />
        </FieldGroup>
      ))}
      <Button>{t('mailings.save')}</Button>
    </Form>
  );
}

/** A group of choices, or nothing where there are none. */
function group(kind: string, label: string, of: readonly { id: string; name: string }[]) {
  return of.length > 0 ? [{ label, options: of.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })) }] : [];
}
