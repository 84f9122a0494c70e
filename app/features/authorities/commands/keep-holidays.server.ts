import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client.server.ts';
import { holidays, holidayYears } from '#db/schema/index.ts';
import { isWeekday, yearOf } from '#app/kernel/dated-rules/days.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';
import type { holidayForm } from '../office-forms.ts';
import { MAX_HOLIDAYS, parseHolidayList } from '../rules/holiday-list.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;
export type HolidayChange = z.output<typeof holidayForm>;

export type HolidayRefusal =
  | 'authorities.error.other-year'
  | 'authorities.error.not-a-weekend'
  | 'authorities.error.holiday-list'
  | 'authorities.error.no-holidays';

/**
 * The operator keeps a year's holidays and says by confirming that they are right: only then answer days are reckoned
 * in it. Confirming the demo's sample makes it a real table.
 */
export function keepHolidays(
  { scope, now }: { scope: OperatorScope; now: Date },
  change: HolidayChange,
): Promise<Result<null, HolidayRefusal>> {
  const owner = `${scope.userId}/${JSON.stringify(change)}`;
  return withScope(scope, (tx) =>
    once(tx, { clientId: change.clientId, command: 'keep-holidays', owner }, async () => {
      const refusal = await apply(tx, scope, now, change);
      if (refusal) return refusal;
      await audit(tx, scope, {
        action: `holidays.${change.intent}`,
        subjectType: 'holiday_year',
        subjectId: String(change.year),
      });
      return ok(null);
    }),
  );
}

async function apply(
  tx: Tx,
  scope: OperatorScope,
  now: Date,
  change: HolidayChange,
): Promise<Result<never, HolidayRefusal> | undefined> {
  const { year } = change;
  const ofYear = eq(holidays.year, year);
  if (change.intent === 'unconfirm') {
    await tx.update(holidayYears).set({ confirmedAt: null, confirmedBy: null }).where(eq(holidayYears.year, year));
    return undefined;
  }
  if (change.intent === 'confirm') {
    const [counted] = await tx.select({ n: count() }).from(holidays).where(ofYear);
    if ((counted?.n ?? 0) === 0) return refuse('authorities.error.no-holidays');
    await tx
      .update(holidayYears)
      .set({ isSample: false, source: change.source, confirmedAt: now, confirmedBy: scope.userId })
      .where(eq(holidayYears.year, year));
    return undefined;
  }
  await tx.insert(holidayYears).values({ year }).onConflictDoNothing();
  if (change.intent === 'remove') {
    await tx.delete(holidays).where(and(ofYear, eq(holidays.on, change.on)));
    return undefined;
  }
  if (change.intent === 'add') {
    if (yearOf(change.on) !== year) return refuse('authorities.error.other-year', 'on');
    if (change.isWorkday && isWeekday(change.on)) return refuse('authorities.error.not-a-weekend', 'on');
    const { on, name, isWorkday } = change;
    await tx
      .insert(holidays)
      .values({ year, on, name, isWorkday })
      .onConflictDoUpdate({ target: holidays.on, set: { name, isWorkday } });
    return undefined;
  }
  const parsed = parseHolidayList(change.list, year);
  if (!parsed.ok || parsed.days.length === 0 || parsed.days.length > MAX_HOLIDAYS)
    return refuse('authorities.error.holiday-list', 'list');
  await tx.delete(holidays).where(ofYear);
  await tx.insert(holidays).values(parsed.days.map((day) => ({ ...day, year })));
  return undefined;
}
