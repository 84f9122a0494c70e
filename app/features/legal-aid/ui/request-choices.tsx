import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ConsentBox } from '#app/ui/consent-box.tsx';
import { FieldRow } from '#app/ui/form.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { CheckboxCards, RadioCards } from '#app/ui/radio-cards.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { Island } from '#app/ui/island.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CAMPAIGN_NEEDS, FLAGS, MATTERS, STAGES, TRACKS } from '../rules/intake.ts';
import { PhoneLine } from './desk-list.tsx';
import type { StepProps } from './step-props.ts';

const CONSENT_PARTS = ['who', 'keeper', 'purpose', 'data', 'term', 'end'] as const;

/** The pages of choices: none of them takes a word. */
export function RequestChoice({ typed, view }: StepProps) {
  const { t, locale } = useWords();
  const { answers, step } = view;
  const cards = (
    name: 'track' | 'matter' | 'need' | 'stage',
    options: { value: string; label: string; hint?: string }[],
  ) => (
    <RadioCards
      name={name}
      label={t('legal-intake.choose')}
      options={options}
      defaultValue={typed.value(name, answers[name])}
      error={typed.errors[name]}
    />
  );
  switch (step) {
    case 'receipt':
      return <ReceiptShown typed={typed} view={view} />;
    case 'danger':
      return (
        <CheckboxCards
          name="flags"
          label={t('legal-intake.danger.label')}
          hint={t('legal-intake.danger.hint')}
          optional
          options={FLAGS.map((value) => ({ value, label: t(`legal.flag.${value}`) }))}
          defaultValues={typed.list('flags', answers.flags)}
          error={typed.errors.flags}
        />
      );
    case 'track':
      return cards(
        step,
        TRACKS.map((value) => ({
          value,
          label: t(`legal.track.${value}`),
          hint: t(`legal-intake.track.${value}.hint`),
        })),
      );
    case 'matter':
      return cards(
        step,
        MATTERS.map((value) => ({ value, label: t(`legal.matter.${value}`) })),
      );
    case 'need':
      return cards(
        step,
        CAMPAIGN_NEEDS.map((value) => ({ value, label: t(`legal.need.${value}`) })),
      );
    case 'stage':
      return cards(
        step,
        STAGES.map((value) => ({ value, label: t(`legal-intake.stage.${value}`) })),
      );
    case 'region':
      return (
        <Select
          name="region"
          label={t('legal-intake.region.label')}
          hint={t('legal-intake.region.hint')}
          optional
          placeholder={t('legal-intake.region.none')}
          options={regionOptions(locale)}
          defaultValue={typed.value('region', answers.region)}
          error={typed.errors.region}
        />
      );
    case 'dates':
      return (
        <FieldRow>
          <TextInput
            type="date"
            name="receivedOn"
            label={t('legal-intake.dates.received')}
            hint={t('legal-intake.dates.received.hint')}
            optional
            defaultValue={typed.value('receivedOn', answers.receivedOn)}
            error={typed.errors.receivedOn}
          />
          <TextInput
            type="date"
            name="dueOn"
            label={t('legal-intake.dates.due')}
            hint={t('legal-intake.dates.due.hint')}
            optional
            defaultValue={typed.value('dueOn', answers.dueOn)}
            error={typed.errors.dueOn}
          />
        </FieldRow>
      );
    case 'answer':
      return <EarlyAnswer typed={typed} view={view} />;
    case 'kept-out':
      return <KeptOut typed={typed} view={view} />;
    case 'consent':
      return (
        <>
          <Notice tone="warning" title={t('legal-intake.consent.not.title')}>
            <p>{t('legal-intake.consent.not')}</p>
          </Notice>
          <ConsentBox
            label={t('legal-intake.consent.agree')}
            intro={t('legal-intake.consent.intro')}
            parts={CONSENT_PARTS.map((part) => ({
              title: t(`legal-intake.consent.${part}`),
              text: t(`legal-intake.consent.${part}.text`),
            }))}
            error={typed.errors.consent}
            open
          />
        </>
      );
    default:
      return null;
  }
}

function ReceiptShown({ typed, view }: StepProps) {
  const { t } = useWords();
  const code = view.receipt ?? '';
  return (
    <>
      <ReceiptCode
        code={code}
        actions={
          <Island
            name="receipt-tools"
            className="btn-row btn-row-tight"
            data={{
              code: code.replaceAll(' ', ''),
              words: { copy: t('common.copy'), copied: t('legal-intake.receipt.copied'), print: t('common.print') },
            }}
          />
        }
      >
        <p>{t('legal-intake.receipt.about')}</p>
      </ReceiptCode>
      <CheckboxField name="written" label={t('legal-intake.receipt.written')} error={typed.errors.written} required />
    </>
  );
}

function EarlyAnswer({ view }: StepProps) {
  const { t, to } = useWords();
  const { early } = view;
  if (!early) return null;
  const tone = early.likely === 'yes' ? 'success' : early.likely === 'maybe' ? 'info' : 'warning';
  return (
    <>
      <Notice tone={tone} title={t(`legal-intake.answer.${early.likely}.title`)}>
        <p>{t(`legal-intake.answer.${early.likely}`)}</p>
        {early.doubts.map((doubt) => (
          <p key={doubt}>{t(`legal-intake.doubt.${doubt}`)}</p>
        ))}
      </Notice>
      {early.topics.length > 0 && (
        <Section title={t('legal-intake.answer.meanwhile')} id="meanwhile">
          <ul className="grid gap-2">
            {early.topics.map((topic) => (
              <li key={topic}>
                <LinkMore href={to(paths.legalRight(topic))}>{t(`legal-rights.${topic}.title`)}</LinkMore>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function KeptOut({ typed, view }: StepProps) {
  const { t } = useWords();
  const isRefused = typed.errors.keptOut !== undefined;
  return (
    <>
      <CheckboxCards
        name="keptOut"
        label={t('legal-intake.kept-out.label')}
        optional
        options={view.keepable.map(({ isBar, role, shownName, staffId }) => ({
          value: staffId,
          label: shownName,
          hint: [t(`legal.role.${role}`), role === 'custodian' ? '' : t(isBar ? 'legal.bar.yes' : 'legal.bar.no')]
            .filter(Boolean)
            .join(' · '),
        }))}
        defaultValues={typed.list('keptOut', view.keptOut)}
        error={typed.errors.keptOut}
      />
      {isRefused && <PhoneLine phone={view.line.phone} hours={view.line.hours} />}
    </>
  );
}
