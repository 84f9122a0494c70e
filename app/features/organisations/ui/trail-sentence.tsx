import { isMessageKey } from '#app/i18n/words.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';

type Entry = {
  actorName: string | null;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectName: string | null;
};

/**
 * One line of the trail as a sentence: who did what, and to whom where it was a colleague. Reports and letters are
 * linked and not named, because the trail holds no content.
 */
export function TrailSentence({ entry, slug }: { entry: Entry; slug: string }) {
  const { t, to } = useWords();
  const roleKey = `organisations.audit.by.${entry.actorRole}`;
  const role = isMessageKey(roleKey) ? (t as (key: string) => string)(roleKey) : entry.actorRole;
  const key = `organisations.audit.action.${entry.action}`;
  const deed = isMessageKey(key)
    ? (t as (key: string) => string)(key)
    : t('organisations.audit.action.other', { action: entry.action });
  const href = entry.subjectId === null ? undefined : hrefOf(entry.subjectType, entry.subjectId, slug);
  const who = entry.actorName ?? role;
  return (
    <>
      <b>{who}</b>
      {entry.actorName && <span className="meta"> ({role})</span>} {deed}
      {entry.subjectName && <>: {entry.subjectName}</>}
      {href && (
        <>
          {' '}
          <a href={to(href)}>{t('organisations.audit.look')}</a>
        </>
      )}
    </>
  );
}

function hrefOf(subjectType: string, subjectId: string, slug: string): string | undefined {
  if (subjectType === 'issue') return paths.orgIssue(slug, subjectId);
  return subjectType === 'letter' ? paths.orgLetter(slug, subjectId) : undefined;
}
