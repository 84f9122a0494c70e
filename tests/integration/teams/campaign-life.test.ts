import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmEligibility } from '#app/features/elections/commands/confirm-eligibility.server.ts';
import { getBriefing, listBriefings } from '#app/features/teams/briefings.server.ts';
import { briefingForm, meetingForm, pageForm, promiseForm } from '#app/features/teams/campaign-forms.ts';
import { answerBriefing, archiveBriefing, keepBriefing } from '#app/features/teams/commands/keep-briefing.server.ts';
import { keepMeeting } from '#app/features/teams/commands/keep-meeting.server.ts';
import { keepPage } from '#app/features/teams/commands/keep-page.server.ts';
import { keepPromise } from '#app/features/teams/commands/keep-promise.server.ts';
import { getDay } from '#app/features/teams/day.server.ts';
import { listMeetings, listPromises } from '#app/features/teams/diary.server.ts';
import { publicPage } from '#app/features/teams/page.server.ts';
import { isBriefed, mayTakeCampaignShift } from '#app/features/teams/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { state, teamsAtWork } from '../elections/team-world.ts';

const NOW = new Date('2029-12-10T08:00:00Z');
const sql = adminConnection();
const at = teamsAtWork(sql, NOW);
beforeAll(() => state(sql, { day: '2029-12-23', payer: 'Operator', lawyer: 'Kimsə', clearedOn: '2029-11-01' }));
afterAll(() => sql.end());

const briefing = (more: object = {}) =>
  briefingForm.parse({
    clientId: newId(),
    title: 'Qapıda nə deyirik',
    text: 'Salam veririk, adımızı deyirik, heç nə vəd etmirik.',
    questions: [
      { question: 'Nə vəd edirik?', options: 'Pul\n* Heç nə' },
      { question: 'Nə vaxt dayanırıq?', options: '* Səsvermədən bir gün əvvəl\nHeç vaxt' },
      { question: '', options: '' },
    ],
    ...more,
  });
const answer = (id: string, version: number, answers: number[], work = at.canvasser) =>
  answerBriefing(work, id, { clientId: newId(), version, answers });
const briefed = () => withScope(at.canvasser.scope, (tx) => isBriefed(tx, at.canvasser.scope.userId));
const shift = () => {
  const { organisationId, userId } = at.canvasser.scope;
  return withScope(at.canvasser.scope, (tx) => mayTakeCampaignShift(tx, { organisationId, userId }, NOW));
};

describe('briefings', () => {
  it('make a member briefed when every answer is right, and again after a version that everybody reads anew', async () => {
    expect(await briefed()).toBe(false);
    const kept = await keepBriefing(at.candidate, null, briefing());
    const { briefingId } = (kept as { value: { briefingId: string } }).value;
    expect(await answer(briefingId, 1, [0, 0])).toMatchObject({ value: { isPassed: false, right: 1, all: 2 } });
    expect(await briefed()).toBe(false);
    expect(await answer(briefingId, 1, [1, 0])).toMatchObject({ value: { isPassed: true } });
    expect(await briefed()).toBe(true);
    // A small correction counts on.
    await keepBriefing(at.candidate, briefingId, briefing());
    expect(await briefed()).toBe(true);
    await keepBriefing(at.candidate, briefingId, briefing({ anew: 'on' }));
    expect(await briefed()).toBe(false);
    expect(await answer(briefingId, 2, [1, 0])).toMatchObject({ refusal: { code: 'teams.briefing.error.newer' } });
    expect(await answer(briefingId, 3, [1, 0])).toMatchObject({ value: { isPassed: true } });
    expect(await briefed()).toBe(true);
    const versions = await sql`select version, is_passed from briefing_answers order by created_at, version`;
    expect(versions.map(({ version, is_passed: isPassed }) => [version, isPassed])).toEqual([
      [1, false],
      [1, true],
      [3, true],
    ]);
    const { team } = await listBriefings(at.candidate.scope, { withTeam: true });
    expect(team.filter((one) => one.isBriefed).map(({ name }) => name)).toEqual(['Leman Sınaq']);
  });

  it('are hers: others neither read nor answer them, a canvasser writes none', async () => {
    const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select id from briefings`;
    expect(await getBriefing(at.rival.scope, id)).toBeNull();
    expect(await answer(id, 3, [1, 0], at.rival)).toMatchObject({ refusal: { code: 'elections.error.gone' } });
    expect(await answer(id, 3, [1, 0], at.society)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await keepBriefing(at.canvasser, null, briefing())).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
  });

  it('want one right answer to a question, and at least one question', () => {
    const codes = (questions: object[]) => {
      const parsed = briefingForm.safeParse({ ...briefing(), questions });
      return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
    };
    expect(codes([])).toEqual(['teams.briefing.error.no-questions']);
    for (const options of ['* a\n* b', 'a\nb', '* a', '* a\nb\nc\nd\ne'])
      expect(codes([{ question: 'Nə?', options }]), options).toEqual(['teams.briefing.error.question']);
  });
});

describe('a campaigning shift', () => {
  it('is open to whoever confirmed age and citizenship and is briefed, within the days', async () => {
    expect(await shift()).toMatchObject({ code: 'elections.refused.not-confirmed' });
    await confirmEligibility(at.canvasser, { clientId: newId(), isAdult: true, isCitizen: true, locale: 'ru' });
    expect(await shift()).toEqual({ ok: true });
    const kept = await keepBriefing(at.candidate, null, briefing({ title: 'İkinci' }));
    expect(await shift()).toMatchObject({ code: 'teams.refused.not-briefed', date: NOW });
    const { briefingId } = (kept as { value: { briefingId: string } }).value;
    expect(await archiveBriefing(at.candidate, { clientId: newId(), briefingId })).toMatchObject({ ok: true });
    expect(await shift()).toEqual({ ok: true });
  });
});

describe('meetings and promises', () => {
  const meeting = (more: object) =>
    keepMeeting(
      at.manager,
      meetingForm.parse({
        intent: 'meeting',
        clientId: newId(),
        kind: 'yard',
        partner: 'Bulaq küçəsi',
        day: '2029-12-05',
        ...more,
      }),
    );
  const promise = (form: object) => keepPromise(at.manager, promiseForm.parse({ clientId: newId(), ...form }));

  it('come to the candidate’s day when they are late or due', async () => {
    expect(
      await meeting({
        promise: 'Yol işıqlandırılacaq',
        promiseBy: '2029-12-08',
        followUp: 'Su haqqında cavab',
        owner: at.canvasser.scope.userId,
        followUpOn: '2029-12-09',
      }),
    ).toMatchObject({ ok: true });
    expect(
      await promise({ intent: 'promise', text: 'Uşaq meydançası', madeOn: '2029-12-01', dueOn: '2030-05-01' }),
    ).toMatchObject({
      ok: true,
    });
    const day = await getDay(at.candidate.scope, NOW);
    expect(day.promises).toMatchObject([{ text: 'Yol işıqlandırılacaq', toWhom: 'Bulaq küçəsi', isLate: true }]);
    expect(day.followUps).toMatchObject([{ followUp: 'Su haqqında cavab', owner: 'Leman Sınaq', isLate: true }]);
    expect(day.steps.find(({ key }) => key === 'documents-handed-in')).toMatchObject({ state: 'late' });
    expect(day.unbriefed).toEqual(['Aysel Sınaq', 'Orxan Sınaq']);
    expect(await getDay(at.rival.scope, NOW)).toMatchObject({ promises: [], followUps: [], unbriefed: [] });
  });

  it('leave the day when they are done; a promise stays in the ledger', async () => {
    const { meetings } = await listMeetings(at.candidate.scope, NOW);
    expect(meetings).toMatchObject([{ promises: ['Yol işıqlandırılacaq'], isLate: true }]);
    const followedUp = meetingForm.parse({ intent: 'followed-up', clientId: newId(), id: meetings[0]?.id });
    expect(await keepMeeting(at.manager, followedUp)).toMatchObject({ ok: true });
    const { promises } = await listPromises(at.candidate.scope, NOW);
    expect(promises.map(({ text, isLate }) => [text, isLate])).toEqual([
      ['Yol işıqlandırılacaq', true],
      ['Uşaq meydançası', false],
    ]);
    expect(
      await promise({ intent: 'close', id: promises[0]?.id, state: 'kept', outcome: 'İşıqlar yanır' }),
    ).toMatchObject({
      ok: true,
    });
    expect(await getDay(at.candidate.scope, NOW)).toMatchObject({ promises: [], followUps: [] });
    expect((await listPromises(at.candidate.scope, NOW)).promises).toHaveLength(2);
  });

  it('are refused to a canvasser, to another team and to an owner outside the team', async () => {
    const form = meetingForm.parse({
      intent: 'meeting',
      clientId: newId(),
      kind: 'media',
      partner: 'Qəzet',
      day: '2029-12-05',
    });
    expect(await keepMeeting(at.canvasser, form)).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await meeting({ owner: at.rival.scope.userId })).toMatchObject({ refusal: { code: 'common.error.choose' } });
    expect(await meeting({ followUpOn: '2029-12-20' })).toMatchObject({
      refusal: { code: 'teams.meeting.error.follow-up' },
    });
    const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select id from team_promises limit 1`;
    const close = promiseForm.parse({ intent: 'close', clientId: newId(), id, state: 'withdrawn' });
    expect(await keepPromise(at.rival, close)).toMatchObject({ refusal: { code: 'elections.error.gone' } });
    expect((await listMeetings(at.rival.scope, NOW)).meetings).toEqual([]);
  });
});

describe('the candidate’s public page', () => {
  const words = {
    slug: 'aysel-sinaq',
    name: 'Aysel Sınaq',
    municipality: 'Boradigah',
    about: 'Müəlliməm, on ildir Boradigahda işləyirəm.',
    orderer: 'Aysel Sınaq',
  };
  const page = (form: object, work = at.candidate) => keepPage(work, pageForm.parse({ clientId: newId(), ...form }));

  it('is shown within the campaign’s days only, and only when she wants it', async () => {
    expect(await page({ intent: 'on' })).toMatchObject({ refusal: { code: 'teams.page.error.none' } });
    expect(await page({ intent: 'save', ...words })).toMatchObject({ ok: true });
    expect(await publicPage(words.slug, NOW)).toBeNull();
    expect(await page({ intent: 'on' }, { ...at.candidate, now: new Date('2029-11-20T08:00:00Z') })).toMatchObject({
      code: 'elections.refused.before-window',
      date: new Date('2029-11-29T20:00:00Z'),
    });
    expect(await publicPage(words.slug, NOW)).toBeNull();
    expect(await page({ intent: 'on' })).toMatchObject({ ok: true });
    expect(await publicPage(words.slug, NOW)).toMatchObject({
      name: 'Aysel Sınaq',
      orderer: 'Aysel Sınaq',
      payer: 'Operator',
    });
    for (const hour of ['2029-11-29T19:59:59Z', '2029-12-22T04:00:00Z'])
      expect(await publicPage(words.slug, new Date(hour)), hour).toBeNull();
    expect(await page({ intent: 'off' })).toMatchObject({ ok: true });
    expect(await publicPage(words.slug, NOW)).toBeNull();
  });

  it('has an address of its own, is hers alone, and closes when the operator takes the clearance back', async () => {
    expect(await page({ intent: 'save', ...words }, at.rival)).toMatchObject({
      refusal: { code: 'teams.page.error.taken', field: 'slug' },
    });
    expect(await page({ intent: 'save', ...words }, at.manager)).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect(await page({ intent: 'on' })).toMatchObject({ ok: true });
    await state(sql, { day: '2029-12-23', payer: 'Operator', lawyer: '', clearedOn: null });
    expect(await publicPage(words.slug, NOW)).toBeNull();
    expect(await page({ intent: 'on' })).toMatchObject({ code: 'elections.refused.no-clearance' });
    expect(await page({ intent: 'on' }, at.society)).toMatchObject({ code: 'elections.refused.not-a-team' });
  });
});
