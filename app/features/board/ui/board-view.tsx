import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { boardQuery, type BoardFilters } from '../rules/board-filters.ts';
import { BOARD_CATEGORIES, BOARD_KINDS } from '../rules/kinds.ts';
import type { EntryView, MatchView, OwnLine, PairView } from '../views.ts';
import { EntryMeta, EntryState, MatchState, ReasonText, useKindText } from './entry-words.tsx';

/** What others lack and have; above it what may go together with our own entries, and why. */
export function OthersView({
  slug,
  others,
  pairs,
  filters,
  mayWrite,
}: {
  slug: string;
  others: EntryView[];
  pairs: PairView[];
  filters: BoardFilters;
  mayWrite: boolean;
}) {
  const { t, to } = useWords();
  return (
    <>
      {pairs.length > 0 && (
        <Section title={t('board.pairs.title')} id="suggestions">
          <p>{t('board.pairs.lead')}</p>
          <CardList columns={2} label={t('board.pairs.title')}>
            {pairs.slice(0, 12).map(({ own, other, reason }) => (
              <EntryCard key={`${own.id}${other.id}`} slug={slug} entry={other}>
                <p>{t('board.pairs.own', { title: own.title })}</p>
                <ReasonText reason={reason} entry={other} />
              </EntryCard>
            ))}
          </CardList>
        </Section>
      )}
      <Section title={t('board.others.title')} id="others">
        <Filters slug={slug} filters={filters} />
        {others.length === 0 ? (
          <EmptyState
            title={t('board.others.empty.title')}
            example={t('board.others.empty.example')}
            action={
              mayWrite ? (
                <ButtonLink tone="secondary" href={to(paths.orgNewBoardEntry(slug, '?kind=offer'))}>
                  {t('board.new.offer')}
                </ButtonLink>
              ) : undefined
            }
          >
            {t('board.others.empty.text')}
          </EmptyState>
        ) : (
          <CardList columns={2} label={t('board.others.title')}>
            {others.map((entry) => (
              <EntryCard key={entry.id} slug={slug} entry={entry} />
            ))}
          </CardList>
        )}
      </Section>
    </>
  );
}

function EntryCard({ slug, entry, children }: { slug: string; entry: EntryView; children?: React.ReactNode }) {
  const { to } = useWords();
  const kindText = useKindText();
  return (
    <CardLink
      href={to(paths.orgBoardEntry(slug, entry.id))}
      title={<span lang={entry.locale}>{entry.title}</span>}
      badge={<span className="meta">{kindText(entry)}</span>}
      meta={<EntryMeta entry={entry} withOrganisation={!entry.isOurs} />}
    >
      {children}
    </CardLink>
  );
}

function Filters({ slug, filters }: { slug: string; filters: BoardFilters }) {
  const { t, to, locale } = useWords();
  const href = (without: keyof BoardFilters) => to(paths.orgBoard(slug, boardQuery(filters, { [without]: undefined })));
  const active: ActiveFilter[] = [
    filters.q && { label: t('issues.public.filter.query', { text: filters.q }), href: href('q') },
    filters.kind && { label: t(`board.kind.${filters.kind}`), href: href('kind') },
    filters.category && { label: t(`board.category.${filters.category}`), href: href('category') },
    filters.region && {
      label: t('board.filter.around', { region: regionName(filters.region, locale) }),
      href: href('region'),
    },
  ].filter((filter): filter is ActiveFilter => Boolean(filter));
  return (
    <FilterBar
      action={to(paths.orgBoard(slug))}
      active={active}
      clearHref={to(paths.orgBoard(slug))}
      search={
        <SearchInput label={t('board.filter.search')} placeholder={t('board.filter.search')} defaultValue={filters.q} />
      }
    >
      <Select
        name="kind"
        label={t('board.field.kind')}
        placeholder={t('common.all')}
        defaultValue={filters.kind}
        options={BOARD_KINDS.map((value) => ({ value, label: t(`board.kind.${value}`) }))}
      />
      <Select
        name="category"
        label={t('board.field.category')}
        placeholder={t('common.all')}
        defaultValue={filters.category}
        options={BOARD_CATEGORIES.map((value) => ({ value, label: t(`board.category.${value}`) }))}
      />
      <Select
        name="region"
        label={t('board.field.region')}
        placeholder={t('common.all')}
        defaultValue={filters.region}
        options={regionOptions(locale)}
      />
    </FilterBar>
  );
}

/** Our own entries and how each stands. */
export function OwnView({ slug, own, mayWrite }: { slug: string; own: OwnLine[]; mayWrite: boolean }) {
  const { t, to } = useWords();
  const kindText = useKindText();
  if (own.length === 0)
    return (
      <EmptyState
        title={t('board.own.empty.title')}
        example={t('board.own.empty.example')}
        action={
          mayWrite ? (
            <ButtonLink href={to(paths.orgNewBoardEntry(slug, '?kind=need'))}>{t('board.new.need')}</ButtonLink>
          ) : undefined
        }
      >
        {t('board.own.empty.text')}
      </EmptyState>
    );
  return (
    <CardList columns={2} label={t('board.view.own')}>
      {own.map((entry) => (
        <CardLink
          key={entry.id}
          href={to(paths.orgBoardEntry(slug, entry.id))}
          title={<span lang={entry.locale}>{entry.title}</span>}
          badge={<EntryState state={entry.state} />}
          meta={
            <>
              {kindText(entry)} · <EntryMeta entry={entry} withOrganisation={false} />
            </>
          }
        >
          {entry.waiting > 0 && <p>{t('board.own.waiting', { count: entry.waiting })}</p>}
          {entry.isUnmatched && <p>{t('board.own.unmatched')}</p>}
        </CardLink>
      ))}
    </CardList>
  );
}

/** What we put in answer to others. */
export function AnswersView({ slug, answers }: { slug: string; answers: MatchView[] }) {
  const { t, to, locale } = useWords();
  if (answers.length === 0)
    return (
      <EmptyState title={t('board.answers.empty.title')} example={t('board.answers.empty.example')}>
        {t('board.answers.empty.text')}
      </EmptyState>
    );
  return (
    <CardList columns={2} label={t('board.view.answers')}>
      {answers.map((match) => (
        <CardLink
          key={match.id}
          href={to(paths.orgBoardEntry(slug, match.entryId))}
          title={<span lang={match.entry?.locale}>{match.entry?.title ?? t('board.entry.title')}</span>}
          badge={<MatchState state={match.state} />}
          meta={match.other.names[locale]}
        />
      ))}
    </CardList>
  );
}
