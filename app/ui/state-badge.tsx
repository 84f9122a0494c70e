import type { ReactNode } from 'react';

/**
 * What a state means to the eye. `claimed` (somebody says it is done) and `verified` (people saw that it is done)
 * differ in colour, outline and drawing, so that they are never mistaken for each other, in greyscale and print too.
 */
export type StateTone = 'open' | 'late' | 'verified' | 'claimed' | 'waiting' | 'quiet' | 'refused';

/** The sign of a tone, 16 units square, in the current colour. */
export function StateSign({ tone, size = 16 }: { tone: StateTone; size?: number }) {
  return (
    <svg className="state-sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {signs[tone]}
    </svg>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

const signs: Record<StateTone, ReactNode> = {
  open: <circle cx="8" cy="8" r="6" {...line} />,
  late: (
    <g {...line} strokeLinejoin="round">
      <path d="M8 2.2 14.5 13.5h-13Z" />
      <path d="M8 6.4v3.6" />
    </g>
  ),
  verified: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.6 8.2 2.3 2.3 4.4-4.8" fill="none" stroke="#fff" strokeWidth="2" />
    </>
  ),
  claimed: <circle cx="8" cy="8" r="6" {...line} strokeDasharray="3 2.3" />,
  waiting: (
    <g {...line}>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.6V8l2.4 1.6" strokeWidth="1.7" />
    </g>
  ),
  quiet: <path d="M3 8h10" {...line} />,
  refused: (
    <g {...line}>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.7 5.7 4.6 4.6M10.3 5.7l-4.6 4.6" strokeWidth="1.7" />
    </g>
  ),
};

/** A state in colour, sign and word together. The word is the caller's, short: "Cavab 4 iş günü gecikir". */
export function StateBadge({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={`state state-${tone}`}>
      <StateSign tone={tone} size={14} />
      <span>{children}</span>
    </span>
  );
}
