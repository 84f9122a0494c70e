import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { CONSENT_PARTS } from '../rules/consent.ts';

/** The consent to keeping an account, in the law's six parts; `operator` is null while this instance's has not said who they are. */
export function AccountConsent({
  defaultChecked,
  error,
  operator,
  organisation,
}: {
  operator: string | null;
  organisation: string;
  error?: FieldError;
  defaultChecked?: boolean;
}) {
  const { t, to } = useWords();
  const words = { operator: operator ?? t('accounts.consent.operator.unnamed'), organisation };
  const text = {
    who: t('accounts.consent.who'),
    operator: (
      <>
        {t('accounts.consent.operator', words)} <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
      </>
    ),
    purpose: t('accounts.consent.purpose', words),
    data: t('accounts.consent.data'),
    term: t('accounts.consent.term'),
    erasure: t('accounts.consent.erasure'),
  };
  return (
    <ConsentBox
      intro={t('accounts.consent.intro')}
      label={t('accounts.consent.label')}
      parts={CONSENT_PARTS.map((part) => ({ title: t(`accounts.consent.title.${part}`), text: text[part] }))}
      error={error}
      defaultChecked={defaultChecked}
    />
  );
}
