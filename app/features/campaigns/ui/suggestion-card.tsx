import { isCategoryKey, isTheme } from '#app/features/issues/rules/categories.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { groupOfCategory } from '../rules/suggestion.ts';
import type { SuggestionView } from '../rules/suggestion-views.ts';

/** What the reports of a suggestion have in common, in the reader's words. */
export function useGroupName(): (suggestion: Pick<SuggestionView, 'category' | 'theme'>) => string {
  const { t } = useWords();
  return ({ category, theme }) => {
    const group = groupOfCategory(category);
    if (group) return t(`spread.group.${group}`);
    return isTheme(theme) ? t(`theme.${theme}`) : isCategoryKey(category) ? t(`category.${category}`) : '';
  };
}

/** Why a campaign is suggested: how many, which, where, within how many metres and days; and the two ways on. */
export function SuggestionCard({
  suggestion,
  slug,
  clientId,
  mayWrite,
}: {
  suggestion: SuggestionView;
  slug: string;
  clientId: string;
  mayWrite: boolean;
}) {
  const { t, to, locale } = useWords();
  const groupName = useGroupName();
  const { reports, metres, days, confirmed } = suggestion;
  return (
    <Card as="li" id={suggestion.id}>
      <div className="stack">
        <h2>{t('spread.suggestion.title', { group: groupName(suggestion), place: placeText(suggestion, locale) })}</h2>
        <p>
          {t('spread.suggestion.why', { count: reports.length })}{' '}
          {t('spread.suggestion.near', { metres: Math.max(10, Math.ceil(metres / 10) * 10), count: days })}
          {confirmed > 0 && <> {t('spread.suggestion.confirmed', { count: confirmed })}</>}
        </p>
        <ul className="link-list">
          {reports.map((report) => (
            <li key={report.id}>
              <a href={to(paths.orgIssue(slug, report.id))}>{report.title}</a>
              {report.place && <span className="meta"> {report.place}</span>}
            </li>
          ))}
        </ul>
        <p className="meta">{t('spread.suggestion.found', { day: formatDay(suggestion.foundAt, locale) })}</p>
        {mayWrite && (
          <div className="btn-row">
            <ButtonLink href={to(paths.orgNewCampaign(slug, `?suggestion=${suggestion.id}`))}>
              {t('spread.suggestion.start')}
            </ButtonLink>
            <Form clientId={clientId} inline>
              <input type="hidden" name="suggestion" value={suggestion.id} />
              <Button name="intent" value="dismiss" tone="quiet">
                {t('spread.suggestion.dismiss')}
              </Button>
            </Form>
          </div>
        )}
      </div>
    </Card>
  );
}
