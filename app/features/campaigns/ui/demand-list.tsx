import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import type { AddresseeView, DemandView } from '../rules/views.ts';
import { DemandStateLabel } from './campaign-state.tsx';

/** "Head of the executive authority (Kamran Əliyev), Astara Executive Authority": the office first, who holds it today in brackets. */
export function AddresseeText({ addressee }: { addressee: AddresseeView }) {
  const { t, to, locale } = useWords();
  const body = addressee.body?.[locale];
  if (!body) return <>{t('campaigns.demand.nobody')}</>;
  const name = addressee.bodyId ? <a href={to(paths.authority(addressee.bodyId))}>{body}</a> : body;
  if (!addressee.post) return name;
  return (
    <>
      {addressee.post[locale]}
      {addressee.holder && ` (${addressee.holder})`}, {name}
    </>
  );
}

/** What is asked, of whom, and where each demand stands; `actions` are the workspace's. */
export function DemandList({
  demands,
  lang,
  actions,
}: {
  demands: readonly DemandView[];
  lang?: string;
  actions?: (demand: DemandView) => ReactNode;
}) {
  const { t, locale } = useWords();
  return (
    <ol className="demands">
      {demands.map((demand) => (
        <li key={demand.id} id={`demand-${demand.id}`}>
          <DemandStateLabel state={demand.state} />
          <p className="demand-text" lang={lang}>
            {demand.text}
          </p>
          <p className="meta">
            {t('campaigns.demand.to')} <AddresseeText addressee={demand.addressee} />
          </p>
          <p className="meta">
            {[
              demand.dueOn && t('campaigns.demand.due', { day: formatDay(noonOf(demand.dueOn), locale) }),
              t('campaigns.demand.changed', { day: formatDay(demand.changedAt, locale) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {demand.moves.length > 0 && (
            <details className="fold">
              <summary>{t('campaigns.demand.history', { count: demand.moves.length })}</summary>
              <ul className="plain-list">
                {demand.moves.map((move) => (
                  <li key={move.id}>
                    <p>
                      <b>{t(`campaigns.demand.state.${move.to}`)}</b>{' '}
                      <span className="meta">{formatDay(move.at, locale)}</span>
                    </p>
                    <p lang={lang}>{move.note}</p>
                    {move.evidenceUrl && (
                      <p>
                        <a href={move.evidenceUrl} rel="noopener noreferrer nofollow">
                          {t('campaigns.demand.evidence')}
                        </a>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {actions?.(demand)}
        </li>
      ))}
    </ol>
  );
}
