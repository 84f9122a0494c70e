import type { ReactNode } from 'react';

/** Numbered sentences: what happens after this. */
export function NextSteps({ steps }: { steps: readonly ReactNode[] }) {
  return (
    <ol className="next-steps">
      {steps.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}
