import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { campaignsOfIssue } from '#app/features/campaigns/public-queries.server.ts';
import { CampaignCardLink } from '#app/features/campaigns/ui/campaign-card.tsx';
import { publicAnswerDue } from '#app/features/authorities/public.server.ts';
import { isAwaited } from '#app/features/authorities/rules/follow-up.ts';
import { distinctSteps, findIssue, isGone } from '#app/features/issues/public-queries.server.ts';
import { isCategoryKey } from '#app/features/issues/rules/categories.ts';
import { IssuePageView } from '#app/features/issues/ui/issue-page.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { CardList } from '#app/ui/card.tsx';
import { Section } from '#app/ui/stack.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { loaderHeaders, publicData, readRef } from './public-data.ts';
import { errorTitle } from './public-error.tsx';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export { PublicError as ErrorBoundary } from './public-error.tsx';

/** Notices that an answered form may ask for. */
const NOTICES = { confirmed: 'issues.public.confirm.done', flagged: 'issues.public.flag.done', replied: 'issues.public.reply.done' } as const;
const isNotice = (key: string | null): key is keyof typeof NOTICES => key !== null && Object.hasOwn(NOTICES, key);

/** Only what the page itself says to everybody: what kind of problem, where, how it stands. Never the person's own sentences. */
export const meta: MetaFunction<typeof loader> = ({ data, error, params }) => {
  if (!data) return errorTitle(error, params.lang);
  const { title, description } = data.card;
  return [
    { title: `${title} · İcma` },
    { name: 'description', content: description },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'İcma' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const ref = readRef(args.params.ref);
  if (ref === undefined) throw notFound();
  const found = await findIssue(ref);
  if (!found) throw (await isGone(ref)) ? gone() : notFound();
  const campaigns = await campaignsOfIssue(ref);
  // Only while an answer is awaited: most pages ask the database nothing more.
  const answer = isAwaited(found.state) ? await publicAnswerDue(ref) : null;
  const issue = { ...found, steps: distinctSteps(found.steps) };
  const category = isCategoryKey(issue.category) ? ctx.t(`category.${issue.category}`) : '';
  const done = ctx.url.searchParams.get('done');
  return publicData(ctx, {
    issue,
    campaigns,
    answer,
    now: ctx.now,
    address: ctx.url.origin + ctx.url.pathname,
    clientId: newId(),
    done: isNotice(done) ? done : null,
    card: {
      title: issue.title,
      description: ctx.t('issues.public.description', { category, place: placeText(issue, ctx.locale), state: ctx.t(`issues.state.${issue.state}`) }),
    },
  });
}

export default function Issue() {
  const { issue, campaigns, answer, now, address, clientId, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return <IssuePageView issue={issue} now={now} answer={answer && <DueBadge due={answer.due} now={now} isSample={answer.isSample} />} address={address} clientId={clientId} done={done && t(NOTICES[done])} campaigns={campaigns.length > 0 && (
    <Section title={t('campaigns.of-issue')} id="campaigns">
      <CardList>
        {campaigns.map((campaign) => (
          <CampaignCardLink key={campaign.id} campaign={campaign} />
        ))}
      </CardList>
    </Section>
  )} />;
}
