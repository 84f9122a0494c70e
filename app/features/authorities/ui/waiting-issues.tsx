import type { WaitingIssue } from '#app/features/authorities/queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';

type Waiting = WaitingIssue & { clientId: string };

/** Published reports nobody has been written to about, each with the button that begins its letter. */
export function WaitingIssues({ issues, slug }: { issues: readonly Waiting[]; slug: string }) {
  const { t, to, locale } = useWords();
  if (issues.length === 0) return null;
  return (
    <Section title={t('authorities.letters.waiting.title')}>
      <p className="meta">{t('authorities.letters.waiting.lead')}</p>
      <ul className="card-list card-list-2">
        {issues.map((issue) => (
          <Card as="li" key={issue.id}>
            <p className="font-bold">
              <a href={to(paths.orgIssue(slug, issue.id))}>{issue.title}</a>
            </p>
            <p className="meta">
              № {issue.ref}
              {issue.publishedAt &&
                ` · ${t('authorities.letters.waiting.since', { date: formatDay(issue.publishedAt, locale) })}`}
            </p>
            <div className="mt-3">
              <DraftButton slug={slug} issueId={issue.id} clientId={issue.clientId} title={issue.title} />
            </div>
          </Card>
        ))}
      </ul>
    </Section>
  );
}

/** The form that begins a letter about a report; it works from any page of the workspace. */
export function DraftButton({
  slug,
  issueId,
  clientId,
  title,
}: {
  slug: string;
  issueId: string;
  clientId: string;
  title: string;
}) {
  const { t, to } = useWords();
  return (
    <Form
      inline
      action={to(paths.orgLetters(slug))}
      clientId={clientId}
      label={t('authorities.letters.write-about', { title })}
    >
      <input type="hidden" name="issueId" value={issueId} />
      <Button tone="secondary" size="small" icon="letter">
        {t('authorities.letters.write')}
      </Button>
    </Form>
  );
}
