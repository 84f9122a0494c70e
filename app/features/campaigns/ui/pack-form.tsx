import type { BodyChoice } from '#app/features/authorities/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DELIVERY_LIMITS } from '../delivery-forms.ts';
import type { PackFormView } from '../rules/delivery-views.ts';
import { AddresseeSelect } from './addressee-select.tsx';

/** Addressee, signer and covering letter of a pack; the demands that go with it are shown below. */
export function PackForm({
  slug,
  id,
  form,
  choices,
  clientId,
  result,
}: {
  slug: string;
  id: string;
  form: PackFormView;
  choices: readonly BodyChoice[];
  clientId: string;
  result: Parameters<typeof useReturned>[0];
}) {
  const { t, to } = useWords();
  const back = useReturned(result);
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <Heading>{t('deliveries.pack-form.title')}</Heading>
      <p>{t('deliveries.law')}</p>
      {form.handSigned === 0 && <Notice tone="warning">{t('deliveries.pack.no-sheets')}</Notice>}
      <Form clientId={back.value('clientId', clientId)} label={t('deliveries.pack-form.title')}>
        {form.packId && <input type="hidden" name="pack" value={form.packId} />}
        <AddresseeSelect
          name="addressee"
          label={t('deliveries.pack-form.addressee')}
          hint={t('deliveries.pack-form.addressee.hint')}
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
          defaultValue={back.value('addresseeName', form.addresseeName)}
          error={back.errors.addresseeName}
        />
        {!form.isRegistered && (
          <Select
            name="signatory"
            label={t('deliveries.pack-form.signatory')}
            hint={t('deliveries.pack-form.signatory.hint')}
            options={form.signatories.map((one) => ({ value: one.id, label: one.fullName }))}
            placeholder={t('deliveries.pack-form.nobody')}
            defaultValue={back.value('signatory', form.signatory)}
            error={back.errors.signatory}
            optional
          />
        )}
        <TextArea
          name="letter"
          label={t('deliveries.pack-form.letter')}
          hint={t('deliveries.pack-form.letter.hint')}
          lang="az"
          rows={16}
          maxLength={DELIVERY_LIMITS.letter}
          defaultValue={back.value('letter', form.letter)}
          error={back.errors.letter}
        />
        {form.demands.length > 0 && (
          <section aria-label={t('deliveries.pack-form.demands')}>
            <h3>{t('deliveries.pack-form.demands')}</h3>
            <ol className="list-decimal ps-6">
              {form.demands.map((demand) => (
                <li key={demand}>{demand}</li>
              ))}
            </ol>
          </section>
        )}
        <ButtonRow>
          <Button name="intent" value="make">
            {t('deliveries.pack-form.make')}
          </Button>
          <ButtonLink tone="quiet" href={to(paths.orgCampaignRoom(slug, id, 'delivery'))}>
            {t('common.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Stack>
  );
}
