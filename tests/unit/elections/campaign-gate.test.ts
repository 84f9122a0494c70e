import { describe, expect, it } from 'vitest';
import {
  campaignGate,
  mayHaveAgent,
  NOTHING_STATED,
  REFUSALS,
  refusedAt,
  sayRefusal,
  type ElectionAnswer,
} from '#app/features/elections/rules/campaign-gate.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';

const NOW = new Date('2025-01-10T08:00:00Z');
const CLEAR = { day: '2025-01-29', payer: 'Operator', lawyer: 'Hüquqşünas', clearedOn: '2025-01-02' };
const said = (answer: ElectionAnswer) =>
  answer.ok ? [] : LOCALES.map((locale) => sayRefusal(wordsFor(locale), locale, answer));
const at = (moment: string, statement = CLEAR) => campaignGate(statement, 'team', new Date(moment));

describe('the gate before campaigning', () => {
  it('is open for a team within the days, when the operator has stated everything', () => {
    expect(at('2025-01-05T20:00:00Z')).toEqual({ ok: true });
    expect(at('2025-01-28T03:59:59Z')).toEqual({ ok: true });
  });

  it('refuses before and after the days, with the day that counts', () => {
    const early = at('2025-01-05T19:59:59Z');
    expect(early).toMatchObject({ code: 'elections.refused.before-window', date: new Date('2025-01-05T20:00:00Z') });
    expect(said(early)).toEqual([
      'Seçkiqabağı təşviqat hələ başlamayıb. Başlanğıc: 6\u00a0yanvar 2025, saat\u00a000:00.',
      'Campaigning has not begun yet. It begins: January\u00a06, 2025, 00:00.',
      'Предвыборная агитация ещё не началась. Начало: 6\u00a0января 2025\u00a0г., 00:00.',
    ]);
    const late = at('2025-01-28T04:00:00Z');
    expect(late).toMatchObject({ code: 'elections.refused.after-window' });
    expect(said(late)).toEqual([
      'Seçkiqabağı təşviqat dayandırılıb. Bitdiyi vaxt: 28\u00a0yanvar 2025, saat\u00a008:00.',
      'Campaigning has stopped. It ended: January\u00a028, 2025, 08:00.',
      'Предвыборная агитация прекращена. Окончание: 28\u00a0января 2025\u00a0г., 08:00.',
    ]);
  });

  it('moves with the day', () => {
    expect(at('2025-01-10T08:00:00Z', { ...CLEAR, day: '2025-03-01' })).toMatchObject({
      code: 'elections.refused.before-window',
      date: new Date('2025-02-05T20:00:00Z'),
    });
  });

  it('refuses what the operator has not stated, and says which', () => {
    const codes = [
      NOTHING_STATED,
      { ...CLEAR, payer: '' },
      { ...CLEAR, lawyer: '' },
      { ...CLEAR, clearedOn: null },
    ].map((statement) => {
      const answer = campaignGate(statement, 'team', NOW);
      return answer.ok ? 'ok' : answer.code;
    });
    expect(codes).toEqual([
      'elections.refused.no-day',
      'elections.refused.no-payer',
      'elections.refused.no-clearance',
      'elections.refused.no-clearance',
    ]);
    expect(said(campaignGate({ ...CLEAR, lawyer: '' }, 'team', NOW))).toEqual([
      'Hüquqşünasın rəyi hələ təsdiqlənməyib. Vəziyyət: 10\u00a0yanvar 2025, saat\u00a012:00.',
      "A lawyer's clearance has not been confirmed yet. As of January\u00a010, 2025, 12:00.",
      'Заключение юриста ещё не подтверждено. По состоянию на 10\u00a0января 2025\u00a0г., 12:00.',
    ]);
  });

  it('is shut for every organisation that is no team', () => {
    for (const kind of ['network', 'cbo', 'initiative_group', 'society'] as const)
      expect(campaignGate(CLEAR, kind, NOW)).toMatchObject({ ok: false, code: 'elections.refused.not-a-team' });
  });

  it('allows three agents and no fourth', () => {
    expect([0, 1, 2].map((registered) => mayHaveAgent(registered, NOW).ok)).toEqual([true, true, true]);
    const fourth = mayHaveAgent(3, NOW);
    expect(fourth).toMatchObject({ ok: false, code: 'elections.refused.agents-cap', params: { most: 3 }, date: NOW });
    expect(said(fourth)).toEqual([
      'Bələdiyyə üzvlüyünə namizədin ən çoxu 3 vəkil edilmiş şəxsi ola bilər. Vəziyyət: 10\u00a0yanvar 2025, saat\u00a012:00.',
      'A candidate for a municipality may have at most 3 authorised agents. As of January\u00a010, 2025, 12:00.',
      'У кандидата в муниципалитет может быть не более 3 доверенных лиц. По состоянию на 10\u00a0января 2025\u00a0г., 12:00.',
    ]);
  });

  it('says every refusal with its date in three languages', () => {
    for (const code of [...REFUSALS, 'teams.refused.not-briefed'])
      for (const locale of LOCALES)
        expect(
          sayRefusal(wordsFor(locale), locale, { ...refusedAt('elections.refused.age', NOW), code }),
          `${code} ${locale}`,
        ).toContain('2025');
  });
});
