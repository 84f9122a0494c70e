import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, REGIONS } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { BANDS, LABELS, MATTERS } from '../rules/desk.ts';
import { IN_HAND } from '../rules/lifecycle.ts';
import { DEEDS, type CaseStepsProps, type Deed } from './case-steps-props.ts';

/** All that may be done with a case next, each a form of its own. */
export function CaseSteps({ ids, may, receivers, referral, returned, slug, subject, summary, told }: CaseStepsProps) {
  const { locale, say, t, to } = useWords();
  const typed = (returned?.initialValue ?? {}) as Record<string, string | undefined>;
  const errors = returned?.error ?? {};
  /** What was typed into that form, and what is wrong there. */
  const was = (deed: Deed, name: string): string | undefined => (typed['intent'] === deed ? typed[name] : undefined);
  const wrong = (deed: Deed, name: string) => (typed['intent'] === deed ? say(errors[name]) : undefined);
  const step = (deed: Deed, title: string, button: string, children: ReactNode, tone?: 'primary' | 'secondary') =>
    may[deed] && (
      <Section key={deed} title={title} id={deed}>
        <Form clientId={ids[DEEDS.indexOf(deed)] as string} scope={deed} label={title}>
          {children}
          <Button name="intent" value={deed} tone={tone ?? 'secondary'}>
            {button}
          </Button>
        </Form>
      </Section>
    );
  const why = (deed: Deed, hint = t('legal-desk.reason.hint')) => (
    <TextArea
      name="reason"
      label={t('legal-desk.reason')}
      hint={hint}
      error={wrong(deed, 'reason')}
      defaultValue={was(deed, 'reason')}
      rows={3}
      maxLength={2000}
    />
  );
  return (
    <Stack>
      <ErrorSummary
        errors={Object.entries(errors).flatMap(([name, keys]) =>
          (say(keys) ?? []).map((message) => (name ? { name, message } : { message })),
        )}
      />
      <PageTitle>{t('legal-desk.room.steps')}</PageTitle>
      {told && (
        <Notice tone="success" live>
          {t(`legal-desk.done.${told}`)}
        </Notice>
      )}
      {referral === 'proposed' && <Notice tone="info">{t('legal-desk.refer.waiting')}</Notice>}
      {referral === 'declined' && <Notice tone="warning">{t('legal-desk.refer.declined')}</Notice>}
      {step('claim', t('legal-desk.claim'), t('legal-desk.claim'), null, 'primary')}
      {step('hand', t('legal-desk.hand.title'), t('legal-desk.hand.do'), <p>{t('legal-desk.hand.text')}</p>, 'primary')}
      {step(
        'summary',
        t('legal-desk.summary.title'),
        t('legal-desk.summary.do'),
        <>
          <TextInput
            name="title"
            label={t('legal-desk.summary.name')}
            hint={t('legal-desk.summary.hint')}
            error={wrong('summary', 'title')}
            defaultValue={was('summary', 'title') ?? summary.title}
            maxLength={120}
          />
          <TextArea
            name="text"
            label={t('legal-desk.summary.text')}
            error={wrong('summary', 'text')}
            defaultValue={was('summary', 'text') ?? summary.text}
            optional
            rows={4}
            maxLength={4000}
          />
        </>,
      )}
      {step(
        'move',
        t('legal-desk.move.title'),
        t('legal-desk.move.do'),
        <RadioCards
          name="to"
          label={t('legal-desk.move.to')}
          error={wrong('move', 'to')}
          columns
          options={IN_HAND.filter((state) => state !== subject.state).map((value) => ({
            value,
            label: t(`legal.state.${value}`),
          }))}
          defaultValue={was('move', 'to')}
        />,
      )}
      {step(
        'mark',
        t('legal-desk.mark.title'),
        t('legal-desk.mark.do'),
        <>
          <Select
            name="matter"
            label={t('legal-desk.matter')}
            options={MATTERS.map((value) => ({ value, label: t(`legal.matter.${value}`) }))}
            defaultValue={was('mark', 'matter') ?? subject.matter ?? ''}
            error={wrong('mark', 'matter')}
            optional
          />
          <Select
            name="region"
            label={t('legal-desk.region')}
            options={REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale) })).sort((a, b) =>
              a.label.localeCompare(b.label, locale),
            )}
            defaultValue={was('mark', 'region') ?? subject.region ?? ''}
            error={wrong('mark', 'region')}
            optional
          />
          <Select
            name="label"
            label={t('legal-desk.label')}
            options={LABELS.map((value) => ({ value, label: t(`legal.label.${value}`) }))}
            defaultValue={was('mark', 'label') ?? subject.label ?? ''}
            error={wrong('mark', 'label')}
            optional
          />
          <CheckboxField
            name="isCourt"
            label={t('legal-desk.court')}
            hint={t('legal-desk.court.hint')}
            error={wrong('mark', 'isCourt')}
            defaultChecked={typed['intent'] === 'mark' ? was('mark', 'isCourt') === 'on' : subject.isCourt}
          />
        </>,
      )}
      {step(
        'band',
        t('legal-desk.band.title'),
        t('legal-desk.band.do'),
        <>
          <RadioCards
            name="band"
            label={t('legal-desk.queue.band')}
            columns
            error={wrong('band', 'band')}
            options={[
              ...BANDS.map((value) => ({ value, label: t(`legal.band.${value}`) })),
              { value: 'rules', label: t('legal-desk.band.rules') },
            ]}
            defaultValue={was('band', 'band') ?? subject.bandOverride}
          />
          {why('band')}
        </>,
      )}
      {step(
        'pass',
        t('legal-desk.pass.title'),
        t('legal-desk.pass.do'),
        receivers.length === 0 ? (
          <p>{t('legal-desk.pass.nobody')}</p>
        ) : (
          <>
            <Select
              name="toStaffId"
              label={t('legal-desk.pass.to')}
              error={wrong('pass', 'toStaffId')}
              defaultValue={was('pass', 'toStaffId')}
              options={receivers.map((one) => ({
                value: one.staffId,
                label: [
                  one.name,
                  t(one.isBar ? 'legal.bar.yes' : 'legal.bar.no'),
                  one.isOnDuty ? null : t('legal-desk.off-duty'),
                  one.free > 0 ? t('legal-desk.capacity.places', { count: one.free }) : t('legal-desk.capacity.full'),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <RadioCards
              name="role"
              label={t('legal-desk.pass.role')}
              error={wrong('pass', 'role')}
              options={(['responsible', 'cover', 'second'] as const).map((value) => ({
                value,
                label: t(`legal-desk.role.${value}`),
                hint: t(`legal-desk.role.${value}.hint`),
              }))}
              defaultValue={was('pass', 'role') ?? 'responsible'}
            />
            {why('pass')}
          </>
        ),
      )}
      {step('return', t('legal-desk.return.title'), t('legal-desk.return.do'), why('return'))}
      {step(
        'refer',
        t('legal-desk.refer.title'),
        t('legal-desk.refer.do'),
        <>
          <p>{t('legal-desk.refer.text')}</p>
          <TextInput
            name="to"
            label={t('legal-desk.refer.to')}
            error={wrong('refer', 'to')}
            defaultValue={was('refer', 'to')}
            maxLength={200}
          />
          {why('refer', t('legal-desk.refer.reason.hint'))}
        </>,
      )}
      {may.close && (
        <Section title={t('legal-desk.close.title')} id="close">
          <p>{t('legal-desk.close.text')}</p>
          <ButtonLink tone="secondary" href={to(paths.deskCaseRoom(slug, subject.id, 'outcome'))}>
            {t('legal-desk.close.link')}
          </ButtonLink>
        </Section>
      )}
    </Stack>
  );
}
