import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { flagCampaign } from '#app/features/campaigns/commands/flag-campaign.server.ts';
import { findSigningCampaign, isCampaignGone } from '#app/features/campaigns/signing-campaign.server.ts';
import { CAMPAIGN_PAGE_FLAGS, campaignFlagForm, SPREAD_LIMITS } from '#app/features/campaigns/spread-forms.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('issues.public.flag');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const campaign = await findSigningCampaign(slug);
  if (!campaign) throw (await isCampaignGone(slug)) ? gone() : notFound();
  return { slug, title: campaign.title, clientId: newId(), isDone: ctx.url.searchParams.get('done') === 'flagged' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const posted = await readForm(args.request, campaignFlagForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const result = await flagCampaign(ctx, slug, { locale: ctx.locale, ...posted.value });
  if (result.ok) return seeOther(ctx, paths.campaignFlag(slug), { done: 'flagged' });
  if (result.refusal.code === 'not-found') throw notFound();
  if (result.refusal.code === 'gone') throw gone();
  return data({ lastResult: posted.reply(undefined, [result.refusal.code]) }, { status: 429 });
}

export default function CampaignFlag() {
  const { slug, title, clientId, isDone } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  const home = (
    <ButtonLink tone="quiet" href={to(paths.campaign(slug))}>
      {t('spread.flag.back')}
    </ButtonLink>
  );
  if (isDone)
    return (
      <>
        <PageTitle>{t('issues.public.flag.title')}</PageTitle>
        <Notice live tone="success" actions={home}>
          {t('issues.public.flag.done')}
        </Notice>
      </>
    );
  return (
    <>
      <PageTitle lead={t('issues.public.flag.lead', { title })}>{t('issues.public.flag.title')}</PageTitle>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)}>
        <RadioCards
          name="kind"
          label={t('issues.public.flag.kind')}
          error={back.errors.kind}
          options={CAMPAIGN_PAGE_FLAGS.map((value) => ({ value, label: t(`issues.public.flag.kind.${value}`) }))}
          defaultValue={back.value('kind')}
          required
        />
        <TextArea
          name="text"
          label={t('issues.public.flag.text')}
          error={back.errors.text}
          optional
          rows={3}
          maxLength={SPREAD_LIMITS.flag}
          defaultValue={back.value('text')}
        />
        <SubmitBar>
          <Button>{t('issues.public.flag.send')}</Button>
          {home}
        </SubmitBar>
      </Form>
    </>
  );
}
