import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import type { IssueDone } from '../staff-forms.ts';
import type { StaffIssue } from '../staff-views.ts';
import { placeText } from '#app/ui/place-text.ts';
import { StaffAside, type IssueRights } from './staff-aside.tsx';
import { StaffDecision } from './staff-decision.tsx';
import { StaffHistory } from './staff-history.tsx';
import { StaffMessages } from './staff-messages.tsx';
import { isLetterNext, PrepareLetter } from './staff-letters.tsx';
import { moveWords, StaffMove } from './staff-move.tsx';
import { StaffPhotos } from './staff-photos.tsx';
import { StateLabel } from './state-label.tsx';

type Answer = {
  form: 'decision' | 'move' | 'message' | 'other';
  lastResult: SubmissionResult<string[]> | null;
  contact?: string;
  /** Done without leaving the page, so that what was typed stays. */
  done?: IssueDone;
};
export type StaffIssueView = {
  slug: string;
  issue: StaffIssue;
  may: IssueRights;
  clientId: string;
  done: IssueDone | null;
  next: { id: string; title: string } | null;
  answer: Answer | null;
};

/** One report and everything that a decision about it needs. */
export function StaffIssuePage({ slug, issue, may, clientId, next, answer, ...view }: StaffIssueView) {
  const { t, to, locale, say } = useWords();
  const resultOf = (form: Answer['form']) => (answer?.form === form ? answer.lastResult : null);
  const done = answer ? (answer.done ?? null) : view.done;
  const meta = [
    placeText(issue, locale),
    t(`category.${issue.category}`),
    issue.ref !== null && t('issues.public.number', { number: String(issue.ref) }),
  ];
  return (
    <>
      <Breadcrumb
        items={[{ label: t('issues.staff.list.title'), href: to(paths.orgIssues(slug)) }, { label: issue.title }]}
      />
      <PageTitle
        badge={<StateLabel state={issue.state} />}
        actions={<NextStep slug={slug} issue={issue} may={may} clientId={clientId} />}
        meta={
          <>
            {meta.filter(Boolean).join(' · ')}
            {issue.near.length > 0 && (
              <>
                {' · '}
                <a href="#near">{t('issues.staff.similar', { count: issue.near.length })}</a>
              </>
            )}
          </>
        }
      >
        {issue.title}
      </PageTitle>
      {done && (
        <div className="mb-6">
          <Notice
            live
            tone="success"
            actions={
              next && (done === 'published' || done === 'held' || done === 'rejected') ? (
                <a href={to(paths.orgIssue(slug, next.id))} accessKey="n" aria-keyshortcuts="Alt+N">
                  {t('issues.staff.done.next', { title: next.title })}
                </a>
              ) : undefined
            }
          >
            {t(`issues.staff.done.${done}`)}
          </Notice>
        </div>
      )}
      <ErrorSummary errors={{ '': say(resultOf('other')?.error?.['']) }} />
      <Columns aside={<StaffAside issue={issue} slug={slug} clientId={clientId} may={may} contact={answer?.contact} />}>
        <Original issue={issue} />
        <StaffPhotos issue={issue} slug={slug} mayModerate={may.moderate} />
        {may.moderate && issue.state !== 'withdrawn' && (
          <StaffDecision issue={issue} clientId={clientId} lastResult={resultOf('decision')} />
        )}
        {may.follow && <StaffMove issue={issue} clientId={clientId} lastResult={resultOf('move')} />}
        <StaffMessages issue={issue} clientId={clientId} mayAsk={may.ask} lastResult={resultOf('message')} />
        <StaffHistory history={issue.history} />
      </Columns>
    </>
  );
}

/** What one would do next with a public report, at the head of its page. */
function NextStep({ slug, issue, may, clientId }: Pick<StaffIssueView, 'slug' | 'issue' | 'may' | 'clientId'>) {
  const { t, to } = useWords();
  if (may.write && isLetterNext(issue)) return <PrepareLetter issue={issue} slug={slug} clientId={clientId} />;
  const open = issue.letters.find(({ state }) => state === 'draft' || state === 'ready');
  if (may.write && open)
    return (
      <ButtonLink icon="letter" href={to(paths.orgLetter(slug, open.id))}>
        {t('issues.staff.letters.open')}
      </ButtonLink>
    );
  if (!may.follow || !issue.isPublic || issue.letters.length === 0) return null;
  return (
    <ButtonLink tone="secondary" href="#move">
      {t(moveWords(issue.state))}
    </ButtonLink>
  );
}

/** The reporter's own words, as they came. They stay as they are, whatever the public reads. */
function Original({ issue }: { issue: StaffIssue }) {
  const { t } = useWords();
  const { title, details, place } = issue.original;
  return (
    <Section title={t('issues.staff.original.title')} id="original">
      <div className="original">
        <blockquote lang={issue.locale}>
          <b>{title}</b>
          {details && `\n${details}`}
        </blockquote>
        <p className="meta">{[place, t(`issues.staff.original.${issue.locale}`)].filter(Boolean).join(' · ')}</p>
      </div>
    </Section>
  );
}
