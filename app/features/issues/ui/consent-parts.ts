import type { Translate } from '#app/i18n/words.ts';
import type { ConsentPart } from '#app/ui/consent-box.tsx';

/** The six parts that the law asks of a consent, in its order. A change of meaning needs a new version in forms.ts. */
const PARTS = ['who', 'keeper', 'purpose', 'data', 'term', 'end'] as const;

/** The parts of one of our consents: under common headings, each form's own sentences. */
export function consentParts(t: Translate, form: 'issues.form' | 'issues.public.reply'): ConsentPart[] {
  return PARTS.map((part) => ({ title: t(`issues.form.consent.${part}`), text: t(`${form}.consent.${part}.text`) }));
}
