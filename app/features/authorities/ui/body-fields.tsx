import { BODY_KINDS, isBodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { REGIONS, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';

export type BodyFieldState = {
  kind: string;
  region: string;
  nameAz: string;
  nameEn: string;
  nameRu: string;
  email: string;
  postalAddress: string;
  hotline: string;
  source: string;
  checkedOn: string;
  isActive: boolean;
};

/** One body of the reference table. Its kind and region are chosen once: routing finds it by them. */
export function BodyFields({
  typed,
  errors,
  isNew,
}: {
  typed: BodyFieldState;
  errors: Readonly<Record<string, FieldError>>;
  isNew: boolean;
}) {
  const { t, to, locale } = useWords();
  const regions = REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale, 'full') })).sort((a, b) =>
    compareAz(a.label, b.label),
  );
  return (
    <Form>
      {isNew ? (
        <FieldRow>
          <Select
            name="kind"
            label={t('authorities.body.kind')}
            options={BODY_KINDS.map((kind) => ({ value: kind, label: t(`authorities.kind.${kind}`) }))}
            defaultValue={typed.kind}
            error={errors.kind}
          />
          <Select
            name="region"
            label={t('authorities.body.region')}
            hint={t('authorities.body.region.hint')}
            placeholder={t('authorities.body.region.none')}
            options={regions}
            defaultValue={typed.region}
            error={errors.region}
          />
        </FieldRow>
      ) : (
        <>
          <input type="hidden" name="kind" value={typed.kind} />
          <input type="hidden" name="region" value={typed.region} />
          <DefinitionList
            items={[
              {
                term: t('authorities.body.kind'),
                detail: isBodyKind(typed.kind) ? t(`authorities.kind.${typed.kind}`) : typed.kind,
              },
              {
                term: t('authorities.body.region'),
                detail: typed.region ? regionName(typed.region, locale, 'full') : t('authorities.body.region.none'),
              },
            ]}
          />
        </>
      )}
      <FieldGroup legend={t('authorities.body.names')}>
        <TextInput
          name="nameAz"
          lang="az"
          label={t('authorities.body.name.az')}
          hint={t('authorities.body.name.az.hint')}
          required
          maxLength={200}
          defaultValue={typed.nameAz}
          error={errors.nameAz}
        />
        <TextInput
          name="nameEn"
          lang="en"
          label={t('authorities.body.name.en')}
          required
          maxLength={200}
          defaultValue={typed.nameEn}
          error={errors.nameEn}
        />
        <TextInput
          name="nameRu"
          lang="ru"
          label={t('authorities.body.name.ru')}
          required
          maxLength={200}
          defaultValue={typed.nameRu}
          error={errors.nameRu}
        />
      </FieldGroup>
      <TextInput
        name="email"
        type="email"
        optional
        label={t('authorities.body.email')}
        hint={t('authorities.body.email.hint')}
        width="medium"
        defaultValue={typed.email}
        error={errors.email}
      />
      <TextArea
        name="postalAddress"
        optional
        label={t('authorities.body.postal')}
        hint={t('authorities.body.postal.hint')}
        lang="az"
        rows={3}
        defaultValue={typed.postalAddress}
        error={errors.postalAddress}
      />
      <TextInput
        name="hotline"
        optional
        label={t('authorities.body.hotline')}
        width="medium"
        maxLength={120}
        defaultValue={typed.hotline}
        error={errors.hotline}
      />
      <FieldRow>
        <TextInput
          name="source"
          optional
          label={t('authorities.body.source')}
          hint={t('authorities.body.source.hint')}
          maxLength={200}
          defaultValue={typed.source}
          error={errors.source}
        />
        <TextInput
          name="checkedOn"
          type="date"
          optional
          label={t('authorities.body.checked')}
          width="short"
          defaultValue={typed.checkedOn}
          error={errors.checkedOn}
        />
      </FieldRow>
      <CheckboxField
        name="isActive"
        label={t('authorities.body.active')}
        hint={t('authorities.body.active.hint')}
        defaultChecked={typed.isActive}
      />
      <ButtonRow>
        <Button>{t('common.save')}</Button>
        <ButtonLink tone="quiet" href={to(paths.adminBodies())}>
          {t('common.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
