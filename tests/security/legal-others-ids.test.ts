import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';
import { makeBundle } from '#app/features/legal-aid/commands/keep-bundles.server.ts';
import { addDeadline } from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { fileDocument, keepDocument } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { addTask, writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { logTime } from '#app/features/legal-aid/commands/log-time.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { get, post, type Answer } from '#tests/integration/accounts/world.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { cookieOf, sql } from './legal-keys-world.ts';

type Handler = (args: never) => Promise<unknown>;
type Page = { loader?: Handler; action?: Handler };
const pages = import.meta.glob<Page>('/app/routes/legal/*.{ts,tsx}');

/** Rooms of a case and of a bundle, as the directory board has them: each with its address and its file. */
function rooms(entries: readonly RouteConfigEntry[], above = ''): { path: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path].filter(Boolean).join('/');
    const own = /legal\/:org\/(cases\/:id|bundles\/:bundle|team\/:staff)/.test(path) && entry.path;
    return [...(own ? [{ path, file: entry.file }] : []), ...rooms(entry.children ?? [], path)];
  });
}
const ROOMS = rooms(routes as RouteConfigEntry[]);

/** A case in somebody's hands with one of each thing that has an id. */
async function fullCase(desk: Desk, person: DeskPerson) {
  const work: DeskWork = await deskWork(desk, person);
  const { caseId } = await makeCase(desk);
  const at = () => ({ caseId, clientId: newId() });
  const done: ({ ok: true } | { ok: false; refusal: { code: string } })[] = [
    await claimCase(work, at()),
    await openCase(work, { caseId, reason: 'assigned' }),
    await writeNote(work, { ...at(), text: 'Qeyd', visibility: 'team' }),
    await addTask(work, { ...at(), title: 'Tapşırıq', dueOn: null, staffId: person.staffId }),
    await addDeadline(work, {
      ...at(),
      ruleKey: null,
      on: '2027-03-02',
      title: 'Son gün',
      note: '',
      isCritical: true,
      isShown: false,
    }),
    await logTime(work, { ...at(), onDay: work.today, minutes: 30, activity: 'call' }),
  ];
  const document = await keepDocument(work, { ...at(), id: null, template: 'complaint', title: 'Şikayət', fields: {} });
  const documentId = document.ok ? document.value.id : '';
  done.push(document, await fileDocument(work, { ...at(), documentId }));
  const bundle = await makeBundle(work, { clientId: newId(), title: 'Dəst', campaignId: null });
  done.push(bundle);
  expect(done.map((one) => (one.ok ? 'ok' : one.refusal.code))).toEqual(done.map(() => 'ok'));
  const one = async (query: Promise<readonly unknown[]>): Promise<string> => ((await query)[0] as { id: string }).id;
  return {
    id: caseId,
    document: documentId,
    bundle: bundle.ok ? bundle.value.id : '',
    staff: person.staffId,
    file: await one(sql`select record_id as id from legal.files where case_id = ${caseId}`),
    note: await one(sql`select id from legal.records where case_id = ${caseId} and kind = 'note'`),
    task: await one(sql`select id from legal.dates where case_id = ${caseId} and kind = 'task'`),
    date: await one(sql`select id from legal.dates where case_id = ${caseId} and kind = 'deadline'`),
    entry: await one(sql`select id from legal.time_entries where case_id = ${caseId}`),
  };
}
type Ids = Awaited<ReturnType<typeof fullCase>>;

/** Everything of a desk, as one number: opened sessions have moments and are no part of it. */
async function stateOf(desk: Desk): Promise<string> {
  const tables = await sql<{ at: string }[]>`
    select format('%I.%I', table_schema, table_name) as at from information_schema.columns
    where table_schema in ('legal', 'vault_keys') and column_name = 'organisation_id' and table_name <> 'unlocks' order by 1`;
  const parts: string[] = [];
  for (const { at } of tables) {
    const [row] = await sql.unsafe(
      `select count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as state from ${at} t where organisation_id = '${desk.organisationId}'`,
    );
    parts.push(`${at} ${String(row?.['state'])}`);
  }
  return parts.join('\n');
}

const sends = (...forms: Record<string, string>[]): Record<string, string>[] => forms;
/** What the rooms' forms send, with the things that they name; a room that is not here gets the first. */
const FORMS: Record<string, (ids: Ids) => Record<string, string>[]> = {
  'case-thread.tsx': () => sends({ intent: 'reply', text: 'Salam' }),
  'case-notes.tsx': ({ task }) =>
    sends({ intent: 'note', text: 'Yad qeyd', visibility: 'team' }, { intent: 'end', task, to: 'dropped' }),
  'case-dates.tsx': ({ date }) =>
    sends({ intent: 'end', date, to: 'dropped' }, { intent: 'sign-off', date, step: 'approved' }),
  'case-time.tsx': ({ entry }) => sends({ intent: 'remove', entry }),
  'case-identity.tsx': () => sends({ intent: 'ask', reason: 'court', text: 'Səbəb' }),
  'case-redaction.tsx': ({ note }) => sends({ record: note, passage: 'Qeyd' }),
  'case-outcome.tsx': () => sends({ intent: 'close', outcome: 'answered', text: 'Bitdi' }),
  'case-conflicts.tsx': () => sends({ intent: 'party', side: 'ours', name: 'Kimsə' }),
  'case-steps.tsx': () => sends({ intent: 'claim' }, { intent: 'return', reason: 'Səbəb' }),
  'opening.tsx': () => sends({ reason: 'emergency' }),
  'bundle.tsx': ({ id }) => sends({ intent: 'fact', text: 'Fakt' }, { intent: 'remove', case: id }),
  'team-member.tsx': () => sends({ intent: 'revoke', understood: 'on' }),
};
const nothing = (): Record<string, string>[] => [{}];

describe('G12: ids of others', () => {
  let own: { desk: Desk; lead: DeskPerson; ids: Ids; cookies: Record<'lawyer' | 'lead', string> };
  let other: { desk: Desk; ids: Ids };
  let hidden: Ids;
  let colleagues: Ids;

  beforeAll(async () => {
    const desk = await makeDesk(sql);
    const [lawyer, colleague] = [await addStaff(sql, desk), await addStaff(sql, desk)];
    await addStaff(sql, desk, 'custodian');
    const ids = await fullCase(desk, lawyer);
    // Two of a colleague's at the same desk: one that everybody may see, and one from which both are kept.
    colleagues = await fullCase(desk, colleague);
    hidden = await fullCase(desk, colleague);
    for (const { staffId } of [lawyer, desk.lead])
      await sql`insert into legal.exclusions (case_id, staff_id, organisation_id, by) values (${hidden.id}, ${staffId}, ${desk.organisationId}, 'applicant')`;
    const cookies = { lawyer: await cookieOf(desk, lawyer), lead: await cookieOf(desk, desk.lead) };
    own = { desk, lead: desk.lead, ids, cookies };
    const elsewhere = await makeDesk(sql);
    const theirs = await addStaff(sql, elsewhere);
    await addStaff(sql, elsewhere);
    other = { desk: elsewhere, ids: await fullCase(elsewhere, theirs) };
  }, 120_000);
  afterAll(() => sql.end());

  /** Knocks at one room with a reader's cookie, by address and by each of its forms. */
  async function knock(file: string, who: 'lawyer' | 'lead', params: Ids, slug: string, named: Ids): Promise<Answer[]> {
    const page = (await pages[`/app/${file}`]?.()) ?? {};
    const asked = { cookie: own.cookies[who], params: { ...params, org: slug } };
    const answers = page.loader ? [await get(page.loader, `/legal/${slug}`, asked)] : [];
    const forms = (FORMS[file.split('/').at(-1) ?? ''] ?? nothing)(named);
    for (const fields of page.action ? forms : [])
      answers.push(await post(page.action as Handler, `/legal/${slug}`, { clientId: newId(), ...fields }, asked));
    return answers;
  }

  it('are there to be tried in every room', () => {
    expect(ROOMS.length).toBeGreaterThan(15);
    for (const { file } of ROOMS) expect(Object.keys(pages), file).toContain(`/app/${file}`);
  });

  it.each(ROOMS.map(({ path, file }) => [path, file] as const))(
    'in the address find nothing and change nothing: %s',
    async (path, file) => {
      const before = [await stateOf(other.desk), await stateOf(own.desk)];
      const heard: string[] = [];
      for (const who of ['lawyer', 'lead'] as const) {
        // Another desk's things under its own name and under ours.
        for (const slug of [other.desk.slug, own.desk.slug])
          heard.push(...(await knock(file, who, other.ids, slug, other.ids)).map(({ status }) => `${who} ${status}`));
        // A colleague is no secret, and bundles are their makers' and every lead's.
        const isHidden = !path.includes(':staff') && !(path.includes('bundles') && who === 'lead');
        if (isHidden)
          heard.push(
            ...(await knock(file, who, hidden, own.desk.slug, hidden)).map(({ status }) => `${who} hidden ${status}`),
          );
      }
      // Of colleagues only leads change anything, whoever they are and whether they are there or not.
      const refused = path.includes(':staff') ? ['lawyer 403'] : [];
      expect(heard.length).toBeGreaterThan(3);
      expect(heard.filter((one) => !one.endsWith(' 404') && !refused.includes(one))).toEqual([]);
      expect([await stateOf(other.desk), await stateOf(own.desk)]).toEqual(before);
    },
  );

  it('in a form of one’s own case find nothing and change nothing', async () => {
    const before = [await stateOf(other.desk)];
    for (const theirs of [other.ids, hidden, colleagues]) {
      const answers = [
        ...(await knock(
          'routes/legal/case-document.tsx',
          'lawyer',
          { ...own.ids, document: theirs.document },
          own.desk.slug,
          theirs,
        )),
        ...(await knock(
          'routes/legal/case-document-docx.ts',
          'lawyer',
          { ...own.ids, document: theirs.document },
          own.desk.slug,
          theirs,
        )),
        ...(await knock(
          'routes/legal/case-file.ts',
          'lawyer',
          { ...own.ids, file: theirs.file },
          own.desk.slug,
          theirs,
        )),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      const own404 = await stateOf(own.desk);
      const cookie = own.cookies.lawyer;
      const params = { ...own.ids, org: own.desk.slug };
      for (const [name, fields] of [
        ['case-notes.tsx', { intent: 'end', task: theirs.task, to: 'dropped' }],
        ['case-dates.tsx', { intent: 'end', date: theirs.date, to: 'dropped' }],
        ['case-dates.tsx', { intent: 'sign-off', date: theirs.date, step: 'approved' }],
        ['case-time.tsx', { intent: 'remove', entry: theirs.entry }],
        ['case-redaction.tsx', { record: theirs.note, passage: 'Qeyd' }],
        // An open case that one holds may be put into one's bundle, and a label on it: no mistake of an id.
        ...(theirs === colleagues
          ? []
          : ([
              ['bundle.tsx', { intent: 'add', cases: theirs.id }],
              ['batch.tsx', { intent: 'label', caseId: theirs.id, label: 'press' }],
            ] as const)),
      ] as const) {
        const page = (await pages[`/app/routes/legal/${name}`]?.()) as Page;
        const answer = await post(page.action as Handler, '/', { clientId: newId(), ...fields }, { cookie, params });
        expect([303, 404, 422], name).toContain(answer.status);
      }
      const changed = (await stateOf(own.desk)).split('\n').filter((line) => !own404.includes(line));
      expect(changed.map((line) => line.split(' ')[0])).toEqual([]);
      expect([await stateOf(other.desk)]).toEqual(before);
    }
  });
});
