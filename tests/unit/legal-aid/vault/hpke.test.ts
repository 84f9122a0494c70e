import { randomBytes } from 'node:crypto';
import * as HPKE from 'hpke';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { hpkeOpen, hpkeSeal } from '#app/features/legal-aid/vault/hpke.ts';
import { makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';

/** Another hand's HPKE (RFC 9180), on WebCrypto instead of ours on @noble: the two share no line. */
const suite = new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_ChaCha20Poly1305);

/** Sizes of plaintext, info and additional data in bytes, with the edges of hash blocks and of padding among them. */
const SIZES = [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 500, 4096, 70_000];

function sizes(): { info: Uint8Array; aad: Uint8Array; plaintext: Uint8Array }[] {
  return SIZES.flatMap((size, at) =>
    Array.from({ length: 4 }, (_, turn) => ({
      info: randomBytes((SIZES[(at + turn) % 11] as number) + turn),
      aad: randomBytes(turn === 0 ? 0 : (SIZES[(at + 2 * turn) % 11] as number)),
      plaintext: randomBytes(size),
    })),
  );
}

describe('HPKE', () => {
  it('is opened by an independent implementation, whatever the sizes', async () => {
    for (const { info, aad, plaintext } of sizes()) {
      const keys = makeStaffKeys();
      const { enc, ciphertext } = hpkeSeal(keys.public.box, info, plaintext, aad);
      const theirs = await suite.DeserializePrivateKey(keys.secret.box);
      const opened = await suite.Open(theirs, enc, ciphertext, { info, aad });
      expect(Buffer.from(opened).equals(plaintext)).toBe(true);
    }
  });

  it('opens what an independent implementation sealed, whatever the sizes', async () => {
    for (const { info, aad, plaintext } of sizes()) {
      const keys = makeStaffKeys();
      const theirs = await suite.DeserializePublicKey(keys.public.box);
      const { encapsulatedSecret, ciphertext } = await suite.Seal(theirs, plaintext, { info, aad });
      const opened = hpkeOpen(keys.secret.box, info, { enc: encapsulatedSecret, ciphertext }, aad);
      expect(Buffer.from(opened).equals(plaintext)).toBe(true);
    }
  });

  it('opens only for its holder, its info and its additional data, and no changed byte', () => {
    const keys = makeStaffKeys();
    const message = hpkeSeal(keys.public.box, utf8('info'), utf8('açıq mətn'), utf8('aad'));
    const open = (info: string, aad: string, changed = message) =>
      hpkeOpen(keys.secret.box, utf8(info), changed, utf8(aad));
    expect(open('info', 'aad')).toEqual(utf8('açıq mətn'));
    expect(() => open('inf', 'oaad')).toThrow(VaultError);
    expect(() => open('info', '')).toThrow(VaultError);
    expect(() => hpkeOpen(makeStaffKeys().secret.box, utf8('info'), message, utf8('aad'))).toThrow(VaultError);
    for (const part of ['enc', 'ciphertext'] as const) {
      for (let at = 0; at < message[part].length; at += 1) {
        // The top bit of a public key's last byte is not read (RFC 7748 section 5), but HPKE binds all of it.
        const bytes = Uint8Array.from(message[part], (byte, index) => (index === at ? byte ^ 0x80 : byte));
        expect(() => open('info', 'aad', { ...message, [part]: bytes })).toThrow(VaultError);
      }
    }
  });

  it('refuses public keys that are none, and never seals one text the same way twice', () => {
    const keys = makeStaffKeys();
    expect(() => hpkeSeal(new Uint8Array(32), utf8('i'), utf8('p'))).toThrow(VaultError);
    expect(() => hpkeSeal(new Uint8Array(31), utf8('i'), utf8('p'))).toThrow(VaultError);
    const once = hpkeSeal(keys.public.box, utf8('i'), utf8('p'));
    expect(() => hpkeOpen(keys.secret.box, utf8('i'), { ...once, enc: new Uint8Array(32) })).toThrow(VaultError);
    expect(hpkeSeal(keys.public.box, utf8('i'), utf8('p')).ciphertext).not.toEqual(once.ciphertext);
  });
});
