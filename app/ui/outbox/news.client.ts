/** What the service worker does with a pushed message: one sentence shows, a press opens the page that it is about. */
export type NewsWorld = {
  clients: { claim: () => Promise<void>; openWindow: (path: string) => Promise<unknown> };
  registration: {
    navigationPreload?: { enable: () => Promise<void> };
    showNotification: (title: string, options: NotificationOptions) => Promise<void>;
  };
};
type News = { said: string; lang: string; path: string };

/** A message that cannot be read is shown as well: browsers take the right away from a worker that stays silent. */
export async function showNews({ registration }: NewsWorld, text = ''): Promise<void> {
  const { lang, path, said } = read(text);
  // One notice at a time: a later one takes the place of the earlier.
  await registration.showNotification('İcma', { body: said, lang, tag: 'icma', icon: '/icon.svg', data: { path } });
}

export async function openNews({ clients }: NewsWorld, notice: Notification): Promise<void> {
  notice.close();
  const { path } = notice.data as { path: string };
  await clients.openWindow(path);
}

function read(text: string): News {
  try {
    const { lang, path, said } = JSON.parse(text) as Record<keyof News, unknown>;
    return { said: String(said ?? ''), lang: String(lang ?? 'az'), path: ownPath(String(path ?? '/')) };
  } catch {
    return { said: '', lang: 'az', path: '/' };
  }
}

/** Of this site, whatever was said. */
function ownPath(path: string): string {
  const { hash, origin, pathname, search } = new URL(path, location.origin);
  return origin === location.origin ? pathname + search + hash : '/';
}
