import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepContacts } from '#app/features/media/commands/keep-contacts.server.ts';
import { mediaIntents, type MediaDeed, type PartnerDeed } from '#app/features/media/forms.ts';
import { getMedia, getPartners } from '#app/features/media/media.server.ts';
import { countFollowUps } from '#app/features/media/public.server.ts';
import { exportCoverage, exportPartners } from '#app/features/media/tables.server.ts';
import { addPerson } from '#app/features/people/commands/add-person.server.ts';
import { eraseHuman } from '#app/features/people/commands/erase-human.server.ts';
import { mergePeople } from '#app/features/people/commands/merge-people.server.ts';
import { getPersonPage } from '#app/features/people/person.server.ts';
import type { PersonRole } from '#app/features/people/rules/kinds.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { makeSide } from '../board/board-world.ts';
import { form } from './people-world.ts';

const sql = adminConnection();
const now = new Date();
const today = dayOf(now);
const words = { t: wordsFor('az'), locale: 'az' as const };
let work: StaffWork;
let stranger: StaffWork;
let outlet: string;

type Unkeyed<T> = T extends unknown ? Omit<T, 'clientId'> : never;
const keep = (who: StaffWork, deed: Unkeyed<MediaDeed | PartnerDeed>, clientId = randomUUID()) =>
  keepContacts(who, { clientId, ...deed } as MediaDeed);
const person = async (who: StaffWork, name: string, role: PersonRole = 'journalist') => {
  const added = await addPerson(who, form({ name, roles: [role] }));
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.personId;
};
const coverage = (changes: Partial<Extract<MediaDeed, { intent: 'coverage' }>> = {}) => ({
  intent: 'coverage' as const,
  on: today,
  outletId: outlet,
  personId: null,
  title: 'Kəndin yolu təmir olunur',
  url: 'https://xeber.invalid/yol',
  tone: 'neutral' as const,
  campaignId: null,
  eventId: null,
  ...changes,
});

beforeAll(async () => {
  work = await makeSide(sql, 'Mediaya yazan İcma');
  stranger = await makeSide(sql, 'Özgə İcma');
  await keep(work, { intent: 'outlet', name: 'Cənub Xəbər', kind: 'site', region: 'AZ-AST', url: '' });
  outlet = (await getMedia(work.scope)).outlets[0]?.id ?? '';
});
afterAll(() => sql.end());

describe('coverage', () => {
  it('is written once, stands in the journalist’s timeline, and stays with them through a merge', async () => {
    const [one, other] = [await person(work, 'Aygün Kərimova'), await person(work, 'Aygün K.')];
    const clientId = randomUUID();
    expect(await keep(work, coverage({ personId: other }), clientId)).toMatchObject({ ok: true });
    expect(await keep(work, coverage({ personId: other }), clientId)).toMatchObject({ ok: true });
    const before = await getMedia(work.scope);
    expect(before.coverage).toHaveLength(1);
    expect(before.outlets[0]?.coverage).toBe(1);
    expect(before.coverage[0]).toMatchObject({ outlet: 'Cənub Xəbər', person: { id: other, name: 'Aygün K.' } });
    const page = await getPersonPage(work.scope, other, { maySeeContact: true, now });
    expect(page?.moments.filter(({ kind }) => kind === 'coverage')).toMatchObject([
      { about: 'Kəndin yolu təmir olunur' },
    ]);

    const merged = await mergePeople(work, { clientId: randomUUID(), keptId: one, goneId: other });
    expect(merged).toMatchObject({ ok: true });
    const after = await getMedia(work.scope);
    expect(after.coverage[0]?.person).toEqual({ id: one, name: 'Aygün Kərimova' });
    expect(after.journalists.find(({ id }) => id === one)).toMatchObject({ coverage: 1, lastOn: today });
  });

  it('names only what is the organisation’s own', async () => {
    const theirs = await person(stranger, 'Özgənin jurnalisti');
    expect(await keep(work, coverage({ personId: theirs }))).toMatchObject({ refusal: { field: 'personId' } });
    expect(await keep(stranger, coverage())).toMatchObject({ refusal: { field: 'outletId' } });
    expect(await keep(work, coverage({ campaignId: randomUUID() }))).toMatchObject({
      refusal: { field: 'campaignId' },
    });
    const line = (await getMedia(work.scope)).coverage[0];
    expect(await keep(stranger, { intent: 'remove-coverage', coverageId: line?.id ?? '' })).toMatchObject({
      ok: false,
    });
    const seen = await getMedia(stranger.scope);
    expect([seen.coverage, seen.outlets]).toEqual([[], []]);
  });

  it('goes into a table without contacts and without formulas', async () => {
    await keep(work, coverage({ title: '=HYPERLINK("x")' }));
    const table = await exportCoverage(work.scope, words);
    expect(table).toContain('Cənub Xəbər');
    expect(table).not.toMatch(/(^|;)"?=/mu);
    expect(table).not.toContain('@');
  });

  it.each(['javascript:alert(1)', 'ftp://x.invalid', 'sayt'])('refuses the link %s', (url) => {
    const { personId: _p, campaignId: _c, eventId: _e, ...typed } = coverage({ url });
    const read = mediaIntents.safeParse({ ...typed, clientId: randomUUID() });
    expect(read.error?.issues[0]?.message).toBe('media.error.url');
  });

  it('outlives whoever wrote it', async () => {
    const id = await person(work, 'Silinən Jurnalist');
    await keep(work, coverage({ personId: id, title: 'Silinəndən sonra' }));
    await eraseHuman(work, id, { clientId: randomUUID() });
    const line = (await getMedia(work.scope)).coverage.find(({ title }) => title === 'Silinəndən sonra');
    expect(line).toMatchObject({ person: null });
  });
});

describe('partners and getting back to people', () => {
  it('keeps an organisation once by its name', async () => {
    const partner = {
      intent: 'partner' as const,
      kind: 'school' as const,
      region: '',
      url: '',
      note: '',
      personId: null,
    };
    expect(await keep(work, { ...partner, name: 'Rayon Kitabxanası' })).toMatchObject({ ok: true });
    expect(await keep(work, { ...partner, name: 'RAYON kitabxanası' })).toMatchObject({
      refusal: { code: 'media.error.known-name', field: 'name' },
    });
    expect((await getPartners(work.scope)).partners).toHaveLength(1);
    expect((await getPartners(stranger.scope)).partners).toEqual([]);
    expect(await exportPartners(work.scope, words)).toContain('Rayon Kitabxanası');
  });

  it('reminds until it is done, sealed, and of one’s own people alone', async () => {
    const id = await person(work, 'Zəng Ediləcək');
    const theirs = await person(stranger, 'Özgənin tanışı');
    const whom = { kind: 'person' as const, id };
    expect(await keep(work, { intent: 'follow-up', whom, dueOn: today, about: 'Müsahibə haqqında' })).toMatchObject({
      ok: true,
    });
    expect(
      await keep(work, { intent: 'follow-up', whom: { kind: 'person', id: theirs }, dueOn: today, about: '' }),
    ).toMatchObject({ refusal: { field: 'whom' } });
    expect(await countFollowUps(work.scope, now)).toBe(1);
    expect(await countFollowUps(stranger.scope, now)).toBe(0);
    const [row] = await sql`select about_cipher from contact_follow_ups where person_id = ${id}`;
    expect(row?.about_cipher).not.toContain('Müsahibə');
    const partner = await person(work, 'Məktəb Direktoru', 'partner');
    await keep(work, { intent: 'follow-up', whom: { kind: 'person', id: partner }, dueOn: today, about: '' });
    expect((await getPartners(work.scope)).followUps.map((one) => one.whom.name)).toEqual(['Məktəb Direktoru']);
    const [line, ...others] = (await getMedia(work.scope)).followUps;
    expect(others).toEqual([]);
    expect(line).toMatchObject({ about: 'Müsahibə haqqında', whom: { name: 'Zəng Ediləcək' } });
    expect(await keep(stranger, { intent: 'followed-up', followUpId: line?.id ?? '' })).toMatchObject({ ok: false });
    expect(await keep(work, { intent: 'followed-up', followUpId: line?.id ?? '' })).toMatchObject({ ok: true });
    expect(await countFollowUps(work.scope, now)).toBe(1);
  });
});
