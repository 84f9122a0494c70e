import type { KeptPost } from '#app/features/authorities/offices.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** What was typed into one form that came back; null for a form that was not sent. */
type Returned = { value: (name: string) => string; error: (name: string) => FieldError } | null;

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

function HolderForm({
  clientId,
  postId,
  today,
  returned,
}: {
  clientId: string;
  postId: string;
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  const field = (name: string, otherwise = '') => ({
    name,
    defaultValue: returned ? returned.value(name) : otherwise,
    error: returned?.error(name),
  });
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="postId" value={postId} />
      <TextInput
        {...field('name')}
        label={t('authorities.posts.holder')}
        hint={t('authorities.posts.holder.hint')}
        required
        maxLength={120}
      />
      <TextInput
        {...field('since', today)}
        type="date"
        label={t('authorities.posts.since')}
        hint={t('authorities.posts.since.hint')}
        required
        width="short"
      />
      <FieldRow>
        <TextInput
          {...field('source')}
          label={t('authorities.body.source')}
          hint={t('authorities.body.source.hint')}
          required
          maxLength={200}
        />
        <TextInput
          {...field('checkedOn', today)}
          type="date"
          label={t('authorities.body.checked')}
          optional
          width="short"
        />
      </FieldRow>
      <div>
        <Button tone="secondary" name="intent" value="holder">
          {t('authorities.posts.new-holder')}
        </Button>
      </div>
    </Form>
  );
}

function EndForm({
  clientId,
  holderId,
  today,
  returned,
}: {
  clientId: string;
  holderId: string;
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="holderId" value={holderId} />
      <TextInput
        name="until"
        type="date"
        label={t('authorities.posts.until')}
        hint={t('authorities.posts.until.hint')}
        required
        width="short"
        defaultValue={returned ? returned.value('until') : today}
        error={returned?.error('until')}
      />
      <div>
        <Button tone="secondary" size="small" name="intent" value="end">
          {t('authorities.posts.end')}
        </Button>
      </div>
    </Form>
  );
}

function CheckForm({
  clientId,
  holder,
  today,
  returned,
}: {
  clientId: string;
  holder: KeptPost['holders'][number];
  today: string;
  returned: Returned;
}) {
  const { t } = useWords();
  return (
    <Form clientId={clientId}>
      <input type="hidden" name="holderId" value={holder.id} />
      <FieldRow>
        <TextInput
          name="source"
          label={t('authorities.body.source')}
          required
          maxLength={200}
          defaultValue={returned ? returned.value('source') : (holder.source ?? '')}
          error={returned?.error('source')}
        />
        <TextInput
          name="checkedOn"
          type="date"
          label={t('authorities.body.checked')}
          required
          width="short"
          defaultValue={returned ? returned.value('checkedOn') : today}
          error={returned?.error('checkedOn')}
        />
      </FieldRow>
      <div>
        <Button tone="secondary" size="small" name="intent" value="check">
          {t('authorities.posts.checked-again')}
        </Button>
      </div>
    </Form>
  );
}
