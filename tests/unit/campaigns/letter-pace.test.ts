import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayLeaveNow } from '#app/features/campaigns/rules/letter-pace.ts';

const MINUTE = 60_000;
const start = new Date('2026-11-22T08:00:00Z').getTime();

describe('the pace of letters to one target', () => {
  it('never passes the limit in any hour, whenever the job happens to run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.integer({ min: 1, max: 20 * MINUTE }), { minLength: 20, maxLength: 200 }),
        (hourlyMax, pauses) => {
          const sent: number[] = [];
          let now = start;
          for (const pause of pauses) {
            now += pause;
            const recent = sent.filter((at) => at > now - 60 * MINUTE);
            const count = mayLeaveNow(
              {
                hourlyMax,
                sentLastHour: recent.length,
                lastAt: recent.length > 0 ? new Date(Math.max(...recent)) : null,
              },
              new Date(now),
            );
            for (let one = 0; one < count; one += 1) sent.push(now);
          }
          for (const at of sent)
            expect(sent.filter((other) => other >= at && other < at + 60 * MINUTE).length).toBeLessThanOrEqual(
              hourlyMax,
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('spreads them: twenty an hour leave one by one, three minutes apart', () => {
    const pace = (since: number) =>
      mayLeaveNow({ hourlyMax: 20, sentLastHour: 1, lastAt: new Date(start - since) }, new Date(start));
    expect(pace(2 * MINUTE)).toBe(0);
    expect(pace(3 * MINUTE)).toBe(1);
    expect(pace(50 * MINUTE)).toBe(1);
    expect(mayLeaveNow({ hourlyMax: 20, sentLastHour: 0, lastAt: null }, new Date(start))).toBe(1);
    expect(mayLeaveNow({ hourlyMax: 120, sentLastHour: 0, lastAt: null }, new Date(start))).toBe(1);
  });
});
