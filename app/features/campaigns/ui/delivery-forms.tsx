import type { BodyChoice } from '#app/features/authorities/public.server.ts';
import { DELIVERY_CHANNELS } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf, formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DELIVERY_LIMITS } from '../delivery-forms.ts';
import type { DeliveryFormView, ReplyFormView } from '../delivery-form-queries.server.ts';
import { REPLY_KINDS } from '../rules/delivery.ts';
import { nextDemandStates } from '../rules/lifecycle.ts';
import { AddresseeSelect } from './addressee-select.tsx';

const PAPERS = 'image/jpeg,image/png,image/webp,application/pdf';

type Common = { slug: string; id: string; now: Date; clientId: string; result: Parameters<typeof useReturned>[0] };

/** When, how and to whom it was handed over. */
export function RecordDelivery({
  form,
  choices,
  ...common
}: Common & { form: DeliveryFormView; choices: readonly BodyChoice[] }) {
  const { t, locale } = useWords();
  const back = useReturned(common.result);
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <Heading>{t('deliveries.form.title')}</Heading>
      <p>{t('deliveries.form.lead')}</p>
      <Form clientId={back.value('clientId', common.clientId)} files label={t('deliveries.form.title')}>
        <Select
          name="pack"
          label={t('deliveries.form.pack')}
          options={form.packs.map((pack) => ({
            value: pack.id,
            label: [pack.addressee, pack.madeAt && formatDay(pack.madeAt, locale)].filter(Boolean).join(', '),
          }))}
          placeholder={t('deliveries.form.no-pack')}
          defaultValue={back.value('pack', form.packs.find((pack) => pack.value === form.addressee)?.id)}
          error={back.errors.pack}
          optional
        />
        <AddresseeSelect
          name="addressee"
          label={t('deliveries.pack-form.addressee')}
          choices={choices}
          error={back.errors.addressee}
          defaultValue={back.value('addressee', form.addressee)}
        />
        <TextInput
          name="addresseeName"
          label={t('deliveries.pack-form.name')}
          hint={t('deliveries.pack-form.name.hint')}
          optional
          lang="az"
          maxLength={DELIVERY_LIMITS.addressee}
          defaultValue={back.value('addresseeName')}
          error={back.errors.addresseeName}
        />
        <RadioCards
          name="channel"
          label={t('deliveries.form.channel')}
          options={DELIVERY_CHANNELS.map((channel) => ({ value: channel, label: t(`authorities.channel.${channel}`) }))}
          columns
          defaultValue={back.value('channel')}
          error={back.errors.channel}
        />
        <FieldRow>
          <TextInput
            name="deliveredOn"
            type="date"
            label={t('deliveries.form.on')}
            width="short"
            max={dayOf(common.now)}
            defaultValue={back.value('deliveredOn', dayOf(common.now))}
            error={back.errors.deliveredOn}
          />
          <TextInput
            name="registerNumber"
            label={t('deliveries.list.register')}
            hint={t('deliveries.form.register.hint')}
            optional
            width="medium"
            maxLength={DELIVERY_LIMITS.register}
            defaultValue={back.value('registerNumber')}
            error={back.errors.registerNumber}
          />
        </FieldRow>
        <FileInput
          name="stamp"
          label={t('deliveries.form.stamp')}
          hint={t('deliveries.form.stamp.hint')}
          accept={PAPERS}
          optional
          error={back.errors.stamp}
        />
        <CheckboxField
          name="stampIsPublic"
          label={t('deliveries.form.public')}
          defaultChecked={back.ticked('stampIsPublic')}
        />
        <Doors {...common} label={t('deliveries.form.record')} />
      </Form>
    </Stack>
  );
}

/** The authority's answer, published as it is written here. */
export function RecordReply({ form, ...common }: Common & { form: ReplyFormView }) {
  const { t, locale } = useWords();
  const back = useReturned(common.result);
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <Heading>{t('deliveries.reply.title')}</Heading>
      <p>{t('deliveries.reply.lead', { body: form.addressee, day: formatDay(noonOf(form.deliveredOn), locale) })}</p>
      <Form clientId={back.value('clientId', common.clientId)} files label={t('deliveries.reply.title')}>
        <input type="hidden" name="delivery" value={form.deliveryId} />
        <TextInput
          name="receivedOn"
          type="date"
          label={t('deliveries.reply.on')}
          width="short"
          min={form.deliveredOn}
          max={dayOf(common.now)}
          defaultValue={back.value('receivedOn', dayOf(common.now))}
          error={back.errors.receivedOn}
        />
        <RadioCards
          name="kind"
          label={t('deliveries.reply.kind')}
          options={REPLY_KINDS.map((kind) => ({
            value: kind,
            label: t(`deliveries.reply.kind.${kind}`),
            hint: t(`deliveries.reply.kind.${kind}.hint`),
          }))}
          defaultValue={back.value('kind')}
          error={back.errors.kind}
        />
        <TextArea
          name="text"
          label={t('deliveries.reply.text')}
          hint={t('deliveries.reply.text.hint')}
          rows={8}
          maxLength={DELIVERY_LIMITS.reply}
          defaultValue={back.value('text')}
          error={back.errors.text}
        />
        <FileInput
          name="document"
          label={t('deliveries.reply.document')}
          hint={t('deliveries.reply.document.hint')}
          accept={PAPERS}
          optional
          error={back.errors.document}
        />
        <CheckboxField
          name="documentIsPublic"
          label={t('deliveries.form.public')}
          defaultChecked={back.ticked('documentIsPublic')}
        />
        {form.demands.length > 0 && (
          <FieldGroup legend={t('deliveries.reply.demands')}>
            {form.demands.map((demand) => (
              <Select
                key={demand.id}
                name={`to-${demand.id}`}
                label={demand.text}
                options={nextDemandStates(demand.state).map((state) => ({
                  value: state,
                  label: t(`campaigns.demand.state.${state}`),
                }))}
                placeholder={t('deliveries.reply.no-change', { state: t(`campaigns.demand.state.${demand.state}`) })}
                defaultValue={back.value(`to-${demand.id}`)}
                error={back.errors[`to-${demand.id}`]}
                optional
              />
            ))}
          </FieldGroup>
        )}
        <Doors {...common} label={t('deliveries.reply.publish')} />
      </Form>
    </Stack>
  );
}

function Doors({ slug, id, label }: Pick<Common, 'slug' | 'id'> & { label: string }) {
  const { t, to } = useWords();
  return (
    <ButtonRow>
      <Button>{label}</Button>
      <ButtonLink tone="quiet" href={to(paths.orgCampaignRoom(slug, id, 'delivery'))}>
        {t('common.cancel')}
      </ButtonLink>
    </ButtonRow>
  );
}
