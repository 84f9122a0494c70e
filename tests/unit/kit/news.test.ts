import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openNews, showNews } from '#app/ui/outbox/news.client.ts';

beforeEach(() => vi.stubGlobal('location', { origin: 'https://icma.example' }));
afterEach(() => vi.unstubAllGlobals());

function world() {
  const shown: [string, NotificationOptions][] = [];
  const opened: string[] = [];
  return {
    shown,
    opened,
    clients: {
      claim: () => Promise.resolve(),
      openWindow: (path: string) => Promise.resolve(opened.push(path)),
    },
    registration: {
      showNotification: (title: string, options: NotificationOptions) => {
        shown.push([title, options]);
        return Promise.resolve();
      },
    },
  };
}

describe('a pushed message', () => {
  it('shows its sentence, one at a time, and keeps the path for the press', async () => {
    const at = world();
    await showNews(at, `${JSON.stringify({ said: 'Yeni xəbər var.', lang: 'az', path: '/org/bir/tasks/iki' })}   `);
    expect(at.shown).toEqual([
      [
        'İcma',
        expect.objectContaining({
          body: 'Yeni xəbər var.',
          lang: 'az',
          tag: 'icma',
          data: { path: '/org/bir/tasks/iki' },
        }),
      ],
    ]);
  });

  it.each([
    'https://attacker.example/',
    '//attacker.example/x',
    'javascript:alert(1)',
    'https://icma.example.attacker.example/',
  ])('opens nothing but this site, whatever it says: %s', async (path) => {
    const at = world();
    await showNews(at, JSON.stringify({ said: 'x', lang: 'az', path }));
    expect(at.shown[0]?.[1].data).toEqual({ path: '/' });
  });

  it.each([undefined, '', 'not json', '{}', 'null', '[]'])('is shown also when it cannot be read: %s', async (text) => {
    const at = world();
    await showNews(at, text);
    expect(at.shown).toMatchObject([['İcma', { data: { path: '/' } }]]);
  });

  it('closes at the press and opens its page', async () => {
    const at = world();
    const close = vi.fn<() => void>();
    await openNews(at, { close, data: { path: '/en/org/bir' } } as unknown as Notification);
    expect(close).toHaveBeenCalledOnce();
    expect(at.opened).toEqual(['/en/org/bir']);
  });
});
