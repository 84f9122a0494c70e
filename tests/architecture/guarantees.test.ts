import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { GUARANTEES, LEFT_IN_CLEAR, NOT_PROTECTED, PROTECTED } from '#app/features/legal-aid/rules/guarantees.ts';
import * as schema from '#db/schema/legal-aid.ts';
import { sourceFiles } from '#tests/support/sources.ts';

/** A title that names its guarantees first: “G5: …”, “G5, G16: …”. */
const TITLE = /\b(?:it|test|describe)\b[^'"`\n]*(?:\n\s*)?['"`]((?:G\d+, )*G\d+):/gu;

function tried(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(TITLE)].flatMap(([, ids = '']) => ids.split(', '))));
}

/** Not this file: the titles below are made up. */
const tests = () =>
  ['tests', 'e2e']
    .flatMap((folder) => sourceFiles(folder, /\.tsx?$/))
    .filter(({ path }) => path !== 'tests/architecture/guarantees.test.ts')
    .map(({ text }) => text);

describe('what legal aid promises', () => {
  it('has a test for each promise', () => {
    const found = tried(tests());
    expect(PROTECTED.filter((id) => !found.has(id))).toEqual([]);
  });

  it('is on the page, wherever a test is named for a promise of legal aid', () => {
    const promised = new Set<string>(PROTECTED);
    expect([...tried(tests())].filter((id) => !promised.has(id))).toEqual([]);
  });

  it('is told of every guarantee of the specification: held, or not held and said so', () => {
    const limits: Record<string, (typeof NOT_PROTECTED)[number]> = { G32: 'N10' };
    const specified = Array.from({ length: 34 }, (_, at) => `G${at + 1}`);
    const promised = new Set<string>(PROTECTED);
    expect(specified.filter((id) => !promised.has(id))).toEqual(Object.keys(limits));
    for (const limit of Object.values(limits)) expect(NOT_PROTECTED).toContain(limit);
  });

  it('is seen to lack a test', () => {
    const texts = [
      `it('G5: swapped', () => {});\ndescribe("G7, G16: two", …);\nit.each(X)('G21: %s', …);\nit(\n  'G24: fifty', …)`,
      `// G9: in a remark\nconst text = 'about G8: no title';`,
    ];
    expect([...tried(texts)]).toEqual(['G5', 'G7', 'G16', 'G21', 'G24']);
  });

  it('has ids of their own', () => {
    const ids = Object.values(GUARANTEES).flat();
    expect(new Set(ids).size).toBe(ids.length);
  });
});

type Clear = (typeof LEFT_IN_CLEAR)[number];
/** Ids and the words themselves, which are sealed; counters that say what C6 says. */
const NOTHING_TOLD =
  /^(id|organisation_id|case_id|record_id|bundle_id|seq|nonce|ciphertext|hash|storage_key|storing_key|key_kind|key_version|identity_version|next_seq|kind|n|previous)$/u;

/** Which line of the public page tells of a column, by table. A new column stops here until the page says it. */
const TOLD: Record<string, Record<string, Clear>> = {
  cases: {
    number: 'C13',
    track: 'C1',
    need: 'C13',
    state: 'C1',
    band_floor: 'C1',
    band_override: 'C1',
    is_court: 'C13',
    is_frozen: 'C13',
    is_on_hold: 'C1',
    is_filed_for_somebody: 'C13',
    is_sealed_in_browser: 'C13',
    language: 'C13',
    consent_version: 'C13',
    due_on: 'C2',
    region: 'C3',
    matter: 'C4',
    handover: 'C13',
    opened_on: 'C5',
    last_on: 'C5',
    retention_until: 'C5',
    retention_warned_on: 'C5',
    closed_on: 'C5',
    padded_length: 'C6',
    claimed_by: 'C7',
    label: 'C8',
    outcome: 'C8',
    not_taken_reason: 'C8',
    is_waiting_for_us: 'C11',
    first_reply_on: 'C11',
    check_in_on: 'C11',
    campaign_id: 'C12',
  },
  records: { author: 'C6', author_id: 'C6', visibility: 'C6', made_on: 'C5' },
  files: { stored_bytes: 'C6', made_on: 'C5' },
  dates: {
    rule_key: 'C2',
    certainty: 'C2',
    due_on: 'C2',
    is_critical: 'C2',
    is_shown: 'C2',
    state: 'C2',
    staff_id: 'C2',
    sign_off: 'C2',
    asked_by: 'C2',
    decided_by: 'C2',
    done_on: 'C2',
    made_on: 'C2',
  },
  exclusions: { staff_id: 'C12', by: 'C12' },
  assignments: { staff_id: 'C7', role: 'C7', from_on: 'C7', to_on: 'C7' },
  time_entries: { staff_id: 'C11', on_day: 'C11', minutes: 'C11', activity: 'C11' },
  identity_requests: {
    asked_by: 'C11',
    reason: 'C11',
    state: 'C11',
    decided_by: 'C11',
    asked_on: 'C11',
    decided_on: 'C11',
  },
  referrals: { to_organisation_id: 'C11', state: 'C11', proposed_by: 'C11', made_on: 'C11', decided_on: 'C11' },
  bundle_cases: {},
  notice_addresses: { address_cipher: 'C10' },
  audit_entries: { on_day: 'C7', actor_kind: 'C7', actor_id: 'C7', action: 'C7', reason: 'C7' },
};

describe('what stays in clear', () => {
  it('is told on the page, column by column', () => {
    const untold = tablesOfCases().flatMap(({ columns, name }) =>
      columns
        .filter((column) => !NOTHING_TOLD.test(column) && !TOLD[name]?.[column])
        .map((column) => `${name}.${column}`),
    );
    expect(untold).toEqual([]);
  });

  it('is told of nothing that is not there', () => {
    const there = new Set(tablesOfCases().flatMap(({ columns, name }) => columns.map((column) => `${name}.${column}`)));
    const told = Object.entries(TOLD).flatMap(([name, columns]) =>
      Object.keys(columns).map((column) => `${name}.${column}`),
    );
    expect(told.filter((column) => !there.has(column))).toEqual([]);
    const lines = new Set(Object.values(TOLD).flatMap((columns) => Object.values(columns)));
    // C9 is of the accounts of the lawyers, which are not tables of this pillar.
    expect(LEFT_IN_CLEAR.filter((id) => !lines.has(id))).toEqual(['C9']);
  });
});

/** Tables of legal aid that speak of one case: those that name it, and the case itself. */
function tablesOfCases(): { name: string; columns: string[] }[] {
  return Object.values(schema)
    .flatMap((one) => (is(one, PgTable) ? [one as PgTable] : []))
    .map((table) => {
      const { columns, name, schema: room } = getTableConfig(table);
      return { name, room, columns: columns.map((column) => column.name) };
    })
    .filter(
      ({ columns, name, room }) =>
        room === 'legal' && (name === 'cases' || columns.includes('case_id')) && name !== 'blind_indexes',
    );
}
