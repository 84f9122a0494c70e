import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../forms.ts';
import type { MilestoneView, NewsView } from '../rules/views.ts';

/** News for the page's readers, and the milestones worth telling about. */
export function NewsRoom({
  news,
  milestones,
  clientId,
  lang,
  mayWrite,
  isDone,
  result,
}: {
  news: readonly NewsView[];
  milestones: readonly MilestoneView[];
  clientId: string;
  lang: string;
  mayWrite: boolean;
  isDone: boolean;
  result: Parameters<typeof useReturned>[0];
}) {
  const { t, locale } = useWords();
  const [any, posted, milestone] = [useReturned(result), useReturned(result, 'post'), useReturned(result, 'milestone')];
  return (
    <>
      {isDone && (
        <Notice tone="success" live>
          {t('common.saved')}
        </Notice>
      )}
      <ErrorSummary errors={any.errors} />
      <Section title={t('campaigns.room.news')} id="news">
        {mayWrite && (
          <Form clientId={posted.value('clientId', clientId)} label={t('campaigns.news.add')}>
            <TextInput
              name="title"
              label={t('campaigns.news.title')}
              error={posted.errors.title}
              defaultValue={posted.value('title')}
              maxLength={LIMITS.title}
            />
            <TextArea
              name="text"
              label={t('campaigns.news.text')}
              hint={t('campaigns.news.hint')}
              error={posted.errors.text}
              defaultValue={posted.value('text')}
              rows={4}
              maxLength={LIMITS.news}
            />
            <Button name="intent" value="post">
              {t('campaigns.news.add')}
            </Button>
          </Form>
        )}
        {news.length === 0 && (
          <EmptyState title={t('campaigns.news.empty.title')}>{t('campaigns.news.empty.text')}</EmptyState>
        )}
        {news.map((item) => (
          <Card key={item.id} as="article">
            <h3 lang={lang}>{item.title}</h3>
            <p className="meta">{formatDay(item.at, locale)}</p>
            <Paragraphs text={item.text} lang={lang} />
            {mayWrite && (
              <Form clientId={clientId} inline>
                <input type="hidden" name="news" value={item.id} />
                <Button name="intent" value="remove" tone="quiet" size="small">
                  {t('campaigns.news.remove')}
                </Button>
              </Form>
            )}
          </Card>
        ))}
      </Section>
      <Section title={t('campaigns.page.milestones')} id="milestones">
        <ul className="plain-list">
          {milestones.map((item) => (
            <li key={item.id}>
              <b lang={lang}>{item.title}</b>{' '}
              <span className="meta">
                {[
                  item.supporters !== null && t('campaigns.supporters', { count: item.supporters }),
                  item.on && formatDay(noonOf(item.on), locale),
                  item.reachedAt && t('campaigns.page.reached', { day: formatDay(item.reachedAt, locale) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {mayWrite && !item.reachedAt && (
                <Form clientId={clientId} inline>
                  <input type="hidden" name="milestone" value={item.id} />
                  <Button name="intent" value="remove-milestone" tone="quiet" size="small">
                    {t('campaigns.milestone.remove')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {mayWrite && (
          <Form clientId={milestone.value('clientId', clientId)} label={t('campaigns.milestone.add')}>
            <TextInput
              name="milestoneTitle"
              label={t('campaigns.milestone.title')}
              hint={t('campaigns.milestone.hint')}
              error={milestone.errors.milestoneTitle}
              defaultValue={milestone.value('milestoneTitle')}
              maxLength={LIMITS.title}
            />
            <FieldRow>
              <TextInput
                name="supporters"
                label={t('campaigns.milestone.supporters')}
                error={milestone.errors.supporters}
                defaultValue={milestone.value('supporters')}
                inputMode="numeric"
                width="short"
                optional
              />
              <TextInput
                name="on"
                type="date"
                label={t('campaigns.milestone.on')}
                error={milestone.errors.on}
                defaultValue={milestone.value('on')}
                optional
              />
            </FieldRow>
            <Button name="intent" value="milestone" tone="secondary">
              {t('campaigns.milestone.add')}
            </Button>
          </Form>
        )}
      </Section>
    </>
  );
}
