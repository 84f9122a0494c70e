import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as deletion from '#app/routes/account/deletion.tsx';
import * as email from '#app/routes/account/email.tsx';
import * as emailConfirmation from '#app/routes/account/email-confirmation.tsx';
import * as password from '#app/routes/account/password.tsx';
import * as phone from '#app/routes/account/phone.tsx';
import * as profile from '#app/routes/account/profile.tsx';
import * as secondFactor from '#app/routes/account/second-factor.tsx';
import * as removal from '#app/routes/account/second-factor-removal.tsx';
import * as sessions from '#app/routes/account/sessions.tsx';
import * as invitation from '#app/routes/auth/invitation.tsx';
import * as passwordCode from '#app/routes/auth/password-code.tsx';
import * as forgotten from '#app/routes/auth/password-forgotten.tsx';
import * as passwordNew from '#app/routes/auth/password-new.tsx';
import * as signIn from '#app/routes/auth/sign-in.tsx';
import * as signInCode from '#app/routes/auth/sign-in-code.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { makeInvitation, makeOrganisation, makePerson, post, signedIn } from './world.ts';

const sql = adminConnection();
let cookie = '';
let token = '';
beforeAll(async () => {
  const organisation = await makeOrganisation(sql, 'zibil');
  const owner = await makePerson(sql, { roles: [[organisation.id, 'owner']] });
  cookie = await signedIn((await makePerson(sql)).id);
  token = await makeInvitation(sql, {
    organisationId: organisation.id,
    createdBy: owner.id,
    kind: 'link',
    role: 'volunteer',
    maxUses: 5,
  });
});
afterAll(() => sql.end());

const FIELDS = [
  'contact',
  'password',
  'newPassword',
  'next',
  'code',
  'clientId',
  'name',
  'locale',
  'email',
  'phone',
  'consent',
  'intent',
  'session',
  'label',
  'ticket',
  'role',
  '',
  '__proto__',
  'contact[0]',
  'contact.kind',
  'password[]',
];
/** Near misses, which find more than noise: right forms of the wrong thing, and the letters that break parsers. */
const VALUES = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\r\nBcc: x@y.az',
  '<script>',
  "' or 1=1 --",
  '../../etc',
  '%00',
  '{}',
  '[object Object]',
  'null',
  'on',
  'off',
  'az',
  'xx',
  'label',
  'end',
  'end-others',
  'start',
  'confirm',
  'renew',
  'hec-kim@misal.az',
  '0501234567',
  '+994501234567',
  '123456',
  'abcd-efgh-ijkl-mnop-qrst-uvwx',
  '00000000-0000-4000-8000-000000000000',
  'v1.AAAA',
  '9'.repeat(400),
  'ə'.repeat(2000),
  '😀'.repeat(300),
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 });

/** Tried in every field of every form: what databases, headers and parsers trip over. */
const NASTY = ['', '\u0000', 'a\u0000b', '\ud800', "' or 1=1 --", '9'.repeat(400)];

const clientId = '00000000-0000-4000-8000-000000000000';
const typed = { newPassword: 'dəniz kənarında çay', password: 'çay dəmləyib' };
/** Each form with what a person would send; a run spoils some of it. */
const FORMS = {
  '/sign-in': [signIn, { contact: 'hec-kim@misal.az', ...typed, next: '/map' }],
  '/sign-in/code': [signInCode, { code: '123456' }],
  '/password/forgotten': [forgotten, { contact: '0501234567' }],
  '/password/new': [passwordNew, typed],
  '/password/code': [passwordCode, { contact: '0501234567', code: '12345678', ...typed }],
  '/invitations': [invitation, { clientId, name: 'Rəna', contact: 'r', consent: 'on', ...typed }],
  '/account/profile': [profile, { clientId, name: 'Rəna', locale: 'az' }],
  '/account/email': [email, { clientId, email: 'hec-kim@misal.az', ...typed }],
  '/account/email/confirmation': [emailConfirmation, { ticket: 'v1.AAAA' }],
  '/account/phone': [phone, { clientId, phone: '0501234567', ...typed }],
  '/account/password': [password, { clientId, ...typed }],
  '/account/sessions': [sessions, { intent: 'label', session: 'a'.repeat(64), label: 'Ofis' }],
  '/account/second-factor': [secondFactor, { intent: 'confirm', code: '123456' }],
  '/account/second-factor/removal': [removal, { clientId, code: '123456', ...typed }],
  '/account/deletion': [deletion, { clientId, ...typed }],
} as const;

describe('garbage in each form', () => {
  for (const [path, [route, right]] of Object.entries(FORMS)) {
    it(`${path} answers with a sentence, never with a failure`, async () => {
      const answers = async (sent: Record<string, string>) => {
        const asked = { params: { token }, ...(path.startsWith('/account') ? { cookie } : {}) };
        const answer = await post(route.action, path, sent, asked);
        expect([303, 422]).toContain(answer.status);
        if (answer.status === 422) expect(Object.values(answer.errors).flat()).not.toEqual([]);
        else expect(answer.location).toMatch(/^\/(?!\/)/);
      };
      for (const name of Object.keys(right)) for (const nasty of NASTY) await answers({ ...right, [name]: nasty });
      const keys = fc.constantFrom(...Object.keys(right));
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(keys), fc.dictionary(keys, value), fields, async (missing, wrong, foreign) => {
          const sent = Object.entries({ ...foreign, ...right, ...wrong });
          await answers(Object.fromEntries(sent.filter(([name]) => !missing.includes(name))));
        }),
        { numRuns: 40 },
      );
    });
  }
});
