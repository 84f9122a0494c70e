import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DefinitionList, type Definition } from '#app/ui/definition-list.tsx';
import { Island } from '#app/ui/island.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { DraftStep } from '../rules/intake.ts';
import { useFileLabel } from './request-files.tsx';
import type { StepProps } from './step-props.ts';

/** Everything once more, each with the way back to its page; what the browser sealed is not opened for it. */
export function RequestCheck({ typed, view }: StepProps) {
  const { t, to, locale } = useWords();
  const label = useFileLabel();
  const { answers, files, identity, isSealed, story } = view;
  const day = (value: string | undefined) =>
    value ? formatDay(noonOf(value), locale) : t('legal-intake.check.nothing');
  const row = (step: DraftStep, detail: string): Definition => ({
    key: step,
    term: t(`legal-intake.check.${step as 'track'}`),
    detail: (
      <>
        {detail || t('legal-intake.check.nothing')}{' '}
        <a href={to(paths.legalRequestStep(step))} className="meta">
          {t('legal-intake.check.change')}
          <span className="visually-hidden">: {t(`legal-intake.check.${step as 'track'}`)}</span>
        </a>
      </>
    ),
  });
  const names = view.keepable.filter((one) => view.keptOut.includes(one.staffId)).map((one) => one.shownName);
  const contact = isSealed.identity
    ? t('legal-intake.check.sealed')
    : [identity?.name, identity?.phone, identity?.email, identity?.address].filter(Boolean).join(', ');
  return (
    <>
      <DefinitionList
        items={[
          row('danger', (answers.flags ?? []).map((flag) => t(`legal.flag.${flag}`)).join(', ')),
          row('track', answers.track ? t(`legal.track.${answers.track}`) : ''),
          ...(answers.track === 'campaign'
            ? [row('need', answers.need ? t(`legal.need.${answers.need}`) : '')]
            : [
                row('matter', answers.matter ? t(`legal.matter.${answers.matter}`) : ''),
                row('stage', answers.stage ? t(`legal-intake.stage.${answers.stage}`) : ''),
              ]),
          row('region', answers.region ? regionName(answers.region, locale) : ''),
          row('dates', `${day(answers.receivedOn)} / ${day(answers.dueOn)}`),
          row('kept-out', names.join(', ')),
          row('contact', contact),
          row('files', files.map(label).join(', ')),
          row('story', isSealed.story ? t('legal-intake.check.sealed') : t('legal-intake.check.story-below')),
        ]}
      />
      {story !== '' && (
        <Section title={t('legal-intake.check.story')} id="story">
          <Paragraphs text={story} />
        </Section>
      )}
      <Notice>{t(isSealed.story ? 'legal-intake.sealed.browser' : 'legal-intake.sealed.server')}</Notice>
      {view.newReceipt ? <ForApplicant typed={typed} view={view} /> : null}
    </>
  );
}

/** The applicant's own receipt, to be handed over: with sending it the one used so far opens nothing. */
function ForApplicant({ typed, view }: StepProps) {
  const { t } = useWords();
  const code = (typed.value('receipt') ?? view.newReceipt ?? '').replaceAll(/\D/g, '');
  return (
    <Section title={t('legal-intake.check.for-somebody')} id="receipt">
      <p>{t('legal-intake.check.for-somebody.text')}</p>
      <ReceiptCode
        code={code}
        actions={
          <Island
            name="receipt-tools"
            className="btn-row btn-row-tight"
            data={{
              code,
              words: { copy: t('common.copy'), copied: t('legal-intake.receipt.copied'), print: t('common.print') },
            }}
          />
        }
      >
        <p>{t('legal-intake.receipt.about')}</p>
      </ReceiptCode>
      <input type="hidden" name="receipt" value={code} />
      <CheckboxField
        name="written"
        label={t('legal-intake.check.for-somebody.given')}
        error={typed.errors.written}
        required
      />
    </Section>
  );
}
