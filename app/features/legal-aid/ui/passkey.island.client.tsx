/**
 * Asks a passkey for its PRF output (WebAuthn Level 3, prf extension): 32 bytes that only this device and this site make,
 * under which the vault's keys are wrapped once more. Nothing else of the passkey is used, so nothing is verified: a wrong
 * output opens nothing. Without a browser that can do it the place stays empty and the passphrase does.
 */
export type PasskeyPlace = {
  mode: 'open' | 'add';
  /** Host name of the site: the passkey's relying party. */
  host: string;
  passkeys: { credentialId: string; salt: string }[];
  words: { action: string; failed: string; none: string };
};

const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const random = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

type Answer = { credentialId: string; salt: string; prf: string };

/** One answer of the passkey to its salt; the salt tells which of several passkeys it was. */
async function ask({ host, passkeys }: Pick<PasskeyPlace, 'host' | 'passkeys'>): Promise<Answer | null> {
  const evalByCredential = Object.fromEntries(
    passkeys.map(({ credentialId, salt }) => [credentialId, { first: toBytes(salt) }]),
  );
  const answer = (await navigator.credentials.get({
    publicKey: {
      challenge: random(),
      rpId: host,
      userVerification: 'required',
      allowCredentials: passkeys.map(({ credentialId }) => ({
        type: 'public-key' as const,
        id: toBytes(credentialId),
      })),
      extensions: { prf: { evalByCredential } },
    },
  })) as PublicKeyCredential | null;
  const first = answer?.getClientExtensionResults().prf?.results?.first;
  if (!answer || !first) return null;
  const credentialId = toText(answer.rawId);
  const salt = passkeys.find((one) => one.credentialId === credentialId)?.salt ?? '';
  return { credentialId, salt, prf: toText(first instanceof ArrayBuffer ? first : (first.buffer as ArrayBuffer)) };
}

/** A new passkey on this device, and its first answer. */
async function make(host: string): Promise<Answer | null> {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: random(),
      rp: { id: host, name: host },
      // A name of no one: what the device shows about it names neither desk nor person.
      user: { id: random(), name: host, displayName: host },
      pubKeyCredParams: [
        { type: 'public-key', alg: -8 },
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      extensions: { prf: {} },
    },
  })) as PublicKeyCredential | null;
  if (!made?.getClientExtensionResults().prf?.enabled) return null;
  return ask({ host, passkeys: [{ credentialId: toText(made.rawId), salt: toText(random().buffer) }] });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) {
  const form = place.closest('form');
  if (!form || !('PublicKeyCredential' in window)) continue;
  const { host, mode, passkeys, words } = JSON.parse(place.dataset.props ?? '{}') as PasskeyPlace;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary';
  button.textContent = words.action;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  place.replaceChildren(button, said);
  button.addEventListener('click', () => {
    said.textContent = '';
    (mode === 'open' ? ask({ host, passkeys }) : make(host)).then(
      (answer) => {
        if (!answer) {
          said.textContent = words.none;
          return;
        }
        for (const [name, value] of Object.entries(answer)) {
          const field = form.elements.namedItem(name);
          if (field instanceof HTMLInputElement) field.value = value;
        }
        form.submit();
      },
      () => {
        said.textContent = words.failed;
      },
    );
  });
}
