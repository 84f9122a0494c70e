import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { campaignsFor } from '#app/features/legal-aid/bundle-campaigns.server.ts';
import { readBundle } from '#app/features/legal-aid/bundles.server.ts';
import {
  addFact,
  addToBundle,
  shareBundle,
  takeFromBundle,
} from '#app/features/legal-aid/commands/keep-bundles.server.ts';
import { bundleForm } from '#app/features/legal-aid/rules/case-forms.ts';
import { BundleCases, BundleFacts, BundleKeys } from '#app/features/legal-aid/ui/bundle-sections.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Stack } from '#app/ui/stack.tsx';
import { atDesk } from './at-desk.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.bundles.title');
const DONE = ['made', 'added', 'changed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const { bundle: id } = args.params;
  const view = isId(id) ? await readBundle(work, id) : null;
  if (!view) throw notFound();
  const campaigns = view.campaignId ? await campaignsFor(work.scope.organisationId) : [];
  return {
    ...view,
    slug,
    campaign: campaigns.find((one) => one.id === view.campaignId) ?? null,
    done: DONE.find((key) => key === ctx.url.searchParams.get('done')) ?? null,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const { bundle: bundleId } = args.params;
  if (!isId(bundleId)) throw notFound();
  const posted = await readForm(args.request, bundleForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { value } = posted;
  const at = { clientId: value.clientId, bundleId };
  const changed =
    value.intent === 'fact'
      ? await addFact(work, { ...at, text: value.text })
      : value.intent === 'add'
        ? await addToBundle(work, { ...at, caseIds: value.cases })
        : value.intent === 'remove'
          ? await takeFromBundle(work, { ...at, caseId: value.case })
          : await shareBundle(work, { ...at, staffId: value.staff });
  return changed.ok
    ? seeOther(ctx, paths.deskBundle(slug, bundleId), {
        done: value.intent === 'fact' || value.intent === 'add' ? 'added' : 'changed',
      })
    : refused(posted.reply, changed.refusal);
}

/** One bundle: what its cases share, which they are (by number alone), and who holds its key. */
export default function Bundle() {
  const view = useLoaderData<typeof loader>();
  const { addable, campaign, candidates, cases, clientId, done, facts, holders, slug, title } = view;
  const result = useActionData<typeof action>()?.lastResult;
  const { t, to } = useWords();
  const name = title ?? t('legal-case.bundles.sealed');
  return (
    <Stack>
      <Breadcrumb
        items={[{ label: t('legal-case.bundles.title'), href: to(paths.deskBundles(slug)) }, { label: name }]}
      />
      <PageTitle meta={t('legal-case.bundles.cases', { count: cases.length })} lead={t('legal-case.bundles.lead')}>
        {name}
      </PageTitle>
      {done && (
        <Notice tone="success" live>
          {t(`legal-case.bundles.done.${done}`)}
        </Notice>
      )}
      {campaign && <LinkMore href={to(paths.campaign(campaign.slug))}>{campaign.title}</LinkMore>}
      <Columns aside={<BundleKeys {...{ candidates, clientId, holders, result }} />}>
        <BundleFacts {...{ clientId, facts, result }} />
        <BundleCases {...{ addable, cases, clientId, result, slug }} />
      </Columns>
    </Stack>
  );
}
