import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countCampaignWork, listOwnCampaigns, ownTotals } from '#app/features/campaigns/campaign-list.server.ts';
import { listPartnerships } from '#app/features/campaigns/partner-queries.server.ts';
import { campaignQuery, parseCampaignFilters } from '#app/features/campaigns/rules/campaign-filters.ts';
import { countSuggestions } from '#app/features/campaigns/suggest-campaigns.server.ts';
import { CampaignFilterBar } from '#app/features/campaigns/ui/campaign-filters.tsx';
import { CampaignTable } from '#app/features/campaigns/ui/campaign-table.tsx';
import { PartnerStateLabel } from '#app/features/campaigns/ui/partner-state.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { PAGE_SIZE } from '#app/kernel/pagination.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('campaigns.list.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const filters = parseCampaignFilters(ctx.url.searchParams);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(ctx.url.searchParams.get('page') ?? '1', 10) || 1));
  const list = await listOwnCampaigns(scope, filters, page);
  const totals = await ownTotals(
    scope,
    list.rows.map((row) => row.id),
  );
  return {
    slug: membership.slug,
    filters,
    page,
    total: list.total,
    rows: list.rows.map((row) => ({ ...row, supporters: totals.get(row.id) ?? 0 })),
    work: await countCampaignWork(scope),
    suggestions: await countSuggestions(scope),
    partnerships: await listPartnerships(scope),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
  };
}

/** The organisation's campaigns, what changed last first. */
export default function OrgCampaigns() {
  const { slug, filters, page, total, rows, work, suggestions, partnerships, mayWrite } =
    useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const here = (query = '') => paths.orgCampaigns(slug, query);
  const at = (number: number) => to(here(campaignQuery(filters, { page: String(number) })));
  return (
    <Stack>
      <PageTitle
        lead={t('campaigns.org.lead')}
        actions={
          <ButtonRow>
            {mayWrite && (
              <ButtonLink icon="plus" href={to(paths.orgNewCampaign(slug))}>
                {t('campaigns.new.action')}
              </ButtonLink>
            )}
            <ButtonLink tone="quiet" href={to(paths.orgSuggestions(slug))}>
              {t('campaigns.org.suggestions')}
            </ButtonLink>
            {mayWrite && (
              <ButtonLink tone="quiet" icon="upload" href={to(paths.orgCampaignImport(slug))}>
                {t('campaigns.org.import')}
              </ButtonLink>
            )}
          </ButtonRow>
        }
      >
        {t('campaigns.list.title')}
      </PageTitle>
      {work.reviews > 0 && (
        <Notice tone="info" actions={<a href={to(here(campaignQuery({ state: 'review' })))}>{t('common.show')}</a>}>
          {t('campaigns.org.reviews', { count: work.reviews })}
        </Notice>
      )}
      {work.outcomes > 0 && <Notice tone="info">{t('campaigns.org.outcomes', { count: work.outcomes })}</Notice>}
      {suggestions > 0 && (
        <Notice tone="info" actions={<a href={to(paths.orgSuggestions(slug))}>{t('common.show')}</a>}>
          {t('spread.suggestions.waiting', { count: suggestions })}
        </Notice>
      )}
      {work.invitations > 0 && (
        <Notice tone="info" actions={<a href="#partnerships">{t('common.show')}</a>}>
          {t('spread.partnerships.invited', { count: work.invitations })}
        </Notice>
      )}
      <CampaignFilterBar filters={filters} here={here} inside />
      <CampaignTable rows={rows} slug={slug} mayWrite={mayWrite} isFiltered={campaignQuery(filters) !== ''} />
      {total > 0 && (
        <p className="meta">
          {t('campaigns.count', { count: total })}
          {' · '}
          <a href={to(paths.orgCampaignsTable(slug, campaignQuery(filters)))}>{t('campaigns.list.table')}</a>
        </p>
      )}
      {total > PAGE_SIZE && (
        <Pagination
          from={(page - 1) * PAGE_SIZE + 1}
          to={Math.min(total, page * PAGE_SIZE)}
          total={total}
          previousHref={page > 1 ? at(page - 1) : null}
          nextHref={page * PAGE_SIZE < total ? at(page + 1) : null}
        />
      )}
      {partnerships.length > 0 && (
        <Section title={t('spread.partnerships.title')} id="partnerships">
          <ul className="plain-list">
            {partnerships.map((partnership) => (
              <li key={partnership.campaignId}>
                <a href={to(paths.orgPartnership(slug, partnership.campaignId))}>{partnership.title}</a>{' '}
                <PartnerStateLabel state={partnership.state} />
                <p className="meta">{t('spread.partnership.lead', { organisation: partnership.lead[locale] })}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
