import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signCampaign } from '#app/features/campaigns/commands/sign-campaign.server.ts';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import { collectorNames, findCollector, findSigningCampaign, isCampaignGone, type SigningCampaign } from '#app/features/campaigns/signing-campaign.server.ts';
import { signedPath } from '#app/features/campaigns/signing-posts.server.ts';
import { signForm } from '#app/features/campaigns/signing-forms.ts';
import { SigningClosed, whyClosed } from '#app/features/campaigns/ui/signing-closed.tsx';
import { SigningForm } from '#app/features/campaigns/ui/signing-form.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { PageTitle } from '#app/ui/heading.tsx';

export const meta = titled('support.sign.title');
export { loaderHeaders as headers } from './public-data.ts';

const CLOSED = 409;

async function readCampaign(slug: string | undefined): Promise<SigningCampaign> {
  const campaign = await findSigningCampaign(slug ?? '');
  if (!campaign) throw (await isCampaignGone(slug ?? '')) ? gone() : notFound();
  return campaign;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const campaign = await readCampaign(args.params.slug);
  if (!isSigningOpen(campaign, ctx.now)) return data({ closed: whyClosed(campaign), form: null }, { status: CLOSED });
  const by = { v: (ctx.url.searchParams.get('v') ?? '').slice(0, 40), from: (ctx.url.searchParams.get('from') ?? '').slice(0, 80) };
  const { organisationId } = await findCollector(campaign, by);
  const names = await collectorNames(organisationId);
  return data(
    { closed: null, form: { ...by, title: campaign.title, hasPublicNames: campaign.hasPublicNames, region: choiceOf(campaign.region), organisation: names[ctx.locale], clientId: newId() } },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const posted = await readForm(args.request, signForm);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const result = await signCampaign(ctx, slug, { ...posted.value, locale: ctx.locale });
  if (result.ok) return seeOther(ctx, signedPath(slug, posted.value));
  const { code: why, field } = result.refusal;
  if (why === 'not-found') throw notFound();
  if (why === 'gone') throw gone();
  const lastResult = field ? posted.reply({ [field]: [why] }) : posted.reply(undefined, [why]);
  if (why === 'support.closed') return data({ lastResult }, { status: CLOSED });
  if (why === 'support.read-only') return data({ lastResult }, { status: 503, headers: { 'Retry-After': '120' } });
  return data({ lastResult }, { status: why === 'common.error.too-many' ? 429 : 422 });
}

export default function CampaignSign() {
  const { closed, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  if (closed) return <SigningClosed {...closed} />;
  return (
    <>
      <PageTitle lead={t('support.sign.lead', { title: form.title })}>{t('support.sign.title')}</PageTitle>
      <SigningForm at="web" {...form} lastResult={answer?.lastResult} />
    </>
  );
}
