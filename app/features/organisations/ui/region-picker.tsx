import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { ECONOMIC_REGIONS, type EconomicRegionCode } from '#app/kernel/economic-regions.ts';
import { regionByCode, regionName, regionsForChoice, type RegionChoice } from '#app/kernel/regions.ts';
import { Field, type FieldError } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';

const economicOf = (choice: RegionChoice): EconomicRegionCode =>
  regionByCode(choice.regions[0] ?? '')?.economic ?? 'BAK';

/**
 * Any of the 68 regions, folded under the fourteen economic regions so that a phone shows fourteen lines and not
 * sixty-eight; the line says what is ticked inside. Posts one `name` for each.
 */
export function RegionPicker({
  name,
  label,
  hint,
  error,
  optional,
  defaultValues,
}: {
  name: string;
  label: string;
  hint?: string;
  error?: FieldError;
  optional?: boolean;
  /** Choice codes. */
  defaultValues: readonly string[];
}) {
  const { locale } = useWords();
  const groups = [...Map.groupBy(regionsForChoice(), economicOf)].sort(([a], [b]) =>
    compareAz(ECONOMIC_REGIONS[a].az, ECONOMIC_REGIONS[b].az),
  );
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional} group>
      <div className="mt-2 grid gap-2">
        {groups.map(([code, choices]) => {
          const ticked = choices.filter((choice) => defaultValues.includes(choice.code));
          return (
            <details key={code} open={ticked.length > 0} className="group rounded-card border border-line bg-card px-3">
              <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 py-1 [&::-webkit-details-marker]:hidden">
                <span>{ECONOMIC_REGIONS[code][locale]}</span>
                {ticked.length > 0 && <span className="num text-nar">{ticked.length}</span>}
                <span className="ms-auto text-muted group-open:rotate-180">
                  <Icon name="down" size={18} />
                </span>
              </summary>
              <div className="grid gap-x-4 pb-2 sm:grid-cols-2">
                {choices.map((choice) => (
                  <label key={choice.code} className="check">
                    <input
                      type="checkbox"
                      name={name}
                      value={choice.code}
                      defaultChecked={defaultValues.includes(choice.code)}
                    />
                    <span>{regionName(choice.code, locale)}</span>
                  </label>
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </Field>
  );
}
