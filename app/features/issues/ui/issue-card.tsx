import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { CardLink } from '#app/ui/card.tsx';
import type { IssueCard } from '../rules/views.ts';
import { placeText } from '#app/ui/place-text.ts';
import { StateLabel } from './state-label.tsx';

/** A published report in a list: how it stands, what it is, where, how many it concerns, since when. */
export function IssueCardLink({ issue, now, level }: { issue: IssueCard; now: Date; level?: 2 | 3 }) {
  const { t, to, locale } = useWords();
  const facts = [
    issue.confirmations > 0 && t('issues.public.confirmed', { count: issue.confirmations }),
    formatDayNear(issue.publishedAt, now, locale),
  ];
  return (
    <CardLink
      href={to(paths.issue(issue.ref))}
      title={issue.locale === locale ? issue.title : <span lang={issue.locale}>{issue.title}</span>}
      badge={<StateLabel state={issue.state} />}
      meta={placeText(issue, locale)}
      level={level}
    >
      <p className="meta">{facts.filter(Boolean).join(' · ')}</p>
    </CardLink>
  );
}
