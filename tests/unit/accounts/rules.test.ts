import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEMBER_ROLES } from '#app/kernel/actor.ts';
import { digitsOf, groupDigits } from '#app/features/accounts/rules/codes.ts';
import { maskEmail, parseContact } from '#app/features/accounts/rules/contact.ts';
import { leftWithoutOwner } from '#app/features/accounts/rules/departure.ts';
import { mayHandOver } from '#app/features/accounts/rules/handover.ts';
import { fitsLink, invitationState, mayInvite } from '#app/features/accounts/rules/invitations.ts';
import { passwordFault } from '#app/features/accounts/rules/passwords.ts';
import { isFreshStep, readCode, recoveryCode, stepAt } from '#app/features/accounts/rules/second-factor.ts';

/** What a keyboard, a paste or a script may send. */
const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('ə', 'İ', '\u0000', '\ud800', '+', '9', '0', '@', '.', ' ', '-', '\n', '😀') }),
);

describe('a contact', () => {
  it('is an e-mail or a phone of the country, however it is typed', () => {
    expect(parseContact(' Rena@Misal.AZ ')).toEqual({ kind: 'email', value: 'rena@misal.az' });
    for (const typed of ['0501234567', '050 123 45 67', '+994 50 123-45-67', '994501234567', '00994501234567']) {
      expect(parseContact(typed)).toEqual({ kind: 'phone', value: '+994501234567' });
    }
    for (const typed of ['', 'rena', '12', '@', 'a@b', '+1 202 555 0100', 'a@b.az\nBcc: c@d.az'])
      expect(parseContact(typed)).toBeNull();
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(typed, (text) => void parseContact(text)));
  });

  it('is masked for those whom it does not concern', () => {
    expect(maskEmail('rena@misal.az')).toBe('r…@misal.az');
  });
});

describe('a password', () => {
  const personal = ['Rəna Quliyeva', 'rena.quliyeva@misal.az', '+994501234567', 'Astaraçay İcma Qrupu'];

  it('is long enough, and not too long', () => {
    expect(passwordFault('doqquz9!!')).toBe('accounts.password.error.short');
    expect(passwordFault('ə'.repeat(9))).toBe('accounts.password.error.short');
    expect(passwordFault('çay dəm al')).toBeUndefined();
    expect(passwordFault('söz '.repeat(33))).toBe('accounts.password.error.long');
  });

  it('is none that everybody tries, with digits and signs around it or not', () => {
    for (const password of [
      'salam12345',
      'Azərbaycan2026!',
      'qwertyuiop',
      '1234567890',
      '0987654321',
      'aaaaaaaaaaaa',
      'Qarabağ1993',
      'p.a.r.o.l.1.2.3',
      'qwerty qwerty',
      'Пароль123456',
      'ababababab',
      '12345678901',
    ]) {
      expect(`${password}: ${passwordFault(password)}`).toBe(`${password}: accounts.password.error.common`);
    }
  });

  it('is not the person with a year behind', () => {
    for (const password of [
      'Quliyeva85',
      'rəna.quliyeva',
      'Astaracay26',
      '+994501234567',
      '0501234567a',
      'RenaQuliyeva1',
      'rena.quliyeva@misal.az',
    ]) {
      expect(`${password}: ${passwordFault(password, personal)}`).toBe(`${password}: accounts.password.error.personal`);
    }
    expect(passwordFault('Rəna hər səhər çay içir', personal)).toBeUndefined();
  });

  it('may be any few words', () => {
    for (const password of ['dəniz kənarında çay', 'correct horse battery', 'зелёный чайник на окне', 'Xq7!mmp02k#z'])
      expect(passwordFault(password, personal)).toBeUndefined();
  });
});

describe('an invitation', () => {
  it('is made by owners and organisers, for an owner by an owner, the first by the operator', () => {
    for (const role of MEMBER_ROLES) {
      expect(mayInvite('owner', role)).toBe(true);
      expect(mayInvite('organiser', role)).toBe(role !== 'owner');
      expect(mayInvite('moderator', role)).toBe(false);
      expect(mayInvite('operator', role)).toBe(role === 'owner');
      expect(mayInvite('legal_lead', role)).toBe(['legal_lead', 'lawyer', 'custodian'].includes(role));
      expect(mayInvite('lawyer', role)).toBe(false);
      expect(fitsLink(role)).toBe(role === 'volunteer');
    }
  });

  it('is open until it is used, revoked or old', () => {
    const now = new Date('2026-11-22T10:00:00Z');
    const open = { revokedAt: null, expiresAt: new Date(now.getTime() + 1), uses: 0, maxUses: 1 };
    expect(invitationState(open, now)).toBe('open');
    expect(invitationState({ ...open, expiresAt: now }, now)).toBe('expired');
    expect(invitationState({ ...open, uses: 1 }, now)).toBe('used');
    expect(invitationState({ ...open, revokedAt: now, uses: 1 }, now)).toBe('revoked');
  });
});

describe('a handed-over code', () => {
  const giver = { userId: 'g', organisationId: 'o', role: 'organiser' } as const;
  const person = {
    userId: 'p',
    isOperator: false,
    hasEmail: false,
    held: [{ organisationId: 'o', role: 'volunteer' as const }],
  };

  it('is for a colleague without e-mail who works nowhere else', () => {
    expect(mayHandOver(giver, person)).toBeUndefined();
    expect(mayHandOver(giver, { ...person, hasEmail: true })).toBe('accounts.handover.error.has-email');
    expect(mayHandOver(giver, { ...person, held: [] })).toBe('accounts.handover.error.unknown');
    expect(mayHandOver(giver, { ...person, held: [{ organisationId: 'x', role: 'volunteer' }] })).toBe(
      'accounts.handover.error.unknown',
    );
    expect(mayHandOver(giver, { ...person, held: [...person.held, { organisationId: 'x', role: 'reader' }] })).toBe(
      'accounts.handover.error.elsewhere',
    );
    expect(mayHandOver({ ...giver, userId: 'p' }, person)).toBe('accounts.handover.error.oneself');
  });

  it('opens nothing that the giver may not open', () => {
    expect(mayHandOver(giver, { ...person, isOperator: true })).toBe('accounts.handover.error.rank');
    expect(mayHandOver({ ...giver, role: 'owner' }, { ...person, isOperator: true })).toBe(
      'accounts.handover.error.rank',
    );
    expect(mayHandOver(giver, { ...person, held: [{ organisationId: 'o', role: 'owner' }] })).toBe(
      'accounts.handover.error.rank',
    );
    expect(
      mayHandOver({ ...giver, role: 'owner' }, { ...person, held: [{ organisationId: 'o', role: 'owner' }] }),
    ).toBeUndefined();
    expect(mayHandOver({ ...giver, role: 'moderator' }, person)).toBe('accounts.handover.error.rank');
  });

  it('is grouped for reading and read without its groups', () => {
    expect(groupDigits('12345678')).toBe('1234 5678');
    expect(digitsOf(' 1234-5678 ')).toBe('12345678');
  });
});

describe('the second factor', () => {
  it('takes six digits or a recovery code, and nothing else', () => {
    expect(readCode(' 123 456 ')).toEqual({ kind: 'totp', value: '123456' });
    const code = recoveryCode(new Uint8Array(24).map((_, at) => at * 11));
    expect(code).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
    expect(readCode(code.toUpperCase())).toEqual({ kind: 'recovery', value: code.replaceAll('-', '') });
    for (const typed of ['', '12345', '1234567', 'abcdef', code.slice(0, -1), `${code}a`, code.replace(/^./, '1')])
      expect(readCode(typed)).toBeNull();
    fc.assert(fc.property(typed, (text) => void readCode(text)));
  });

  it('counts steps of half a minute, each good for once', () => {
    expect(stepAt(new Date(59_999))).toBe(1);
    expect(isFreshStep(5, null)).toBe(true);
    expect(isFreshStep(6, 5)).toBe(true);
    expect(isFreshStep(5, 5)).toBe(false);
    expect(isFreshStep(4, 5)).toBe(false);
  });
});

describe('somebody who leaves', () => {
  it('may not leave an organisation without an owner', () => {
    const held = [
      { userId: 'a', organisationId: 'one', role: 'owner' as const },
      { userId: 'a', organisationId: 'two', role: 'owner' as const },
      { userId: 'b', organisationId: 'two', role: 'owner' as const },
      { userId: 'b', organisationId: 'one', role: 'organiser' as const },
    ];
    expect(leftWithoutOwner('a', held)).toEqual(['one']);
    expect(leftWithoutOwner('b', held)).toEqual([]);
  });
});
