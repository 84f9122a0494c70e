import { useWords } from '#app/i18n/words-context.tsx';
import type { Membership } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/icon.tsx';

type Choice = Pick<Membership, 'slug' | 'names' | 'roles'>;

/** For the phone's head: the other workspaces behind one button, without a script. Nothing for somebody with one. */
export function OrganisationMenu({ organisations, current }: { organisations: readonly Choice[]; current: string }) {
  const { t } = useWords();
  if (organisations.length < 2) return null;
  return (
    <details className="language-menu">
      <summary>
        {t('organisations.switch.short')}
        <Icon name="down" size={16} />
      </summary>
      <Choices organisations={organisations} current={current} />
    </details>
  );
}

/** For the foot of the rail: the same, open. */
export function OrganisationList({ organisations, current }: { organisations: readonly Choice[]; current: string }) {
  const { t } = useWords();
  if (organisations.length < 2) return null;
  return (
    <nav aria-label={t('organisations.switch.label')}>
      <p className="meta">{t('organisations.switch.label')}</p>
      <Choices organisations={organisations} current={current} />
    </nav>
  );
}

function Choices({ organisations, current }: { organisations: readonly Choice[]; current: string }) {
  const { locale, to } = useWords();
  return (
    <ul>
      {organisations.map((one) => (
        <li key={one.slug}>
          <a
            href={to(paths.workplace(one.slug, one.roles))}
            aria-current={one.slug === current ? 'true' : undefined}
            className={one.slug === current ? 'is-current' : undefined}
          >
            {one.names[locale]}
          </a>
        </li>
      ))}
    </ul>
  );
}
