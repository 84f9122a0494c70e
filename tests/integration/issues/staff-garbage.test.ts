import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as flags from '#app/routes/org/flags.tsx';
import * as issueImport from '#app/routes/org/issue-import.tsx';
import * as entry from '#app/routes/org/issue-new.tsx';
import * as page from '#app/routes/org/issue.tsx';
import * as photo from '#app/routes/org/photo.tsx';
import { signedIn } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { call } from './public-world.ts';
import { astaraAtWork, newReport, whitePicture } from './staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
let cookie = '';
let params: Record<string, string> = {};
let seen = '';
let flagId = '';
beforeAll(async () => {
  const report = await newReport(sql, at.organisationId, {}, [await whitePicture()]);
  const [picture] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${report.issueId}`;
  const [flag] = await sql<{ id: string }[]>`select id from issue_flags where organisation_id = ${at.organisationId}`;
  cookie = await signedIn(at.owner.scope.userId);
  params = { org: at.owner.actor.memberships[0]?.slug ?? '', id: report.issueId, photo: picture?.id ?? '' };
  seen = report.seen;
  flagId = flag?.id ?? '';
});
afterAll(() => sql.end());

const NASTY = [
  '', '\u0000', 'a\u0000b', '\ud800', 'a\r\nBcc: x@y.az', "' or 1=1 --", '[object Object]', '__proto__', '1e400', 'ə'.repeat(6000),
  '00000000-0000-4000-8000-000000000000', 'withdrawn', 'violence_support', 'hide-photo x', 'show-photo', '99-99', '0.1,0.1,9,NaN', 'move',
]; // prettier-ignore

const words = { title: 'Bazarda zibil', details: '', place: 'Pensər', category: 'waste', region: 'AZ-AST' };
const clientId = '00000000-0000-4000-8000-000000000001';
const decision = () => ({ clientId, seen, ...words, note: '', reason: 'Yer aydın deyil' });

/** Each form as a colleague would send it; a run spoils some of it. Made late: the report comes with the story. */
const FORMS = {
  publication: [page.action, () => ({ intent: 'publish', ...decision() })],
  'setting aside': [page.action, () => ({ intent: 'hold', ...decision() })],
  wording: [page.action, () => ({ intent: 'save', ...decision() })],
  'a move': [
    page.action,
    () => ({ intent: 'move', clientId, seen, to: 'answered', bodyId: newId(), moveNote: 'Cavab', moveReason: 'Zəng' }),
  ],
  'a question': [page.action, () => ({ intent: 'ask', clientId, message: 'Hansı küçə?' })],
  'who does it': [page.action, () => ({ intent: 'assign', clientId, assigneeId: newId() })],
  'a picture left out': [page.action, () => ({ intent: `hide-photo ${params.photo}`, ...decision() })],
  'the contact': [page.action, () => ({ intent: 'contact' })],
  'parts blacked out': [photo.action, () => ({ clientId, box: '0.1,0.1,0.2,0.2', cell: '0-0' })],
  'a flag': [flags.action, () => ({ intent: 'dismiss', clientId, flagId, reason: 'Yerində baxılıb' })],
  'a report written down': [
    entry.action,
    () => ({ clientId, source: 'call', ...words, contact: '', consent: '', lat: '38.61', lng: '48.81' }),
  ],
  'a table': [issueImport.action, () => ({ intent: 'check', clientId })],
} as const;

describe('garbage in each form of the staff’s side', () => {
  for (const [name, [action, make]] of Object.entries(FORMS)) {
    it(`${name}: answered with a page, a sentence or a refusal, never with a failure`, async () => {
      const right: Record<string, string> = make();
      const names = Object.keys(right);
      const send = async (fields: Record<string, string>) => {
        const { body, errors, location, status } = await call(action as never, '/', fields, { params, cookie });
        expect([200, 201, 303, 403, 404, 422], JSON.stringify(fields)).toContain(status);
        const said = Object.values(errors).flat().length + [body.photoError, body.code].filter(Boolean).length;
        if (status === 422) expect(said, JSON.stringify(fields)).toBeGreaterThan(0);
        if (location) expect(location).toMatch(/^\/(?!\/)/);
      };
      for (const key of names) for (const bad of NASTY) await send({ ...right, [key]: bad });
      const spoilt = fc.dictionary(
        fc.constantFrom(
          ...names,
          'intent',
          'photoId',
          'to',
          'box',
          'photos',
          'file',
          '__proto__',
          'title[0]',
          'a.b',
          '',
        ),
        fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 60, unit: 'binary' })),
        { maxKeys: 6 },
      );
      await fc.assert(
        fc.asyncProperty(spoilt, fc.subarray(names), async (wrong, missing) => {
          const sent = Object.entries({ ...right, ...wrong }).filter(([key]) => !missing.includes(key));
          await send(Object.fromEntries(sent));
        }),
        { numRuns: 25 },
      );
    }, 120_000);
  }

  it('addresses of what is not there, or is no address at all', async () => {
    for (const bad of ['', '0', "1'--", '\u0000', '../..', newId()]) {
      for (const action of [page.action, photo.action])
        expect([404, 422], bad).toContain(
          (
            await call(
              action as never,
              '/',
              { intent: 'read', clientId: newId(), cell: '0-0' },
              { params: { ...params, id: bad }, cookie },
            )
          ).status,
        );
      for (const loader of [page.loader, photo.loader])
        expect((await call(loader as never, '/', null, { params: { ...params, id: bad }, cookie })).status).toBe(404);
    }
  });
});

describe('the words that are being written', () => {
  it('stay when a picture is left out meanwhile', async () => {
    const report = await newReport(sql, at.organisationId, {}, [await whitePicture()]);
    const [picture] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${report.issueId}`;
    const typed = { ...decision(), clientId: newId(), seen: report.seen, title: '', note: 'Yarımçıq cümlə' };
    const press = (button: string) =>
      call(
        page.action as never,
        '/',
        { ...typed, clientId: newId(), intent: `${button} ${picture?.id}` },
        { params: { ...params, id: report.issueId }, cookie },
      );
    const answer = await press('hide-photo');
    expect(answer).toMatchObject({
      status: 200,
      errors: {},
      body: {
        form: 'decision',
        done: 'photo',
        lastResult: { initialValue: { note: 'Yarımçıq cümlə', reason: 'Yer aydın deyil' } },
      },
    });
    const isHidden = async () =>
      (await sql`select is_hidden from issue_photos where id = ${picture?.id ?? ''}`)[0]?.is_hidden as boolean;
    expect(await isHidden()).toBe(true);
    await press('show-photo');
    expect(await isHidden()).toBe(false);
    const [row] = await sql`select state, public_title from issues where id = ${report.issueId}`;
    expect(row).toEqual({ state: 'received', public_title: null });
  });
});
