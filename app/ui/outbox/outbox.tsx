import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Island } from '../island.tsx';
import { outboxWords, type OutboxWords } from './outbox-words.ts';

/** What the strip is given with the page. */
export type OutboxPlace = {
  /** The signed-in person as `keeperOf` (platform/outbox.server.ts) names them. */
  keeper: string;
  /** Until when this page may lie on the phone (milliseconds since 1970); null for a page that needs the network. */
  until: number | null;
  signInHref: string;
  words: OutboxWords;
};

/**
 * The strip that tells what waits on this phone, and with `until` the tool that keeps the page for use without a network.
 * Place it once on a page, above what it is about. Forms that may wait stand in `OutboxForm`.
 */
export function Outbox({ keeper, until = null }: { keeper: string; until?: number | null }) {
  const { t, to } = useWords();
  const data: OutboxPlace = { keeper, until, signInHref: to(paths.signIn()), words: outboxWords(t) };
  return <Island name="outbox" data={data} className="outbox" />;
}

/**
 * Around one form: with a script and without a network, what it says waits in the outbox; otherwise it is posted as it is.
 *
 * `url` takes the form's fields as JSON. `label` is how the entry is shown; `{field}` stands for what is in that field.
 * `lane` keeps entries about one thing in order. `once` takes the form away when it is queued (a button in a row), without
 * it the form is emptied for the next one.
 */
export function OutboxForm({
  url,
  label,
  lane,
  once,
  children,
}: {
  url: string;
  label: string;
  lane?: string;
  once?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className="outbox-form"
      data-outbox-url={url}
      data-outbox-label={label}
      data-outbox-lane={lane}
      data-outbox-once={once ? '' : undefined}
    >
      {children}
    </div>
  );
}
