import { describe, expect, it } from 'vitest';
import { mayBeTold } from '#app/features/legal-aid/rules/deadlines.ts';
import { LEGAL_FACTS } from '#app/features/legal-aid/rules/legal-facts.ts';
import { LEGAL_RULES } from '#app/features/legal-aid/rules/legal-terms.ts';
import { RIGHTS_GROUND, RIGHTS_TOPICS, isRightsTopic } from '#app/features/legal-aid/rules/rights-topics.ts';
import { rightsTexts, searchRights, tellable, termText, toldTerms } from '#app/features/legal-aid/ui/rights-texts.ts';
import { CATALOGUES, wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';

describe('the rights library', () => {
  it.each(LOCALES)('has in %s the same steps and cautions for every topic', (locale) => {
    for (const topic of RIGHTS_TOPICS) {
      const { steps, care } = rightsTexts(locale, topic);
      const az = rightsTexts('az', topic);
      expect([steps.length, care.length], topic).toEqual([az.steps.length, az.care.length]);
      expect(steps.length, topic).toBeGreaterThanOrEqual(4);
      expect(care.length, topic).toBeGreaterThanOrEqual(1);
    }
  });

  it('tells no term of low certainty or unknown length, and says where there is one that it may not tell', () => {
    for (const topic of RIGHTS_TOPICS) {
      expect(RIGHTS_GROUND[topic].terms).toEqual(expect.arrayContaining(toldTerms(topic).map(({ key }) => key)));
      expect(toldTerms(topic)).toHaveLength(RIGHTS_GROUND[topic].terms.length);
      for (const fact of RIGHTS_GROUND[topic].facts) {
        expect(LEGAL_FACTS[fact].certainty, fact).not.toBe('low');
        expect(LEGAL_FACTS[fact].sources.length, fact).toBeGreaterThan(0);
      }
    }
  });

  it('would leave out an unsure term, whichever page named it', () => {
    const all = LEGAL_RULES.map((rule) => rule.key);
    const unsure = LEGAL_RULES.filter((rule) => rule.certainty === 'low' || rule.readings.length === 0);
    expect(unsure.length).toBeGreaterThan(0);
    const told = tellable(all).map((rule) => rule.key);
    expect(told).toHaveLength(all.length - unsure.length);
    for (const { key } of unsure) expect(told).not.toContain(key);
  });

  it.each(LOCALES)('writes in %s no number of days into its sentences: numbers come from the rules', (locale) => {
    const texts = Object.entries(CATALOGUES[locale]).filter(([key]) =>
      RIGHTS_TOPICS.some((topic) => key.startsWith(`legal-rights.${topic}.`)),
    );
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(([, text]) => /\d/u.test(text)).map(([key]) => key)).toEqual([]);
  });

  it.each([
    ['söküntü', 'eviction'],
    ['sokuntu', 'eviction'],
    ['СНОС', 'eviction'],
    ['summons', 'summons'],
    ['döyülmə polis', null],
    ['er doyme', 'violence'],
    ['cerime', 'protest'],
  ])('is searched without caring for letters: %s leads to %s', (query, topic) => {
    const found = searchRights('az', query);
    if (topic === null) expect(found).toEqual([]);
    else expect(found).toContain(topic);
  });

  it('shows all topics to who searched for nothing, and knows no other', () => {
    expect(searchRights('en', '  ')).toEqual([...RIGHTS_TOPICS]);
    expect([isRightsTopic('detained'), isRightsTopic('constructor'), isRightsTopic(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says terms as people do', () => {
    const t = wordsFor('az');
    const text = (key: string) => termText(LEGAL_RULES.find((rule) => rule.key === key)?.readings ?? [], t);
    expect(text('appeal.answer')).toBe('15 iş günü');
    expect(text('information.answer-losing-value')).toBe('24 saat');
    expect(text('penalty.file-sent-arrest')).toBe('elə həmin gün');
    expect(text('civil.appeal')).toBe('1 ay və ya 30 təqvim günü (hansı tez bitirsə)');
    expect(text('administrative.appeal')).toBe('müddət bəlli deyil');
    expect(LEGAL_RULES.filter(mayBeTold).length).toBeGreaterThan(15);
  });
});
