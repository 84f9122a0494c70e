import type { ReactNode } from 'react';
import type { PromiseState, Vote } from '#app/features/authorities/rules/watch.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';

type Decision = {
  text: string;
  minutes: string;
  sourceUrl: string | null;
  amount: string | null;
  votes: readonly { member: string; vote: Vote }[];
};

/** What was decided: words, money, documents, minutes, votes. */
export function DecisionBody({ decision }: { decision: Decision }) {
  const { t } = useWords();
  return (
    <>
      {decision.text && <p className="prose whitespace-pre-line">{decision.text}</p>}
      {decision.amount && (
        <p>
          {t('watch.amount')}: <span className="num">{decision.amount}</span>
        </p>
      )}
      {decision.sourceUrl && (
        <p>
          <a href={decision.sourceUrl} rel="noopener noreferrer nofollow">
            {t('watch.documents')}
          </a>{' '}
          <span className="meta break-all">{new URL(decision.sourceUrl).hostname}</span>
        </p>
      )}
      {decision.votes.length > 0 && (
        <Section title={t('watch.votes')} id="votes">
          <DataTable
            caption={t('watch.votes')}
            captionHidden
            columns={[
              { key: 'member', header: t('watch.member'), phone: 'title', cell: (row) => row.member },
              { key: 'vote', header: t('watch.vote'), cell: (row) => t(`watch.vote.${row.vote}`) },
            ]}
            rows={[...decision.votes]}
            rowKey={(row) => row.member}
          />
        </Section>
      )}
      {decision.minutes && (
        <Section title={t('watch.minutes')} id="minutes">
          <p className="prose whitespace-pre-line">{decision.minutes}</p>
        </Section>
      )}
    </>
  );
}

const TONES: Record<PromiseState, StateTone> = { open: 'open', kept: 'verified', broken: 'refused', expired: 'late' };

type Promised = { id: string; text: string; dueOn: string | null; state: PromiseState };

/** What was promised and by which day; an open one whose day has passed is late. */
export function PromiseList<Row extends Promised>({
  promises,
  now,
  action,
}: {
  promises: readonly Row[];
  now: Date;
  action?: (promise: Row) => ReactNode;
}) {
  const { t, locale } = useWords();
  const isLate = ({ state, dueOn }: Promised) => state === 'open' && dueOn !== null && dueOn < dayOf(now);
  return (
    <ul className="grid list-none gap-3 p-0">
      {promises.map((promise) => (
        <li key={promise.id} className="border-b border-line pb-3">
          <p className="mb-1">{promise.text}</p>
          <p className="meta flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateBadge tone={isLate(promise) ? 'late' : TONES[promise.state]}>
              {isLate(promise) ? t('watch.promise.late') : t(`watch.promise.${promise.state}`)}
            </StateBadge>
            {promise.dueOn && t('watch.promise.due', { day: formatDay(noonOf(promise.dueOn), locale) })}
            {action?.(promise)}
          </p>
        </li>
      ))}
    </ul>
  );
}
