import { describe, expect, it } from 'vitest';
import {
  isOver,
  judgeReply,
  keptUntil,
  KEPT_MS,
  nextRoundAt,
  planRound,
  waitAfter,
  type QueuedEntry,
  type Reply,
} from '#app/kernel/outbox.ts';

const NOW = 1_800_000_000_000;
const ID = '0b8f7a52-5a3d-4a7e-9a59-3f2f6f6f0001';
const OTHER = '0b8f7a52-5a3d-4a7e-9a59-3f2f6f6f0002';

const entry = (id: string, rest: Partial<QueuedEntry> = {}): QueuedEntry => ({
  id,
  state: 'waiting',
  createdAt: NOW - 1_000,
  notBefore: 0,
  lane: id,
  ...rest,
});
const answer = (status: number, body?: unknown): Reply => ({ kind: 'answer', status, body });

describe('what an answer means for a waiting entry', () => {
  it.each([
    ['our word that it is done', answer(200, { clientId: ID, outcome: 'done' }), { state: 'sent' }],
    [
      'done before, with what it says about that',
      answer(200, { clientId: ID, outcome: 'done', said: 'Already here since 14:05.' }),
      { state: 'sent', said: 'Already here since 14:05.' },
    ],
    [
      'our refusal',
      answer(422, { clientId: ID, outcome: 'refused', said: 'The event was cancelled.' }),
      { state: 'refused', said: 'The event was cancelled.' },
    ],
    ['nobody signed in', answer(401, { clientId: ID, outcome: 'sign-in' }), { state: 'sign-in' }],
    ['no network', { kind: 'nothing' } as const, { state: 'later', reached: false }],
    ['a page of a captive portal', answer(200, undefined), { state: 'later', reached: true }],
    ['somebody else’s JSON', answer(200, { ok: true }), { state: 'later', reached: true }],
    [
      'an answer to another entry',
      answer(200, { clientId: OTHER, outcome: 'done' }),
      { state: 'later', reached: true },
    ],
    ['a redirect that was not followed', answer(0, undefined), { state: 'later', reached: true }],
    ['a broken server', answer(500, null), { state: 'later', reached: true }],
    ['a sentence that is none', answer(200, { clientId: ID, outcome: 'done', said: 5 }), { state: 'sent' }],
  ] as const)('%s', (_, reply, verdict) => {
    expect(judgeReply(reply, ID)).toEqual(verdict);
  });

  it('waits as long as it is asked to, and no longer than anything is kept', () => {
    expect(judgeReply({ kind: 'answer', status: 429, waitSeconds: 60 }, ID)).toEqual({
      state: 'later',
      reached: true,
      waitMs: 60_000,
    });
    expect(judgeReply({ kind: 'answer', status: 503, waitSeconds: 10 ** 9 }, ID)).toMatchObject({ waitMs: KEPT_MS });
  });
});

describe('when it is tried again', () => {
  it('waits twice as long each time, five minutes at most, never all phones at once', () => {
    expect([1, 2, 3, 4].map((attempts) => waitAfter(attempts, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waitAfter(60, 0.5)).toBe(300_000);
    expect([waitAfter(1, 0), waitAfter(1, 1)]).toEqual([1_500, 2_500]);
    expect(waitAfter(0, 0.5)).toBe(2_000);
  });

  it('takes the oldest first, and only what waits', () => {
    const entries = [
      entry('c', { createdAt: NOW - 10 }),
      entry('a', { createdAt: NOW - 30 }),
      entry('b', { createdAt: NOW - 20 }),
      entry('sent', { state: 'sent' }),
      entry('refused', { state: 'refused' }),
      entry('old', { createdAt: NOW - KEPT_MS }),
    ];
    expect(planRound(entries, NOW, false)).toEqual(['a', 'b', 'c']);
  });

  it('holds what comes behind an entry of the same lane, and lets others pass', () => {
    const entries = [
      entry('came', { lane: 'leyla', createdAt: NOW - 30, notBefore: NOW + 5_000 }),
      entry('went', { lane: 'leyla', createdAt: NOW - 20 }),
      entry('tural', { lane: 'tural', createdAt: NOW - 10 }),
    ];
    expect(planRound(entries, NOW, false)).toEqual(['tural']);
    expect(planRound(entries, NOW, true)).toEqual(['came', 'went', 'tural']);
    expect(planRound(entries, NOW + 5_000, false)).toEqual(['came', 'went', 'tural']);
  });

  it('comes back when the first one may go', () => {
    expect(
      nextRoundAt([entry('a', { notBefore: 70 }), entry('b', { notBefore: 50 }), entry('c', { state: 'sent' })]),
    ).toBe(50);
    expect(nextRoundAt([entry('c', { state: 'refused' })])).toBeNull();
  });
});

describe('when it goes from the phone', () => {
  it('is 48 hours after it was made, half an hour after it was sent', () => {
    const made = { createdAt: NOW, state: 'waiting' as const };
    expect(isOver(made, NOW + KEPT_MS - 1)).toBe(false);
    expect(isOver(made, NOW + KEPT_MS)).toBe(true);
    const sent = { createdAt: NOW, state: 'sent' as const, settledAt: NOW + 60_000 };
    expect(isOver(sent, NOW + 30 * 60_000)).toBe(false);
    expect(isOver(sent, NOW + 31 * 60_000)).toBe(true);
    expect(isOver({ ...made, state: 'refused' }, NOW + 31 * 60_000)).toBe(false);
  });

  it('is when the event ends, for a page', () => {
    expect(keptUntil(NOW + 1_000, NOW)).toBe(NOW + 1_000);
    expect(keptUntil(NOW + 10 * KEPT_MS, NOW)).toBe(NOW + KEPT_MS);
  });
});
