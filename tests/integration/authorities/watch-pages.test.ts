import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import * as holidaysPage from '#app/routes/admin/holidays.tsx';
import * as postsPage from '#app/routes/admin/posts.tsx';
import * as deadlinesPage from '#app/routes/org/deadlines.tsx';
import * as letterPage from '#app/routes/org/letter.tsx';
import * as prioritiesPage from '#app/routes/org/priorities.tsx';
import * as watchTable from '#app/routes/org/watch-table.ts';
import * as watchPage from '#app/routes/org/watch.tsx';
import * as editPage from '#app/routes/org/watched-edit.tsx';
import * as watchedPage from '#app/routes/org/watched.tsx';
import * as authoritiesPage from '#app/routes/public/authorities.tsx';
import * as authorityPage from '#app/routes/public/authority.tsx';
import * as decisionPage from '#app/routes/public/decision.tsx';
import * as decisionsTable from '#app/routes/public/decisions-table.ts';
import * as decisionsPage from '#app/routes/public/decisions.tsx';
import { get, post } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { letterDesk, slugOf } from './letter-desk.ts';

const sql = adminConnection();
const desk = letterDesk(sql);
afterAll(() => sql.end());

let decision = '';
let draft = '';
let body = '';
beforeAll(async () => {
  const rows = await sql<{ id: string; is_public: boolean }[]>`
    select w.id, w.published_at is not null as is_public from watched_decisions w join organisations o on o.id = w.organisation_id
    where o.slug = ${slugOf('astaracay')}`;
  decision = rows.find((row) => row.is_public)?.id ?? '';
  draft = rows.find((row) => !row.is_public)?.id ?? '';
  body = (await sql<{ id: string }[]>`select id from bodies where kind = 'rih' and region = 'AZ-AST'`)[0]?.id ?? '';
});

/** Somebody at the Astara organisation's address, with more of the address. */
const at = (person: string, more: Record<string, string> = {}, slug?: string) => {
  const here = desk.here(person, slug);
  return { ...here, params: { ...here.params, ...more } };
};

describe('the pages of the watch', () => {
  const rooms = [watchPage, watchTable, prioritiesPage, deadlinesPage];

  it('open for an organiser and do not exist for strangers', async () => {
    for (const room of rooms) {
      expect((await get(room.loader, '/', at('aide'))).status).toBe(200);
      expect((await get(room.loader, '/', at('perviz'))).status).toBe(404);
    }
    for (const id of [decision, draft]) {
      for (const room of [watchedPage, editPage]) {
        expect((await get(room.loader, '/', at('aide', { decision: id }))).status).toBe(200);
        // Under the stranger's own address it is none of theirs.
        expect((await get(room.loader, '/', at('perviz', { decision: id }, slugOf('gunesli')))).status).toBe(404);
      }
    }
  });

  it('show strangers what is published and nothing else', async () => {
    const page = (id: string) => get(decisionPage.loader, '/', { params: { id } });
    expect((await page(decision)).status).toBe(200);
    for (const id of [draft, newId(), 'x']) expect((await page(id)).status).toBe(404);
    for (const room of [authoritiesPage, decisionsPage, decisionsTable])
      expect((await get(room.loader, '/', {})).status).toBe(200);
    expect((await get(authorityPage.loader, '/', { params: { id: body } })).status).toBe(200);
    expect((await get(authorityPage.loader, '/', { params: { id: newId() } })).status).toBe(404);
  });

  it('never tell the public a term of low certainty', async () => {
    for (const [room, params] of [
      [authoritiesPage, {}],
      [authorityPage, { id: body }],
    ] as const) {
      const text = JSON.stringify(await get(room.loader, '/', { params }));
      expect(text).toContain('appeal.answer');
      expect(text).not.toContain('complaint.decision');
      expect(text).not.toContain('"low"');
    }
  });

  it('keep the operator’s tables for the operator', async () => {
    const operator = { cookie: desk.cookies.elcin ?? '' };
    expect((await get(holidaysPage.loader, '/', operator)).status).toBe(200);
    expect((await get(postsPage.loader, '/', { ...operator, params: { body } })).status).toBe(200);
    expect((await get(holidaysPage.loader, '/', at('aide'))).status).toBe(404);
    expect((await get(postsPage.loader, '/', at('aide', { body }))).status).toBe(404);
  });
});

describe('garbage', () => {
  const day = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addDays('2026-01-01', days));
  /** Names of the fields of every form there. */
  const NAMES = `intent clientId kind bodyId region on title text minutes sourceUrl
    amount promises[0].text promises[0].id promises[0].dueOn promises[70].text promises votes[0].member votes[0].vote votes[-1].vote year
    id basis list name isWorkday source postId holderId since until
    checkedOn titleAz titleEn titleRu answeredOn withStudy`.split(/\s+/u);
  const anything = fc.dictionary(
    fc.constantFrom(...NAMES),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      day,
      fc.constantFrom('', 'on', 'add', 'up', 'publish', 'paste', 'confirm', 'post', 'holder', 'end', 'check', 'answer'),
      fc.constantFrom('sitting', 'AZ-AST', '2026', '9e99', '-1', 'javascript:alert(1)', '0001-01-01', newId()),
      fc.constant('20.03.2027 Novruz\n'.repeat(500)),
    ),
    { maxKeys: 14 },
  );

  it('gets an answer of 4xx or a redirect from every form, never an error', async () => {
    const operator = { cookie: desk.cookies.elcin ?? '' };
    const forms = [
      [prioritiesPage.action, at('aide')],
      [editPage.action, at('aide')],
      [editPage.action, at('aide', { decision: draft })],
      [watchedPage.action, at('aide', { decision: draft })],
      [letterPage.action, at('aide')],
      [holidaysPage.action, operator],
      [postsPage.action, { ...operator, params: { body } }],
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), anything, async ([action, here], fields) => {
        const { status } = await post(action as Parameters<typeof post>[0], '/', fields, here);
        expect([303, 403, 404, 422]).toContain(status);
      }),
      { numRuns: 120 },
    );
  }, 90_000);

  it('in addresses of lists is passed over', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('body', 'kind', 'year', 'region', 'page', 'category', 'place', 'lat', 'lng'),
        fc.string({ unit: 'binary', maxLength: 40 }),
        async (name, value) => {
          const address = `/?${new URLSearchParams({ [name]: value })}`;
          for (const room of [authoritiesPage, decisionsPage, decisionsTable])
            expect((await get(room.loader, address, {})).status).toBe(200);
          expect((await get(watchPage.loader, address, at('aide'))).status).toBe(200);
          expect((await get(holidaysPage.loader, address, { cookie: desk.cookies.elcin ?? '' })).status).toBe(200);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
