import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reportOwnLetter, writeOwnLetter } from '#app/features/campaigns/commands/write-own-letter.server.ts';
import { ownLetterForm } from '#app/features/campaigns/delivery-forms.ts';
import { findLetterAction } from '#app/features/campaigns/delivery-public.server.ts';
import { findSigningCampaign, isCampaignGone } from '#app/features/campaigns/signing-campaign.server.ts';
import { OwnLetter, PrintLetter } from '#app/features/campaigns/ui/own-letter.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { gone, notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('deliveries.own.title');
export { loaderHeaders as headers } from './public-data.ts';

const NOTICES = ['written', 'reported'] as const;

async function readAction(slug: string | undefined) {
  const campaign = await findSigningCampaign(slug ?? '');
  if (!campaign) throw (await isCampaignGone(slug ?? '')) ? gone() : notFound();
  const action = await findLetterAction(campaign.id);
  if (!action) throw notFound();
  return { campaign, action };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const { campaign, action } = await readAction(slug);
  return data(
    {
      slug,
      title: campaign.title,
      region: choiceOf(campaign.region),
      action,
      pageUrl: ctx.url.origin + ctx.to(paths.campaignLetter(slug)),
      isPrint: ctx.url.searchParams.get('view') === 'print',
      clientId: newId(),
      done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const posted = await readForm(args.request, ownLetterForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const taken =
    value.way === 'server'
      ? await writeOwnLetter(ctx, slug, {
          clientId: value.clientId,
          action: value.action,
          name: value.name,
          email: value.email,
          region: value.region,
          text: value.text,
          showsEmail: value.showsEmail,
        })
      : await reportOwnLetter(ctx, slug, value);
  if (taken.ok)
    return seeOther(ctx, paths.campaignLetter(slug), { done: value.way === 'server' ? 'written' : 'reported' });
  const { code } = taken.refusal;
  if (code === 'not-found') throw notFound();
  return data(
    { lastResult: posted.reply(undefined, [code]) },
    { status: code === 'deliveries.error.many-letters' ? 429 : 422 },
  );
}

export default function CampaignLetter() {
  const { action: invitation, done, isPrint, ...page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t, to, locale } = useWords();
  if (isPrint) return <PrintLetter action={invitation} />;
  return (
    <Stack>
      <Breadcrumb items={[{ label: page.title, href: to(paths.campaign(page.slug)) }, { label: t('deliveries.own.title') }]} />
      <PageTitle lead={t('deliveries.own.lead', { body: invitation.addressee[locale] })}>
        {t('deliveries.own.title')}
      </PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`deliveries.own.done.${done}`)}
        </Notice>
      )}
      <OwnLetter {...page} action={invitation} result={result} />
    </Stack>
  );
}
