import { useWords } from '#app/i18n/words-context.tsx';
import { isMessageKey } from '#app/i18n/words.ts';
import { formatDay, noonOf } from '#app/kernel/dates.ts';

export type AuditEntry = {
  n: number;
  onDay: string;
  action: string;
  reason: string | null;
  actorKind: 'staff' | 'applicant' | 'system';
  name: string | null;
};

/** Where a code in an entry of the trail has its words. */
const REASONS = ['legal.open-reason', 'legal.state', 'legal.outcome', 'legal.band', 'legal-desk.audit-reason'];

/** An entry of the trail in words: who did what, for which reason, on which day. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const { locale, say, t } = useWords();
  const key = `legal.audit.${entry.action}`;
  const [said] = isMessageKey(key) ? (say(key) ?? []) : [];
  const reasonKey = REASONS.map((prefix) => `${prefix}.${entry.reason}`).find(isMessageKey);
  const [reason] = (reasonKey && say(reasonKey)) || [];
  return (
    <>
      <span className="meta">{formatDay(noonOf(entry.onDay), locale)}</span>{' '}
      <b>{entry.name ?? t(`legal-desk.actor.${entry.actorKind}`)}</b>: {said ?? entry.action}
      {reason && ` (${reason})`}
    </>
  );
}
