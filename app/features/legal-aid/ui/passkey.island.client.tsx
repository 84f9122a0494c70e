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
  /** `passphrase` is said instead of asking the device while the form's passphrase is empty. */
  words: { action: string; failed: string; none: string; passphrase?: string };
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
  if (!answer) return null;
  const salt = passkeys.find((one) => one.credentialId === toText(answer.rawId))?.salt ?? '';
  return answerOf(answer, salt);
}

/** What a ceremony brought, or null when there was no PRF output among it. */
function answerOf(credential: PublicKeyCredential, salt: string): Answer | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  const prf = toText(first instanceof ArrayBuffer ? first : (first.buffer as ArrayBuffer));
  return { credentialId: toText(credential.rawId), salt, prf };
}

/** A new passkey on this device, and its first answer: at once where the device can, asked for a second time otherwise. */
async function make(host: string): Promise<Answer | null> {
  const salt = random();
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
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential | null;
  if (!made?.getClientExtensionResults().prf?.enabled) return null;
  const text = toText(salt.buffer);
  return answerOf(made, text) ?? ask({ host, passkeys: [{ credentialId: toText(made.rawId), salt: text }] });
}

/** The form's passphrase while it is asked for and missing: a passkey made for a form that is refused would be left over. */
function missingPassphrase(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem('password');
  return field instanceof HTMLInputElement && field.value === '' ? field : null;
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
  // Enter in the passphrase is the button as well: the form alone would bring no passkey.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.click();
  });
  button.addEventListener('click', () => {
    const missing = missingPassphrase(form);
    said.textContent = missing ? (words.passphrase ?? '') : '';
    if (missing) {
      missing.focus();
      return;
    }
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
