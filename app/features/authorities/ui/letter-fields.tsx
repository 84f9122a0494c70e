import type { LetterForm } from '#app/features/authorities/letter-form.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';

export type LetterFieldState = {
  version: string;
  bodyId: string;
  postId: string;
  addressee: string;
  signatoryId: string;
  withExactPlace: boolean;
  subject: string;
  text: string;
};

type Props = {
  letter: Pick<LetterForm, 'likely' | 'others' | 'posts' | 'signatories' | 'mayBeExact' | 'isSensitive'>;
  typed: LetterFieldState;
  errors: Partial<Record<'bodyId' | 'postId' | 'addressee' | 'signatoryId' | 'subject' | 'text', FieldError>>;
  backHref: string;
};

/** Everything of a letter that people may change before it leaves. */
export function LetterFields({ letter, typed, errors, backHref }: Props) {
  const { t, locale } = useWords();
  const option = (body: LetterForm['likely'][number]) => ({ value: body.id, label: body.names[locale] });
  const groups = [
    { label: t('authorities.edit.body.likely'), options: letter.likely.map(option) },
    { label: t('authorities.edit.body.others'), options: letter.others.map(option) },
  ].filter((group) => group.options.length > 0);
  const offices = [...letter.likely, ...letter.others]
    .map((body) => ({
      label: body.names[locale],
      options: letter.posts
        .filter((post) => post.bodyId === body.id)
        .map((post) => ({ value: post.id, label: post.names[locale] })),
    }))
    .filter((group) => group.options.length > 0);
  return (
    <Form>
      <input type="hidden" name="version" value={typed.version} />
      <Select
        name="bodyId"
        label={t('authorities.edit.body')}
        hint={t('authorities.edit.body.hint')}
        options={groups}
        placeholder={t('authorities.edit.body.none')}
        defaultValue={typed.bodyId}
        error={errors.bodyId}
      />
      {offices.length > 0 && (
        <Select
          name="postId"
          label={t('authorities.edit.post')}
          hint={t('authorities.edit.post.hint')}
          options={offices}
          placeholder={t('authorities.edit.post.none')}
          defaultValue={typed.postId}
          error={errors.postId}
        />
      )}
      <TextInput
        name="addressee"
        label={t('authorities.edit.addressee')}
        hint={t('authorities.edit.addressee.hint')}
        lang="az"
        optional
        defaultValue={typed.addressee}
        maxLength={200}
        error={errors.addressee}
      />
      {letter.signatories && (
        <Select
          name="signatoryId"
          label={t('authorities.edit.signatory')}
          hint={t('authorities.edit.signatory.hint')}
          options={letter.signatories.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          placeholder={t('authorities.edit.signatory.none')}
          defaultValue={typed.signatoryId}
          error={errors.signatoryId}
        />
      )}
      {letter.mayBeExact && (
        <CheckboxField
          name="withExactPlace"
          label={t('authorities.edit.exact')}
          hint={t('authorities.edit.exact.hint')}
          defaultChecked={typed.withExactPlace}
        />
      )}
      {letter.isSensitive && <p className="meta">{t('authorities.edit.exact.sensitive')}</p>}
      <TextInput
        name="subject"
        label={t('authorities.edit.subject')}
        lang="az"
        defaultValue={typed.subject}
        maxLength={300}
        required
        error={errors.subject}
      />
      <TextArea
        name="text"
        label={t('authorities.edit.text')}
        hint={t('authorities.edit.text.hint')}
        lang="az"
        rows={22}
        defaultValue={typed.text}
        maxLength={8000}
        required
        error={errors.text}
      />
      <ButtonRow>
        <Button name="intent" value="save">
          {t('authorities.edit.save')}
        </Button>
        <ButtonLink tone="quiet" href={backHref}>
          {t('common.cancel')}
        </ButtonLink>
      </ButtonRow>
      <div className="border-t border-line pt-4">
        <p className="meta">{t('authorities.edit.recompose.hint')}</p>
        <Button tone="secondary" size="small" name="intent" value="recompose">
          {t('authorities.edit.recompose')}
        </Button>
      </div>
    </Form>
  );
}
