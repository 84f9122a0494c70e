import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Island } from '../island.tsx';
import { outboxWords, type OutboxWords } from './outbox-words.ts';

/** What the strip is given with the page. */
export type OutboxPlace = {
  /** The signed-in person as `keeperOf` (platform/outbox.server.ts) names them. */
  keeper: string;
  /** The page's address as it is kept, and until when it may lie on the phone (milliseconds since 1970). */
  keep: { path: string; until: number } | null;
  signInHref: string;
  words: OutboxWords;
};

/**
 * The strip that tells what waits on this phone. With `keep` the page itself is kept for use without a network, as the
 * person sees it and under this address; without it the page needs the network. Place it once on a page, above what it is
 * about. Forms that may wait stand in `OutboxForm`.
 */
export function Outbox({ keeper, keep = null }: { keeper: string; keep?: OutboxPlace['keep'] }) {
  const { t, to } = useWords();
  const data: OutboxPlace = { keeper, keep, signInHref: to(paths.signIn()), words: outboxWords(t) };
  return <Island name="outbox" data={data} className="outbox" />;
}

/**
 * Around one form: with a script and without a network, what it says waits in the outbox; otherwise it is posted as it is.
 *
 * `url` takes the form's fields as JSON. `label` is how the entry is shown; `{field}` stands for what is in that field.
 * `lane` keeps entries about one thing in order. Without `turn` the form is emptied for the next one; with it the form goes
 * when it was sent, and of two forms of one lane (she came, she did not) the other one comes. `isTheirTurn` says which one
 * stands there as the page comes.
 */
export function OutboxForm({
  url,
  label,
  lane,
  turn,
  isTheirTurn = true,
  children,
}: {
  url: string;
  label: string;
  lane?: string;
  turn?: string;
  isTheirTurn?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className="outbox-form"
      data-outbox-url={url}
      data-outbox-label={label}
      data-outbox-lane={lane}
      data-outbox-turn={turn}
      hidden={!isTheirTurn}
    >
      {children}
    </div>
  );
}
