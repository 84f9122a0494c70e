import { describe, expect, it } from 'vitest';
import { readReturned } from '#app/features/mailings/rules/returned-mail.ts';
import { bounceOf, complaintOf } from '#tests/support/returned-mail.ts';

const TOKEN = `11111111-2222-4333-8444-555555555555.${'a'.repeat(40)}`;

describe('what comes back', () => {
  it('is known by the letter’s own identity, and stops only what is closed for good', () => {
    expect(readReturned(bounceOf(TOKEN))).toEqual({ token: TOKEN, reason: 'bounce' });
    expect(readReturned(bounceOf(TOKEN).replaceAll('\r\n', '\n'))).toEqual({ token: TOKEN, reason: 'bounce' });
    expect(readReturned(complaintOf(TOKEN))).toEqual({ token: TOKEN, reason: 'complaint' });
  });

  it.each([
    ['a delay', bounceOf(TOKEN, { action: 'delayed', status: '4.4.7' })],
    ['a full box', bounceOf(TOKEN, { status: '5.2.2' })],
    ['a ban of the sender', bounceOf(TOKEN, { status: '5.7.1' })],
    ['a receiving server that is broken', bounceOf(TOKEN, { status: '5.3.0' })],
    ['a delivery', bounceOf(TOKEN, { action: 'delivered', status: '2.0.0' })],
    ['somebody else’s letter', bounceOf('nobody').replaceAll('icma.invalid', 'example.invalid')],
    ['a feedback that is no complaint', complaintOf(TOKEN, 'not-spam')],
    ['an answer of a person', `Subject: Re\r\nIn-Reply-To: <${TOKEN}@icma.invalid>\r\n\r\nSağ olun!`],
    ['nothing', ''],
  ])('is not moved by %s', (_, letter) => {
    expect(readReturned(letter)).toBeNull();
  });

  it('finds the identity where quoted-printable cut it', () => {
    const cut = bounceOf(TOKEN).replace(TOKEN, `${TOKEN.slice(0, 30)}=\r\n${TOKEN.slice(30)}`);
    expect(readReturned(cut)).toEqual({ token: TOKEN, reason: 'bounce' });
  });
});
