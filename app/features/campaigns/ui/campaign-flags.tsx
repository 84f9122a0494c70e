import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { HiddenCampaign, OpenCampaignFlag } from '../rules/flag-views.ts';
import { REVIEW_REASONS } from '../rules/lifecycle.ts';
import { SPREAD_LIMITS } from '../spread-forms.ts';
import { CampaignStateLabel } from './campaign-state.tsx';

/** Which of the many forms came back, and what it said. */
export type FlagAnswer = { back: Returned; subject: string | null; contact?: string };

/** Takes the page down with a coded reason, or puts it back. `flag` is the remark that led to it. */
export function HideForm({
  slug,
  clientId,
  campaign,
  flag,
  isHidden,
  back,
}: {
  slug: string;
  clientId: string;
  campaign: string;
  flag?: string;
  isHidden: boolean;
  back?: Returned;
}) {
  const { t, to } = useWords();
  return (
    <details className="fold" open={Boolean(back?.errors.reason)}>
      <summary>{t(isHidden ? 'spread.hide.show' : 'spread.hide.hide')}</summary>
      <p>{t(isHidden ? 'spread.hide.show.text' : 'spread.hide.hide.text')}</p>
      <Form
        action={to(paths.orgCampaignFlags(slug))}
        clientId={clientId}
        label={t(isHidden ? 'spread.hide.show' : 'spread.hide.hide')}
      >
        <input type="hidden" name="intent" value={isHidden ? 'show' : 'hide'} />
        <input type="hidden" name="campaign" value={campaign} />
        {flag && !isHidden && <input type="hidden" name="flag" value={flag} />}
        {!isHidden && (
          <Select
            name="reason"
            label={t('campaigns.review.reason')}
            error={back?.errors.reason}
            options={REVIEW_REASONS.map((value) => ({ value, label: t(`campaigns.reason.${value}`) }))}
            defaultValue={back?.value('reason')}
          />
        )}
        <TextInput
          name="note"
          label={t('campaigns.review.note')}
          error={back?.errors.note}
          defaultValue={back?.value('note')}
          maxLength={SPREAD_LIMITS.reason}
          optional
        />
        <Button tone={isHidden ? 'secondary' : 'danger'}>
          {t(isHidden ? 'spread.hide.show' : 'spread.hide.hide')}
        </Button>
      </Form>
    </details>
  );
}

function FlagCard({
  flag,
  slug,
  clientId,
  mayDecide,
  answer,
}: {
  flag: OpenCampaignFlag;
  slug: string;
  clientId: string;
  mayDecide: boolean;
  answer?: FlagAnswer | undefined;
}) {
  const { t, to, locale } = useWords();
  const isReply = flag.kind === 'body_reply';
  const here = to(paths.orgCampaignFlags(slug));
  return (
    <Card as="li" id={flag.id} tone={flag.kind === 'personal_data' || flag.kind === 'danger' ? 'late' : 'plain'}>
      <div className="stack">
        <h2>{t(`issues.staff.flag.${flag.kind}`)}</h2>
        <p className="meta">{formatMoment(flag.createdAt, locale)}</p>
        {flag.text && <blockquote className="original whitespace-pre-line">{flag.text}</blockquote>}
        <DefinitionList
          items={[
            { term: t('issues.staff.flags.body'), detail: flag.bodyName },
            { term: t('issues.staff.flags.signatory'), detail: flag.signatory },
            {
              term: t('issues.staff.flags.contact'),
              detail: !isReply ? null : answer?.contact ? (
                <b>{answer.contact}</b>
              ) : mayDecide ? (
                <Form action={here} clientId={clientId} inline>
                  <input type="hidden" name="flag" value={flag.id} />
                  <Button name="intent" value="contact" tone="secondary" size="small">
                    {t('issues.staff.facts.contact.show')}
                  </Button>
                </Form>
              ) : (
                t('issues.staff.facts.contact.kept')
              ),
            },
            {
              term: t('spread.flags.campaign'),
              detail: (
                <>
                  <a href={to(paths.orgCampaign(slug, flag.campaign.id))}>{flag.campaign.title}</a>{' '}
                  <CampaignStateLabel state={flag.campaign.state} />
                </>
              ),
            },
          ]}
        />
        {mayDecide && (
          <>
            <Form action={here} clientId={clientId} label={t(`issues.staff.flag.${flag.kind}`)}>
              <input type="hidden" name="flag" value={flag.id} />
              <TextInput
                name="note"
                label={t('issues.staff.decide.reason')}
                hint={t('issues.staff.flags.reason.hint')}
                error={answer?.back.errors.note}
                defaultValue={answer?.back.value('note')}
                maxLength={SPREAD_LIMITS.reason}
                optional
              />
              <div className="btn-row">
                <Button name="intent" value="accept" tone={isReply ? 'primary' : 'secondary'}>
                  {t(isReply ? 'issues.staff.flags.publish-reply' : 'issues.staff.flags.accept')}
                </Button>
                <Button name="intent" value="dismiss" tone="quiet">
                  {t('issues.staff.flags.dismiss')}
                </Button>
              </div>
            </Form>
            {!isReply && !flag.campaign.isHidden && (
              <HideForm
                slug={slug}
                clientId={clientId}
                campaign={flag.campaign.id}
                flag={flag.id}
                isHidden={false}
                back={answer?.back}
              />
            )}
          </>
        )}
      </div>
    </Card>
  );
}

/** Remarks about campaigns' pages with what one may decide, and the pages that were taken down. */
export function CampaignFlags({
  flags,
  hidden,
  slug,
  clientId,
  mayDecide,
  answer,
}: {
  flags: readonly OpenCampaignFlag[];
  hidden: readonly HiddenCampaign[];
  slug: string;
  clientId: string;
  mayDecide: boolean;
  answer?: FlagAnswer;
}) {
  const { t, to, locale } = useWords();
  return (
    <>
      {flags.length > 0 && (
        <Section title={t('spread.flags.title')} id="campaign-flags">
          <CardList label={t('spread.flags.title')}>
            {flags.map((flag) => (
              <FlagCard
                key={flag.id}
                flag={flag}
                slug={slug}
                clientId={clientId}
                mayDecide={mayDecide}
                answer={answer?.subject === flag.id ? answer : undefined}
              />
            ))}
          </CardList>
        </Section>
      )}
      {hidden.length > 0 && (
        <Section title={t('spread.hidden.title')} id="hidden">
          <ul className="plain-list">
            {hidden.map((campaign) => (
              <li key={campaign.id}>
                <a href={to(paths.orgCampaign(slug, campaign.id))}>{campaign.title}</a>
                <p className="meta">
                  {formatDay(campaign.hiddenAt, locale)}
                  {campaign.reason && ` · ${t(`campaigns.reason.${campaign.reason}`)}`}
                </p>
                {mayDecide && <HideForm slug={slug} clientId={clientId} campaign={campaign.id} isHidden />}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
