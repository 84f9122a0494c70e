import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';

/** A search field with its button, inside any GET form (FilterBar's `search`, or SearchBox's own). */
export function SearchInput({
  name = 'q',
  label,
  placeholder,
  defaultValue,
}: {
  name?: string;
  label: string;
  placeholder?: string;
  defaultValue?: string;
}) {
  const { t } = useWords();
  return (
    <div className="search">
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        autoComplete="off"
      />
      <button type="submit" className="search-go" aria-label={t('kit.search')}>
        <Icon name="search" />
      </button>
    </div>
  );
}

/** A search of its own: a form with one field, by GET. `method` post keeps the words out of the address, and so of the browser's history. */
export function SearchBox({
  action,
  method = 'get',
  ...input
}: {
  action: string;
  method?: 'get' | 'post';
  name?: string;
  label: string;
  placeholder?: string;
  defaultValue?: string;
}) {
  return (
    <form className="search-box" role="search" method={method} action={action}>
      <SearchInput {...input} />
    </form>
  );
}
