/** Who holds an office on a day. */
import type { Day } from '#app/kernel/dated-rules/days.ts';

export type HolderSpan = Readonly<{ name: string; since: Day; until: Day | null }>;

/** The holder of a day, both ends included; the one who came later where two overlap; undefined when nobody is known. */
export function holderAmong<Span extends HolderSpan>(spans: readonly Span[], day: Day): Span | undefined {
  return spans
    .filter(({ since, until }) => since <= day && (until === null || day <= until))
    .toSorted((a, b) => b.since.localeCompare(a.since))[0];
}

/** Whether a new span would stand beside another one of the same office. */
export function overlapsAny(
  spans: readonly HolderSpan[],
  { since, until }: Pick<HolderSpan, 'since' | 'until'>,
): boolean {
  return spans.some((span) => (span.until === null || since <= span.until) && (until === null || span.since <= until));
}
