import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findJoinForm, openSent } from '#app/features/tasks/join-form.server.ts';
import { newId } from '#app/kernel/ids.ts';
import * as join from '#app/routes/public/join.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { call } from '../issues/public-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const SLUG = 'zibil-forma';
beforeEach(async () => {
  await sql`delete from join_forms`;
  await sql`insert into join_forms (id, organisation_id, slug, is_open, locale) values (${newId()}, ${at.organisationId}, ${SLUG}, true, 'az')`;
});

const NASTY = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202e', 'a\r\nBcc: x@y.az', "' or 1=1 --", '../../etc', '[object Object]', '__proto__', 'null', '-1',
  '1e400', '9'.repeat(400), 'ə'.repeat(5000), '00000000-0000-4000-8000-000000000000', 'AZ-NX', 'no', 'on', 'woman', '14_17', 'driving', 'x@y',
]; // prettier-ignore

/** As a person would send it; a run spoils some of it. */
const right = () => ({
  clientId: newId(),
  roleId: '',
  name: 'Zibil Göndərən',
  phone: '055 501 22 33',
  email: '',
  region: 'AZ-AST',
  place: 'Pensər',
  skills: 'driving',
  times: 'sunday',
  languages: 'tly',
  grown: 'yes',
  message: 'Həftə sonu gələ bilərəm.',
  consent: 'on',
});
type Fields = Record<string, string>;
const send = (fields: Fields, slug = SLUG) => call(join.action as never, `/join/${slug}`, fields, { params: { slug } });
const stored = () => sql<{ cipher: string }[]>`select cipher from join_submissions`;

describe('garbage in the form of those who join', () => {
  it('is answered with a sentence, never with a failure, and what is taken in can be read again', async () => {
    const names = [...Object.keys(right()), 'ageBand', 'gender', 'guardianName', 'guardianContact', 'guardianConsent'];
    const answers = async (fields: Fields) => {
      const { status, errors, location } = await send(fields);
      expect([303, 422], JSON.stringify(fields)).toContain(status);
      if (status === 422) expect(Object.values(errors).flat(), JSON.stringify(fields)).not.toEqual([]);
      else expect(location).toBe(`/join/${SLUG}?done=sent`);
    };
    for (const name of names) for (const bad of NASTY) await answers({ ...right(), [name]: bad });
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(names),
        fc.dictionary(
          fc.constantFrom(...names, 'skills[0]', 'skills[__proto__]', '__proto__', 'name[0]', 'a.b', ''),
          fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 60, unit: 'binary' })),
          { maxKeys: 6 },
        ),
        async (missing, wrong) => {
          const sent = Object.entries({ ...right(), ...wrong }).filter(([name]) => !missing.includes(name));
          await answers(Object.fromEntries(sent));
        },
      ),
      { numRuns: 60 },
    );
    const rows = await stored();
    expect(rows.length).toBeGreaterThan(0);
    for (const { cipher } of rows) expect(openSent(at.organisationId, cipher).name.length).toBeGreaterThanOrEqual(2);
  }, 120_000);

  it('keeps what was typed beside the sentence', async () => {
    const typed = { ...right(), phone: 'nömrə yoxdur', message: 'Bu sözlər qalsın' };
    const { status, body, errors } = await send(typed);
    expect(status).toBe(422);
    expect(errors).toHaveProperty('phone');
    const { clientId, name, phone, message } = typed;
    expect(body).toMatchObject({ lastResult: { initialValue: { clientId, name, phone, message } } });
    expect(await stored()).toHaveLength(0);
  });

  it('sent ten times at once stands once', async () => {
    const form = right();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(form)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await stored()).toHaveLength(1);
  });

  it('of another form than there is, or of one that is closed, is said so', async () => {
    for (const slug of ['', '..', "1'--", '\u0000', 'ə'.repeat(300), 'yoxdur']) {
      expect((await send(right(), slug)).status, slug).toBe(404);
      expect((await call(join.loader as never, '/join/x', null, { params: { slug } })).status, slug).toBe(404);
    }
    await sql`update join_forms set is_open = false where slug = ${SLUG}`;
    expect((await findJoinForm(SLUG))?.isOpen).toBe(false);
    expect((await send(right())).status).toBe(409);
    expect(await stored()).toHaveLength(0);
  });
});
