import { DELIVERY_CHANNELS } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DELIVERY_LIMITS } from '../delivery-forms.ts';
import type { DeliveryView, FollowupView } from '../rules/delivery-views.ts';
import { ReplyCard } from './reply-card.tsx';

type Place = {
  slug: string;
  id: string;
  lang: string;
  now: Date;
  clientId: string;
  mayDeliver: boolean;
  result: Parameters<typeof useReturned>[0];
};

/** What was handed over, by when an answer is due, what came back, and the letters that follow when nothing did. */
export function DeliveryList({ deliveries, ...place }: Place & { deliveries: readonly DeliveryView[] }) {
  const { t, to } = useWords();
  return (
    <Section
      title={t('deliveries.list.title')}
      id="deliveries"
      actions={
        place.mayDeliver ? (
          <ButtonLink tone="secondary" href={to(paths.orgDeliveryForm(place.slug, place.id))}>
            {t('deliveries.list.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {deliveries.length === 0 && (
        <EmptyState title={t('deliveries.list.empty.title')}>{t('deliveries.list.empty')}</EmptyState>
      )}
      {deliveries.map((delivery) => (
        <DeliveryCard key={delivery.id} delivery={delivery} {...place} />
      ))}
    </Section>
  );
}

function DeliveryCard({ delivery, ...place }: Place & { delivery: DeliveryView }) {
  const { t, to, locale } = useWords();
  const { slug, id, lang, now, mayDeliver } = place;
  const isAnswered = delivery.replies.length > 0;
  return (
    <Card as="article" id={`delivery-${delivery.id}`} tone={delivery.due.isLate ? 'late' : 'plain'}>
      {isAnswered ? (
        <StateBadge tone="claimed">{t('deliveries.due.answered')}</StateBadge>
      ) : (
        <DueBadge
          due={delivery.due.on}
          now={now}
          isSample={delivery.due.isSample}
          missingYear={delivery.due.missingYear}
        />
      )}
      <h3 lang="az">{delivery.addressee}</h3>
      <p className="meta">
        {t('deliveries.list.on', {
          channel: t(`authorities.channel.${delivery.channel}`),
          day: formatDay(noonOf(delivery.deliveredOn), locale),
        })}
      </p>
      <DefinitionList
        items={[
          { term: t('deliveries.list.register'), detail: delivery.registerNumber ?? t('deliveries.list.no-register') },
          {
            term: t('deliveries.pack.sha'),
            detail: delivery.packSha256 && <span className="break-all font-mono text-sm">{delivery.packSha256}</span>,
          },
        ]}
      />
      <p>{t('deliveries.list.counts', { signed: delivery.handSigned, supporters: delivery.supporters })}</p>
      {delivery.stampId && (
        <p>
          <a href={paths.orgCampaignDocument(slug, id, delivery.stampId)}>{t('deliveries.list.stamp')}</a>
        </p>
      )}
      {delivery.replies.map((reply) => (
        <ReplyCard
          key={reply.id}
          reply={reply}
          lang={lang}
          documentHref={reply.documentId && paths.orgCampaignDocument(slug, id, reply.documentId)}
        />
      ))}
      {delivery.followups.length > 0 && <Followups delivery={delivery} {...place} />}
      {mayDeliver && (
        <>
          <ButtonLink tone={isAnswered ? 'quiet' : 'secondary'} href={to(paths.orgReplyForm(slug, id, delivery.id))}>
            {t('deliveries.list.reply')}
          </ButtonLink>
          <Correction delivery={delivery} {...place} />
        </>
      )}
    </Card>
  );
}

function Correction({ delivery, clientId, now, result }: Place & { delivery: DeliveryView }) {
  const { t } = useWords();
  const back = useReturned(result?.initialValue?.delivery === delivery.id ? result : undefined, 'correct');
  return (
    <details className="fold" open={Object.keys(back.errors).length > 0}>
      <summary>{t('deliveries.list.correct')}</summary>
      <Form clientId={clientId} label={t('deliveries.list.correct')}>
        <input type="hidden" name="delivery" value={delivery.id} />
        <FieldRow>
          <TextInput
            name="registerNumber"
            label={t('deliveries.list.register')}
            optional
            maxLength={DELIVERY_LIMITS.register}
            defaultValue={back.value('registerNumber', delivery.registerNumber)}
            error={back.errors.registerNumber}
          />
          <TextInput
            name="deliveredOn"
            type="date"
            label={t('deliveries.form.on')}
            max={dayOf(now)}
            defaultValue={back.value('deliveredOn', delivery.deliveredOn)}
            error={back.errors.deliveredOn}
          />
          <Select
            name="channel"
            label={t('deliveries.form.channel')}
            options={DELIVERY_CHANNELS.map((channel) => ({
              value: channel,
              label: t(`authorities.channel.${channel}`),
            }))}
            defaultValue={back.value('channel', delivery.channel)}
            error={back.errors.channel}
          />
        </FieldRow>
        <Button name="intent" value="correct" tone="secondary">
          {t('deliveries.list.save')}
        </Button>
      </Form>
    </details>
  );
}

function Followups({ delivery, ...place }: Place & { delivery: DeliveryView }) {
  const { t } = useWords();
  return (
    <section aria-label={t('deliveries.followup.title')}>
      <h4>{t('deliveries.followup.title')}</h4>
      {delivery.followups.map((followup) => (
        <Followup key={followup.id} followup={followup} {...place} />
      ))}
      {delivery.followups.some((followup) => followup.kind === 'escalation') && (
        <p className="meta">{t('deliveries.followup.escalate')}</p>
      )}
    </section>
  );
}

function Followup({ followup, clientId, now, mayDeliver }: Place & { followup: FollowupView }) {
  const { t, locale } = useWords();
  const isOpen = followup.state === 'draft' || followup.state === 'ready';
  return (
    <details className="fold" open={isOpen}>
      <summary>{t(`deliveries.followup.${followup.kind}`)}</summary>
      <p>
        {followup.addressee === ''
          ? t('deliveries.followup.choose')
          : t('deliveries.followup.to', { body: followup.addressee })}
      </p>
      <div className="prose whitespace-pre-line" lang="az">
        {followup.text}
      </div>
      {followup.sentOn && (
        <p className="meta">{t('deliveries.followup.was-sent', { day: formatDay(noonOf(followup.sentOn), locale) })}</p>
      )}
      {isOpen && mayDeliver && (
        <Form clientId={clientId} inline>
          <input type="hidden" name="followup" value={followup.id} />
          <TextInput
            name="sentOn"
            type="date"
            label={t('deliveries.followup.sent-on')}
            max={dayOf(now)}
            defaultValue={dayOf(now)}
            width="short"
          />
          <Button name="intent" value="followup-sent" tone="secondary">
            {t('deliveries.followup.sent')}
          </Button>
          <Button name="intent" value="followup-cancel" tone="quiet">
            {t('deliveries.followup.cancel')}
          </Button>
        </Form>
      )}
    </details>
  );
}
