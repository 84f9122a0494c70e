import type { KeptPost } from '#app/features/authorities/offices.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CheckForm, EndForm, HolderForm, type Returned } from './kept-holder-forms.tsx';

/** One office of the reference table: who holds it, who held it, and the forms that change that. */
export function KeptPostCard({
  post,
  clientId,
  today,
  returned,
}: {
  post: KeptPost;
  clientId: string;
  today: string;
  returned: (intent: string, id: string) => Returned;
}) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  const title = { az: post.titleAz, en: post.titleEn, ru: post.titleRu }[locale];
  const present = post.holders.find(
    (holder) => holder.since <= today && (holder.until === null || holder.until >= today),
  );
  return (
    <Card as="section">
      <Heading level={2}>{title}</Heading>
      {!post.isActive && (
        <p>
          <StateBadge tone="quiet">{t('authorities.posts.inactive')}</StateBadge>
        </p>
      )}
      {!present && <p>{t('authorities.post.nobody')}</p>}
      <ul className="grid list-none gap-3 p-0">
        {post.holders.map((holder) => (
          <li key={holder.id} className="border-b border-line pb-3">
            <p className="mb-1">
              <strong>{holder.name}</strong>{' '}
              <span className="meta">
                {holder.until
                  ? t('authorities.posts.held', { since: day(holder.since), until: day(holder.until) })
                  : t('authorities.public.since', { day: day(holder.since) })}
              </span>
            </p>
            <p className="meta">
              {[
                holder.source && t('authorities.public.source', { source: holder.source }),
                holder.checkedOn && t('authorities.public.checked', { day: day(holder.checkedOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {holder.until === null && (
              <details open={Boolean(returned('end', holder.id) ?? returned('check', holder.id))}>
                <summary>{t('authorities.posts.change')}</summary>
                <EndForm clientId={clientId} holderId={holder.id} today={today} returned={returned('end', holder.id)} />
                <CheckForm clientId={clientId} holder={holder} today={today} returned={returned('check', holder.id)} />
              </details>
            )}
          </li>
        ))}
      </ul>
      <details open={Boolean(returned('holder', post.id))}>
        <summary>{t('authorities.posts.new-holder')}</summary>
        <HolderForm clientId={clientId} postId={post.id} today={today} returned={returned('holder', post.id)} />
      </details>
      <details open={Boolean(returned('post', post.id))}>
        <summary>{t('authorities.posts.edit')}</summary>
        <PostFields clientId={clientId} post={post} returned={returned('post', post.id)} />
      </details>
    </Card>
  );
}

/** An office's name in three languages. */
export function PostFields({
  clientId,
  post,
  returned,
}: {
  clientId: string;
  post: KeptPost | null;
  returned: Returned;
}) {
  const { t } = useWords();
  const field = (name: 'titleAz' | 'titleEn' | 'titleRu') => ({
    name,
    required: true,
    maxLength: 200,
    defaultValue: returned ? returned.value(name) : (post?.[name] ?? ''),
    error: returned?.error(name),
  });
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="postId" value={post?.id ?? ''} />
      <TextInput
        {...field('titleAz')}
        lang="az"
        label={t('authorities.posts.title.az')}
        hint={t('authorities.posts.title.hint')}
      />
      <TextInput {...field('titleEn')} lang="en" label={t('authorities.posts.title.en')} />
      <TextInput {...field('titleRu')} lang="ru" label={t('authorities.posts.title.ru')} />
      <CheckboxField
        name="isActive"
        label={t('authorities.posts.active')}
        defaultChecked={returned ? returned.value('isActive') === 'on' : (post?.isActive ?? true)}
      />
      <div>
        <Button tone={post ? 'secondary' : 'primary'} name="intent" value="post">
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}
