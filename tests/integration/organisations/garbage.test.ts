import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as decision from '#app/routes/admin/organisation.tsx';
import * as instance from '#app/routes/admin/settings.tsx';
import * as invitations from '#app/routes/org/members-invitations.tsx';
import * as member from '#app/routes/org/members-member.tsx';
import * as settings from '#app/routes/org/settings.tsx';
import * as apply from '#app/routes/public/apply.tsx';
import { makeOrganisation, makePerson, post, signedIn } from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
let cookie = '';
let params: Record<string, string> = {};
beforeAll(async () => {
  const organisation = await makeOrganisation(sql, 'zibil');
  const person = await makePerson(sql, { roles: [[organisation.id, 'owner']] });
  await sql`update users set is_operator = true where id = ${person.id}`;
  cookie = await signedIn(person.id);
  params = { org: organisation.slug, user: person.id, id: organisation.id };
});
afterAll(() => sql.end());

const NASTY = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'a\r\nBcc: x@y.az', "' or 1=1 --", '[object Object]', '__proto__', 'null', '-1', '1e400',
  '9'.repeat(400), 'ə'.repeat(3000), '00000000-0000-4000-8000-000000000000', 'AZ-NX', 'owner', 'team', 'email', 'on',
]; // prettier-ignore

const clientId = '00000000-0000-4000-8000-000000000001';
const about = {
  nameAz: 'Zibil Qrupu',
  nameEn: 'Zibil',
  nameRu: 'Зибиль',
  aboutAz: 'Küçələr üzrə çalışan qonşular.',
  town: 'Astara',
  'regions[0]': 'AZ-AST',
  isRegistered: 'no',
};
const operator = { intent: 'operator', clientId, name: 'Operator', address: 'Bakı 1', email: 'a@misal.az' };
const number = {
  intent: 'emergency',
  clientId,
  'numbers[0].number': '102',
  'numbers[0].az': 'a',
  'numbers[0].en': 'b',
  'numbers[0].ru': 'c',
};
/** Each form as a person would send it; a run spoils some of it. */
const FORMS = {
  application: [
    apply,
    {
      ...about,
      clientId,
      kind: 'cbo',
      email: 'zibil@misal.az',
      application: 'Qonşularla birlikdə çalışmaq istəyirik.',
      consent: 'on',
    },
  ],
  settings: [settings, { ...about, clientId, foundedYear: '2021', publicEmail: '', publicPhone: '' }],
  'invitation by e-mail': [
    invitations,
    { intent: 'email', clientId, email: 'yeni@misal.az', role: 'moderator', locale: 'az' },
  ],
  'invitation by link': [invitations, { intent: 'link', clientId, days: '7', maxUses: '20' }],
  'invitation taken back': [invitations, { intent: 'revoke', clientId, invitationId: newId() }],
  roles: [member, { intent: 'roles', clientId, 'roles[0]': 'owner' }],
  leaving: [member, { intent: 'end', clientId, takenOverBy: '' }],
  code: [member, { intent: 'code', clientId }],
  approval: [decision, { intent: 'approve', clientId, locale: 'az', parentId: '' }],
  refusal: [decision, { intent: 'refuse', clientId, locale: 'az', note: 'Səbəb burada yazılır' }],
  operator: [instance, operator],
  'emergency numbers': [instance, number],
} as const;

describe('garbage in each form', () => {
  for (const [name, [route, right]] of Object.entries(FORMS)) {
    it(`${name}: answered with a sentence, never with a failure`, async () => {
      const keys = Object.keys(right);
      const send = async (sent: Record<string, string>) => {
        const answer = await post(route.action, '/', sent, { cookie, params });
        expect([200, 303, 422], JSON.stringify(sent)).toContain(answer.status);
        if (answer.status === 422) expect(Object.values(answer.errors).flat()).not.toEqual([]);
      };
      for (const key of keys) for (const nasty of NASTY) await send({ ...right, [key]: nasty });
      const spoilt = fc.dictionary(
        fc.constantFrom(...keys, 'intent', 'regions', 'numbers[7].az', 'roles[]', '__proto__', ''),
        fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40 })),
      );
      await fc.assert(
        fc.asyncProperty(spoilt, fc.uniqueArray(fc.constantFrom(...keys)), async (wrong, missing) => {
          const sent = Object.entries({ ...right, ...wrong }).filter(([key]) => !missing.includes(key));
          await send(Object.fromEntries(sent));
        }),
        { numRuns: 25 },
      );
    }, 60_000);
  }
});
