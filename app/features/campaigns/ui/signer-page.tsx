import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import type { SignerView } from '../signer-page.server.ts';
import { RATINGS } from '../rules/delivery.ts';

type Done = 'confirmed' | 'already' | 'withdrawn' | 'saved' | 'rated';

/** A signer's own page: where the support stands, one button to confirm, wishes, the authority's answers, the way out. */
export function SignerPage({
  view,
  done,
  lastResult,
}: {
  view: SignerView | null;
  done: Done | null;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to, say } = useWords();
  const [form] = useForm({ lastResult: lastResult ?? null });
  if (!view) return <PageTitle lead={t('support.mine.gone')}>{t('support.mine.gone.title')}</PageTitle>;
  const { state, title, slug } = view;
  return (
    <>
      <PageTitle
        lead={
          state === 'pending' || state === 'confirmed'
            ? t(`support.mine.${state}`, { title })
            : t(`support.mine.${state}`)
        }
      >
        {t('support.mine.title')}
      </PageTitle>
      <Stack gap="large">
        <ErrorSummary errors={{ '': say(form.errors) }} />
        {done && (
          <Notice tone="success" live>
            <p>{t(`support.mine.done.${done}`)}</p>
          </Notice>
        )}
        {view.name !== null && <p>{t('support.mine.name', { name: view.name })}</p>}
        {view.canConfirm && (
          <Form label={t('support.mine.confirm')}>
            <Button name="step" value="confirm">
              {t('support.mine.confirm')}
            </Button>
          </Form>
        )}
        {state === 'pending' && !view.canConfirm && (
          <Notice tone="warning">
            <p>{t(view.isExpired ? 'support.mine.expired' : 'support.mine.closed')}</p>
          </Notice>
        )}
        {view.replies.map((reply) => (
          <Reply key={reply.id} reply={reply} />
        ))}
        {(state === 'pending' || state === 'confirmed') && <Wishes view={view} />}
        {view.isPublic && (
          <p>
            <ButtonLink tone="secondary" href={to(paths.campaign(slug))}>
              {t('support.to-campaign')}
            </ButtonLink>
          </p>
        )}
        {(state === 'pending' || state === 'confirmed') && (
          <details className="fold">
            <summary>{t('support.mine.withdraw.title')}</summary>
            <Form label={t('support.mine.withdraw.title')}>
              <p>{t('support.mine.withdraw.text')}</p>
              <Button tone="danger" name="step" value="withdraw">
                {t('support.mine.withdraw')}
              </Button>
            </Form>
          </details>
        )}
      </Stack>
    </>
  );
}

function Reply({ reply }: { reply: SignerView['replies'][number] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t('support.mine.replies')}>
      <Card tone="info" as="article">
        <p className="meta">{t('support.mine.reply.on', { date: formatDay(new Date(reply.receivedOn), locale) })}</p>
        <p className="whitespace-pre-line">{reply.text}</p>
      </Card>
      <Form label={t('support.mine.rate')}>
        <input type="hidden" name="reply" value={reply.id} />
        <RadioCards
          name="stars"
          label={t('support.mine.rate')}
          options={RATINGS.map((count) => ({ value: String(count), label: t('support.mine.stars', { count }) }))}
          columns
        />
        <Button tone="secondary" name="step" value="rate">
          {t('support.mine.rate.send')}
        </Button>
      </Form>
    </Section>
  );
}

function Wishes({ view }: { view: SignerView }) {
  const { t } = useWords();
  if (!view.canBeTold && !view.mayShowName) return null;
  return (
    <Section title={t('support.mine.wishes')} id="wishes">
      <Form label={t('support.mine.wishes')}>
        {view.canBeTold && (
          <CheckboxField
            name="wantsNews"
            label={t('support.sign.news')}
            hint={t('support.sign.news.hint')}
            defaultChecked={view.wantsNews}
          />
        )}
        {view.mayShowName && (
          <CheckboxField
            name="showsName"
            label={t('support.sign.names')}
            hint={t('support.sign.names.hint')}
            defaultChecked={view.showsName}
          />
        )}
        <Button tone="secondary" name="step" value="wishes">
          {t('common.save')}
        </Button>
      </Form>
    </Section>
  );
}
