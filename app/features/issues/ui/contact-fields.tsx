import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { LIMITS } from '../forms.ts';
import { consentParts } from './consent-parts.ts';

/** A contact is a gift, folded away: who wants to stay unknown scrolls past it. It stays open when something in it needs mending. */
export function ContactFields({
  contact,
  consented,
  contactError,
  consentError,
  title,
}: {
  /** The fold's own words; the reporter is asked directly unless said otherwise. */
  title?: string;
  contact?: string;
  consented: boolean;
  contactError?: FieldError;
  consentError?: FieldError;
}) {
  const { t, to } = useWords();
  return (
    <details className="fold" open={Boolean(contact || contactError || consentError)}>
      <summary>{title ?? t('issues.form.section.contact')}</summary>
      <div className="stack">
        <TextInput
          name="contact"
          label={t('issues.form.contact')}
          hint={t('issues.form.contact.hint')}
          error={contactError}
          optional
          defaultValue={contact}
          maxLength={LIMITS.contact}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="off"
        />
        <ConsentBox
          label={t('issues.form.consent')}
          intro={
            <>
              {t('issues.form.consent.intro')} <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
            </>
          }
          parts={consentParts(t, 'issues.form')}
          error={consentError}
          defaultChecked={consented}
          required={false}
        />
      </div>
    </details>
  );
}
