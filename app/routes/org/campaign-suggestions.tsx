import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideSuggestion } from '#app/features/campaigns/commands/decide-suggestion.server.ts';
import { SUGGESTION_RULE } from '#app/features/campaigns/rules/suggestion.ts';
import { suggestionForm } from '#app/features/campaigns/spread-forms.ts';
import { listSuggestions, suggestCampaigns } from '#app/features/campaigns/suggest-campaigns.server.ts';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { SuggestionCard, useGroupName } from '#app/features/campaigns/ui/suggestion-card.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Section, Stack } from '#app/ui/stack.tsx';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('spread.suggestions.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

const DONE = ['searched', 'nothing-new', 'dismissed', 'restored'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  return {
    slug: membership.slug,
    ...(await listSuggestions(scope)),
    clientId: newId(),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const posted = await readForm(args.request, suggestionForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const here = `${paths.orgSuggestions(membership.slug)}#main`;
  if (posted.value.intent === 'search') {
    const found = await suggestCampaigns(scope, ctx.now);
    return seeOther(ctx, here, { done: found > 0 ? 'searched' : 'nothing-new' });
  }
  const { intent, clientId, suggestion } = posted.value;
  const decided = await decideSuggestion({ actor, scope, now: ctx.now }, { id: suggestion, clientId, intent });
  if (!decided.ok) return refused(posted, decided.refusal);
  return seeOther(ctx, here, { done: intent === 'dismiss' ? 'dismissed' : 'restored' });
}

/** Where a campaign could begin, with the reasons. Nothing begins by itself. */
export default function CampaignSuggestions() {
  const { slug, open, dismissed, clientId, mayWrite, done } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const groupName = useGroupName();
  const search = mayWrite && (
    <Form clientId={clientId} inline>
      <Button name="intent" value="search" tone="secondary">
        {t('spread.suggestions.search')}
      </Button>
    </Form>
  );
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) },
          { label: t('spread.suggestions.title') },
        ]}
      />
      <PageTitle lead={t('spread.suggestions.lead', SUGGESTION_RULE)} actions={search || undefined}>
        {t('spread.suggestions.title')}
      </PageTitle>
      {done && (
        <Notice live tone={done === 'nothing-new' ? 'info' : 'success'}>
          {t(`spread.suggestions.done.${done}`)}
        </Notice>
      )}
      {open.length === 0 ? (
        <EmptyState
          title={t('spread.suggestions.empty.title')}
          example={t('spread.suggestions.empty.example')}
          action={
            mayWrite ? (
              <ButtonLink tone="secondary" href={to(paths.orgNewCampaign(slug))}>
                {t('campaigns.new.action')}
              </ButtonLink>
            ) : undefined
          }
        >
          {t('spread.suggestions.empty.text')}
        </EmptyState>
      ) : (
        <CardList label={t('spread.suggestions.title')}>
          {open.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              slug={slug}
              clientId={clientId}
              mayWrite={mayWrite}
            />
          ))}
        </CardList>
      )}
      {dismissed.length > 0 && (
        <Section title={t('spread.suggestions.dismissed')} id="dismissed">
          <ul className="plain-list">
            {dismissed.map((suggestion) => (
              <li key={suggestion.id}>
                {t('spread.suggestion.title', { group: groupName(suggestion), place: placeText(suggestion, locale) })}
                {mayWrite && (
                  <Form clientId={clientId} inline>
                    <input type="hidden" name="suggestion" value={suggestion.id} />
                    <Button name="intent" value="restore" tone="quiet" size="small">
                      {t('spread.suggestion.restore')}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
