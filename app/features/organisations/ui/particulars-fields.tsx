import { useWords } from '#app/i18n/words-context.tsx';
import { FieldGroup } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';

export type Particulars = {
  isRegistered?: boolean;
  legalName?: string | null;
  legalAddress?: string | null;
  representativeName?: string | null;
  representativePost?: string | null;
};

/** Who signs letters: a registered legal person with its particulars, or a member in person. */
export function ParticularsFields({ back, now = {} }: { back: Returned; now?: Particulars }) {
  const { t } = useWords();
  const before = now.isRegistered === undefined ? undefined : now.isRegistered ? 'yes' : 'no';
  const field = (name: 'legalName' | 'legalAddress' | 'representativeName' | 'representativePost') => ({
    name,
    label: t(`organisations.form.${name}`),
    error: back.errors[name],
    defaultValue: back.value(name, now[name] ?? ''),
  });
  return (
    <FieldGroup legend={t('organisations.form.legal')} hint={t('organisations.form.legal.hint')}>
      <RadioCards
        name="isRegistered"
        label={t('organisations.form.isRegistered')}
        error={back.errors.isRegistered}
        defaultValue={back.value('isRegistered', before)}
        options={[
          {
            value: 'yes',
            label: t('organisations.form.isRegistered.yes'),
            hint: t('organisations.form.isRegistered.yes.hint'),
          },
          {
            value: 'no',
            label: t('organisations.form.isRegistered.no'),
            hint: t('organisations.form.isRegistered.no.hint'),
          },
        ]}
      />
      <TextInput {...field('legalName')} hint={t('organisations.form.ifRegistered')} />
      <TextInput {...field('legalAddress')} />
      <TextInput {...field('representativeName')} width="medium" />
      <TextInput
        {...field('representativePost')}
        width="medium"
        hint={t('organisations.form.representativePost.hint')}
      />
    </FieldGroup>
  );
}
