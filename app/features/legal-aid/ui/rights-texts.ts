import { isMessageKey, wordsFor, type Translate } from '#app/i18n/words.ts';
import { fold } from '#app/kernel/az-text.ts';
import { LOCALES, type Locale } from '#app/kernel/locale.ts';
import { mayBeTold } from '../rules/deadlines.ts';
import { LEGAL_RULES, type LegalRule, type Reading } from '../rules/legal-terms.ts';
import { RIGHTS_GROUND, RIGHTS_TOPICS, type RightsTopic } from '../rules/rights-topics.ts';

export type RightsTexts = { title: string; lead: string; steps: string[]; care: string[] };

/** Keys that are put together stand in the catalogue, or the page has no such line. */
function lines(locale: Locale, stem: string): string[] {
  const say = wordsFor(locale) as (key: string) => string;
  const found: string[] = [];
  for (let at = 1; isMessageKey(`${stem}.${at}`); at += 1) found.push(say(`${stem}.${at}`));
  return found;
}

/** What the page of a topic says. */
export function rightsTexts(locale: Locale, topic: RightsTopic): RightsTexts {
  const t = wordsFor(locale);
  return {
    title: t(`legal-rights.${topic}.title`),
    lead: t(`legal-rights.${topic}.lead`),
    steps: lines(locale, `legal-rights.${topic}.step`),
    care: lines(locale, `legal-rights.${topic}.care`),
  };
}

/** Topics in which every word of the query stands, in the page's language or among the search words of any. */
export function searchRights(locale: Locale, query: string): RightsTopic[] {
  const wanted = fold(query).split(/\s+/u).filter(Boolean);
  return RIGHTS_TOPICS.filter((topic) => {
    const { title, lead, steps, care } = rightsTexts(locale, topic);
    const words = LOCALES.map((one) => wordsFor(one)(`legal-rights.${topic}.words`));
    const said = fold([title, lead, ...steps, ...care, ...words].join(' '));
    return wanted.every((word) => said.includes(word));
  });
}

/** The terms that a topic's page may tell: never one of low certainty or unknown length. */
export function toldTerms(topic: RightsTopic): LegalRule[] {
  return tellable(RIGHTS_GROUND[topic].terms);
}

/** Those of these rules that may be told to somebody who is no lawyer. */
export function tellable(keys: readonly string[]): LegalRule[] {
  return LEGAL_RULES.filter((rule) => keys.includes(rule.key) && mayBeTold(rule));
}

/** "15 iş günü"; of several readings all, with the word that the first to end counts. */
export function termText(readings: readonly Reading[], t: Translate): string {
  if (readings.length === 0) return t('legal-rights.term.unknown');
  const said = readings.map(({ count, unit }) =>
    count === 0 ? t('legal-rights.term.same-day') : t(`legal-rights.term.${unit}`, { count }),
  );
  if (said.length === 1) return said[0] as string;
  return t('legal-rights.term.earlier', { terms: said.join(t('legal-rights.term.or')) });
}
