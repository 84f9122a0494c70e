import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { campaignsFor } from '#app/features/legal-aid/bundle-campaigns.server.ts';
import { listBundles } from '#app/features/legal-aid/bundles.server.ts';
import { makeBundle } from '#app/features/legal-aid/commands/keep-bundles.server.ts';
import { bundleMakeForm, CASE_LIMITS } from '#app/features/legal-aid/rules/case-forms.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atDesk } from './at-desk.ts';
import { refused } from './refused.ts';

export const meta = titled('legal-case.bundles.title');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, work } = await atDesk(args, 'lead', 'lawyer');
  return {
    slug,
    bundles: await listBundles(work),
    campaigns: await campaignsFor(work.scope.organisationId),
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, slug, work } = await atDesk(args, 'lead', 'lawyer');
  const posted = await readForm(args.request, bundleMakeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { campaign, clientId, title } = posted.value;
  const known = campaign ? (await campaignsFor(work.scope.organisationId)).some((one) => one.id === campaign) : true;
  if (!known) return unprocessable(posted.reply({ campaign: ['common.error.choose'] }));
  const made = await makeBundle(work, { clientId, title, campaignId: campaign ?? null });
  return made.ok
    ? seeOther(ctx, paths.deskBundle(slug, made.value.id), { done: 'made' })
    : refused(posted.reply, made.refusal);
}

/** Cases of one matter that share facts: those whose key one holds. */
export default function Bundles() {
  const { bundles, campaigns, clientId, slug } = useLoaderData<typeof loader>();
  const typed = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to, locale } = useWords();
  return (
    <Stack gap="large">
      <ErrorSummary errors={typed.errors} />
      <PageTitle lead={t('legal-case.bundles.lead')}>{t('legal-case.bundles.title')}</PageTitle>
      {bundles.length === 0 ? (
        <EmptyState title={t('legal-case.bundles.none.title')}>{t('legal-case.bundles.none.text')}</EmptyState>
      ) : (
        <CardList columns={2} label={t('legal-case.bundles.title')}>
          {bundles.map(({ cases, id, madeOn, title }) => (
            <CardLink
              key={id}
              level={2}
              href={to(paths.deskBundle(slug, id))}
              title={title ?? t('legal-case.bundles.sealed')}
              meta={`${t('legal-case.bundles.cases', { count: cases })} · ${formatDay(noonOf(madeOn), locale)}`}
            />
          ))}
        </CardList>
      )}
      <Section title={t('legal-case.bundles.new')} id="new">
        <Form clientId={clientId} label={t('legal-case.bundles.new')}>
          <TextInput
            name="title"
            label={t('legal-case.bundles.name')}
            hint={t('legal-case.bundles.name.hint')}
            error={typed.errors['title']}
            defaultValue={typed.value('title')}
            maxLength={CASE_LIMITS.title}
          />
          {campaigns.length > 0 && (
            <Select
              name="campaign"
              label={t('legal-case.bundles.campaign')}
              error={typed.errors['campaign']}
              defaultValue={typed.value('campaign', '')}
              placeholder={t('legal-case.bundles.campaign.none')}
              options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
              optional
            />
          )}
          <ButtonRow>
            <Button icon="plus">{t('legal-case.bundles.make')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Stack>
  );
}
