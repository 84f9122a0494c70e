import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ANONYMOUS, type Actor, type UserActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse } from '#app/kernel/result.ts';
import { answerEntry, keeperOf } from '#app/platform/outbox.server.ts';
import { notFound } from '#app/platform/request.server.ts';

const person = (userId: string): UserActor => ({
  kind: 'user',
  userId,
  name: 'Nigar',
  locale: 'az',
  isOperator: false,
  hasSecondFactor: false,
  sessionId: 'session',
  memberships: [],
});
const nigar = person(newId());

const form = z.object({ name: z.string().min(2), age: z.enum(['young']).optional() });
const clientId = newId();
/** A choice that was not made comes as an empty field. */
const entry = { clientId, keeper: keeperOf(nigar.userId), name: 'Leyla', age: '' };

/** What the phone sends, as it comes to an endpoint. */
function asked(body: unknown, actor: Actor = nigar, headers: Record<string, string> = {}): ActionFunctionArgs {
  const request = new Request('http://icma.invalid/en/entries', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const context = { clientKey: 'phone', origin: 'http://icma.invalid', actor: Promise.resolve(actor) };
  return { request, params: { lang: 'en' }, context };
}

const done = async () => ok({});

describe('an endpoint of the outbox', () => {
  it('does what the entry says and gives its word on it', async () => {
    const names: string[] = [];
    const answer = await answerEntry(asked(entry), form, async (_, { clientId: id, name }) => {
      names.push(`${id} ${name}`);
      return ok({ said: 'was there before' });
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ clientId, outcome: 'done', said: 'was there before' });
    expect(names).toEqual([`${clientId} Leyla`]);
  });

  it('does nothing for nobody and for somebody else, and says that its keeper has to sign in', async () => {
    for (const actor of [ANONYMOUS, person(newId())]) {
      const answer = await answerEntry(asked(entry, actor), form, () => expect.unreachable());
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ clientId, outcome: 'sign-in' });
    }
  });

  it('says a refusal in the language of the address', async () => {
    const refused = await answerEntry(asked(entry), form, async () => refuse('common.error.not-allowed'));
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { clientId, outcome: 'refused', said: expect.stringMatching(/^[A-Z][a-z' ]+/) as string },
    ]);
    const gone = await answerEntry(asked(entry), form, () => {
      throw notFound();
    });
    expect([gone.status, await gone.json()]).toEqual([
      404,
      { clientId, outcome: 'refused', said: 'This page is gone or not open to you.' },
    ]);
    const broken = await answerEntry(asked({ ...entry, name: 5 }), form, done);
    expect([broken.status, await broken.json()]).toEqual([
      422,
      { clientId, outcome: 'refused', said: 'The entry is incomplete and was not accepted.' },
    ]);
  });

  it('gives no word on what it cannot read, nor on a fault', async () => {
    const rubbish: unknown[] = [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      {},
      { clientId: 'x', keeper: 'y' },
      { ...entry, keeper: 7 },
    ];
    for (const body of [...rubbish, { ...entry, more: 'x'.repeat(70_000) }]) {
      const answer = await answerEntry(asked(body), form, () => expect.unreachable());
      expect([answer.status, await answer.text()]).toEqual([400, '']);
    }
    const plain = await answerEntry(asked(entry, nigar, { 'Content-Type': 'text/plain' }), form, done);
    expect(plain.status).toBe(400);
    await expect(answerEntry(asked(entry), form, () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  });

  it('names keepers without naming people', () => {
    expect(keeperOf(nigar.userId)).toBe(keeperOf(nigar.userId));
    expect(keeperOf(nigar.userId)).not.toBe(keeperOf(newId()));
    expect(keeperOf(nigar.userId)).toMatch(/^[0-9a-f]{32}$/);
    expect(keeperOf(nigar.userId)).not.toContain(nigar.userId.slice(0, 8));
  });
});
