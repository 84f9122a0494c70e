import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editCampaign } from '#app/features/campaigns/commands/edit-campaign.server.ts';
import { getCampaign } from '#app/features/campaigns/campaign-detail.server.ts';
import { editCampaignForm, minuteInBaku } from '#app/features/campaigns/forms.ts';
import { GoalFields, NeedFields } from '#app/features/campaigns/ui/story-fields.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { notFound } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.edit');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  return {
    clientId: newId(),
    version: campaign.version,
    isTitleFixed: campaign.publishedAt !== null,
    start: {
      title: campaign.title,
      summary: campaign.summary,
      story: campaign.story,
      category: campaign.category,
      region: choiceOf(campaign.region),
      place: campaign.place,
      peopleAffected: campaign.peopleAffected === null ? '' : String(campaign.peopleAffected),
      goal: String(campaign.goal),
      closesAt: campaign.closesAt ? minuteInBaku(campaign.closesAt) : '',
      hasPublicNames: campaign.hasPublicNames,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, editCampaignForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const edited = await editCampaign({ actor, scope, now: ctx.now }, { ...posted.value, id });
  return edited.ok
    ? seeOther(ctx, paths.orgCampaign(membership.slug, id), { done: 'saved' })
    : refused(posted, edited.refusal);
}

export default function CampaignEdit() {
  const { clientId, version, isTitleFixed, start } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t } = useWords();
  return (
    <>
      <Heading>{t('campaigns.room.edit')}</Heading>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)}>
        <input type="hidden" name="version" value={back.value('version', String(version))} />
        <NeedFields back={back} start={start} isTitleFixed={isTitleFixed} />
        <GoalFields back={back} start={start} />
        <SubmitBar>
          <Button>{t('common.save')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
