import { useWords } from '#app/i18n/words-context.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { FieldGroup } from '#app/ui/form.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { BrowserPlan } from '../draft-view.server.ts';
import { CHANNELS, INTAKE_LIMITS } from '../rules/intake.ts';
import type { StepProps } from './step-props.ts';

/** Says where the words are sealed. The island changes the sentence when it can seal, and fills `sealed` before sending. */
export function SealingNote({ fields, plan }: { plan: BrowserPlan | null; fields: readonly string[] }) {
  const { t } = useWords();
  if (!plan) return <Notice>{t('legal-intake.sealing.server')}</Notice>;
  return (
    <>
      <Island
        name="legal-seal"
        data={{
          plan,
          fields,
          words: {
            browser: t('legal-intake.sealing.browser'),
            failed: t('legal-intake.sealing.failed'),
            email: t('common.error.email'),
          },
        }}
      >
        <Notice>{t('legal-intake.sealing.server')}</Notice>
        <input type="hidden" name="sealed" value="" />
      </Island>
    </>
  );
}

/** What is sealed under the name's own key; the notice's address is not, and stands apart. */
const IDENTITY_FIELDS = [
  'name',
  'phone',
  'email',
  'address',
  'channel',
  'hours',
  'mayLeaveMessage',
  'codeWord',
] as const;

/** Name and safe ways to reach somebody: everything may stay empty. */
export function ContactFields({ typed, view }: StepProps) {
  const { t } = useWords();
  const identity = view.identity ?? {};
  const safe = identity.safe ?? {};
  const { errors, value } = typed;
  return (
    <>
      {view.isSealed.identity && <Notice tone="success">{t('legal-intake.contact.sealed')}</Notice>}
      <FieldGroup legend={t('legal-intake.contact.who')} hint={t('legal-intake.contact.who.hint')}>
        <TextInput
          name="name"
          label={t('legal-intake.contact.name')}
          optional
          maxLength={INTAKE_LIMITS.name}
          autoComplete="off"
          defaultValue={value('name', identity.name)}
          error={errors.name}
        />
        <TextInput
          name="phone"
          label={t('legal-intake.contact.phone')}
          optional
          inputMode="tel"
          autoComplete="off"
          width="medium"
          defaultValue={value('phone', identity.phone)}
          error={errors.phone}
        />
        <TextInput
          name="email"
          label={t('legal-intake.contact.email')}
          optional
          inputMode="email"
          autoComplete="off"
          defaultValue={value('email', identity.email)}
          error={errors.email}
        />
        <TextInput
          name="address"
          label={t('legal-intake.contact.address')}
          optional
          maxLength={INTAKE_LIMITS.address}
          autoComplete="off"
          defaultValue={value('address', identity.address)}
          error={errors.address}
        />
      </FieldGroup>
      <FieldGroup legend={t('legal-intake.contact.safe')} hint={t('legal-intake.contact.safe.hint')}>
        <Select
          name="channel"
          label={t('legal-intake.contact.channel')}
          optional
          placeholder={t('legal-intake.contact.channel.none')}
          options={CHANNELS.map((one) => ({ value: one, label: t(`legal-intake.channel.${one}`) }))}
          defaultValue={value('channel', safe.channel)}
          error={errors.channel}
        />
        <TextInput
          name="hours"
          label={t('legal-intake.contact.hours')}
          hint={t('legal-intake.contact.hours.hint')}
          optional
          maxLength={INTAKE_LIMITS.hours}
          autoComplete="off"
          defaultValue={value('hours', safe.hours)}
          error={errors.hours}
        />
        <CheckboxField
          name="mayLeaveMessage"
          label={t('legal-intake.contact.message')}
          defaultChecked={typed.ticked('mayLeaveMessage', safe.mayLeaveMessage ?? false)}
        />
        <TextInput
          name="codeWord"
          label={t('legal-intake.contact.code-word')}
          hint={t('legal-intake.contact.code-word.hint')}
          optional
          maxLength={INTAKE_LIMITS.codeWord}
          autoComplete="off"
          defaultValue={value('codeWord', safe.codeWord)}
          error={errors.codeWord}
        />
      </FieldGroup>
      <SealingNote plan={view.plan} fields={IDENTITY_FIELDS} />
      <FieldGroup legend={t('legal-intake.contact.notice')} hint={t('legal-intake.contact.notice.hint')}>
        <TextInput
          name="noticeEmail"
          label={t('legal-intake.contact.notice.email')}
          optional
          inputMode="email"
          autoComplete="off"
          defaultValue={value('noticeEmail', view.noticeEmail)}
          error={errors.noticeEmail}
        />
      </FieldGroup>
    </>
  );
}

export function StoryFields({ typed, view }: StepProps) {
  const { t } = useWords();
  return (
    <>
      {view.isSealed.story && (
        <>
          <Notice tone="success">{t('legal-intake.story.sealed')}</Notice>
          <input type="hidden" name="keep" value="1" />
        </>
      )}
      <TextArea
        name="story"
        label={t('legal-intake.story.label')}
        hint={t('legal-intake.story.hint')}
        rows={12}
        maxLength={INTAKE_LIMITS.story}
        optional={view.isSealed.story}
        defaultValue={typed.value('story', view.story)}
        error={typed.errors.story}
      />
      <SealingNote plan={view.plan} fields={['story']} />
    </>
  );
}
