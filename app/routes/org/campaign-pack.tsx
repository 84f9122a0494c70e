import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listBodyChoices } from '#app/features/authorities/public.server.ts';
import { keepPack, makePackAgain } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { packForm } from '#app/features/campaigns/delivery-forms.ts';
import { getPackForm } from '#app/features/campaigns/delivery-form-queries.server.ts';
import { PackForm } from '#app/features/campaigns/ui/pack-form.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('deliveries.pack-form.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  const pack = ctx.url.searchParams.get('pack');
  const form = isId(id) ? await getPackForm(scope, id, isId(pack) ? pack : null) : undefined;
  if (!form || !isId(id)) throw notFound();
  return {
    slug: membership.slug,
    id,
    form,
    choices: await listBodyChoices(form.region, form.category, ctx.now),
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, packForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const kept =
    posted.value.intent === 'make'
      ? await keepPack(work, id, posted.value)
      : await makePackAgain(work, id, posted.value);
  if (!kept.ok) return refused(posted, kept.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'delivery'), {
    done: kept.value.isQueued ? 'pack-queued' : 'pack-draft',
  });
}

export default function CampaignPack() {
  return <PackForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
