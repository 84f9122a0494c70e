import { afterAll, describe, expect, it } from 'vitest';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, newReport } from './staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };
const unknown = { ok: false, refusal: { code: 'issues.staff.error.unknown' } };
const trailOf = async (subjectId: string) =>
  (await sql<{ action: string }[]>`select action from audit_entries where subject_id = ${subjectId} order by id`).map(
    ({ action }) => action,
  );

describe('questions to the reporter', () => {
  it('reach the receipt, are answered there, and are read by saying so', async () => {
    const { askReporter } = await import('#app/features/issues/commands/ask-reporter.server.ts');
    const { readAnswer } = await import('#app/features/issues/commands/read-answer.server.ts');
    const { answerOrganisation } = await import('#app/features/issues/commands/answer-organisation.server.ts');
    const { issueId } = await newReport(sql, at.organisationId);
    const question = { issueId, clientId: newId(), body: 'Nə vaxtdandır?' };
    expect(await askReporter(at.moderator, question)).toMatchObject({ ok: true });
    expect(await askReporter(at.moderator, question)).toMatchObject({ ok: true });
    const [asked] =
      await sql`select awaits, (select count(*)::int from issue_messages m where m.issue_id = i.id) as messages from issues i where id = ${issueId}`;
    expect(asked).toEqual({ awaits: 'reporter', messages: 1 });
    await answerOrganisation(
      { holder: { issueId, organisationId: at.organisationId }, now: new Date() },
      { clientId: newId(), text: 'İki həftədir.' },
    );
    const { getToday } = await import('#app/features/issues/staff-today.server.ts');
    expect((await getToday(at.moderator.scope, new Date())).answers.map(({ id }) => id)).toContain(issueId);
    expect(await readAnswer(at.moderator, { issueId, clientId: newId() })).toMatchObject({ ok: true });
    expect((await getToday(at.moderator.scope, new Date())).answers.map(({ id }) => id)).not.toContain(issueId);
  });

  it('are not for readers, strangers, or reports that nobody holds a receipt of', async () => {
    const { askReporter } = await import('#app/features/issues/commands/ask-reporter.server.ts');
    const { issueId } = await newReport(sql, at.organisationId);
    const question = () => ({ issueId, clientId: newId(), body: 'Nə vaxtdandır?' });
    expect(await askReporter(at.reader, question())).toEqual(refused);
    expect(await askReporter(at.volunteer, question())).toEqual(refused);
    expect(await askReporter(at.stranger, question())).toEqual(unknown);
    await sql`update issues set source = 'import' where id = ${issueId}`;
    expect(await askReporter(at.moderator, question())).toEqual(refused);
  });
});

describe('assignment', () => {
  it('goes to people of the organisation only', async () => {
    const { assignIssue } = await import('#app/features/issues/commands/assign-issue.server.ts');
    const { issueId } = await newReport(sql, at.organisationId);
    const give = (who: StaffWork, assigneeId: string | null) =>
      assignIssue(who, { issueId, clientId: newId(), assigneeId });
    expect(await give(at.organiser, at.moderator.scope.userId)).toMatchObject({ ok: true });
    expect(await give(at.organiser, at.stranger.scope.userId)).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.error.assignee', field: 'assigneeId' },
    });
    expect(await give(at.moderator, null)).toEqual(refused);
    expect(await give(at.stranger, null)).toEqual(unknown);
    expect(await sql`select assignee_id from issues where id = ${issueId}`).toEqual([
      { assignee_id: at.moderator.scope.userId },
    ]);
    expect(await trailOf(issueId)).toEqual(['issue.submitted', 'issue.assign']);
  });
});

describe('a contact', () => {
  it('is opened on demand, by those who may, and each opening is written down', async () => {
    const { showContact } = await import('#app/features/issues/commands/show-contact.server.ts');
    const { issueId } = await newReport(sql, at.organisationId, {
      contact: { value: '+994501112233', consentVersion: 'test' },
    });
    expect(await showContact(at.reader, { issueId })).toEqual(refused);
    expect(await showContact(at.stranger, { issueId })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.error.no-contact' },
    });
    expect(await showContact(at.moderator, { issueId })).toEqual({ ok: true, value: { contact: '+994501112233' } });
    expect(await trailOf(issueId)).toEqual(['issue.submitted', 'issue.see-contact']);
  });

  it('stands neither in the page’s data nor in the table to take away', async () => {
    const { getStaffIssue } = await import('#app/features/issues/staff-issue.server.ts');
    const { exportIssues } = await import('#app/features/issues/staff-export.server.ts');
    const { wordsFor } = await import('#app/i18n/words.ts');
    const { issueId } = await newReport(sql, at.organisationId, {
      contact: { value: '+994507654321', consentVersion: 'test' },
      title: '=HYPERLINK("x")',
      place: '@yer; "dırnaq"',
    });
    const view = await getStaffIssue(at.moderator.scope, issueId, new Date());
    expect(view?.hasContact).toBe(true);
    expect(JSON.stringify(view)).not.toContain('507654321');
    const table = await exportIssues(at.moderator.scope, { tab: 'all' }, { t: wordsFor('az'), locale: 'az' });
    expect(table).not.toContain('507654321');
    expect(table).not.toContain('38.6139');
    expect(table.startsWith('\ufeffNömrə;')).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(""x"")"`);
    expect(table).not.toMatch(/(^|;|")[=@+]/m);
  });
});
