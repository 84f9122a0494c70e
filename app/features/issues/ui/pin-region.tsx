import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { RadioCards } from '#app/ui/radio-cards.tsx';

/** Codes of the district that the pin lies in, and of the one that the list says. */
export type Districts = { pin: string; chosen: string };

/** Asks which district holds when pin and list contradict each other; else keeps the answer given before, out of sight. */
export function PinRegionField({
  districts,
  said,
  error,
}: {
  districts: Districts | null | undefined;
  said: string | undefined;
  error: string[] | undefined;
}) {
  const { t, locale } = useWords();
  if (!districts) return <input type="hidden" name="pinRegion" defaultValue={said} />;
  const place = (code: string) => regionName(code, locale);
  return (
    <RadioCards
      name="pinRegion"
      label={t('issues.form.pin-region')}
      error={error}
      required
      options={[
        { value: 'pin', label: t('issues.form.pin-region.pin', { place: place(districts.pin) }) },
        { value: 'keep', label: t('issues.form.pin-region.keep', { place: place(districts.chosen) }) },
      ]}
    />
  );
}
