import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCampaign } from '#app/features/campaigns/campaign-detail.server.ts';
import { getDocuments } from '#app/features/campaigns/campaign-rooms.server.ts';
import { addDocument, removeDocument } from '#app/features/campaigns/commands/keep-documents.server.ts';
import { documentForm } from '#app/features/campaigns/forms.ts';
import { DocumentRoom } from '#app/features/campaigns/ui/document-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.documents');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  return {
    slug: membership.slug,
    id: campaign.id,
    documents: await getDocuments(scope, campaign.id),
    clientId: newId(),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
    isDone: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, documentForm, 1);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const input = posted.value;
  const kept =
    input.intent === 'add'
      ? await addDocument(work, id, input, posted.files.file?.[0])
      : await removeDocument(work, id, input);
  return kept.ok
    ? seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'documents'), { done: 'saved' })
    : refused(posted, kept.refusal);
}

export default function CampaignDocuments() {
  return <DocumentRoom {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
