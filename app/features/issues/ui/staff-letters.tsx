import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { StaffIssue } from '../staff-views.ts';

/** The letters about a report. Where there is none, what one would do, as long as there is something to write about. */
export function StaffLetters({
  issue,
  slug,
  clientId,
  mayWrite,
}: {
  issue: StaffIssue;
  slug: string;
  clientId: string;
  mayWrite: boolean;
}) {
  const { t, to, locale } = useWords();
  const { letters, state } = issue;
  const hasLetters = letters.length > 0;
  const isOver = state === 'verified_fixed' || state === 'closed';
  const offers = mayWrite && issue.isPublic && !isOver;
  if (!hasLetters && !offers) return null;
  return (
    <Section title={t('issues.staff.letters.title')} id="letters">
      {hasLetters ? (
        <CardList>
          {letters.map((letter) => (
            <CardLink
              key={letter.id}
              href={to(paths.orgLetter(slug, letter.id))}
              title={letter.body?.[locale] ?? t('issues.staff.letters.nobody')}
              badge={
                letter.due && (
                  <DueBadge
                    due={letter.due.on}
                    now={letter.due.now}
                    isSample={letter.due.isSample}
                    missingYear={letter.due.missingYear}
                  />
                )
              }
              meta={`${t(`issues.staff.letter.${letter.state}`)}, ${formatDay(letter.at, locale)}`}
            />
          ))}
        </CardList>
      ) : (
        <p>{t('issues.staff.letters.none')}</p>
      )}
      {/* While a letter is the next step its button stands at the head of the page, and once is enough. */}
      {offers && !isLetterNext(issue) && (
        <PrepareLetter issue={issue} slug={slug} clientId={clientId} tone="secondary" />
      )}
    </Section>
  );
}

/** Nothing was written about a published report yet: a letter is the next step, and its button stands at the head of the page. */
export function isLetterNext(issue: StaffIssue): boolean {
  return issue.isPublic && issue.state === 'published' && !issue.letters.some(({ state }) => state !== 'cancelled');
}

export function PrepareLetter({
  issue,
  slug,
  clientId,
  tone,
}: {
  issue: StaffIssue;
  slug: string;
  clientId: string;
  tone?: 'secondary';
}) {
  const { t, to } = useWords();
  return (
    <Form action={to(paths.orgLetters(slug))} clientId={clientId} inline>
      <input type="hidden" name="issueId" value={issue.id} />
      <Button tone={tone} icon="letter">
        {t(issue.letters.length > 0 ? 'issues.staff.letters.another' : 'issues.staff.letters.prepare')}
      </Button>
    </Form>
  );
}
