import { useWords } from '#app/i18n/words-context.tsx';
import type { MemberRole } from '#app/kernel/actor.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { worksWhere } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import type { Account } from '../queries.server.ts';

type Props = {
  account: Account;
  /** Where the person works, in the page's language. */
  places: { slug: string; name: string; roles: readonly MemberRole[] }[];
  isOperator: boolean;
  /** How many devices get notices; null where there are none to be had. */
  pushDevices: number | null;
  done?: 'saved' | 'password-changed' | 'email-sent' | 'phone-saved' | 'factor-off';
};

/** The person's own desk: where they work, and what is kept about them. */
export function AccountHome({ account, done, isOperator, places, pushDevices }: Props) {
  const { t, to } = useWords();
  const contacts = [account.email, account.phone && formatPhone(account.phone)].filter(Boolean).join(' · ');
  const none = t('accounts.home.none');
  return (
    <Stack gap="large">
      {done && (
        <Notice live tone="success">
          {t(`accounts.done.${done}`)}
        </Notice>
      )}
      <PageTitle
        meta={contacts}
        actions={
          <ButtonLink tone="secondary" icon="signOut" href={to(paths.signOut())}>
            {t('common.nav.sign-out')}
          </ButtonLink>
        }
      >
        {account.name}
      </PageTitle>
      <Section id="places" title={t('accounts.home.places')}>
        {places.length + Number(isOperator) === 0 ? (
          <EmptyState title={t('accounts.home.no-places.title')}>{t('accounts.home.no-places.text')}</EmptyState>
        ) : (
          <CardList columns={2}>
            {places.map((place) => (
              <CardLink
                key={place.slug}
                href={to(paths.workplace(place.slug, place.roles))}
                title={place.name}
                meta={place.roles.map((role) => t(`organisations.role.${role}`)).join(', ')}
              />
            ))}
            {places.some(({ roles }) => worksWhere(roles).desk && worksWhere(roles).workspace) && (
              <CardLink href={to(paths.legal())} title={t('legal.desk.title')} />
            )}
            {isOperator && (
              <CardLink href={to(paths.admin())} title={t('common.nav.admin')} meta={t('accounts.home.operator')} />
            )}
          </CardList>
        )}
      </Section>
      <Section id="keep" title={t('accounts.home.keep')}>
        <CardList columns={2}>
          <CardLink
            href={to(paths.accountProfile())}
            title={t('accounts.profile.title')}
            meta={`${account.name} · ${t(`accounts.language.${account.locale}`)}`}
          />
          <CardLink href={to(paths.accountEmail())} title={t('accounts.email.title')} meta={account.email ?? none} />
          <CardLink
            href={to(paths.accountPhone())}
            title={t('accounts.phone.title')}
            meta={account.phone ? formatPhone(account.phone) : none}
          />
          <CardLink
            href={to(paths.accountPassword())}
            title={t('accounts.password.title')}
            meta={t('accounts.home.password')}
          />
          <CardLink
            href={to(paths.accountSecondFactor())}
            title={t('accounts.factor.title')}
            meta={t(account.factor === 'on' ? 'accounts.factor.on' : 'accounts.factor.off')}
          />
          <CardLink
            href={to(paths.accountSessions())}
            title={t('accounts.devices.title')}
            meta={t('accounts.devices.count', { count: account.devices })}
          />
          {pushDevices !== null && (
            <CardLink
              href={to(paths.accountPush())}
              title={t('accounts.push.title')}
              meta={pushDevices === 0 ? t('accounts.push.off') : t('accounts.push.count', { count: pushDevices })}
            />
          )}
          <CardLink
            href={to(paths.accountExport())}
            title={t('accounts.export.title')}
            meta={t('accounts.export.meta')}
          />
          <CardLink
            href={to(paths.accountDeletion())}
            title={t('accounts.deletion.title')}
            meta={t('accounts.deletion.meta')}
          />
        </CardList>
      </Section>
    </Stack>
  );
}
