import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { flagCampaign } from '#app/features/campaigns/commands/flag-campaign.server.ts';
import { findSigningCampaign, isCampaignGone } from '#app/features/campaigns/signing-campaign.server.ts';
import { CAMPAIGN_REPLY_CONSENT, campaignReplyForm, SPREAD_LIMITS } from '#app/features/campaigns/spread-forms.ts';
import { consentParts } from '#app/features/issues/ui/consent-parts.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('issues.public.reply.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const campaign = await findSigningCampaign(slug);
  if (!campaign) throw (await isCampaignGone(slug)) ? gone() : notFound();
  return { slug, title: campaign.title, clientId: newId(), isDone: ctx.url.searchParams.get('done') === 'replied' };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const posted = await readForm(args.request, campaignReplyForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, text, consent: _given, ...reply } = posted.value;
  const result = await flagCampaign(ctx, slug, {
    clientId,
    locale: ctx.locale,
    kind: 'body_reply',
    text,
    reply: { ...reply, consentVersion: CAMPAIGN_REPLY_CONSENT },
  });
  if (result.ok) return seeOther(ctx, paths.campaignReply(slug), { done: 'replied' });
  if (result.refusal.code === 'not-found') throw notFound();
  if (result.refusal.code === 'gone') throw gone();
  return data({ lastResult: posted.reply(undefined, [result.refusal.code]) }, { status: 429 });
}

/** A named body's right of reply: a moderator makes sure whose it is, and it stands on the page whole. */
export default function CampaignReply() {
  const { slug, title, clientId, isDone } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  const home = (
    <ButtonLink tone="quiet" href={to(paths.campaign(slug))}>
      {t('spread.flag.back')}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumb items={[{ label: title, href: to(paths.campaign(slug)) }, { label: t('issues.public.reply.title') }]} />
      <PageTitle lead={t('issues.public.reply.lead')}>{t('issues.public.reply.title')}</PageTitle>
      {isDone ? (
        <Notice live tone="success" actions={home}>
          {t('issues.public.reply.done')}
        </Notice>
      ) : (
        <>
          <ErrorSummary errors={back.errors} />
          <Form clientId={back.value('clientId', clientId)}>
            <TextInput
              name="bodyName"
              label={t('issues.public.reply.body')}
              error={back.errors.bodyName}
              defaultValue={back.value('bodyName')}
              maxLength={SPREAD_LIMITS.name}
              required
            />
            <TextArea
              name="text"
              label={t('issues.public.reply.text')}
              error={back.errors.text}
              rows={7}
              maxLength={SPREAD_LIMITS.reply}
              defaultValue={back.value('text')}
              required
            />
            <TextInput
              name="signatory"
              label={t('issues.public.reply.signatory')}
              error={back.errors.signatory}
              defaultValue={back.value('signatory')}
              maxLength={SPREAD_LIMITS.name}
              required
            />
            <TextInput
              name="contact"
              label={t('issues.public.reply.contact')}
              hint={t('issues.public.reply.contact.hint')}
              error={back.errors.contact}
              defaultValue={back.value('contact')}
              maxLength={SPREAD_LIMITS.contact}
              required
            />
            <ConsentBox
              label={t('issues.public.reply.consent')}
              intro={
                <>
                  {t('issues.public.reply.consent.intro')} <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
                </>
              }
              parts={consentParts(t, 'issues.public.reply')}
              error={back.errors.consent}
              defaultChecked={back.ticked('consent')}
            />
            <SubmitBar>
              <Button>{t('issues.public.reply.send')}</Button>
              {home}
            </SubmitBar>
          </Form>
        </>
      )}
    </>
  );
}
