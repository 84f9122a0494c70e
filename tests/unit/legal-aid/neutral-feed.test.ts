import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { neutralFeed } from '#app/features/legal-aid/neutral-feed.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';

const NOW = new Date('2026-03-16T08:00:00Z');
const entries = [
  { id: 'case-1-Rəna-Məmmədova', on: '2026-03-19', at: null },
  { id: 'case-2', on: '2026-12-31', at: null },
  { id: 'case-3', on: '2026-03-17', at: new Date('2026-03-16T21:30:00Z') },
];
const feed = (locale: 'az' | 'en' | 'ru' = 'az') => neutralFeed(entries, { t: wordsFor(locale), now: NOW });
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const events = (text: string) =>
  parsed(text)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

describe('the feed of dates', () => {
  it('is read by another program: whole days, and hours in the time of Baku', () => {
    const [first, second, third] = events(feed());
    expect([first?.startDate.isDate, first?.startDate.toString()]).toEqual([true, '2026-03-19']);
    expect([second?.startDate.isDate, second?.startDate.toString()]).toEqual([true, '2026-12-31']);
    expect([third?.startDate.isDate, third?.startDate.toString()]).toEqual([false, '2026-03-16T21:30:00Z']);
    expect(parsed(feed()).getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Baku');
    expect(feed()).toContain('DTSTAMP:20260316T080000Z');
  });

  it.each(LOCALES)('says in %s one sentence for every entry: no case, no name, no word of law', (locale) => {
    const text = feed(locale);
    const shown = events(text);
    expect(new Set(shown.map((event) => `${event.summary}|${event.description}`)).size).toBe(1);
    expect(new Set(shown.map((event) => event.uid)).size).toBe(entries.length);
    const unfolded = text.replaceAll(/\r\n[ \t]/g, '');
    for (const word of [
      'case',
      'Rəna',
      'İcma',
      'icma',
      'ical',
      'hüquq',
      'legal',
      'law',
      'юрид',
      'прав',
      'məhkəmə',
      'суд',
      'http',
    ])
      expect(unfolded.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it.each(LOCALES)('is folded in %s at 75 octets between whole letters', (locale) => {
    const text = feed(locale);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toContain('\uFFFD');
    expect(events(text)[0]?.description).toBe(wordsFor(locale)('legal-case.feed.text'));
  });

  it('keeps the name of an entry over time, so that a calendar moves it instead of doubling it', () => {
    const moved = neutralFeed([{ id: 'case-2', on: '2026-12-30', at: null }], { t: wordsFor('az'), now: NOW });
    expect(events(moved)[0]?.uid).toBe(events(feed())[1]?.uid);
  });

  it('is a calendar without entries too', () => {
    expect(events(neutralFeed([], { t: wordsFor('az'), now: NOW }))).toEqual([]);
  });
});
