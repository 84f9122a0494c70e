import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as confirmation from '#app/routes/public/issue-confirmation.ts';
import * as flag from '#app/routes/public/issue-flag.tsx';
import * as home from '#app/routes/public/home.tsx';
import * as issueNew from '#app/routes/public/issue-new.tsx';
import * as issuePage from '#app/routes/public/issue.tsx';
import * as issueList from '#app/routes/public/issues.tsx';
import * as photo from '#app/routes/public/photo.ts';
import * as receipt from '#app/routes/public/receipt.tsx';
import * as receiptReport from '#app/routes/public/receipt-report.tsx';
import * as reply from '#app/routes/public/issue-reply.tsx';
import * as withdrawal from '#app/routes/public/receipt-withdrawal.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { call, codeOf, issueOf, makeReader, openCode, publish, report, reportFields } from './public-world.ts';

const sql = adminConnection();
let ref = '';
let cookie = '';
beforeAll(async () => {
  await makeReader(sql, 'AZ-AST');
  const code = codeOf(await report());
  cookie = await openCode(code);
  ref = String(await publish(sql, (await issueOf(sql, code)).id, 'done_claimed'));
});
afterAll(() => sql.end());

/** Near misses and what breaks parsers, databases and headers. */
const VALUES = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  "' or 1=1 --",
  '../../etc',
  '%00',
  '{}',
  '[object Object]',
  'null',
  'on',
  'NaN',
  '-0',
  '1e400',
  'Infinity',
  '__proto__',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x=y',
  'road_surface',
  'AZ-AST',
  'AZ-NX',
  'answer',
  'dispute',
  'forget-contact',
  'other',
  'body_reply',
  '38.53',
  '48.81',
  '90',
  'ad@misal.az',
  '050 123 45 67',
  '1'.repeat(28),
  '9'.repeat(400),
  'ə'.repeat(5000),
  '😀'.repeat(400),
  randomUUID(),
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80, unit: 'binary' }) },
);

const clientId = '00000000-0000-4000-8000-000000000000';
/** Each form with what a person would send; a run spoils some of it. */
const FORMS = {
  '/issues/new': [issueNew.action, { ...reportFields({ clientId }), consent: '' }],
  '/receipt': [receipt.action, { code: '1'.repeat(28) }],
  '/receipt/report': [
    receiptReport.action,
    { clientId, step: 'answer', text: 'Bu gün də belədir.', note: 'Hələ də qalır.' },
  ],
  '/issues/:ref/flag': [flag.action, { clientId, kind: 'untrue', text: 'Bu belə deyil.' }],
  '/issues/:ref/reply': [
    reply.action,
    {
      clientId,
      bodyName: 'Su idarəsi',
      signatory: 'Rəis',
      text: 'Təmir 3 dekabrda başlayır.',
      contact: 'ad@misal.az',
      consent: 'on',
    },
  ],
  '/issues/:ref/confirmation': [confirmation.action, { clientId }],
} as const;

describe('garbage in each form of the public side', () => {
  for (const [path, [action, right]] of Object.entries(FORMS)) {
    it(`${path} answers with a sentence, never with a failure`, async () => {
      const answers = async (fields: Record<string, string>) => {
        const sentCookie =
          path === '/receipt/report' ? cookie : `device=${fields.clientId ?? ''}`.replaceAll(/[^\x20-\x7e]/g, '');
        const answer = await call(action as never, path, fields, { params: { ref }, cookie: sentCookie });
        expect([201, 303, 422, 429], JSON.stringify(fields)).toContain(answer.status);
        if (answer.status === 422)
          expect(
            Object.values(answer.errors).flat().length + (answer.body.photoError ? 1 : 0),
            JSON.stringify(fields),
          ).toBeGreaterThan(0);
        if (answer.location) expect(answer.location).toMatch(/^\/(?!\/)/);
      };
      const names = Object.keys(right);
      for (const name of names) for (const bad of VALUES) await answers({ ...right, [name]: bad });
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(names),
          fc.dictionary(fc.constantFrom(...names, 'photos', '__proto__', 'title[0]', 'a.b', ''), value, { maxKeys: 6 }),
          async (missing, wrong) => {
            await answers(
              Object.fromEntries(Object.entries({ ...right, ...wrong }).filter(([name]) => !missing.includes(name))),
            );
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);
  }

  it('a photo field that holds text, and a text field that holds a file, are no failure', async () => {
    const form = new FormData();
    for (const [name, text] of Object.entries(reportFields())) form.set(name, text);
    form.set('photos', 'not a file');
    form.set('title', new Blob(['x']), 'title.txt');
    const answer = await call(issueNew.action as never, '/issues/new', form);
    expect(answer.status).toBe(422);
    expect(answer.errors).toHaveProperty('title');
  });
});

describe('garbage in each address of the public side', () => {
  const PARAMS = ['0', '-1', '1.5', '01', '999999999999', '9999999999999', '1e3', 'abc', "1'--", '\u0000', '', ref];
  it('is a page, a 404 or a redirect', async () => {
    for (const bad of PARAMS) {
      for (const [loader, path] of [
        [issuePage.loader, 'page'],
        [flag.loader, 'flag'],
        [reply.loader, 'reply'],
        [confirmation.loader, 'confirmation'],
      ] as const) {
        expect([200, 303, 404], `${path} ${bad}`).toContain(
          (await call(loader as never, '/issues/x', null, { params: { ref: bad } })).status,
        );
      }
      for (const action of [flag.action, reply.action, confirmation.action]) {
        const params = { ref: bad };
        expect([303, 404, 422], bad).toContain(
          (await call(action as never, '/issues/x', { clientId: randomUUID(), kind: 'other' }, { params })).status,
        );
      }
      expect(
        (await call(photo.loader as never, '/photos/x/full', null, { params: { id: bad, size: 'full' } })).status,
      ).toBe(404);
    }
    expect(
      (await call(withdrawal.loader as never, '/receipt/report/withdrawal', null, { cookie: 'receipt=%%%' })).status,
    ).toBe(303);
  });

  it('in the query shows a list', async () => {
    const queries = fc.dictionary(
      fc.constantFrom('region', 'category', 'theme', 'group', 'q', 'after', 'before', 'done', 'x'),
      value,
    );
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const search = `?${new URLSearchParams(query)}`;
        for (const [loader, path] of [
          [issueList.loader, '/issues'],
          [home.loader, '/'],
          [receipt.loader, '/receipt'],
        ] as const) {
          expect((await call(loader as never, path + search, null)).status, search).toBe(200);
        }
        expect([200, 303]).toContain((await call(issueNew.loader as never, `/issues/new${search}`, null)).status);
      }),
      { numRuns: 80 },
    );
  });
});
