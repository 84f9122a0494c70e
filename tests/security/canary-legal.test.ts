import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCase } from '#app/features/legal-aid/case-export.server.ts';
import { answerDesk } from '#app/features/legal-aid/commands/answer-desk.server.ts';
import { askIdentity } from '#app/features/legal-aid/commands/ask-identity.server.ts';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { closeCase } from '#app/features/legal-aid/commands/close-case.server.ts';
import { decideIdentity } from '#app/features/legal-aid/commands/decide-identity.server.ts';
import { addFact, makeBundle } from '#app/features/legal-aid/commands/keep-bundles.server.ts';
import { addDeadline } from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { keepDocument } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { keepDraftFiles } from '#app/features/legal-aid/commands/keep-draft-file.server.ts';
import { addTask, writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { overrideBand, writeSummary } from '#app/features/legal-aid/commands/mark-case.server.ts';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import { proposeReferral } from '#app/features/legal-aid/commands/refer-case.server.ts';
import { addParty } from '#app/features/legal-aid/commands/settle-conflict.server.ts';
import { submitRequest } from '#app/features/legal-aid/commands/submit-request.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { legalTasks } from '#app/features/legal-aid/legal-jobs.server.ts';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { RECORD_KINDS } from '#app/features/legal-aid/rules/desk.ts';
import { searchCases } from '#app/features/legal-aid/search.server.ts';
import { CATALOGUES } from '#app/i18n/words.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { log } from '#app/platform/log.server.ts';
import { openMail } from '#app/platform/mail.server.ts';
import {
  addStaff,
  deskWork,
  makeDesk,
  vaultCookie,
  withCookie,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { LEGAL_BIRDS, legalSightings, shapesOf, type LegalField } from './canary/legal-birds.ts';
import { filesAsText, tablesAsText, type Place } from './canary/places.ts';
import { guessed, loot32, solve } from './legal-solver.ts';
import { TEST_SECRET } from '#tests/support/temporary-database.mjs';

/**
 * `npm run check:canary`, legal aid's part (guarantees G1, G2, G6): every field of legal aid is written through its own
 * command, and then everything that is kept anywhere is searched for it in five encodings.
 */
const PASSPHRASES = { lead: 'sarı bülbülün qırx yuvası var', lawyer: 'göy qaranquşun tək qanadı' };
const sql = adminConnection();
const written = new Set<LegalField>();
const told: Record<string, string> = {};
let logged = '';
let desk: Desk;
let lawyer: DeskPerson;
let caseId: string;
let draftDigits: string;
let digits: string;

/** The canary of a field, noted as written. */
function bird(field: LegalField): string {
  written.add(field);
  return LEGAL_BIRDS[field];
}
const birds = (...fields: LegalField[]): string => fields.map(bird).join('\n');
const form = () => ({ clientId: newId(), caseId });
const file = (name: LegalField, body: LegalField | null) => ({
  name: bird(name),
  bytes: Buffer.from(body === null ? 'boş' : bird(body)),
  isTooLarge: false,
});
function done<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value;
}
async function begin(now: Date): Promise<{ work: ReceiptWork; digits: string; cookie: string }> {
  const begun = await beginRequest(
    {
      organisationId: desk.organisationId,
      track: 'person',
      language: 'az',
      draft: { story: bird('draft.story'), identity: { name: bird('draft.name') } },
    },
    now,
  );
  const cookie = begun.setCookie.split(';')[0] as string;
  const work = await readReceipt(withCookie(cookie), now);
  if (!work) throw new Error('The receipt did not open');
  return { work, digits: begun.digits, cookie };
}

const temporary = mkdtempSync(join(tmpdir(), 'icma-canary-'));

beforeAll(async () => {
  process.env.TMPDIR = temporary;
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => (logged += line) } });
  const now = new Date();
  desk = await makeDesk(sql, { passphrase: PASSPHRASES.lead });
  lawyer = await addStaff(sql, desk, 'lawyer', { isBar: true, passphrase: PASSPHRASES.lawyer });
  const [lead, by] = [await deskWork(desk, desk.lead), await deskWork(desk, lawyer)];
  told['cookie of a lawyer'] = (await vaultCookie(desk, lawyer, now)).split('=')[1] ?? '';

  const kept = await begin(now);
  draftDigits = kept.digits;
  done(await keepDraftFiles(kept.work, newId(), [file('draft.file-name', 'draft.file-body')]));
  const asked = await begin(now);
  digits = asked.digits;
  caseId = asked.work.caseId;
  told['cookie of an applicant'] = asked.cookie.split('=')[1] ?? '';
  done(
    await keepDraftFiles(asked.work, newId(), [
      file('file.name', 'file.body'),
      file('file.name.ru', null),
      file('voice.name', null),
    ]),
  );
  done(
    await submitRequest(asked.work, {
      answers: { track: 'person', matter: 'police', flags: ['summons'] },
      story: { text: birds('story.text', 'story.text.ru', 'story.text.en') },
      identity: {
        name: birds('identity.name', 'identity.name.ru'),
        phone: bird('identity.phone'),
        email: bird('identity.email'),
        address: bird('identity.address'),
        safe: { hours: bird('identity.hours'), codeWord: bird('identity.code-word') },
      },
      noticeEmail: bird('notice.email'),
      keptOut: [],
      consentVersion: 'test',
    }),
  );
  await workOnIt(by, lead, asked.work);
  for (const task of ['legal:page', 'legal:sweep', 'legal:nightly'] as const) await legalTasks[task]?.({}, {} as never);
  const jobs = await sql<{ payload: never }[]>`
    select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'legal:notify'`;
  for (const { payload } of jobs) await legalTasks['legal:notify']?.(payload, {} as never);
  await breakStatements();
}, 120_000);

/** What a lawyer, the lead and the applicant do with a case, each through its own command. */
async function workOnIt(by: DeskWork, lead: DeskWork, applicant: ReceiptWork): Promise<void> {
  done(await openCase(by, { caseId, reason: 'triage' }));
  done(await claimCase(by, form()));
  done(
    await writeSummary(by, { ...form(), title: bird('summary.title'), text: birds('summary.text', 'summary.text.ru') }),
  );
  done(await writeNote(by, { ...form(), visibility: 'team', text: bird('note.team') }));
  done(await writeNote(by, { ...form(), visibility: 'self', text: birds('note.self', 'note.self.en') }));
  done(
    await addTask(by, { ...form(), title: bird('task.title'), dueOn: addDays(by.today, 3), staffId: lawyer.staffId }),
  );
  done(
    await addDeadline(by, {
      ...form(),
      ruleKey: null,
      on: addDays(by.today, 20),
      title: bird('deadline.title'),
      note: bird('deadline.note'),
      isCritical: false,
      isShown: true,
    }),
  );
  done(
    await keepDocument(by, {
      ...form(),
      id: null,
      title: bird('document.title'),
      template: 'complaint',
      fields: { body: bird('document.field') },
    }),
  );
  for (const name of ['party.name', 'party.name.ru'] as const)
    done(
      await addParty(by, {
        ...form(),
        party: { side: 'other', name: bird(name), phone: bird('party.phone'), fin: bird('party.fin') },
      }),
    );
  done(await overrideBand(by, { ...form(), band: 'red', reason: bird('reason.band') }));
  done(
    await writeToApplicant(by, {
      ...form(),
      text: birds('message.staff', 'message.staff.en'),
      files: [{ name: bird('thread-file.name'), type: 'text/plain', bytes: Buffer.from(bird('thread-file.body')) }],
      asksForInformation: false,
    }),
  );
  done(
    await answerDesk(applicant, {
      clientId: newId(),
      text: birds('message.applicant', 'message.applicant.ru'),
      files: [],
    }),
  );
  const question = done(await askIdentity(by, { ...form(), reason: 'contact', text: bird('reason.identity') }));
  done(await decideIdentity(lead, { clientId: newId(), requestId: question.id, approve: true }));
  done(await proposeReferral(by, { ...form(), to: bird('referral.to'), reason: bird('reason.referral') }));
  const bundle = done(await makeBundle(by, { clientId: newId(), campaignId: null, title: bird('bundle.title') }));
  done(await addFact(by, { clientId: newId(), bundleId: bundle.id, text: bird('bundle.fact') }));
  for (const words of [bird('search.words'), bird('party.name'), bird('party.phone'), bird('summary.text')])
    await searchCases(by, { words, state: 'all', region: null });
  for await (const piece of (await exportCase(applicant, 'az')) ?? []) expect(piece).toBeInstanceOf(Uint8Array);
  done(await closeCase(by, { ...form(), outcome: 'won', notTakenReason: null, text: bird('outcome.text') }));
}

/** Errors are where databases and drivers quote what they were given: some are made, and logged as the server logs them. */
async function breakStatements(): Promise<void> {
  for (const field of ['story.text', 'identity.name', 'search.words'] as const) {
    const failing = sql`select ${bird(field)}::text::int, ${bird(field)} from legal.cases`;
    await failing.catch((error: Error) =>
      log.error({ err: new Error('Failed query: x', { cause: new Error(error.name) }) }),
    );
    await expect(sql`insert into legal.records (id, case_id) values (gen_random_uuid(), ${caseId})`).rejects.toThrow(
      /violates/,
    );
  }
}

/** The log of the test's own database server, by its process. */
async function postgresLog(): Promise<string> {
  const [row] = await sql<
    { folder: string }[]
  >`select setting as folder from pg_settings where name = 'data_directory'`;
  const folder = row?.folder ?? '';
  const beside = [join(folder, '..', 'logs', 'postgres.log'), join(folder, '..', '..', 'logs', 'postgres.log')].find(
    (path) => existsSync(path),
  );
  const [pid] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  return readFileSync(beside ?? readlinkSync(`/proc/${pid}/fd/2`), 'utf8');
}

async function everything(): Promise<Place[]> {
  const rows = await sql<{ id: string; subject: string; toCipher: string; contentCipher: string; createdAt: Date }[]>`
    select id, subject, to_cipher as "toCipher", content_cipher as "contentCipher", created_at as "createdAt" from mails`;
  return [
    ...(await tablesAsText(sql)),
    ...filesAsText(process.env.DATA_DIR ?? ''),
    ...filesAsText(temporary).map(({ text, where }) => ({ text, where: `temporary ${where}` })),
    { where: 'application log', text: logged },
    { where: 'postgres log', text: await postgresLog() },
    // Opened, as it leaves; its addressee is the one who shall have it.
    ...rows.map((row) => {
      const { html, subject, text } = openMail({ ...row, sentAt: null } as never);
      return { where: 'mail', text: JSON.stringify({ html, subject, text }) };
    }),
  ];
}

afterAll(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await sql.end();
});

describe('what people tell legal aid', () => {
  it('was really written: every field of the table, every kind of record, and the story opens for who may', async () => {
    expect((Object.keys(LEGAL_BIRDS) as LegalField[]).filter((field) => !written.has(field))).toEqual([]);
    expect(Object.keys(LEGAL_BIRDS).length).toBeGreaterThanOrEqual(40);
    const kinds = await sql<{ kind: string }[]>`select distinct kind from legal.records`;
    expect(RECORD_KINDS.filter((kind) => !kinds.some((row) => row.kind === kind))).toEqual([]);
    expect((await sql`select 1 from legal.files`).length).toBeGreaterThanOrEqual(5);
    expect((await sql`select 1 from legal.blind_indexes`).length).toBeGreaterThan(0);
    expect((await sql`select 1 from mails`).length).toBeGreaterThan(0);
  });

  it('G1: lies nowhere in clear: no table, no file, no log, no letter, no temporary file', async () => {
    const places = await everything();
    for (const where of [
      'table legal.records',
      'table vault_keys.grants',
      'table graphile_worker._private_jobs',
      'application log',
      'postgres log',
      'mail',
    ])
      expect(
        places.map((place) => place.where),
        where,
      ).toContain(where);
    expect(places.some(({ where }) => where.startsWith('file files/sealed/'))).toBe(true);
    expect(legalSightings(places, LEGAL_BIRDS)).toEqual([]);
  });

  it('G6: no receipt, passphrase or cookie lies anywhere', async () => {
    const secrets: Record<string, string> = { ...told };
    for (const [name, code] of Object.entries({ draft: draftDigits, request: digits })) {
      const grouped = code.replaceAll(/\D/gu, '');
      expect(grouped).toHaveLength(28);
      secrets[`receipt of a ${name}`] = grouped;
      secrets[`secret of a ${name}`] = grouped.slice(8);
      secrets[`receipt of a ${name}, as it is shown`] = grouped.replaceAll(/(\d{4})(?=\d)/gu, '$1 ');
    }
    Object.assign(secrets, PASSPHRASES);
    expect(legalSightings(await everything(), secrets)).toEqual([]);
  });

  it('G2: opens for nobody who has the whole disk and no passphrase, and for one passphrase as far as its owner may', async () => {
    await addStaff(sql, desk, 'lawyer', { passphrase: 'heç nə açmayan parol budur' });
    // Everything of a key's length that lies in the database, and keys that follow from the instance's own secret.
    const lying = [...(await loot32(sql)), ...guessed(TEST_SECRET, ['icma/v1/seal', 'icma/v1/seal-bytes', 'vault'])];
    expect(lying.length).toBeGreaterThan(20);
    expect(await solve(sql, { secrets: lying })).toEqual([]);
    expect((await solve(sql, { secrets: [...lying, lawyer.secret.box] })).length).toBeGreaterThan(10);
    const lawyers = await solve(sql, { passphrases: [PASSPHRASES.lawyer] });
    const kinds = new Set(lawyers.map((record) => record.kind));
    for (const kind of RECORD_KINDS.filter((one) => one !== 'draft')) expect(kinds, kind).toContain(kind);
    expect(new Set(lawyers.map((record) => record.caseId))).toEqual(new Set([caseId]));
    expect(lawyers.map((record) => record.text).join()).toContain(LEGAL_BIRDS['note.self']);
    // The lead has the case too, and not the other's own notes.
    const leads = (await solve(sql, { passphrases: [PASSPHRASES.lead] })).map((record) => record.text).join();
    expect(leads).toContain(LEGAL_BIRDS['story.text']);
    expect(leads).not.toContain(LEGAL_BIRDS['note.self']);
    expect(await solve(sql, { passphrases: ['heç nə açmayan parol budur', 'səhv parol'] })).toEqual([]);
    const drafts = await solve(sql, { receipts: [draftDigits] });
    expect(new Set(drafts.map((record) => record.kind))).toEqual(new Set(['draft', 'file']));
  }, 240_000);

  it('would be found in each place, in each encoding', async () => {
    const text = LEGAL_BIRDS['identity.name'];
    const name = `planted-${newId()}`;
    const planted = shapesOf(text);
    expect(planted.length).toBeGreaterThan(12);
    for (const shape of planted)
      expect(legalSightings([{ where: 'x', text: `--${shape}--` }], { bird: text })).toEqual(['x: bird']);
    for (const before of ['', 'a', 'ab']) {
      const coded = Buffer.from(`${before}${text} və qalanı`).toString('base64');
      expect(legalSightings([{ where: 'x', text: coded }], { bird: text }), before).toEqual(['x: bird']);
    }
    await sql`insert into legal.records (id, case_id, organisation_id, seq, kind, author, visibility, key_version, nonce, ciphertext, made_on)
      values (gen_random_uuid(), ${caseId}, ${desk.organisationId}, 9999, 'note', 'staff', 'team', 1, '\\x00', ${Buffer.from(text)}, ${dayOf(new Date())})`;
    await sql`insert into settings (key, value) values (${name}, ${sql.json({ note: Buffer.from(text).toString('base64') })})`;
    await sql.unsafe(`do $$ begin raise log '%', '${text}'; end $$`);
    log.info({ note: text }, 'planted');
    const folder = join(process.env.DATA_DIR ?? '', 'files', 'planted');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'x'), Buffer.from(text, 'utf16le'));
    writeFileSync(join(temporary, 'upload'), encodeURIComponent(text));
    try {
      const found = legalSightings(await everything(), { bird: text }).map((line) => line.split(': ')[0]);
      expect(found.toSorted()).toEqual(
        [
          'table legal.records',
          'table public.settings',
          'postgres log',
          'application log',
          'file files/planted/x',
          'temporary file upload',
        ].toSorted(),
      );
    } finally {
      await sql`delete from legal.records where seq = 9999`;
      await sql`delete from settings where key = ${name}`;
      rmSync(folder, { recursive: true });
    }
  });

  it('stands in the trail under words only', async () => {
    const actions = await sql<{ action: string }[]>`select distinct action from legal.audit_entries`;
    expect(actions.length).toBeGreaterThan(10);
    for (const catalogue of Object.values(CATALOGUES))
      expect(actions.map((row) => row.action).filter((action) => !(`legal.audit.${action}` in catalogue))).toEqual([]);
  });

  it('G19: has no address, no browser’s name and no hour beside it', async () => {
    const columns = await sql<{ name: string; type: string }[]>`
      select table_schema || '.' || table_name || '.' || column_name as name, data_type as type from information_schema.columns
      where table_schema in ('legal', 'vault_keys') order by 1`;
    const moments = columns
      .filter(({ type }) => /^(timestamp|time)|inet|cidr|macaddr/u.test(type))
      .map(({ name }) => name);
    expect(moments).toEqual(['vault_keys.unlocks.made_at', 'vault_keys.unlocks.seen_at']);
    expect(
      columns.filter(({ name }) => /agent|address$|_ip$|client|device|fingerprint/u.test(name.split('.')[2] ?? '')),
    ).toEqual([]);
  });
});
