import { useWords } from '#app/i18n/words-context.tsx';

/** The first thing the Tab key meets: past the menus to `#main`. The frames place it themselves. */
export function SkipLink() {
  const { t } = useWords();
  return (
    <a className="skip-link" href="#main">
      {t('kit.skip')}
    </a>
  );
}
