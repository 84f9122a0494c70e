import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';

/** Leaves for an everyday page at once, where being seen reading this one could hurt. Works without a script; leaves no referrer. */
export function QuickExit({ href = 'https://az.wikipedia.org/' }: { href?: string }) {
  const { t } = useWords();
  return (
    <a className="quick-exit" href={href} rel="noreferrer nofollow">
      <span>{t('kit.exit')}</span>
      <Icon name="close" size={18} />
    </a>
  );
}
