import { useWords } from '#app/i18n/words-context.tsx';
import { worksWhere, type Membership } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { LanguageSwitcher, type LanguageHrefs } from '#app/ui/language-switcher.tsx';
import { OrganisationList } from './organisation-switcher.tsx';

/** What belongs to the person and not to the work: other workspaces, the public site, the account, the language, the way out. */
export function WorkspaceFoot({
  organisations,
  current = '',
  isOperator,
  isAdmin,
  hrefs,
}: {
  organisations: ReadonlyArray<Pick<Membership, 'slug' | 'names' | 'roles'>>;
  /** Slug of the workspace one is in. */
  current?: string;
  isOperator: boolean;
  /** In the operator's own area, which then needs no link to itself. */
  isAdmin?: boolean;
  hrefs: LanguageHrefs;
}) {
  const { t, to } = useWords();
  return (
    <div className="grid gap-3 pt-2">
      <OrganisationList organisations={organisations} current={current} />
      <ul>
        {isOperator && !isAdmin && (
          <li>
            <a href={to(paths.admin())}>{t('common.nav.admin')}</a>
          </li>
        )}
        {organisations.some(({ roles }) => worksWhere(roles).desk) && (
          <li>
            <a href={to(paths.legal())}>{t('legal.desk.title')}</a>
          </li>
        )}
        <li>
          <a href={to(paths.home())}>{t('organisations.nav.public')}</a>
        </li>
        <li>
          <a href={to(paths.account())}>{t('common.nav.account')}</a>
        </li>
      </ul>
      <LanguageSwitcher hrefs={hrefs} shape="list" />
      <Form action={to(paths.signOut())} inline>
        <Button tone="quiet" size="small" icon="signOut">
          {t('common.nav.sign-out')}
        </Button>
      </Form>
    </div>
  );
}
