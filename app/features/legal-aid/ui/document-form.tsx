import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DOCUMENT_LIMITS } from '../rules/document-forms.ts';
import { HASTE, SUIT_KINDS, type PaperKind, type Particulars } from '../rules/paper.ts';

type Result = Parameters<typeof useReturned>[0];

export type DocumentFormProps = {
  clientId: string;
  /** The paper that is changed; null makes a new one. */
  id: string | null;
  template: PaperKind;
  title: string;
  known: Particulars;
  result: Result;
};

/** The particulars of a paper. Whatever is left out becomes a blank on it. */
export function DocumentForm({ clientId, id, known, result, template, title }: DocumentFormProps) {
  const { t } = useWords();
  const back = useReturned(result);
  const isSuit = template === 'suit';
  const isRequest = template === 'information_request';
  const line = (name: keyof Particulars, hint?: string) => (
    <TextInput
      name={name}
      label={t(`legal-case.documents.field.${name}`)}
      hint={hint}
      optional
      defaultValue={back.value(name, known[name])}
      error={back.errors[name]}
      maxLength={DOCUMENT_LIMITS.line}
    />
  );
  const words = (name: 'facts' | 'reasons' | 'demands' | 'attachments', rows: number, hint?: string) => (
    <TextArea
      name={name}
      label={t(`legal-case.documents.field.${name}`)}
      hint={hint}
      optional
      rows={rows}
      defaultValue={back.value(name, known[name])}
      error={back.errors[name]}
      maxLength={DOCUMENT_LIMITS.text}
    />
  );
  const day = (name: 'actOn' | 'learnedOn' | 'signedOn') => (
    <TextInput
      name={name}
      type="date"
      width="short"
      label={t(`legal-case.documents.field.${name}`)}
      optional
      defaultValue={back.value(name, known[name])}
      error={back.errors[name]}
    />
  );
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <Form clientId={clientId} label={t(`legal-case.documents.template.${template}`)}>
        <input type="hidden" name="template" value={template} />
        {id && <input type="hidden" name="id" value={id} />}
        <TextInput
          name="title"
          label={t('legal-case.documents.field.title')}
          hint={t('legal-case.documents.field.title.hint')}
          defaultValue={back.value('title', title)}
          error={back.errors.title}
          maxLength={DOCUMENT_LIMITS.title}
        />
        <FieldGroup legend={t('legal-case.documents.part.to')}>
          <FieldRow>
            {line('addressee')}
            {line('addresseeAddress')}
          </FieldRow>
          {isSuit && (
            <FieldRow>
              {line('respondent')}
              {line('respondentAddress')}
            </FieldRow>
          )}
        </FieldGroup>
        <FieldGroup legend={t('legal-case.documents.part.from')} hint={t('legal-case.documents.part.from.hint')}>
          <FieldRow>
            {line('person')}
            {line('personAddress')}
          </FieldRow>
          <FieldRow>
            {line('personPhone')}
            {line('representative')}
          </FieldRow>
        </FieldGroup>
        {!isRequest && (
          <FieldGroup legend={t('legal-case.documents.part.act')}>
            {isSuit && (
              <Select
                name="suit"
                label={t('legal-case.documents.field.suit')}
                placeholder={null}
                defaultValue={back.value('suit', known.suit)}
                options={SUIT_KINDS.map((kind) => ({ value: kind, label: t(`legal-case.documents.suit.${kind}`) }))}
              />
            )}
            <FieldRow>
              {line('act')}
              {line('actNumber')}
            </FieldRow>
            <FieldRow>
              {day('actOn')}
              {day('learnedOn')}
            </FieldRow>
          </FieldGroup>
        )}
        {words('facts', 8, t('legal-case.documents.field.facts.hint'))}
        {!isRequest && words('reasons', 5)}
        {words('demands', 4, t('legal-case.documents.field.demands.hint'))}
        {isRequest && (
          <Select
            name="haste"
            label={t('legal-case.documents.field.haste')}
            placeholder={null}
            defaultValue={back.value('haste', known.haste)}
            options={HASTE.map((haste) => ({ value: haste, label: t(`legal-case.documents.haste.${haste}`) }))}
          />
        )}
        {words('attachments', 3, t('legal-case.documents.field.attachments.hint'))}
        {day('signedOn')}
        <Button>{t('legal-case.documents.keep')}</Button>
      </Form>
    </>
  );
}
