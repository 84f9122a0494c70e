import type { Translate } from '#app/i18n/words.ts';
import type { ConsentPart } from '#app/ui/consent-box.tsx';

/** The six parts of a signer's consent, in the law's order. A change of meaning needs a new version in signing-forms.ts. */
const PARTS = ['who', 'keeper', 'purpose', 'data', 'term', 'end'] as const;

export function signingConsent(t: Translate, organisation: string): ConsentPart[] {
  return PARTS.map((part) => ({
    title: t(`issues.form.consent.${part}`),
    text:
      part === 'keeper'
        ? t('support.sign.consent.keeper.text', { organisation })
        : t(`support.sign.consent.${part}.text`),
  }));
}
