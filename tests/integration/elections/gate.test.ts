import { afterAll, describe, expect, it } from 'vitest';
import { confirmEligibility } from '#app/features/elections/commands/confirm-eligibility.server.ts';
import { stateElection } from '#app/features/elections/commands/state-election.server.ts';
import type { StatementForm } from '#app/features/elections/forms.ts';
import { electionForOperator } from '#app/features/elections/operator.server.ts';
import { confirmedAt, mayCampaign, mayTakePart, publicGate } from '#app/features/elections/public.server.ts';
import { sayRefusal, type ElectionAnswer } from '#app/features/elections/rules/campaign-gate.ts';
import { getCandidacy } from '#app/features/elections/candidacy.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { teamsAtWork } from './team-world.ts';

const NOW = new Date('2029-11-01T08:00:00Z');
const INSIDE = new Date('2029-12-10T08:00:00Z');
const sql = adminConnection();
const at = teamsAtWork(sql, NOW);
afterAll(() => sql.end());

type Stated = StatementForm extends infer Form ? (Form extends unknown ? Omit<Form, 'clientId'> : never) : never;
const operator = { kind: 'operator', userId: newId() } as const;
const stated = (form: Stated, now = NOW) =>
  stateElection({ scope: operator, now }, { ...form, clientId: newId() } as StatementForm);
const gate = (now: Date, work = at.candidate, organisationId = work.scope.organisationId) =>
  withScope(work.scope, (tx) => mayCampaign(tx, organisationId, now));
const said = (answer: ElectionAnswer) =>
  answer.ok ? [] : LOCALES.map((locale) => sayRefusal(wordsFor(locale), locale, answer));

describe('the gate, asked in the database', () => {
  it('opens step by step as the operator states day, payer and clearance, and tells what is missing', async () => {
    expect(await gate(NOW)).toMatchObject({ code: 'elections.refused.no-day', date: NOW });
    expect(await publicGate(NOW)).toMatchObject({ code: 'elections.refused.no-day' });
    expect(await stated({ intent: 'day', day: '2029-12-23', was: '' })).toMatchObject({ ok: true });
    expect(await gate(INSIDE)).toMatchObject({ code: 'elections.refused.no-payer', date: INSIDE });
    expect(await stated({ intent: 'payer', payer: 'Nümunə operator' })).toMatchObject({ ok: true });
    const unclear = await gate(INSIDE);
    expect(unclear).toMatchObject({ code: 'elections.refused.no-clearance' });
    expect(said(unclear)).toEqual([
      'Hüquqşünasın rəyi hələ təsdiqlənməyib. Vəziyyət: 10\u00a0dekabr 2029, saat\u00a012:00.',
      "A lawyer's clearance has not been confirmed yet. As of December\u00a010, 2029, 12:00.",
      'Заключение юриста ещё не подтверждено. По состоянию на 10\u00a0декабря 2029\u00a0г., 12:00.',
    ]);
    expect(await stated({ intent: 'clearance', lawyer: 'Nümunə Hüquqşünas', clearedOn: '2029-10-30' })).toMatchObject({
      ok: true,
    });
    expect(await gate(INSIDE)).toEqual({ ok: true });
    expect(await publicGate(INSIDE)).toEqual({ ok: true });
    const early = await gate(NOW);
    expect(early).toMatchObject({
      code: 'elections.refused.before-window',
      date: new Date('2029-11-29T20:00:00Z'),
    });
    expect(said(early)[0]).toBe(
      'Seçkiqabağı təşviqat hələ başlamayıb. Başlanğıc: 30\u00a0noyabr 2029, saat\u00a000:00.',
    );
    expect(await gate(new Date('2029-12-22T04:00:00Z'))).toMatchObject({ code: 'elections.refused.after-window' });
  });

  it('is shut for a society, and a team cannot ask for another', async () => {
    expect(await gate(INSIDE, at.society)).toMatchObject({ code: 'elections.refused.not-a-team' });
    expect(await gate(INSIDE, at.candidate, at.rivalId)).toMatchObject({ code: 'elections.refused.not-a-team' });
  });

  it('moves everything with the day', async () => {
    const before = await getCandidacy(at.candidate.scope, NOW);
    const preview = await electionForOperator(operator, NOW, '2030-01-06');
    expect(preview.day).toBe('2029-12-23');
    expect(preview.preview?.moves.find(({ key }) => key === 'campaign-start')).toMatchObject({
      from: '2029-11-30',
      to: '2029-12-14',
    });
    // Looking changes nothing.
    expect((await getCandidacy(at.candidate.scope, NOW)).day).toBe('2029-12-23');
    expect(await stated({ intent: 'day', day: '2030-01-06', was: '2029-12-23' })).toMatchObject({ ok: true });
    const after = await getCandidacy(at.candidate.scope, NOW);
    for (const [list, again] of [
      [before.items.map(({ by }) => by), after.items.map(({ by }) => by)],
      [before.calendar.map(({ on }) => on), after.calendar.map(({ on }) => on)],
    ] as const)
      expect(again.map((day, n) => Date.parse(day) - Date.parse(list[n] ?? ''))).toEqual(
        list.map(() => 14 * 86_400_000),
      );
    expect(await gate(INSIDE)).toMatchObject({
      code: 'elections.refused.before-window',
      date: new Date('2029-12-13T20:00:00Z'),
    });
  });

  it('refuses a day that is past or that somebody else changed meanwhile, and a clearance from tomorrow', async () => {
    expect(await stated({ intent: 'day', day: '2029-11-01', was: '2030-01-06' })).toMatchObject({
      refusal: { code: 'elections.error.day-past' },
    });
    expect(await stated({ intent: 'day', day: '2029-12-23', was: '2029-12-23' })).toMatchObject({
      refusal: { code: 'elections.error.changed' },
    });
    expect(await stated({ intent: 'clearance', lawyer: 'Kimsə', clearedOn: '2029-11-02' })).toMatchObject({
      refusal: { code: 'elections.error.cleared-later' },
    });
  });

  it('closes at once when the operator takes the clearance back, and keeps the history and the trail', async () => {
    const inside = new Date('2029-12-20T08:00:00Z');
    expect(await gate(inside)).toEqual({ ok: true });
    expect(await stated({ intent: 'withdraw', what: 'clearance' })).toMatchObject({ ok: true });
    expect(await gate(inside)).toMatchObject({ code: 'elections.refused.no-clearance' });
    const rows = await sql<{ day: string; lawyer: string }[]>`
      select to_char(day, 'YYYY-MM-DD') as day, lawyer from election_statements order by position`;
    expect(rows.map(({ day, lawyer }) => [day, lawyer])).toEqual([
      ['2029-12-23', ''],
      ['2029-12-23', ''],
      ['2029-12-23', 'Nümunə Hüquqşünas'],
      ['2030-01-06', 'Nümunə Hüquqşünas'],
      ['2030-01-06', ''],
    ]);
    const trail = await sql<{ action: string }[]>`
      select action from audit_entries where subject_type = 'election' order by id`;
    expect(trail.map(({ action }) => action)).toEqual([
      'election.day-set',
      'election.payer-stated',
      'election.clearance-confirmed',
      'election.day-set',
      'election.withdrawn',
    ]);
  });

  it('asks for payer and clearance anew when the next election is set after this one', async () => {
    expect(await stated({ intent: 'clearance', lawyer: 'Kimsə', clearedOn: '2029-11-01' })).toMatchObject({ ok: true });
    const later = new Date('2030-02-01T08:00:00Z');
    expect(await stated({ intent: 'day', day: '2034-12-20', was: '2030-01-06' }, later)).toMatchObject({ ok: true });
    expect(await gate(later)).toMatchObject({ code: 'elections.refused.no-payer' });
  });

  it('lets nobody but the operator state anything, and nobody change a statement', async () => {
    const row = { id: newId(), day: '2031-01-01', statedBy: at.candidate.scope.userId };
    const { electionStatements } = await import('#db/schema/index.ts');
    await expect(
      withScope(at.candidate.scope, (tx) => tx.insert(electionStatements).values(row)),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level security') } });
    await expect(
      withScope({ ...operator }, (tx) => tx.update(electionStatements).set({ payer: 'x' })),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } });
  });
});

describe('age and citizenship', () => {
  const confirm = (isAdult: boolean, isCitizen: boolean) =>
    confirmEligibility(at.canvasser, { clientId: newId(), isAdult, isCitizen, locale: 'az' });
  const inside = new Date('2034-12-10T08:00:00Z');

  it('are both needed, each refused by its own reason and date, and nothing is kept of a refusal', async () => {
    const young = await confirm(false, true);
    expect(young).toMatchObject({ ok: false, code: 'elections.refused.age', date: NOW });
    expect(said(young as ElectionAnswer)).toEqual([
      'Təşviqatda yalnız 18 yaşı tamam olmuş şəxslər iştirak edə bilər. Vəziyyət: 1\u00a0noyabr 2029, saat\u00a012:00.',
      'Only people aged 18 or older may take part in campaigning. As of November\u00a01, 2029, 12:00.',
      'В агитации могут участвовать только лица, достигшие 18 лет. По состоянию на 1\u00a0ноября 2029\u00a0г., 12:00.',
    ]);
    const foreign = await confirm(true, false);
    expect(said(foreign as ElectionAnswer)).toEqual([
      'Təşviqatda yalnız Azərbaycan Respublikasının vətəndaşları iştirak edə bilər. Vəziyyət: 1\u00a0noyabr 2029, saat\u00a012:00.',
      'Only citizens of the Republic of Azerbaijan may take part in campaigning. As of November\u00a01, 2029, 12:00.',
      'В агитации могут участвовать только граждане Азербайджанской Республики. По состоянию на 1\u00a0ноября 2029\u00a0г., 12:00.',
    ]);
    expect(await sql`select 1 from campaign_confirmations`).toHaveLength(0);
  });

  it('open campaigning to whoever confirmed both, once, with version and moment', async () => {
    await stated({ intent: 'payer', payer: 'Operator' }, new Date('2034-11-01T08:00:00Z'));
    await stated({ intent: 'clearance', lawyer: 'Kimsə', clearedOn: '2034-10-30' }, new Date('2034-11-01T08:00:00Z'));
    const { organisationId, userId } = at.canvasser.scope;
    const takePart = () => withScope(at.canvasser.scope, (tx) => mayTakePart(tx, { organisationId, userId }, inside));
    expect(await takePart()).toMatchObject({ code: 'elections.refused.not-confirmed', date: inside });
    expect(await confirm(true, true)).toMatchObject({ ok: true });
    expect(await confirm(true, true)).toMatchObject({ ok: true });
    expect(await takePart()).toEqual({ ok: true });
    expect(await sql`select text_version, locale from campaign_confirmations`).toEqual([
      { text_version: '2026-11', locale: 'az' },
    ]);
    // In another team it was not said.
    const rival = await withScope(at.rival.scope, (tx) => confirmedAt(tx, organisationId, userId));
    expect(rival).toBeUndefined();
  });
});
