import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CardList } from '#app/ui/card.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Select } from '#app/ui/select.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import { STATE_GROUPS } from '../rules/lifecycle.ts';
import type { GroupTotals, IssueCard } from '../rules/views.ts';
import { IssueCardLink } from './issue-card.tsx';
import { NextSteps } from './next-steps.tsx';
import { regionOptions } from '#app/ui/place-text.ts';

type HomeData = { region?: string; newest: readonly IssueCard[]; totals: GroupTotals; now: Date; listQuery: string };

function Numbers({ totals, now }: { totals: GroupTotals; now: Date }) {
  const { t, locale } = useWords();
  const all = STATE_GROUPS.reduce((sum, group) => sum + totals[group], 0);
  const rows = [
    ['all', all],
    ['open', totals.open],
    ['claimed', totals.claimed],
    ['fixed', totals.fixed],
    ['closed', totals.closed],
  ] as const;
  const number = new Intl.NumberFormat(locale);
  return (
    <Section title={t('issues.public.home.numbers')} id="numbers">
      <dl className="figures">
        {rows.map(([key, count]) => (
          <div key={key}>
            <dt>{t(`issues.public.home.numbers.${key}`)}</dt>
            <dd className="num">{number.format(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{t('issues.public.home.numbers.when', { date: formatMoment(now, locale) })}</p>
    </Section>
  );
}

/** The front page: what one can do here, what was reported near, how many and how it went. */
export function HomeView({ region, newest, totals, now, listQuery }: HomeData) {
  const { t, to, locale } = useWords();
  return (
    <div className="stack stack-large">
      <div>
        <PageTitle lead={t('issues.public.home.lead')}>{t('common.tagline')}</PageTitle>
        <ButtonRow>
          <ButtonLink href={to(paths.newIssue() + listQuery)}>{t('common.nav.report')}</ButtonLink>
          <ButtonLink tone="secondary" href={to(paths.receipt())}>
            {t('issues.public.home.receipt')}
          </ButtonLink>
        </ButtonRow>
      </div>
      <Columns
        aside={
          <>
            <Numbers totals={totals} now={now} />
            <Section title={t('issues.public.home.how')} id="how">
              <NextSteps
                steps={[t('issues.public.home.how.1'), t('issues.public.home.how.2'), t('issues.public.home.how.3')]}
              />
              <p>
                <a href={to(paths.legalAid())}>{t('issues.public.home.legal-aid')}</a>
              </p>
            </Section>
          </>
        }
      >
        <Section
          title={region ? regionName(region, locale) : t('issues.public.home.newest')}
          id="newest"
          actions={<LinkMore href={to(paths.issues(listQuery))}>{t('issues.public.home.all')}</LinkMore>}
        >
          <form className="pick-region" method="get" action={to(paths.home())}>
            <Select
              name="region"
              label={t('issues.public.home.region')}
              options={regionOptions(locale)}
              defaultValue={region}
              placeholder={t('issues.public.home.everywhere')}
            />
            <Button tone="secondary">{t('common.show')}</Button>
          </form>
          {newest.length === 0 ? (
            <p>{t('issues.public.home.empty')}</p>
          ) : (
            <CardList label={t('issues.public.home.newest')}>
              {newest.map((issue) => (
                <IssueCardLink key={issue.ref} issue={issue} now={now} />
              ))}
            </CardList>
          )}
        </Section>
      </Columns>
    </div>
  );
}
