import { useWords } from '#app/i18n/words-context.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Section } from '#app/ui/stack.tsx';
import { LEFT_OUT } from '../rules/left-out.ts';
import type { Reach } from '../queries.server.ts';
import type { Figures } from '../rules/figures.ts';

/** How many get it, and how many others do not, by reason. */
export function MessageReach({ audience, reach }: { audience: string; reach: Reach | null }) {
  const { t } = useWords();
  const left = reach ? LEFT_OUT.filter((reason) => reach[reason] > 0) : [];
  return (
    <Section title={t('mailings.audience.title')}>
      <p>{audience}</p>
      {reach && (
        <>
          <p className="lead">{t('mailings.reach', { count: reach.reached })}</p>
          {left.length === 0 ? (
            <p className="meta">{t('mailings.left.nobody')}</p>
          ) : (
            <>
              <p>{t('mailings.left.title')}</p>
              <ul className="list-disc pl-5">
                {left.map((reason) => (
                  <li key={reason}>{t(`mailings.left.${reason}`, { count: reach[reason] })}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Section>
  );
}

const SHOWN = ['total', 'sent', 'bounced', 'failed', 'withdrawn', 'stopped', 'unsubscribed'] as const;

/** How it went. What is zero and would only raise questions is left out. */
export function MessageFigures({ figures, isStopped }: { figures: Figures; isStopped: boolean }) {
  const { t } = useWords();
  const items = SHOWN.filter((name) => name === 'total' || name === 'sent' || figures[name] > 0).map((name) => ({
    term: t(`mailings.figure.${name}`),
    detail: <span className="num">{figures[name]}</span>,
  }));
  const waits = {
    term: t(isStopped ? 'mailings.figure.notSent' : 'mailings.figure.waiting'),
    detail: <span className="num">{figures.waiting}</span>,
  };
  const lost = { term: t('mailings.figure.unknown'), detail: <span className="num">{figures.unknown}</span> };
  return (
    <Section title={t('mailings.figures.title')}>
      <DefinitionList
        items={[...items, ...(figures.waiting > 0 ? [waits] : []), ...(figures.unknown > 0 ? [lost] : [])]}
      />
      {figures.waiting > 0 && !isStopped && <p className="meta">{t('mailings.figure.waiting.text')}</p>}
      {figures.unknown > 0 && <p>{t('mailings.figure.unknown.text')}</p>}
    </Section>
  );
}
