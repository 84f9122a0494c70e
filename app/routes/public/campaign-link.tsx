import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signAtPoint } from '#app/features/campaigns/commands/sign-at-point.server.ts';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import { collectorNames, findCampaignLink, findSigningCampaign } from '#app/features/campaigns/signing-campaign.server.ts';
import { pointForm } from '#app/features/campaigns/signing-forms.ts';
import { SigningClosed, whyClosed } from '#app/features/campaigns/ui/signing-closed.tsx';
import { SigningForm } from '#app/features/campaigns/ui/signing-form.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('support.point.title');
export { loaderHeaders as headers } from './public-data.ts';

/** A volunteer's link: a share link leads to the form with the volunteer's credit, a collection point is the form itself. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const code = args.params.code ?? '';
  const link = await findCampaignLink(code);
  const campaign = link && (await findSigningCampaign(link.slug));
  if (!link || !campaign) throw notFound();
  if (link.kind === 'share') throw redirect(ctx.to(link.isOpen ? `${paths.campaignSign(link.slug)}?v=${code}` : paths.campaign(link.slug)), 302);
  const shown = { title: campaign.title, slug: campaign.slug, label: link.label, closed: null, form: null, isDone: false };
  if (!link.isOpen) return data(shown, { status: 410 });
  if (!isSigningOpen(campaign, ctx.now)) return data({ ...shown, closed: whyClosed(campaign) }, { status: 409 });
  const names = await collectorNames(link.organisationId);
  const form = { clientId: newId(), organisation: names[ctx.locale], region: choiceOf(campaign.region), hasPublicNames: campaign.hasPublicNames };
  return data({ ...shown, form, isDone: ctx.url.searchParams.get('done') === 'signed' }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const code = args.params.code ?? '';
  const posted = await readForm(args.request, pointForm);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const result = await signAtPoint(ctx, code, { ...posted.value, locale: ctx.locale });
  if (result.ok) return seeOther(ctx, paths.campaignLink(code), { done: 'signed' });
  const { code: why } = result.refusal;
  if (why === 'not-found') throw notFound();
  if (why === 'gone') throw gone();
  const lastResult = posted.reply(undefined, [why]);
  if (why === 'support.closed') return data({ lastResult }, { status: 409 });
  if (why === 'support.read-only') return data({ lastResult }, { status: 503, headers: { 'Retry-After': '120' } });
  return data({ lastResult }, { status: 429 });
}

export default function CampaignLink() {
  const { title, slug, label, closed, form, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  if (closed) return <SigningClosed {...closed} />;
  return (
    <>
      <PageTitle meta={label} lead={form ? t('support.point.lead', { title }) : t('support.point.closed')}>
        {t('support.point.title')}
      </PageTitle>
      {isDone && !answer && (
        <Notice tone="success" live>
          <p>{t('support.point.done')}</p>
        </Notice>
      )}
      {form ? (
        <SigningForm at="point" {...form} lastResult={answer?.lastResult} />
      ) : (
        <ButtonLink tone="secondary" href={to(paths.campaignSign(slug))}>
          {t('support.sign.title')}
        </ButtonLink>
      )}
    </>
  );
}
