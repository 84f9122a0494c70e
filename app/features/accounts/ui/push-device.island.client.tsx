/**
 * Lets this browser get notices: asks for leave, subscribes at the browser's own push service, and sends what came of it with
 * the form that is on the page. A browser that the server does not (any more) write to gives its subscription up.
 */
export type PushPlace = {
  /** The server's public key (VAPID), base64url. */
  key: string;
  isOn: boolean;
  words: { on: string; isOn: string; unable: string; denied: string; failed: string };
};

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

async function subscribe(key: string): Promise<PushSubscriptionJSON> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made under another key of the server could not be written to.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: toBytes(key) });
  return made.toJSON();
}

async function giveUp(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function place(around: HTMLElement, { isOn, key, words }: PushPlace): void {
  const form = around.querySelector('form');
  const said = around.querySelector<HTMLElement>('[data-said]');
  if (!form || !said) return;
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    said.textContent = words.unable;
    return;
  }
  if (isOn) {
    said.textContent = words.isOn;
    return;
  }
  void giveUp();
  said.textContent = '';
  said.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary';
  button.textContent = words.on;
  around.prepend(button);
  const say = (text: string) => {
    said.textContent = text;
    button.disabled = false;
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    said.textContent = '';
    void Notification.requestPermission().then(async (leave) => {
      if (leave !== 'granted') return say(words.denied);
      try {
        const { endpoint, keys } = await subscribe(key);
        for (const [name, value] of Object.entries({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth })) {
          const field = form.elements.namedItem(name);
          if (field instanceof HTMLInputElement) field.value = value ?? '';
        }
        form.requestSubmit();
      } catch {
        // No network to the browser's own service, or it will not have us; browsers do not say which.
        say(words.failed);
      }
    });
  });
}

for (const around of document.querySelectorAll<HTMLElement>('[data-island="push-device"]')) {
  place(around, JSON.parse(around.dataset.props ?? '{}') as PushPlace);
}
