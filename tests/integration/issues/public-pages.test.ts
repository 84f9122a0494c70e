import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFlagContact } from '#app/features/issues/contact.server.ts';
import type { IssueFilters } from '#app/features/issues/public-filters.ts';
import { countByGroup, listIssues } from '#app/features/issues/public-queries.server.ts';
import { PUBLIC_STATES } from '#app/features/issues/rules/lifecycle.ts';
import type { IssueCard, PublicIssue } from '#app/features/issues/rules/views.ts';
import * as confirmation from '#app/routes/public/issue-confirmation.ts';
import * as flag from '#app/routes/public/issue-flag.tsx';
import * as issuePage from '#app/routes/public/issue.tsx';
import * as reply from '#app/routes/public/issue-reply.tsx';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { call } from './public-world.ts';

const sql = adminConnection();
beforeAll(seedStory, 60_000);
afterAll(() => sql.end());

const anyPublic = async () => {
  const [row] = await sql<
    { id: string; ref: string }[]
  >`select id, ref from issues where is_public and state = 'published' order by random() limit 1`;
  return { id: row?.id ?? '', ref: row?.ref ?? '' };
};
const view = (ref: string, path = `/issues/${ref}`) => call(issuePage.loader as never, path, null, { params: { ref } });

/** Walks a list to its end and back to its beginning. */
async function walk(filters: IssueFilters, size: number): Promise<IssueCard[]> {
  const all: IssueCard[] = [];
  let page = await listIssues(filters, {}, size);
  expect(page.previous).toBeNull();
  for (all.push(...page.items); page.next; all.push(...page.items))
    page = await listIssues(filters, { after: page.next }, size);
  for (let at = all.length - page.items.length; page.previous; at -= page.items.length) {
    page = await listIssues(filters, { before: page.previous }, size);
    expect(page.items).toEqual(all.slice(at - page.items.length, at));
  }
  expect(page.items).toEqual(all.slice(0, page.items.length));
  return all;
}

describe('the public list', () => {
  it('shows each published report once, newest first, forwards and backwards', async () => {
    for (const filters of [
      {},
      { group: 'open' },
      { region: 'AZ-AST' },
      { region: 'AZ-SAK' },
      { theme: 'gender' },
      { q: 'su' },
    ] satisfies IssueFilters[]) {
      for (const size of [1, 4, 30]) {
        const all = await walk(filters, size);
        expect(new Set(all.map(({ ref }) => ref)).size).toBe(all.length);
        expect(all.length).toBe((await listIssues(filters)).total);
        const times = all.map(({ publishedAt }) => publishedAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => b - a));
      }
    }
    const [{ n }] =
      (await sql`select count(*)::int as n from issues where state in ${sql([...PUBLIC_STATES])}`) as unknown as [
        { n: number },
      ];
    expect(await walk({}, 30)).toHaveLength(n);
    expect(Object.values(await countByGroup({})).reduce((sum, count) => sum + count, 0)).toBe(n);
  });

  it('finds words in any alphabet and takes wildcards for letters', async () => {
    const titles = async (q: string) => (await listIssues({ q })).items.map(({ title }) => title).sort();
    expect(await titles('məktəb')).not.toEqual([]);
    expect(await titles('MEKTEB')).toEqual(await titles('məktəb'));
    expect(await titles('мектеб')).toEqual(await titles('məktəb'));
    for (const q of ['%', '_____', '100%', '\\']) expect(await titles(q)).toEqual([]);
  });

  it('counts no further than its cap when words are searched for', async () => {
    await sql`
      insert into issues (id, ref, organisation_id, client_id, state, category, theme, region, title, public_title, locale, published_at)
      select gen_random_uuid(), nextval('issue_ref_seq'), o.id, gen_random_uuid(), 'published', 'waste', 'ecology', 'AZ-BA', 'zibilzibil', 'zibilzibil', 'az', now() - n * interval '1 second'
      from generate_series(1, 1002) n, (select id from organisations where state = 'approved' and kind = 'cbo' limit 1) o`;
    expect(await listIssues({ q: 'zibilzibil' })).toMatchObject({ total: 1000, isCapped: true });
    expect(await listIssues({ region: 'AZ-BA' })).toMatchObject({ isCapped: false });
    expect((await listIssues({ region: 'AZ-BA' })).total).toBeGreaterThanOrEqual(1002);
    await sql`delete from issues where public_title = 'zibilzibil'`;
  });
});

describe('a public page', () => {
  it('shows words, steps and pictures, and nothing of the reporter or the exact place', async () => {
    for (const row of await sql<
      { ref: string; state: string; title: string; exact_lat: number; exact_lng: number; sensitivity: number }[]
    >`select * from issues where is_public`) {
      const answer = await view(row.ref);
      expect(answer.status).toBe(200);
      const issue = answer.body.issue as PublicIssue;
      expect(issue.state).toBe(row.state);
      expect(issue.organisation).not.toBeNull();
      expect(issue.steps.at(-1)?.state).toBe(row.state);
      const text = JSON.stringify(answer.body);
      if (row.sensitivity > 0)
        for (const exact of [row.exact_lat, row.exact_lng]) expect(text).not.toContain(String(exact));
      expect(text).not.toMatch(/contact|secret|clientId":"(?!.{36}")|reason/);
    }
  });

  it('is 404 while nobody published it, 410 once it was taken down', async () => {
    const { id, ref } = await anyPublic();
    await sql`update issues set state = 'held' where id = ${id}`;
    expect((await view(ref)).status).toBe(410);
    await sql`update issues set state = 'published' where id = ${id}`;
    expect((await view(ref)).status).toBe(200);
    expect((await view('123456')).status).toBe(404);
  });

  it('describes itself by kind, place and state only', async () => {
    const { ref } = await anyPublic();
    const { body } = await view(ref);
    const tags = issuePage.meta({ data: body, params: {} } as never) as {
      name?: string;
      property?: string;
      content?: string;
    }[];
    const { details } = body.issue as PublicIssue;
    expect(tags.find(({ name }) => name === 'description')?.content).toMatch(/ · .+\. .+\.$/);
    for (const { content } of tags) if (details) expect(content ?? '').not.toContain(details);
  });

  it('is shared by caches for anonymous visitors, but not with a notice', async () => {
    const { ref } = await anyPublic();
    expect((await view(ref)).body.done).toBeNull();
    expect((await view(ref, `/issues/${ref}?done=confirmed`)).body.done).toBe('confirmed');
    expect((await view(ref, `/issues/${ref}?done=constructor`)).body.done).toBeNull();
  });
});

describe('“it concerns me too”', () => {
  it('counts each device once, and tells nobody which reports one device confirmed', async () => {
    const [first, second] = await sql<
      { id: string; ref: string; confirmations: number }[]
    >`select id, ref, confirmations from issues where is_public order by ref limit 2`;
    const confirm = (ref: string, cookie?: string) =>
      call(
        confirmation.action as never,
        `/issues/${ref}/confirmation`,
        {},
        { params: { ref }, ...(cookie ? { cookie } : {}) },
      );
    const count = async (id: string) =>
      ((await sql`select confirmations as n from issues where id = ${id}`)[0] as { n: number }).n;
    const answer = await confirm(first?.ref ?? '');
    expect(answer).toMatchObject({ status: 303, location: `/issues/${first?.ref}?done=confirmed` });
    await confirm(first?.ref ?? '', answer.cookie);
    expect(await count(first?.id ?? '')).toBe((first?.confirmations ?? 0) + 1);
    await confirm(first?.ref ?? '');
    expect(await count(first?.id ?? '')).toBe((first?.confirmations ?? 0) + 2);
    await confirm(second?.ref ?? '', answer.cookie);
    const hashes = await sql<
      { device_hash: string }[]
    >`select device_hash from issue_confirmations where issue_id in (${first?.id ?? ''}, ${second?.id ?? ''})`;
    expect(new Set(hashes.map(({ device_hash }) => device_hash)).size).toBe(3);
    expect(hashes.map(({ device_hash }) => device_hash).join()).not.toContain(answer.cookie.split('=')[1]);
    expect((await confirm('123456')).status).toBe(404);
  });
});

describe('a remark about a page', () => {
  it('waits for the organisation’s moderator, once for each form', async () => {
    const { id, ref } = await anyPublic();
    const clientId = randomUUID();
    const send = () =>
      call(
        flag.action as never,
        `/issues/${ref}/flag`,
        { clientId, kind: 'personal_data', text: 'Nömrə görünür.' },
        { params: { ref } },
      );
    expect(await send()).toMatchObject({ status: 303, location: `/issues/${ref}?done=flagged` });
    expect((await send()).status).toBe(303);
    expect(
      await sql`select kind, text, state, body_name from issue_flags where issue_id = ${id} and kind = 'personal_data' and text = 'Nömrə görünür.'`,
    ).toEqual([{ kind: 'personal_data', text: 'Nömrə görünür.', state: 'open', body_name: null }]);
    expect((await view(ref)).status).toBe(200);
  });

  it('from a body is shown only once a moderator accepted it, with its signature and without its contact', async () => {
    const { id, ref } = await anyPublic();
    const fields = {
      clientId: randomUUID(),
      bodyName: 'Su təsərrüfatı idarəsi',
      signatory: 'V. Əliyev, rəis',
      text: 'Təmir 3 dekabrda başlayır.',
      contact: 'su@idare.az',
      consent: 'on',
    };
    const send = (changes: Record<string, string>) =>
      call(reply.action as never, `/issues/${ref}/reply`, { ...fields, ...changes }, { params: { ref } });
    expect((await send({ consent: '' })).errors).toEqual({ consent: ['common.error.consent'] });
    expect((await send({})).status).toBe(303);
    const [row] = await sql<
      { id: string; contact_cipher: string }[]
    >`select id, contact_cipher from issue_flags where issue_id = ${id} and kind = 'body_reply' and signatory = 'V. Əliyev, rəis'`;
    expect(openFlagContact(row?.id ?? '', row?.contact_cipher ?? '')).toBe('su@idare.az');
    expect(await sql`select purpose from consents where subject_id = ${row?.id ?? ''}`).toEqual([
      { purpose: 'body-reply' },
    ]);
    const replies = async () =>
      ((await view(ref)).body.issue as PublicIssue).replies.map(({ signatory, text }) => ({ signatory, text }));
    expect(await replies()).not.toContainEqual({ signatory: 'V. Əliyev, rəis', text: 'Təmir 3 dekabrda başlayır.' });
    await sql`update issue_flags set state = 'accepted', decided_at = now() where id = ${row?.id ?? ''}`;
    expect(await replies()).toContainEqual({ signatory: 'V. Əliyev, rəis', text: 'Təmir 3 dekabrda başlayır.' });
    expect(JSON.stringify((await view(ref)).body)).not.toContain('su@idare.az');
  });
});
