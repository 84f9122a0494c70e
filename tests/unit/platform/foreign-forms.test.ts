import type { Request, Response } from 'express';
import { describe, expect, it, vi } from 'vitest';
import { sameSiteOnly } from '#app/platform/http.ts';

/** Whether a request gets past the door that refuses other sites' forms. */
function passes(path: string, headers: Record<string, string> = {}, method = 'POST'): boolean {
  const next = vi.fn<() => void>();
  const request = { method, path, headers, get: (name: string) => headers[name.toLowerCase()] };
  const itself = () => response;
  const response: Record<string, () => unknown> = { status: itself, type: itself, send: itself, set: itself };
  try {
    sameSiteOnly(() => 'https://icma.example')(request as unknown as Request, response as unknown as Response, next);
  } catch (error) {
    // The page of the refusal is written for a whole request; what matters here is that the door stayed shut.
    if (!(error instanceof TypeError)) throw error;
  }
  return next.mock.calls.length === 1;
}

const TOKEN = `11111111-2222-4333-8444-555555555555.${'a'.repeat(40)}`;

describe('forms that come from elsewhere', () => {
  it.each([`/unsubscribe/${TOKEN}`, `/ru/unsubscribe/${TOKEN}`, `/signatures/${TOKEN}/unsubscribe`])(
    'may end letters at %s: a mail program has no page of ours',
    (path) => {
      expect(passes(path)).toBe(true);
      expect(passes(path, { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' })).toBe(true);
    },
  );

  it.each([
    `/unsubscribe/${TOKEN}/more`,
    '/unsubscribe',
    `/org/x/unsubscribe/${TOKEN}`,
    '/org/x/messages/new',
    '/sign-in',
  ])('may not be sent to %s', (path) => {
    expect(passes(path)).toBe(false);
    expect(passes(path, { origin: 'https://mail.example' })).toBe(false);
    expect(passes(path, { origin: 'https://icma.example' })).toBe(true);
  });
});
