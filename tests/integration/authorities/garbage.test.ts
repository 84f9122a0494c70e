import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as bodyPage from '#app/routes/admin/bodies-edit.tsx';
import * as editPage from '#app/routes/org/letter-edit.tsx';
import * as sendingPage from '#app/routes/org/letter-sending.tsx';
import * as letterPage from '#app/routes/org/letter.tsx';
import * as lettersPage from '#app/routes/org/letters.tsx';
import * as routingPage from '#app/routes/org/routing.tsx';
import * as signatoryPage from '#app/routes/org/signatory.tsx';
import { post } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { letterDesk } from './letter-desk.ts';

const sql = adminConnection();
const desk = letterDesk(sql);
afterAll(() => sql.end());

describe('garbage', () => {
  const anything = fc.dictionary(
    fc.constantFrom(
      'intent',
      'issueId',
      'clientId',
      'version',
      'bodyId',
      'signatoryId',
      'addressee',
      'withExactPlace',
      'subject',
      'text',
      'channel',
      'sentOn',
      'registerNumber',
      'fullName',
      'address',
      'consent',
      'category',
      'region',
      'scope',
      'bodyKind',
      'kind',
      'nameAz',
      'email',
      'checkedOn',
      'isActive',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '',
        'on',
        'save',
        'agree',
        'post',
        'here',
        'waste',
        'AZ-AST',
        '2026-02-31',
        '99999-99-99',
        '1e9',
        '-1',
        newId(),
        'x'.repeat(20_000),
      ),
    ),
    { maxKeys: 12 },
  );

  it('gets an answer of 4xx or a redirect from every form, never an error', async () => {
    const forms = [lettersPage, letterPage, editPage, sendingPage, signatoryPage, routingPage];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), anything, async (page, fields) => {
        const { status } = await post(page.action as Parameters<typeof post>[0], '/', fields, desk.here('aide'));
        expect([303, 403, 404, 422]).toContain(status);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (fields) => {
        expect([303, 404, 422]).toContain(
          (await post(bodyPage.action, '/', fields, { cookie: desk.cookies.elcin ?? '' })).status,
        );
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
