import { useForm, type SubmissionResult } from '@conform-to/react';
import { regionOptions } from '#app/ui/place-text.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { SIGNER_LIMITS } from '../rules/signer.ts';
import { signingConsent } from './signing-consent.ts';

type Fields = Record<
  'clientId' | 'name' | 'contact' | 'birthYear' | 'region' | 'village' | 'showsName' | 'wantsNews' | 'code' | 'consent',
  string
>;
const NAMES = ['name', 'contact', 'birthYear', 'region', 'village', 'code', 'consent', 'clientId'] as const;

/**
 * Support on one page, without scripts. `at` the volunteer's table there is a birth year instead of a code, and nothing
 * about the mail. `organisation` keeps the data, and is named in the consent.
 */
export function SigningForm({
  at,
  clientId,
  organisation,
  region,
  hasPublicNames,
  v = '',
  from = '',
  lastResult,
}: {
  at: 'web' | 'point';
  clientId: string;
  organisation: string;
  region: string;
  hasPublicNames: boolean;
  v?: string;
  from?: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to, locale, say } = useWords();
  const [form, fields] = useForm<Fields>({ lastResult: lastResult ?? null });
  const errors = {
    '': say(form.errors),
    ...Object.fromEntries(NAMES.map((name) => [name, say(fields[name].errors)])),
  };
  const isWeb = at === 'web';
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form clientId={fields.clientId.initialValue ?? clientId} label={t('support.sign.title')}>
        {isWeb && v !== '' && <input type="hidden" name="v" value={v} />}
        {isWeb && from !== '' && <input type="hidden" name="from" value={from} />}
        <TextInput
          name="name"
          label={t('support.sign.name')}
          error={say(fields.name.errors)}
          defaultValue={fields.name.initialValue}
          maxLength={SIGNER_LIMITS.name}
          autoComplete={isWeb ? 'name' : 'off'}
          required
        />
        <TextInput
          name="contact"
          label={t('support.sign.contact')}
          hint={t(isWeb ? 'support.sign.contact.hint' : 'support.point.contact.hint')}
          error={say(fields.contact.errors)}
          defaultValue={fields.contact.initialValue}
          maxLength={SIGNER_LIMITS.contact}
          inputMode="email"
          autoComplete={isWeb ? 'email' : 'off'}
          autoCapitalize="off"
          optional={!isWeb}
          required={isWeb}
        />
        {!isWeb && (
          <TextInput
            name="birthYear"
            label={t('support.point.birth-year')}
            error={say(fields.birthYear.errors)}
            defaultValue={fields.birthYear.initialValue}
            inputMode="numeric"
            width="short"
            maxLength={4}
            autoComplete="off"
            optional
          />
        )}
        <Select
          name="region"
          label={t('support.sign.region')}
          error={say(fields.region.errors)}
          options={regionOptions(locale)}
          defaultValue={fields.region.initialValue ?? region}
          required
        />
        <TextInput
          name="village"
          label={t('support.sign.village')}
          error={say(fields.village.errors)}
          defaultValue={fields.village.initialValue}
          maxLength={SIGNER_LIMITS.village}
          autoComplete="off"
          optional
        />
        {isWeb && (
          <details className="fold" open={Boolean(fields.code.initialValue || fields.code.errors)}>
            <summary>{t('support.sign.code.fold')}</summary>
            <TextInput
              name="code"
              label={t('support.sign.code')}
              hint={t('support.sign.code.hint')}
              error={say(fields.code.errors)}
              defaultValue={fields.code.initialValue}
              inputMode="numeric"
              width="medium"
              maxLength={20}
              autoComplete="off"
              optional
            />
          </details>
        )}
        {hasPublicNames && (
          <CheckboxField
            name="showsName"
            label={t('support.sign.names')}
            hint={t('support.sign.names.hint')}
            defaultChecked={fields.showsName.initialValue === 'on'}
          />
        )}
        <CheckboxField
          name="wantsNews"
          label={t('support.sign.news')}
          hint={t('support.sign.news.hint')}
          defaultChecked={fields.wantsNews.initialValue === 'on'}
        />
        <ConsentBox
          label={t('support.sign.consent')}
          intro={
            <>
              {t('support.sign.consent.intro')} <a href={to(paths.privacy())}>{t('common.nav.privacy')}</a>
            </>
          }
          parts={signingConsent(t, organisation)}
          error={say(fields.consent.errors)}
          defaultChecked={fields.consent.initialValue === 'on'}
        />
        <SubmitBar note={isWeb ? t('support.sign.note') : undefined}>
          <Button>{t(isWeb ? 'support.sign.send' : 'support.point.send')}</Button>
        </SubmitBar>
      </Form>
    </>
  );
}
