import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeKeyFile, readIdentity } from '#db/backup/keys.ts';
import { restoreArchive } from '#db/backup/read-archive.ts';
import { writeArchive } from '#db/backup/write-archive.ts';
import { eraseByLead, eraseByReceipt } from '#app/features/legal-aid/commands/erase-case.server.ts';
import { storeCaseFile } from '#app/features/legal-aid/case-files.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { openReceipt, readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { getFile } from '#app/platform/files.server.ts';
import { platformTasks } from '#app/platform/tasks.server.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  withCookie,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from '#tests/integration/legal-aid/legal-world.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { adminConnection } from '#tests/support/story.ts';
import { makeTemporaryFolder, removeTemporaryFolder, TEST_SECRET } from '#tests/support/temporary-database.mjs';
import { solve } from './legal-solver.ts';

const PASSPHRASE = 'qırx kilid bir açar yoxdur';
const DAY_MS = 86_400_000;
const sql = adminConnection();
const folder = makeTemporaryFolder();
let desk: Desk;
let lawyer: DeskPerson;
let made: MadeCase;
let kept: MadeCase;
let target: TestDatabase;
let recipient: string;

beforeAll(async () => {
  recipient = await makeKeyFile(join(folder, 'offline.key'));
  target = await createTestDatabase({ empty: true });
  mkdirSync(join(folder, 'target'));
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { passphrase: PASSPHRASE });
  made = await makeCase(desk, { story: 'Silinəcək hekayə', identity: { name: 'Silinən Ad' } });
  kept = await makeCase(desk, { story: 'Qalan hekayə' });
}, 60_000);
afterAll(async () => {
  await sql.end();
  await target.drop();
  removeTemporaryFolder(folder);
});

const at = (name: string): string => join(folder, name);
const backup = (file: string, kind: 'instance' | 'keys') =>
  writeArchive({
    adminUrl: process.env.DATABASE_ADMIN_URL ?? '',
    dataDir: process.env.DATA_DIR ?? '',
    secret: TEST_SECRET,
    recipient,
    file: at(file),
    kind,
  });
/** What opens after a restore of these archives, with every secret that a lawyer and both applicants have. */
async function opensAfter(file: string, keysFile?: string): Promise<string[]> {
  await restoreArchive({
    adminUrl: target.adminUrl,
    dataDir: at('target'),
    secret: TEST_SECRET,
    secretIsGiven: false,
    identity: readIdentity(at('offline.key')),
    file: at(file),
    ...(keysFile === undefined ? {} : { keysFile: at(keysFile) }),
    force: true,
  });
  const restored = postgres(target.adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const loot = { passphrases: [PASSPHRASE], receipts: [made.digits, kept.digits] };
    const stories = (await solve(restored, loot)).filter((record) => record.kind === 'story');
    return stories.map((record) => record.text).toSorted();
  } finally {
    await restored.end();
  }
}
const STORIES = ['Qalan hekayə', 'Silinəcək hekayə'].map((text) => JSON.stringify({ text }));

describe('erasure', () => {
  it('G10: is real: what was erased opens from no old backup once the keys of its week are gone', async () => {
    await backup('long-before.age', 'instance');
    await backup('keys-before.age', 'keys');
    // The control: both together open everything, so that "nothing" below means something.
    expect(await opensAfter('long-before.age', 'keys-before.age')).toEqual(STORIES);

    const work = await readReceipt(withCookie(made.cookie), new Date());
    if (!work) throw new Error('The receipt did not open');
    expect(await eraseByReceipt(work, { clientId: newId() })).toMatchObject({ ok: true });
    await backup('keys-after.age', 'keys');
    await backup('long-after.age', 'instance');

    expect(await opensAfter('long-before.age', 'keys-after.age')).toEqual([STORIES[0]]);
    expect(await opensAfter('long-after.age', 'keys-after.age')).toEqual([STORIES[0]]);
    expect(await opensAfter('long-before.age')).toEqual([]);
    // A week later the old keys are refused, though somebody kept them.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * DAY_MS + 60_000 });
    try {
      await expect(opensAfter('long-before.age', 'keys-before.age')).rejects.toThrow(/older than 7 days/);
    } finally {
      vi.useRealTimers();
    }
  }, 240_000);

  it('leaves the number and nothing else', async () => {
    const [row] = await sql`select * from legal.cases where id = ${made.caseId}`;
    const said = Object.entries(row ?? {}).filter(
      ([name, value]) =>
        ![
          'id',
          'organisation_id',
          'number',
          'state',
          'track',
          'language',
          'band_floor',
          'opened_on',
          'last_on',
        ].includes(name) &&
        value !== null &&
        value !== false &&
        value !== 0,
    );
    expect(said).toEqual([['next_seq', 1]]);
    expect(row).toMatchObject({ number: made.number, state: 'erased', language: 'az', band_floor: 'green' });
    expect((row?.opened_on as Date | undefined)?.toISOString()).toContain('-01-01');
    const tables = await sql<{ schema: string; name: string; column: string }[]>`
      select table_schema as schema, table_name as name, column_name as column from information_schema.columns
      where table_schema in ('legal', 'vault_keys') and column_name in ('case_id', 'subject_id', 'holder_id') and table_name <> 'audit_entries'`;
    expect(tables.length).toBeGreaterThan(10);
    for (const { column, name, schema } of tables)
      expect(await sql`select 1 from ${sql(schema)}.${sql(name)} where ${sql(column)} = ${made.caseId}`, name).toEqual(
        [],
      );
    expect(await openReceipt(made.digits, new Date())).toBeNull();
  });

  it('takes personal notes and file bodies along, and stands in the trail without a word', async () => {
    const work = await deskWork(desk, lawyer);
    const file = await withLegalScope(work.scope, async (tx) =>
      storeCaseFile(
        tx,
        await openKeys(tx, work.holder, 'case', kept.caseId),
        {
          caseId: kept.caseId,
          organisationId: desk.organisationId,
          author: 'staff',
          authorId: lawyer.staffId,
          visibility: 'self',
          today: work.today,
        },
        { name: 'qeyd.txt', type: 'text/plain', bytes: new TextEncoder().encode('Şəxsi qeyd') },
      ),
    );
    const [body] = await sql<
      { key: string }[]
    >`select storage_key as key from legal.files where record_id = ${file.recordId}`;
    expect(await getFile(body?.key ?? '')).not.toBeNull();
    const receipt = await readReceipt(withCookie(kept.cookie), new Date());
    if (!receipt) throw new Error('The receipt did not open');
    await eraseByReceipt(receipt, { clientId: newId() });
    expect(await sql`select 1 from legal.records where case_id = ${kept.caseId}`).toEqual([]);
    const jobs = await sql<{ payload: { keys: string[] } }[]>`
      select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'files:delete'`;
    for (const { payload } of jobs) await platformTasks['files:delete']?.(payload, {} as never);
    expect(await getFile(body?.key ?? '')).toBeNull();
    const [entry] =
      await sql`select action, actor_kind, actor_id, reason from legal.audit_entries where case_id = ${kept.caseId} order by n desc limit 1`;
    expect(entry).toEqual({ action: 'case.erase', actor_kind: 'applicant', actor_id: null, reason: 'applicant' });
  });

  it('is the lead’s only after the work has ended, and never of a case on hold', async () => {
    const other = await makeCase(desk);
    const lead = await deskWork(desk, desk.lead);
    const by = await deskWork(desk, lawyer);
    const erase = (work: typeof lead) => eraseByLead(work, { caseId: other.caseId, clientId: newId() });
    expect(await erase(lead)).toMatchObject({ ok: false });
    await sql`update legal.cases set state = 'closed', is_on_hold = true where id = ${other.caseId}`;
    expect(await erase(by)).toMatchObject({ ok: false });
    expect(await erase(lead)).toMatchObject({ ok: false });
    await sql`update legal.cases set is_on_hold = false where id = ${other.caseId}`;
    expect(await erase(by)).toMatchObject({ ok: false });
    expect(await erase(lead)).toMatchObject({ ok: true });
  });

  it('reaches no case but the receipt’s own', async () => {
    const [one, two] = [await makeCase(desk), await makeCase(desk)];
    const work = await readReceipt(withCookie(one.cookie), new Date());
    if (!work) throw new Error('The receipt did not open');
    const erased = await withLegalScope(work.scope, (tx) =>
      tx.execute(`select app.erase_legal_case('${two.caseId}') as bodies`),
    );
    expect(erased[0]).toEqual({ bodies: null });
    expect(await sql`select state from legal.cases where id = ${two.caseId}`).toEqual([{ state: 'new' }]);
  });
});
