import type { Post } from '#app/features/authorities/posts.server.ts';
import type { PublicBody } from '#app/features/authorities/routing.server.ts';
import type { BodyWithPosts } from '#app/features/authorities/who-decides.server.ts';
import type { DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import type { TermKey } from '../rules/answer-terms.ts';

/** The bodies that answer, likeliest first, each with its offices and when somebody looked last. */
export function Deciders({ bodies }: { bodies: readonly BodyWithPosts[] }) {
  const { t, to, locale } = useWords();
  return (
    <CardList>
      {bodies.map((body, at) => (
        <CardLink
          key={body.id}
          level={3}
          href={to(paths.authority(body.id))}
          title={body.names[locale]}
          meta={at === 0 ? t('authorities.public.first') : t('authorities.public.also')}
        >
          <Offices posts={body.posts} />
          <BodyMeta body={body} />
        </CardLink>
      ))}
    </CardList>
  );
}

/** Offices and who holds them today. */
export function Offices({ posts }: { posts: readonly Post[] }) {
  const { t, locale } = useWords();
  if (posts.length === 0) return <p className="meta">{t('authorities.public.no-posts')}</p>;
  return (
    <DefinitionList
      items={posts.map(({ id, names, holder }) => ({
        key: id,
        term: names[locale],
        detail: holder ? (
          <>
            {holder.name}
            <span className="meta">
              {', '}
              {t('authorities.public.since', { day: formatDay(noonOf(holder.since), locale) })}
              {holder.source && ` · ${t('authorities.public.source', { source: holder.source })}`}
              {holder.checkedOn &&
                ` · ${t('authorities.public.checked', { day: formatDay(noonOf(holder.checkedOn), locale) })}`}
            </span>
          </>
        ) : (
          t('authorities.post.nobody')
        ),
      }))}
    />
  );
}

/** How a body is reached, by which source, and when somebody looked. */
export function BodyMeta({ body }: { body: PublicBody }) {
  const { t, locale } = useWords();
  const parts = [
    body.hotline && t('authorities.public.hotline', { number: body.hotline }),
    body.source && t('authorities.public.source', { source: body.source }),
    body.checkedOn && t('authorities.public.checked', { day: formatDay(noonOf(body.checkedOn), locale) }),
  ].filter(Boolean);
  return parts.length > 0 ? <p className="meta">{parts.join(' · ')}</p> : null;
}

/** How long an answer may take, by what is sure of the law. */
export function PublicTerms({ terms }: { terms: readonly DatedRule<TermKey>[] }) {
  const { t } = useWords();
  return (
    <DefinitionList
      items={terms.map((term) => ({
        key: term.key,
        term: t(`authorities.term.${term.key}`),
        detail: (
          <>
            {t(`authorities.term.${term.unit}`, { count: term.days })}{' '}
            <span className="meta">
              {t('authorities.term.law', { article: term.article, sources: term.sources.join(', ') })}
            </span>
          </>
        ),
      }))}
    />
  );
}
