import { and, eq, inArray, sql } from 'drizzle-orm';
import { campaignSuggestions, issues, organisationRegions } from '#db/schema/index.ts';
import { isCategoryKey } from '#app/features/issues/rules/categories.ts';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { choiceOf, regionName } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { parseAddressee } from './rules/addressee.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Asked = { suggestionId: string | null; issueIds: readonly string[]; demand: string; addressee: string };

/** What the guided form begins with: from a suggested cluster, from chosen reports, from a promise that was watched, or empty. */
export type CampaignStart = {
  suggestionId: string | null;
  issueIds: string[];
  demand: string;
  addressee: string;
  story: {
    title: string;
    summary: string;
    story: string;
    category?: string;
    region?: string;
    place: string;
    goal: string;
    hasPublicNames: boolean;
  };
};

/**
 * Reads the start. A suggestion that was used or dismissed, and reports that are not this organisation's published ones,
 * give nothing: the form is then simply emptier.
 */
export function prefillCampaign(
  scope: MemberScope,
  asked: Asked,
  { t, locale }: { t: Translate; locale: Locale },
): Promise<CampaignStart> {
  return withScope(scope, async (tx) => {
    const [suggestion] = asked.suggestionId
      ? await tx
          .select()
          .from(campaignSuggestions)
          .where(and(eq(campaignSuggestions.id, asked.suggestionId), eq(campaignSuggestions.state, 'open')))
      : [];
    const wanted = suggestion ? suggestion.issueIds : asked.issueIds;
    const found =
      wanted.length === 0
        ? []
        : await tx
            .select({
              id: issues.id,
              title: sql<string>`coalesce(issues.public_title, issues.title)`,
              place: sql<string>`coalesce(issues.public_place, '')`,
              category: issues.category,
              region: issues.region,
            })
            .from(issues)
            .where(
              and(
                eq(issues.organisationId, scope.organisationId),
                eq(issues.isPublic, true),
                inArray(issues.id, [...wanted]),
              ),
            );
    const first = found[0];
    const [home] = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, scope.organisationId))
      .limit(1);
    const region = first?.region ?? home?.region;
    const category = suggestion?.category ?? first?.category;
    return {
      suggestionId: suggestion?.id ?? null,
      issueIds: found.map((issue) => issue.id),
      demand: asked.demand.slice(0, 400),
      addressee: parseAddressee(asked.addressee) ? asked.addressee : '',
      story: {
        title:
          suggestion && isCategoryKey(category) && region
            ? t('campaigns.start.title', { category: t(`category.${category}`), region: regionName(region, locale) })
            : '',
        summary: '',
        story:
          found.length > 0
            ? `${t('campaigns.start.story', { count: found.length })}\n\n${found.map((issue) => `– ${[issue.title, issue.place].filter(Boolean).join(', ')}`).join('\n')}`
            : '',
        category,
        region: region ? choiceOf(region) : undefined,
        place: suggestion?.place ?? '',
        goal: '100',
        hasPublicNames: true,
      },
    };
  });
}
