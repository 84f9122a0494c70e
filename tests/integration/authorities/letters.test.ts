import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelLetter } from '#app/features/authorities/commands/cancel-letter.server.ts';
import { sendLetter } from '#app/features/authorities/commands/send-letter.server.ts';
import { draftLetter } from '#app/features/authorities/public.server.ts';
import { getLetter, listLetters } from '#app/features/authorities/queries.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection, organisationId, seedStory } from '#tests/support/story.ts';
import { atWork, byPost, drafted, edit, freshIssue, stored, type Work } from './world.ts';

let sql: postgres.Sql;
let aide: Work;
beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
}, 180_000);
afterAll(() => sql.end());

describe('drafting a letter', () => {
  it('chooses the likely body and is ready when a registered organisation may sign', async () => {
    const letterId = await drafted(
      aide,
      await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST' }),
    );
    const letter = await getLetter(aide.scope, letterId, aide.now);
    expect(letter).toMatchObject({ state: 'ready', unmet: [], body: { kind: 'aayda' } });
    expect(letter?.sheet.from[0]).toBe('“Astaraçay İcma Qrupu” İctimai Birliyi');
    expect(await stored(sql, letterId)).toMatchObject({ state: 'ready', blocked_by: [] });
  });

  it('makes one letter of one form sent twice, also at once', async () => {
    const issueId = await freshIssue(sql, 'astaracay');
    const clientId = newId();
    const both = await Promise.all([
      draftLetter(aide, { issueId, clientId }),
      draftLetter(aide, { issueId, clientId }),
    ]);
    const [{ n }] = (await sql`select count(*)::int as n from letters where issue_id = ${issueId}`) as unknown as [
      { n: number },
    ];
    expect(n).toBe(1);
    expect(both[0]).toEqual(both[1]);
  });

  it('refuses what strangers may not read, and another organisation’s report', async () => {
    const held = await freshIssue(sql, 'astaracay', { state: 'held' });
    expect(await draftLetter(aide, { issueId: held, clientId: newId() })).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.issue-not-public' },
    });
    const foreign = await freshIssue(sql, 'gunesli');
    expect(await draftLetter(aide, { issueId: foreign, clientId: newId() })).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.issue-unknown' },
    });
  });
});

describe('what keeps a letter back', () => {
  it('is said and changes with the settings, without touching the letter', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay'));
    const id = await organisationId(sql, 'astaracay');
    await sql`update organisations set legal_address = null where id = ${id}`;
    try {
      expect(await getLetter(aide.scope, letterId, aide.now)).toMatchObject({
        state: 'draft',
        unmet: ['no-legal-address'],
      });
      expect(await sendLetter(aide, byPost(letterId))).toMatchObject({
        ok: false,
        refusal: { code: 'authorities.error.not-ready' },
      });
      expect((await listLetters(aide.scope)).rows.find((row) => row.id === letterId)).toMatchObject({ state: 'draft' });
    } finally {
      await sql`update organisations set legal_address = 'Astara şəhəri, Nümunə küçəsi 8' where id = ${id}`;
    }
    expect(await getLetter(aide.scope, letterId, aide.now)).toMatchObject({ state: 'ready', unmet: [] });
  });

  it('is a body out of use, and a report taken down', async () => {
    const issueId = await freshIssue(sql, 'astaracay', { category: 'quarry' });
    const letterId = await drafted(aide, issueId);
    await sql`update bodies set is_active = false where kind = 'etsn'`;
    expect((await getLetter(aide.scope, letterId, aide.now))?.unmet).toEqual(['body-inactive']);
    await sql`update bodies set is_active = true where kind = 'etsn'`;
    await sql`update issues set state = 'held' where id = ${issueId}`;
    expect((await getLetter(aide.scope, letterId, aide.now))?.unmet).toEqual(['issue-not-public']);
  });
});

describe('editing a letter', () => {
  it('keeps the bodies it went through, and refuses an older sight of it', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay', { category: 'road_surface' }));
    const [rih] = await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`;
    expect(await edit(aide, letterId, { bodyId: rih?.id ?? null, subject: 'Başqa mövzu' })).toEqual({
      ok: true,
      value: undefined,
    });
    const letter = await getLetter(aide.scope, letterId, aide.now);
    expect(letter?.steps.map((step) => [step.kind, step.body?.az.slice(0, 6)])).toEqual([
      ['drafted', 'Azərba'],
      ['rerouted', 'Astara'],
    ]);
    expect(await edit(aide, letterId, { version: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'common.error.changed-meanwhile' },
    });
    expect(await edit(aide, letterId, { bodyId: newId() })).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.body-unknown' },
    });
  });

  it('writes the text anew from the template when asked', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay'));
    const first = (await stored(sql, letterId)).body;
    await edit(aide, letterId, { text: 'Tamam başqa, kifayət qədər uzun mətn' });
    expect((await stored(sql, letterId)).body).not.toBe(first);
    await edit(aide, letterId, { isRecomposed: true });
    expect((await stored(sql, letterId)).body).toBe(first);
  });

  it('puts a letter aside and takes it up again', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay'));
    await cancelLetter(aide, { letterId, isBack: false });
    expect(await stored(sql, letterId)).toMatchObject({ state: 'cancelled' });
    expect(await sendLetter(aide, byPost(letterId))).toMatchObject({ ok: false });
    await cancelLetter(aide, { letterId, isBack: true });
    expect(await stored(sql, letterId)).toMatchObject({ state: 'ready' });
  });
});
