import { useWords } from '#app/i18n/words-context.tsx';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { Select, type OptionGroup } from '#app/ui/select.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { categoriesOfTheme, THEMES, type Category } from '../rules/categories.ts';

const coreFirst = (categories: readonly Category[]): Category[] =>
  [...categories].sort((a, b) => Number(b.core) - Number(a.core));

const groups = new Map<Locale, OptionGroup[]>();

/** The same array each time: its markup is made once. */
function groupsFor(locale: Locale, t: Translate): OptionGroup[] {
  let list = groups.get(locale);
  if (!list) {
    list = THEMES.map((theme) => ({
      label: t(`theme.${theme}`),
      options: coreFirst(categoriesOfTheme(theme)).map(({ key }) => ({ value: key, label: t(`category.${key}`) })),
    }));
    groups.set(locale, list);
  }
  return list;
}

/**
 * What a report is about, by theme, the usual ones first. The browser's own list: a cheap phone shows it full screen
 * and at once, where forty cards would be a long way to scroll.
 */
export function CategorySelect({
  label,
  error,
  defaultValue,
  placeholder,
  required,
}: {
  label: string;
  error?: FieldError;
  defaultValue?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const { t, locale } = useWords();
  return (
    <Select
      name="category"
      label={label}
      error={error}
      options={groupsFor(locale, t)}
      defaultValue={defaultValue}
      placeholder={placeholder}
      required={required}
    />
  );
}
