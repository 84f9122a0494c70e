import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listBodyChoices, type BodyChoice } from '#app/features/authorities/public.server.ts';
import { startCampaign } from '#app/features/campaigns/commands/start-campaign.server.ts';
import { LIMITS, newCampaignForm } from '#app/features/campaigns/forms.ts';
import { prefillCampaign } from '#app/features/campaigns/campaign-start.server.ts';
import { findNearCampaigns } from '#app/features/campaigns/near-campaigns.server.ts';
import { AddresseeSelect } from '#app/features/campaigns/ui/addressee-select.tsx';
import { NearCampaigns } from '#app/features/campaigns/ui/near-campaigns.tsx';
import { GoalFields, NeedFields } from '#app/features/campaigns/ui/story-fields.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';

export const meta = titled('campaigns.new.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const query = ctx.url.searchParams;
  const suggestion = query.get('suggestion');
  const issues = (query.get('issues') ?? '').split(',').filter(isId);
  const start = await prefillCampaign(
    scope,
    {
      suggestionId: isId(suggestion) ? suggestion : null,
      issueIds: issues,
      demand: query.get('demand') ?? '',
      addressee: query.get('addressee') ?? '',
    },
    ctx,
  );
  return {
    slug: membership.slug,
    clientId: newId(),
    start,
    promise: isId(query.get('promise')) ? (query.get('promise') ?? '') : '',
    choices: await listBodyChoices(start.story.region ?? '', start.story.category ?? null, ctx.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const posted = await readForm(args.request, newCampaignForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const {
    demand1,
    demand2,
    demand3,
    addressee1,
    addressee2,
    addressee3,
    suggestion,
    promise,
    issues,
    anyway,
    ...story
  } = posted.value;
  const near = anyway ? [] : await findNearCampaigns(scope, story);
  if (near.length > 0) return unprocessable(posted.reply(), { near });
  const demands = [
    { text: demand1, addressee: addressee1 },
    { text: demand2, addressee: addressee2 },
    { text: demand3, addressee: addressee3 },
  ].filter((demand) => demand.text !== '');
  const started = await startCampaign(
    { actor, scope, now: ctx.now },
    { ...story, demands, issueIds: issues, suggestionId: suggestion, promiseId: promise, locale: ctx.locale },
  );
  if (started.ok) return seeOther(ctx, paths.orgCampaign(membership.slug, started.value.id), { done: 'started' });
  const { code, field } = started.refusal;
  if (code === 'common.error.not-allowed') throw forbidden();
  return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]));
}

type Start = Awaited<ReturnType<typeof prefillCampaign>>;

/** What should be done and who decides it; the first one carries the advice. */
function DemandFields({
  number,
  back,
  choices,
  start,
}: {
  number: 1 | 2 | 3;
  back: Returned;
  choices: readonly BodyChoice[];
  start: Start;
}) {
  const { t } = useWords();
  const isFirst = number === 1;
  return (
    <>
      <TextArea
        name={`demand${number}`}
        label={t('campaigns.form.demand')}
        hint={isFirst ? t('campaigns.form.demand.hint') : undefined}
        error={back.errors[`demand${number}`]}
        defaultValue={back.value(`demand${number}`, isFirst ? start.demand : '')}
        rows={2}
        maxLength={LIMITS.demand}
        optional={!isFirst}
      />
      <AddresseeSelect
        name={`addressee${number}`}
        label={t('campaigns.form.addressee')}
        hint={isFirst ? t('campaigns.form.addressee.hint') : undefined}
        choices={choices}
        error={back.errors[`addressee${number}`]}
        optional
        defaultValue={back.value(`addressee${number}`, isFirst ? start.addressee : '')}
      />
    </>
  );
}

/** The guided start: need, demands with their addressee, goal. Ten minutes for somebody who never did it. */
export default function NewCampaign() {
  const { slug, clientId, start, promise, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const near = answer && 'near' in answer ? answer.near : [];
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) },
          { label: t('campaigns.new.title') },
        ]}
      />
      <PageTitle lead={t('campaigns.new.lead')}>{t('campaigns.new.title')}</PageTitle>
      {start.issueIds.length > 0 && (
        <Notice tone="info">{t('campaigns.new.from-issues', { count: start.issueIds.length })}</Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)}>
        {near.length > 0 && <NearCampaigns near={near} org={slug} />}
        <input type="hidden" name="suggestion" value={start.suggestionId ?? ''} />
        <input type="hidden" name="promise" value={back.value('promise', promise)} />
        <input type="hidden" name="issues" value={start.issueIds.join(',')} />
        <NeedFields back={back} start={start.story} />
        <FieldGroup legend={t('campaigns.form.demands')} hint={t('campaigns.form.demands.hint')}>
          <DemandFields number={1} back={back} choices={choices} start={start} />
          {([2, 3] as const).map((number) => (
            <details key={number} className="fold" open={Boolean(back.value(`demand${number}`))}>
              <summary>{t('campaigns.form.demand.more')}</summary>
              <DemandFields number={number} back={back} choices={choices} start={start} />
            </details>
          ))}
        </FieldGroup>
        <GoalFields back={back} start={start.story} />
        <SubmitBar note={t('campaigns.new.note')}>
          <Button>{t('campaigns.new.save')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
