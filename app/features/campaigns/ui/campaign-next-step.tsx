import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { CampaignOverview } from '../campaign-detail.server.ts';
import { LIMITS, type MoveName } from '../forms.ts';
import { REVIEW_REASONS } from '../rules/lifecycle.ts';

export type May = { write: boolean; review: boolean; confirm: boolean };

/** One press that moves the campaign, as a form of its own. */
export function Move({
  move,
  clientId,
  tone,
  children,
}: {
  move: MoveName;
  clientId: string;
  tone?: 'primary' | 'secondary' | 'quiet';
  children: ReactNode;
}) {
  return (
    <Form clientId={clientId} inline>
      <Button name="intent" value={move} tone={tone}>
        {children}
      </Button>
    </Form>
  );
}

/** What should happen next, said first: the one thing that moves this campaign on. */
export function NextStep({
  overview,
  slug,
  clientId,
  may,
  back,
}: {
  overview: CampaignOverview;
  slug: string;
  clientId: string;
  may: May;
  back: Returned;
}) {
  const { t, to } = useWords();
  const { campaign, demands } = overview;
  const room = (name: Parameters<typeof paths.orgCampaignRoom>[2]) =>
    to(paths.orgCampaignRoom(slug, campaign.id, name));
  const state = campaign.state;
  if (campaign.proposedOutcome)
    return (
      <Notice
        tone="info"
        title={t('campaigns.next.confirm.title')}
        actions={<ButtonLink href={room('outcome')}>{t('campaigns.next.confirm.link')}</ButtonLink>}
      >
        {t('campaigns.next.confirm.text')}
      </Notice>
    );
  if (state === 'draft') {
    const isReady = demands.some((demand) => demand.addressee.bodyId !== null);
    return (
      <Notice
        tone="info"
        title={t('campaigns.next.draft.title')}
        actions={
          may.write && (
            <ButtonRow>
              {isReady ? (
                <Move move="submit" clientId={clientId}>
                  {t('campaigns.move.submit')}
                </Move>
              ) : (
                <ButtonLink href={room('demands')}>{t('campaigns.next.draft.demands')}</ButtonLink>
              )}
              <ButtonLink tone="secondary" href={room('edit')}>
                {t('campaigns.room.edit')}
              </ButtonLink>
            </ButtonRow>
          )
        }
      >
        {t(isReady ? 'campaigns.next.draft.ready' : 'campaigns.next.draft.missing')}
      </Notice>
    );
  }
  if (state === 'review')
    return may.review ? (
      <Card tone="info">
        <h2>{t('campaigns.review.title')}</h2>
        <p>{t('campaigns.review.text')}</p>
        <Move move="publish" clientId={clientId}>
          {t('campaigns.move.publish')}
        </Move>
        <details className="fold" open={Object.keys(back.errors).length > 0}>
          <summary>{t('campaigns.review.return')}</summary>
          <Form clientId={clientId}>
            <Select
              name="reason"
              label={t('campaigns.review.reason')}
              error={back.errors.reason}
              options={REVIEW_REASONS.map((reason) => ({ value: reason, label: t(`campaigns.reason.${reason}`) }))}
              defaultValue={back.value('reason')}
            />
            <TextArea
              name="note"
              label={t('campaigns.review.note')}
              error={back.errors.note}
              defaultValue={back.value('note')}
              rows={3}
              maxLength={LIMITS.note}
              optional
            />
            <Button name="intent" value="return" tone="secondary">
              {t('campaigns.move.return')}
            </Button>
          </Form>
        </details>
      </Card>
    ) : (
      <Notice
        tone="info"
        title={t('campaigns.next.review.title')}
        actions={
          may.write && (
            <Move move="take-back" clientId={clientId} tone="secondary">
              {t('campaigns.move.take-back')}
            </Move>
          )
        }
      >
        {t('campaigns.next.review.text')}
      </Notice>
    );
  if (state === 'active')
    return (
      <Notice
        tone="info"
        title={t('campaigns.next.active.title')}
        actions={
          <ButtonRow>
            <ButtonLink href={room('collect')}>{t('campaigns.room.collect')}</ButtonLink>
            <ButtonLink tone="secondary" href={room('sheets')}>
              {t('campaigns.room.sheets')}
            </ButtonLink>
            <ButtonLink tone="secondary" href={room('delivery')}>
              {t('campaigns.room.delivery')}
            </ButtonLink>
          </ButtonRow>
        }
      >
        {t('campaigns.next.active.text')}
      </Notice>
    );
  if (state === 'delivered' || state === 'answered')
    return (
      <Notice
        tone="info"
        title={t(`campaigns.next.${state}.title`)}
        actions={
          <ButtonRow>
            <ButtonLink href={room('delivery')}>{t('campaigns.next.delivery')}</ButtonLink>
            <ButtonLink tone="secondary" href={room('demands')}>
              {t('campaigns.room.demands')}
            </ButtonLink>
            <ButtonLink tone="secondary" href={room('outcome')}>
              {t('campaigns.room.outcome')}
            </ButtonLink>
          </ButtonRow>
        }
      >
        {t(`campaigns.next.${state}.text`)}
      </Notice>
    );
  if (state === 'paused')
    return (
      <Notice
        tone="warning"
        title={t('campaigns.state.paused')}
        actions={
          may.write && (
            <Move move="resume" clientId={clientId}>
              {t('campaigns.move.resume')}
            </Move>
          )
        }
      >
        {t('campaigns.page.is-paused')}
      </Notice>
    );
  return null;
}
