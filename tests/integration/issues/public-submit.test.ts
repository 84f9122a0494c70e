import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContact } from '#app/features/issues/contact.server.ts';
import { CONTACT_CONSENT_VERSION } from '#app/features/issues/forms.ts';
import { receiptOf } from '#app/features/issues/receipts.server.ts';
import { haversineMetres } from '#app/kernel/geo.ts';
import { LIMITS } from '#app/platform/rate-limit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import * as issueNew from '#app/routes/public/issue-new.tsx';
import { issueFlags, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { call, codeOf, issueOf, makeReader, report } from './public-world.ts';

const sql = adminConnection();
let astara = '';
beforeAll(async () => {
  astara = await makeReader(sql, 'AZ-AST', 'AZ-LAN');
});
afterAll(() => sql.end());

type Counts = Record<'issues' | 'receipts' | 'events' | 'photos' | 'consents', number>;

const countAll = async () => {
  const [row] =
    await sql`select (select count(*)::int from issues) as issues, (select count(*)::int from issue_receipts) as receipts,
    (select count(*)::int from issue_events) as events, (select count(*)::int from issue_photos) as photos, (select count(*)::int from consents) as consents`;
  const folder = join(process.env.DATA_DIR ?? '', 'files/photos');
  return { ...(row as Counts), files: existsSync(folder) ? readdirSync(folder).length : 0 };
};

describe('sending a report', () => {
  it('answers with a receipt and keeps what was written, waiting for a moderator', async () => {
    const answer = await report();
    expect(answer.status).toBe(201);
    expect(codeOf(answer)).toMatch(/^[1-4]\d{27}$/);
    const issue = await issueOf(sql, codeOf(answer));
    expect(issue).toMatchObject({
      organisation_id: astara,
      state: 'received',
      ref: null,
      is_public: false,
      region: 'AZ-AST',
      theme: 'infrastructure',
      source: 'web',
      locale: 'az',
      entered_by: null,
    });
    const events =
      await sql`select kind, from_state, to_state, actor_id, actor_role from issue_events where issue_id = ${issue.id}`;
    expect(events).toEqual([
      { kind: 'move', from_state: null, to_state: 'received', actor_id: null, actor_role: 'reporter' },
    ]);
    const trail = await sql`select action, actor_id, actor_role from audit_entries where subject_id = ${issue.id}`;
    expect(trail).toEqual([{ action: 'issue.submitted', actor_id: null, actor_role: 'citizen' }]);
  });

  it('asks once when the pin lies in another district than was chosen, and then takes the answer', async () => {
    const inLankaran = { lat: '38.75430', lng: '48.85060' };
    const before = await countAll();
    const asked = await report(inLankaran);
    expect(asked).toMatchObject({ status: 422, errors: { pinRegion: ['issues.form.error.pin-region'] } });
    expect(asked.body.districts).toEqual({ pin: 'AZ-LAN', chosen: 'AZ-AST' });
    expect(await countAll()).toEqual(before);
    const region = async (pinRegion: string) =>
      (await issueOf(sql, codeOf(await report({ ...inLankaran, pinRegion })))).region;
    expect(await region('keep')).toBe('AZ-AST');
    expect(await region('pin')).toBe('AZ-LAN');
  });

  it('five times at once is one report with one receipt', async () => {
    const before = await countAll();
    const clientId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => report({ clientId })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(codeOf)).size).toBe(1);
    const later = await report({ clientId, title: 'Başqa başlıq', region: 'AZ-LAN' });
    expect(codeOf(later)).toBe(codeOf(answers[0] as (typeof answers)[0]));
    expect(await countAll()).toMatchObject({
      issues: before.issues + 1,
      receipts: before.receipts + 1,
      events: before.events + 1,
    });
  });

  it('leaves nothing in the database from which the receipt follows', async () => {
    const clientId = randomUUID();
    const code = codeOf(await report({ clientId }));
    const [dump] = await sql<{ text: string }[]>`
      select (select json_agg(i) from issues i)::text || (select json_agg(r) from issue_receipts r)::text || (select json_agg(a) from audit_entries a)::text as text`;
    expect(dump?.text).toContain(code.slice(0, 8));
    expect(dump?.text).not.toContain(code.slice(8));
    expect(dump?.text).not.toContain(clientId);
  });

  it('takes the next number when a locator is taken', async () => {
    const clientId = randomUUID();
    const other = await issueOf(sql, codeOf(await report()));
    await sql`update issue_receipts set locator = ${receiptOf(clientId, 0).locator} where issue_id = ${other.id}`;
    const code = codeOf(await report({ clientId }));
    expect(code.slice(0, 8)).toBe(receiptOf(clientId, 1).locator);
    expect(codeOf(await report({ clientId }))).toBe(code);
  });

  it('keeps a contact only encrypted, with the consent that was given', async () => {
    const answer = await report({ contact: '050 765 43 21', consent: 'on' });
    const issue = await issueOf(sql, codeOf(answer));
    const [contact] = await sql`select * from issue_contacts where issue_id = ${issue.id}`;
    expect(contact?.contact_cipher).not.toContain('7654321');
    expect(openContact(issue.id, contact?.contact_cipher as string)).toBe('+994507654321');
    const given =
      await sql`select purpose, version, locale, organisation_id from consents where subject_id = ${issue.id}`;
    expect(given).toEqual([
      { purpose: 'issue-contact', version: CONTACT_CONSENT_VERSION, locale: 'az', organisation_id: astara },
    ]);
    expect((await report({ contact: '050 765 43 21' })).errors).toEqual({ consent: ['issues.form.error.consent'] });
  });

  it('stops at a limit for one network, and keeps what was typed', async () => {
    const clientKey = randomUUID();
    const fill = Array.from({ length: LIMITS.report.points }, () => report({ region: 'AZ-GA' }, [], { clientKey }));
    expect(new Set((await Promise.all(fill)).map(({ status }) => status))).toEqual(new Set([422]));
    const answer = await report({}, [], { clientKey });
    expect(answer.status).toBe(429);
    expect(answer.errors['']).toEqual(['common.error.too-many']);
    expect((answer.body.lastResult as { initialValue: object }).initialValue).toMatchObject({
      title: 'Məktəbin yanında yol dağılıb',
    });
    expect((await report()).status).toBe(201);
  });
});

describe('what is not taken', () => {
  it.each([
    ['a district where nobody works', { region: 'AZ-GA' }, { region: ['issues.form.error.no-organisation'] }],
    ['a point in the neighbour country', { lat: '38.30', lng: '48.60' }, { place: ['issues.form.error.outside'] }],
    [
      'a point inside the bounds and outside the country',
      { lat: '41.85', lng: '44.80' },
      { place: ['issues.form.error.outside'] },
    ],
  ])('%s: a sentence beside the field, the text kept, nothing stored', async (_what, changes, errors) => {
    const before = await countAll();
    const answer = await report(changes);
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual(errors);
    expect((answer.body.lastResult as { initialValue: object }).initialValue).toMatchObject({
      details: 'Yağışdan sonra maşın keçmir.',
      ...changes,
    });
    expect(await countAll()).toEqual(before);
  });

  it.each(['violence_support', 'early_marriage'])(
    '%s: the form stops and stores nothing, not even a picture',
    async (category) => {
      const before = await countAll();
      const photo = { name: 'a.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
      for (const answer of [
        await report({ category }, [photo]),
        await report({ category, title: '', region: '' }),
        await call(issueNew.loader as never, `/issues/new?category=${category}`, null),
      ]) {
        expect(answer.status).toBe(303);
        expect(answer.location).toBe('/issues/new/help');
      }
      expect(await countAll()).toEqual(before);
    },
  );
});

describe('the public point', () => {
  const exact = { lat: '38.53281', lng: '48.81673' };
  const publicOf = async (changes: Record<string, string>) => {
    const issue = await issueOf(sql, codeOf(await report(changes)));
    expect([issue.exact_lat, issue.exact_lng]).toEqual([Number(changes.lat), Number(changes.lng)]);
    return { lat: issue.public_lat as number, lng: issue.public_lng as number };
  };

  it('is the exact one where it tells of nobody', async () => {
    expect(await publicOf({ ...exact, category: 'road_surface' })).toEqual({ lat: 38.53281, lng: 48.81673 });
  });

  it('is another one where it would, always the same and some 500 m off at most', async () => {
    const first = await publicOf({ ...exact, category: 'disability' });
    expect(first).not.toEqual({ lat: 38.53281, lng: 48.81673 });
    expect(haversineMetres(first, { lat: 38.53281, lng: 48.81673 })).toBeLessThan(500);
    expect(await publicOf({ ...exact, category: 'disability' })).toEqual(first);
    expect(await publicOf({ lat: '38.53283', lng: '48.81670', category: 'disability' })).toEqual(first);
  });

  it('comes from the words when there is no point, and is never called exact', async () => {
    const issue = await issueOf(sql, codeOf(await report({ place: 'Kijəbə, məktəbin yanı' })));
    expect(issue.exact_lat).toBeNull();
    expect(issue.public_lat).not.toBeNull();
  });
});

describe('a citizen’s scope', () => {
  it('hands in and reads nothing back', async () => {
    const scope = { kind: 'citizen', organisationId: astara } as const;
    expect(await withScope(scope, (tx) => tx.select().from(issues))).toEqual([]);
    expect(await withScope(scope, (tx) => tx.update(issues).set({ title: 'x' }).returning())).toEqual([]);
    expect(await withScope(scope, (tx) => tx.delete(issues).returning())).toEqual([]);
  });

  it('hands in to one organisation only', async () => {
    const stranger = await makeReader(sql, 'AZ-SAK');
    const [issue] = await sql<{ id: string }[]>`select id from issues limit 1`;
    const flag = {
      id: newId(),
      issueId: issue?.id ?? '',
      organisationId: stranger,
      clientId: newId(),
      kind: 'other',
      text: '',
    } as const;
    await expect(
      withScope({ kind: 'citizen', organisationId: astara }, (tx) => tx.insert(issueFlags).values(flag)),
    ).rejects.toThrow(/row-level security|Failed query/);
  });
});
