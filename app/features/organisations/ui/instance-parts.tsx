import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { FieldRow } from '#app/ui/form.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { EmergencyNumber, InstanceOperator } from '../settings.ts';
import type { Returned } from '#app/ui/use-returned.ts';

export function OperatorFields({ back, now }: { back: Returned; now: InstanceOperator | null }) {
  const { t } = useWords();
  const field = (name: keyof InstanceOperator) => ({
    name,
    error: back.errors[name],
    defaultValue: back.value(name, now?.[name] ?? ''),
  });
  return (
    <>
      <TextInput
        {...field('name')}
        label={t('platform.privacy.operator.name')}
        hint={t('platform.settings.name.hint')}
      />
      <TextInput {...field('address')} label={t('platform.privacy.operator.address')} />
      <FieldRow>
        <TextInput {...field('email')} type="email" inputMode="email" label={t('platform.privacy.operator.email')} />
        <TextInput
          {...field('phone')}
          type="tel"
          inputMode="tel"
          label={t('platform.privacy.operator.phone')}
          optional
        />
      </FieldRow>
      <TextInput
        {...field('registration')}
        label={t('platform.privacy.operator.registration')}
        hint={t('platform.settings.registration.hint')}
        width="medium"
        optional
      />
    </>
  );
}

/** The numbers, one card each; two empty ones folded behind a line. An emptied card is taken off. */
export function EmergencyRows({ back, now, rows }: { back: Returned; now: readonly EmergencyNumber[]; rows: number }) {
  const { t } = useWords();
  const cards = Array.from({ length: rows }, (_, at) => <EmergencyCard key={at} back={back} at={at} entry={now[at]} />);
  const isTyped = Array.from({ length: rows }, (_, at) => at).some(
    (at) => at >= now.length && back.value(`numbers[${at}].number`),
  );
  return (
    <div className="grid gap-4">
      {cards.slice(0, now.length)}
      {rows > now.length && (
        <details open={isTyped || now.length === 0}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-xazar">
            <Icon name="plus" size={18} />
            {t('platform.settings.more')}
          </summary>
          <div className="grid gap-4 pt-2">{cards.slice(now.length)}</div>
        </details>
      )}
    </div>
  );
}

function EmergencyCard({ back, at, entry }: { back: Returned; at: number; entry: EmergencyNumber | undefined }) {
  const { t, locale } = useWords();
  const field = (name: 'number' | 'az' | 'en' | 'ru') => {
    const full = `numbers[${at}].${name}`;
    return { name: full, error: back.errors[full], defaultValue: back.value(full, entry?.[name] ?? '') };
  };
  return (
    <Card>
      <div className="grid gap-4">
        <TextInput {...field('number')} label={t('platform.settings.number')} inputMode="tel" width="short" />
        <FieldRow>
          <TextInput {...field('az')} lang="az" label={t('platform.settings.whom.az')} />
          <TextInput {...field('en')} lang="en" label={t('platform.settings.whom.en')} />
          <TextInput {...field('ru')} lang="ru" label={t('platform.settings.whom.ru')} />
        </FieldRow>
        <CheckboxField
          name={`numbers[${at}].isConfirmed`}
          label={t('platform.settings.confirmed')}
          hint={
            entry?.confirmedOn
              ? t('platform.settings.confirmed.on', { day: formatDay(new Date(entry.confirmedOn), locale) })
              : t('platform.settings.confirmed.hint')
          }
          defaultChecked={back.ticked(`numbers[${at}].isConfirmed`, Boolean(entry?.confirmedOn))}
        />
      </div>
    </Card>
  );
}
