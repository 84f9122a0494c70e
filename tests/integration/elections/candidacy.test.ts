import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCandidacy, getSignatures, listPrinted } from '#app/features/elections/candidacy.server.ts';
import { keepCandidacy } from '#app/features/elections/commands/keep-candidacy.server.ts';
import { keepPrinted } from '#app/features/elections/commands/keep-printed.server.ts';
import { recordSignatures } from '#app/features/elections/commands/record-signatures.server.ts';
import { printedForm, signatureForm } from '#app/features/elections/forms.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { state, teamsAtWork } from './team-world.ts';

const NOW = new Date('2029-12-10T08:00:00Z');
const sql = adminConnection();
const at = teamsAtWork(sql, NOW);
beforeAll(() => state(sql, { day: '2029-12-23', payer: 'Operator', lawyer: 'Kimsə', clearedOn: '2029-11-01' }));
afterAll(() => sql.end());

const keep = (work: typeof at.candidate, form: object) =>
  keepCandidacy(work, { ...form, clientId: newId() } as Parameters<typeof keepCandidacy>[1]);

describe('the candidate’s checklist', () => {
  it('says what is late, who does it, and what was done on which day', async () => {
    const step = {
      intent: 'step',
      key: 'observers',
      owner: at.canvasser.scope.userId,
      doneOn: null,
      note: 'İki nəfər',
    };
    expect(await keep(at.manager, step)).toMatchObject({ ok: true });
    expect(await keep(at.manager, { ...step, key: 'imprint', owner: null, doneOn: '2029-12-01' })).toMatchObject({
      ok: true,
    });
    const { items } = await getCandidacy(at.candidate.scope, NOW);
    const line = (key: string) => items.find((item) => item.key === key);
    expect(line('observers')).toMatchObject({ by: '2029-12-13', state: 'soon', owner: expect.stringContaining(' ') });
    expect(line('imprint')).toMatchObject({ state: 'done', doneOn: '2029-12-01' });
    expect(line('documents-handed-in')).toMatchObject({ by: '2029-11-23', state: 'late' });
    expect(line('final-financial-report')).toMatchObject({ certainty: 'low', sources: [] });
  });

  it('refuses a day to come, somebody outside the team, and a canvasser', async () => {
    const step = { intent: 'step', key: 'agents', owner: null, doneOn: '2029-12-11', note: '' };
    expect(await keep(at.manager, step)).toMatchObject({ refusal: { code: 'elections.error.done-later' } });
    expect(await keep(at.manager, { ...step, doneOn: null, owner: at.rival.scope.userId })).toMatchObject({
      refusal: { code: 'common.error.choose', field: 'owner' },
    });
    expect(await keep(at.canvasser, { ...step, doneOn: null })).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
  });

  it('is her team’s and nobody else’s', async () => {
    const { items } = await getCandidacy(at.rival.scope, NOW);
    expect(items.some(({ doneOn, owner }) => doneOn !== null || owner !== null)).toBe(false);
    const { items: society } = await getCandidacy(at.society.scope, NOW);
    expect(society.some(({ doneOn, owner }) => doneOn !== null || owner !== null)).toBe(false);
  });
});

describe('signature counts', () => {
  const count = (form: object) => {
    const parsed = signatureForm.safeParse({ intent: 'count', clientId: newId(), ...form });
    return parsed.success
      ? recordSignatures(at.manager, parsed.data)
      : Promise.resolve(parsed.error.issues[0]?.message ?? '');
  };

  it('add up by collector against the target of the municipality’s size', async () => {
    await keep(at.candidate, { intent: 'municipality', municipality: 'Boradigah', population: 12_400 });
    expect(await count({ collector: 'Qrup 1', day: '2029-11-01', count: '14' })).toMatchObject({ ok: true });
    expect(await count({ collector: 'Qrup 2', day: '2029-11-01', count: '9' })).toMatchObject({ ok: true });
    // The same collector and day again is the corrected number.
    expect(await count({ collector: 'Qrup 1', day: '2029-11-01', count: '15' })).toMatchObject({ ok: true });
    expect(await getSignatures(at.candidate.scope)).toMatchObject({ collected: 24, target: 50 });
    expect(await getSignatures(at.rival.scope)).toMatchObject({ collected: 0, target: null });
  });

  it('take no text that could be a signer’s, no day to come, and no made-up number', async () => {
    const day = '2029-11-02';
    for (const collector of ['AZE12345678', '5ABC12D', 'Əli, Vəli', 'Əli\nVəli', '050 123 45 67', '01.02.1980'])
      expect(await count({ collector, day, count: '1' }), collector).toBe('elections.error.signers');
    expect(await count({ collector: 'x'.repeat(25), day, count: '1' })).toBe('common.error.too-long');
    expect(await count({ collector: 'Qrup 1', day: '2029-12-11', count: '1' })).toMatchObject({
      refusal: { code: 'elections.error.day-later' },
    });
    expect(await count({ collector: 'Qrup 1', day, count: '501' })).toBe('elections.error.count');
    expect(await count({ collector: 'Qrup 1', day, count: '-1' })).toBe('elections.error.count');
    // Past the form as well.
    expect(
      await recordSignatures(at.manager, {
        intent: 'count',
        clientId: newId(),
        collector: 'AZE12345678',
        day,
        count: 1,
      }),
    ).toMatchObject({ refusal: { code: 'elections.error.signers' } });
    expect(await sql`select 1 from signature_counts where day = ${day}`).toHaveLength(0);
  });

  it('have no column for anything but a label, a day and a number', async () => {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = 'signature_counts' order by 1`;
    expect(columns.map(({ name }) => name)).toEqual([
      'collector',
      'count',
      'created_at',
      'day',
      'organisation_id',
      'recorded_by',
    ]);
  });
});

describe('printed matter', () => {
  const sheet = {
    intent: 'add',
    kind: 'leaflet',
    title: 'Vərəqə',
    producer: 'Mətbəə',
    orderer: 'Namizəd',
    printRun: '500',
    printedOn: '2029-12-05',
  };
  const print = (form: object) => {
    const parsed = printedForm.safeParse({ clientId: newId(), ...form });
    if (!parsed.success) throw parsed.error;
    return keepPrinted(at.manager, parsed.data);
  };

  it('is refused by the name of each missing field', async () => {
    for (const field of ['producer', 'orderer', 'printRun', 'printedOn'])
      expect(await print({ ...sheet, [field]: '' })).toMatchObject({
        ok: false,
        refusal: { code: `elections.error.imprint.${field}`, field },
      });
    expect(await listPrinted(at.candidate.scope)).toEqual([]);
  });

  it('is kept whole, and the copy with the commission is noted', async () => {
    expect(await print(sheet)).toMatchObject({ ok: true });
    const [kept] = await listPrinted(at.candidate.scope);
    expect(kept).toMatchObject({ producer: 'Mətbəə', orderer: 'Namizəd', printRun: 500, printedOn: '2029-12-05' });
    expect(await print({ intent: 'copy', id: kept?.id, on: '2029-12-06' })).toMatchObject({ ok: true });
    expect(await listPrinted(at.candidate.scope)).toMatchObject([{ copyHandedOn: '2029-12-06' }]);
    expect(await listPrinted(at.rival.scope)).toEqual([]);
  });
});
