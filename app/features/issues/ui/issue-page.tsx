import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { choiceOf, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { PhotoGrid } from '#app/ui/photo.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { issueQuery } from '../public-filters.ts';
import { isCategoryKey } from '../rules/categories.ts';
import type { BodyReply, PublicIssue } from '../rules/views.ts';
import { IssueTimeline } from './issue-timeline.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { StateLabel } from './state-label.tsx';

function Replies({ replies }: { replies: readonly BodyReply[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t('issues.public.replies')} id="replies">
      {replies.map((reply) => (
        <Card key={reply.id} tone="info" as="article">
          <Paragraphs text={reply.text} />
          <p className="meta">
            {t('issues.public.reply.signed', {
              signatory: reply.signatory,
              body: reply.bodyName,
              date: formatDay(reply.at, locale),
            })}
          </p>
        </Card>
      ))}
    </Section>
  );
}

/** Under or beside the report: how many it concerns, where it is, how to pass it on or object. */
function Aside({ issue, address, isOver }: { issue: PublicIssue; address: string; isOver: boolean }) {
  const { t, to, locale } = useWords();
  const region = choiceOf(issue.region);
  return (
    <>
      <Section title={t('issues.public.place.title')} id="place">
        <p>{placeText(issue, locale)}</p>
        {issue.isBlurred && (
          <p className="meta">{t(issue.isByWords ? 'issues.public.place.by-words' : 'issues.public.place.blurred')}</p>
        )}
        {issue.hasPoint && (
          <p>
            <a href={to(paths.map(`?issue=${issue.ref}`))}>{t('issues.public.place.map')}</a>
          </p>
        )}
      </Section>
      {!isOver && (
        <div className="desk-only">
          <Button tone="secondary" form="confirmation">
            {t('issues.public.confirm')}
          </Button>
          <p className="meta">{t('issues.public.confirm.note')}</p>
        </div>
      )}
      <details className="fold no-print">
        <summary>{t('issues.public.share')}</summary>
        <label className="field">
          <span>{t('issues.public.share.text')}</span>
          <input className="input" readOnly value={address} />
        </label>
      </details>
      <ul className="link-list no-print">
        <li>
          <a href={to(`${paths.newIssue()}?region=${region}`)}>{t('issues.public.report-here')}</a>
        </li>
        <li>
          <a href={to(paths.issueFlag(issue.ref))}>{t('issues.public.flag')}</a>
        </li>
        <li>
          <a href={to(paths.issueReply(issue.ref))}>{t('issues.public.reply')}</a>
        </li>
      </ul>
    </>
  );
}

/** A published report as everybody sees it. `address` is the page's own, to be sent on. */
export function IssuePageView({
  issue,
  now,
  address,
  clientId,
  done,
  campaigns,
  answer,
}: {
  issue: PublicIssue;
  now: Date;
  address: string;
  clientId: string;
  done: string | null;
  /** Campaigns that stand on this report. */
  campaigns?: ReactNode;
  /** By which day the body's answer is due. */
  answer?: ReactNode;
}) {
  const { t, to, locale } = useWords();
  const region = choiceOf(issue.region);
  const isOver = issue.state === 'verified_fixed' || issue.state === 'closed';
  const crumbs = [
    { label: t('issues.public.list.title'), href: to(paths.issues()) },
    { label: regionName(region, locale), href: to(paths.issues(issueQuery({ region }))) },
    { label: issue.title },
  ];
  const meta = [
    placeText(issue, locale),
    isCategoryKey(issue.category) && t(`category.${issue.category}`),
    t('issues.public.number', { number: String(issue.ref) }),
  ];
  return (
    <article className="stack">
      <Breadcrumb items={crumbs} />
      {done !== null && (
        <Notice tone="success" live>
          {done}
        </Notice>
      )}
      <Columns aside={<Aside issue={issue} address={address} isOver={isOver} />}>
        <div className="stack">
          <PhotoGrid
            eager
            photos={issue.photos.map(({ id, width, height }) => ({
              src: paths.photo(id, 'full'),
              href: paths.photo(id, 'full'),
              width,
              height,
            }))}
          />
          <PageTitle badge={<StateLabel state={issue.state} />} meta={meta.filter(Boolean).join(' · ')}>
            <span lang={issue.locale}>{issue.title}</span>
          </PageTitle>
          {answer && <p>{answer}</p>}
          {issue.details !== '' && <Paragraphs text={issue.details} lang={issue.locale} />}
          {issue.locale !== locale && <p className="meta">{t(`issues.public.language.${issue.locale}`)}</p>}
          {issue.confirmations > 0 && <p>{t('issues.public.confirmed', { count: issue.confirmations })}</p>}
        </div>
        <Section title={t('issues.public.timeline')} id="timeline">
          <IssueTimeline
            steps={issue.steps}
            state={issue.state}
            organisation={issue.organisation?.names ?? null}
            now={now}
            check={<a href={`${to(paths.issueFlag(issue.ref))}?kind=untrue`}>{t('issues.public.next.check.link')}</a>}
          />
        </Section>
        {campaigns}
        {issue.replies.length > 0 && <Replies replies={issue.replies} />}
      </Columns>
      {!isOver && (
        <>
          {/* Apart from its buttons, so that the bar stays at the thumb over the whole page. */}
          <Form
            id="confirmation"
            action={to(paths.issueConfirmation(issue.ref))}
            clientId={clientId}
            label={t('issues.public.confirm')}
          >
            {null}
          </Form>
          <div className="contents md:hidden">
            <SubmitBar note={t('issues.public.confirm.note')}>
              <Button tone="secondary" form="confirmation">
                {t('issues.public.confirm')}
              </Button>
            </SubmitBar>
          </div>
        </>
      )}
    </article>
  );
}
