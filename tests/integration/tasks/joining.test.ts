import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideJoin } from '#app/features/tasks/commands/decide-join.server.ts';
import { makeJoinForm, saveJoinForm } from '#app/features/tasks/commands/keep-join-form.server.ts';
import { sendJoin } from '#app/features/tasks/commands/send-join.server.ts';
import { findJoinForm } from '#app/features/tasks/join-form.server.ts';
import { joinForm, type JoinForm } from '#app/features/tasks/join-forms.ts';
import { forgetJoining } from '#app/features/tasks/jobs.server.ts';
import { readJoining, readSubmission } from '#app/features/tasks/joining.server.ts';
import { joinAddress } from '#app/features/tasks/public.server.ts';
import { saveTask } from '#app/features/tasks/commands/keep-task.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
/** The story's own are not counted here. */
beforeAll(() => sql`delete from join_forms`);
afterAll(() => sql.end());

let count = 0;
const sent = (changes: Partial<JoinForm> = {}): JoinForm => ({
  clientId: newId(),
  roleId: '',
  name: `Qoşulan Sınaq${(count += 1)}`,
  phone: `+9945550${String(10_000 + count)}`,
  email: '',
  region: 'AZ-AST',
  place: 'Pensər',
  skills: ['driving'],
  times: ['sunday'],
  languages: ['tly'],
  grown: 'yes',
  ageBand: null,
  gender: null,
  guardianName: '',
  guardianContact: '',
  message: '',
  consent: 'on',
  ...changes,
});
const stranger = () => ({ clientKey: newId(), now: new Date(), locale: 'az' as const });
const role = (changes = {}) => ({
  id: '',
  title: 'Sürücü',
  places: 0,
  reservedFor: 'nobody' as const,
  reserved: 0,
  ...changes,
});

/** The organisation's form, open, with these roles. */
async function open(roles: ReturnType<typeof role>[] = [], work = at.organiser) {
  const made = await makeJoinForm(work, { clientId: newId(), campaignId: null, locale: 'az' });
  if (!made.ok) throw new Error(made.refusal.code);
  const { formId } = made.value;
  await saveJoinForm(work, formId, { clientId: newId(), isOpen: 'on', intro: 'Gəlin', roles }, 'az');
  const [row] = await sql<{ slug: string }[]>`select slug from join_forms where id = ${formId}`;
  return { formId, slug: row?.slug as string };
}
const pendingOf = async (name: string) =>
  (await readJoining(at.organiser.scope)).pending.find((one) => one.name === name)?.id as string;
const decide = (id: string, decision: 'accept' | 'decline' = 'accept') =>
  decideJoin(at.organiser, id, { clientId: newId(), decision });

describe('joining', () => {
  it('waits sealed, is taken in once with consents, skills and times, and is gone from the form then', async () => {
    const { slug } = await open();
    const form = sent({ message: 'Gizli söz', wantsEvents: 'on' });
    for (let at5 = 0; at5 < 5; at5 += 1) expect(await sendJoin(stranger(), slug, form)).toMatchObject({ ok: true });
    const rows = await sql`select cipher from join_submissions where state = 'pending'`;
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.cipher)).not.toMatch(/Gizli|Qoşulan|99455/u);
    const id = await pendingOf(form.name);
    const both = await Promise.all([decide(id), decide(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [row] = await sql<
      { person_id: string; cipher: string | null }[]
    >`select person_id, cipher from join_submissions where id = ${id}`;
    expect(row?.cipher).toBeNull();
    const personId = row?.person_id as string;
    const marks =
      await sql`select kind || ':' || value as mark from people_marks where person_id = ${personId} order by 1`;
    expect(marks.map(({ mark }) => mark as string)).toEqual([
      'language:tly',
      'role:volunteer',
      'skill:driving',
      'time:sunday',
    ]);
    const consents =
      await sql`select purpose, channel, recorded_by from people_consents where person_id = ${personId} order by 1`;
    expect(consents).toEqual([
      { purpose: 'events', channel: 'phone', recorded_by: null },
      { purpose: 'volunteering', channel: 'phone', recorded_by: null },
    ]);
  });

  it('takes an under-18 with a guardian only, keeps the guardian, and gives no task without one', async () => {
    const fields = { ...sent({ grown: 'no' }), ageBand: undefined, gender: undefined };
    const read = joinForm.safeParse(fields);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([
      'guardianName',
      'guardianContact',
      'guardianConsent',
    ]);
    const { slug } = await open();
    const form = sent({
      grown: 'no',
      ageBand: '30_44',
      guardianName: 'Ana Sınaq',
      guardianContact: '0501112233',
      guardianConsent: 'on',
    });
    await sendJoin(stranger(), slug, form);
    const id = await pendingOf(form.name);
    expect(await readSubmission(at.organiser.scope, id)).toMatchObject({
      ageBand: '14_17',
      sent: { guardian: { name: 'Ana Sınaq' } },
    });
    const taken = await decide(id);
    const personId = (taken as { value: { personId: string } }).value.personId;
    const give = () =>
      saveTask(at.organiser, null, {
        clientId: newId(),
        title: 'Sınaq işi',
        details: '',
        dueOn: null,
        who: `person:${personId}`,
        campaignId: null,
      });
    expect(await give()).toMatchObject({ ok: true });
    await sql`update people_guardians set withdrawn_at = now() where person_id = ${personId}`;
    expect(await give()).toEqual({ ok: false, refusal: { code: 'people.error.guardian', field: 'who' } });
  });

  it('keeps a team free of under-18s and asks it for age and citizenship', async () => {
    const { slug } = await open();
    await sql`update organisations set kind = 'team' where id = ${at.organisationId}`;
    try {
      const minor = sent({
        grown: 'no',
        guardianName: 'Ana',
        guardianContact: '0501112233',
        guardianConsent: 'on',
        citizen: 'on',
      });
      expect(await sendJoin(stranger(), slug, minor)).toEqual({
        ok: false,
        refusal: { code: 'tasks.join.error.minor-team', field: 'grown' },
      });
      expect(await sendJoin(stranger(), slug, sent())).toEqual({
        ok: false,
        refusal: { code: 'tasks.join.error.citizen', field: 'citizen' },
      });
      expect(await sendJoin(stranger(), slug, sent({ citizen: 'on' }))).toMatchObject({ ok: true });
    } finally {
      await sql`update organisations set kind = 'cbo' where id = ${at.organisationId}`;
    }
  });

  it('keeps places for women when two are accepted at once, and on the form', async () => {
    const { slug } = await open([role({ title: 'Anketçi', places: 2, reservedFor: 'women', reserved: 1 })]);
    const roleId = (await findJoinForm(slug))?.roles[0]?.id as string;
    const men = [sent({ roleId, gender: 'man' }), sent({ roleId })];
    for (const man of men) expect(await sendJoin(stranger(), slug, man)).toMatchObject({ ok: true });
    const ids = await Promise.all(men.map(({ name }) => pendingOf(name)));
    const answers = await Promise.all(ids.map((id) => decide(id)));
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.refusal.code)).sort()).toEqual([
      'in',
      'tasks.join.error.kept',
    ]);
    expect(await sendJoin(stranger(), slug, sent({ roleId, gender: 'man' }))).toMatchObject({
      refusal: { code: 'tasks.join.error.kept' },
    });
    const woman = sent({ roleId, gender: 'woman' });
    await sendJoin(stranger(), slug, woman);
    expect(await decide(await pendingOf(woman.name))).toMatchObject({ ok: true });
    expect(await sendJoin(stranger(), slug, sent({ roleId, gender: 'woman' }))).toMatchObject({
      refusal: { code: 'tasks.join.error.full' },
    });
  });

  it('erases what a declined one wrote, at once, and what nobody decided on, after 90 days', async () => {
    const { slug } = await open();
    const [a, b] = [sent({ gender: 'woman' }), sent()];
    await sendJoin(stranger(), slug, a);
    await sendJoin(stranger(), slug, b);
    const [declined, waiting] = [await pendingOf(a.name), await pendingOf(b.name)];
    await decide(declined, 'decline');
    expect(await sql`select cipher, gender, person_id from join_submissions where id = ${declined}`).toEqual([
      { cipher: null, gender: null, person_id: null },
    ]);
    const before = await sql`select 1 from join_submissions where state = 'accepted'`;
    expect(await forgetJoining(new Date())).toBe(0);
    expect(await forgetJoining(new Date(Date.now() + 91 * 86_400_000))).toBeGreaterThanOrEqual(2);
    expect(await sql`select 1 from join_submissions where id in (${declined}, ${waiting})`).toHaveLength(0);
    expect(await sql`select 1 from join_submissions where state = 'accepted'`).toHaveLength(before.length);
  });

  it('stands on the public page while it is open, and a team’s never does', async () => {
    const { formId, slug } = await open();
    const address = () => joinAddress({ organisationId: at.organisationId });
    expect(await address()).toBe(slug);
    await sql`update organisations set kind = 'team' where id = ${at.organisationId}`;
    expect(await address()).toBeUndefined();
    await sql`update organisations set kind = 'cbo' where id = ${at.organisationId}`;
    await saveJoinForm(at.organiser, formId, { clientId: newId(), intro: '', roles: [] }, 'az');
    expect(await address()).toBeUndefined();
  });

  it('is closed, unknown or a stranger’s without a trace', async () => {
    const { formId, slug } = await open();
    const form = sent();
    await sendJoin(stranger(), slug, form);
    const id = await pendingOf(form.name);
    expect(await readSubmission(at.stranger.scope, id)).toBeUndefined();
    expect(await decideJoin(at.stranger, id, { clientId: newId(), decision: 'accept' })).toMatchObject({
      ok: false,
    });
    expect(await decideJoin(at.moderator, id, { clientId: newId(), decision: 'accept' })).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect((await readJoining(at.stranger.scope)).pending).toEqual([]);
    expect(await saveJoinForm(at.stranger, formId, { clientId: newId(), intro: 'x', roles: [] }, 'az')).toMatchObject({
      ok: false,
    });
    await saveJoinForm(at.organiser, formId, { clientId: newId(), intro: '', roles: [] }, 'az');
    const rows = () => sql`select count(*)::int as n from join_submissions`;
    const [before] = await rows();
    expect(await sendJoin(stranger(), slug, sent())).toMatchObject({ refusal: { code: 'tasks.join.closed' } });
    expect(await sendJoin(stranger(), 'yoxdur', sent())).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await rows())[0]).toEqual(before);
  });
});
