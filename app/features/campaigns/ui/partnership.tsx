import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { Partnership } from '../rules/partner-views.ts';
import { SPREAD_LIMITS } from '../spread-forms.ts';

/** Before the answer: what it means, and two ways. */
export function PartnershipAnswer({ clientId, mayWrite }: { clientId: string; mayWrite: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t('spread.partnership.answer')} id="answer">
      <p>{t('spread.partnership.answer.text')}</p>
      {mayWrite ? (
        <Form clientId={clientId} label={t('spread.partnership.answer')}>
          <div className="btn-row">
            <Button name="intent" value="accept">
              {t('spread.partnership.accept')}
            </Button>
            <Button name="intent" value="decline" tone="quiet">
              {t('spread.partnership.decline')}
            </Button>
          </div>
        </Form>
      ) : (
        <p className="meta">{t('spread.partnership.who-answers')}</p>
      )}
    </Section>
  );
}

/** At work together, or afterwards: one's own number beside the common one, one's own words, and the way out. */
export function PartnershipWork({
  partnership,
  slug,
  clientId,
  back,
  mayWrite,
  children,
}: {
  partnership: Partnership;
  slug: string;
  clientId: string;
  back: Returned;
  mayWrite: boolean;
  children: ReactNode;
}) {
  const { t, to, locale } = useWords();
  const { campaign, state, own, total, leftAt } = partnership;
  const isWorking = state === 'accepted';
  return (
    <>
      {leftAt && <Notice tone="info">{t('spread.partnership.left', { day: formatDay(leftAt, locale) })}</Notice>}
      <Section title={t('campaigns.page.support')} id="support">
        <DefinitionList
          items={[
            { term: t('spread.partnership.own'), detail: <b className="num">{own}</b> },
            { term: t('spread.partnership.total'), detail: <b className="num">{total}</b> },
          ]}
        />
        <p className="meta">{t('spread.partnership.apart')}</p>
        {isWorking && campaign?.isPublic && (
          <p>
            <a href={to(paths.campaignPartner(campaign.slug, slug))}>{t('spread.partnership.page')}</a>
          </p>
        )}
      </Section>
      {isWorking && mayWrite && (
        <Section title={t('spread.partnership.words')} id="words">
          <Form clientId={clientId} label={t('spread.partnership.words')}>
            <input type="hidden" name="intent" value="write" />
            <TextArea
              name="text"
              label={t('spread.partnership.words.label')}
              hint={t('spread.partnership.words.hint')}
              error={back.errors.text}
              defaultValue={back.value('text', partnership.text)}
              rows={6}
              maxLength={SPREAD_LIMITS.partner}
              optional
            />
            <Button tone="secondary">{t('spread.partnership.words.save')}</Button>
          </Form>
        </Section>
      )}
      {children}
      {isWorking && mayWrite && (
        <details className="fold" open={Boolean(back.errors.sure)}>
          <summary>{t('spread.partnership.leave')}</summary>
          <p>{t('spread.partnership.leave.text')}</p>
          <Form clientId={clientId} label={t('spread.partnership.leave')}>
            <input type="hidden" name="intent" value="leave" />
            <CheckboxField name="sure" label={t('spread.partnership.leave.sure')} error={back.errors.sure} />
            <Button tone="danger">{t('spread.partnership.leave')}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
