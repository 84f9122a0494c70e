import { useWords } from '#app/i18n/words-context.tsx';
import { Icon } from './icon.tsx';
import { Island } from './island.tsx';

/** Leaves for an everyday page at once, where being seen reading this one could hurt; `href` may close behind whoever leaves what is open here. Works without a script; leaves no referrer. With one, pressing Esc three times does the same, and the way back leads to nothing of ours. */
export function QuickExit({ href = 'https://az.wikipedia.org/' }: { href?: string }) {
  const { t } = useWords();
  return (
    <Island name="quick-exit" data={null}>
      <a className="quick-exit" href={href} rel="noreferrer nofollow">
        <span>{t('kit.exit')}</span>
        <Icon name="close" size={18} />
      </a>
    </Island>
  );
}
