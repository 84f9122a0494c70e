import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Party } from '../rules/contents.ts';

type Intent = 'party' | 'settle' | 'keep-out';
type Props = {
  told: 'party' | 'party-conflict' | 'settled' | 'kept-out' | undefined;
  isLead: boolean;
  isPossible: boolean;
  parties: readonly Party[];
  people: readonly { name: string | null; kind: string; count: number }[];
  candidates: readonly { staffId: string; name: string }[];
  keptOut: readonly string[];
  ids: readonly string[];
  returned: SubmissionResult<string[]> | undefined;
};

/** The sides of a case, and what the lead decides where one of them stands in another case too. */
export function CaseConflicts(props: Props) {
  const { candidates, ids, isLead, isPossible, keptOut, parties, people, returned, told } = props;
  const { say, t } = useWords();
  const typed = (returned?.initialValue ?? {}) as Record<string, string | undefined>;
  const errors = returned?.error ?? {};
  const was = (intent: Intent, name: string) => (typed['intent'] === intent ? typed[name] : undefined);
  const wrong = (intent: Intent, name: string) => (typed['intent'] === intent ? say(errors[name]) : undefined);
  const why = (intent: Intent) => (
    <TextArea
      name="reason"
      label={t('legal-desk.reason')}
      hint={t('legal-desk.reason.hint')}
      error={wrong(intent, 'reason')}
      defaultValue={was(intent, 'reason')}
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
      <PageTitle>{t('legal-desk.room.conflicts')}</PageTitle>
      {told && (
        <Notice tone={told === 'party-conflict' ? 'danger' : 'success'} live>
          {t(`legal-desk.done.${told}`)}
        </Notice>
      )}
      {!isPossible && <p>{t('legal-desk.conflict.none')}</p>}
      {keptOut.length > 0 && <p>{t('legal-desk.conflict.kept-out', { names: keptOut.join(', ') })}</p>}
      {isLead && isPossible && (
        <Section title={t('legal-desk.conflict.decide')} id="decide">
          <ul>
            {people.map((one) => (
              <li key={`${one.kind}/${one.name}`}>
                {t(`legal-desk.conflict.equal.${one.kind === 'phone' || one.kind === 'fin' ? one.kind : 'name'}`, {
                  name: one.name ?? t('legal-desk.nobody'),
                })}
              </li>
            ))}
          </ul>
          <Form clientId={ids[0] as string} scope="keep-out" label={t('legal-desk.conflict.keep-out')}>
            <Select
              name="staffId"
              label={t('legal-desk.conflict.who')}
              hint={t('legal-desk.conflict.who.hint')}
              options={candidates.map(({ name, staffId }) => ({ value: staffId, label: name }))}
              error={wrong('keep-out', 'staffId')}
              defaultValue={was('keep-out', 'staffId')}
            />
            {why('keep-out')}
            <Button name="intent" value="keep-out" tone="danger">
              {t('legal-desk.conflict.keep-out')}
            </Button>
          </Form>
          <Form clientId={ids[1] as string} scope="settle" label={t('legal-desk.conflict.settle')}>
            {why('settle')}
            <Button name="intent" value="settle" tone="secondary">
              {t('legal-desk.conflict.settle')}
            </Button>
          </Form>
        </Section>
      )}
      <Section title={t('legal-desk.parties')} id="parties">
        {parties.length === 0 ? (
          <p>{t('legal-desk.parties.none')}</p>
        ) : (
          <ul>
            {parties.map((party, at) => (
              <li key={at}>
                <b>{t(`legal-desk.side.${party.side}`)}</b>:{' '}
                {[party.name, party.phone, party.fin].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('legal-desk.parties.add')} id="add">
        <p>{t('legal-desk.parties.hint')}</p>
        <Form clientId={ids[2] as string} scope="party" label={t('legal-desk.parties.add')}>
          <RadioCards
            name="side"
            label={t('legal-desk.side')}
            columns
            options={(['ours', 'other'] as const).map((value) => ({ value, label: t(`legal-desk.side.${value}`) }))}
            error={wrong('party', 'side')}
            defaultValue={was('party', 'side') ?? 'other'}
          />
          <TextInput
            name="name"
            label={t('legal-desk.party.name')}
            error={wrong('party', 'name')}
            defaultValue={was('party', 'name')}
            optional
            maxLength={200}
            autoComplete="off"
          />
          <TextInput
            name="phone"
            label={t('legal-desk.party.phone')}
            error={wrong('party', 'phone')}
            defaultValue={was('party', 'phone')}
            optional
            maxLength={40}
            autoComplete="off"
            inputMode="tel"
          />
          <TextInput
            name="fin"
            label={t('legal-desk.party.fin')}
            hint={t('legal-desk.party.fin.hint')}
            error={wrong('party', 'fin')}
            defaultValue={was('party', 'fin')}
            optional
            maxLength={20}
            autoComplete="off"
          />
          <Button name="intent" value="party" tone="secondary">
            {t('legal-desk.parties.do')}
          </Button>
        </Form>
      </Section>
    </Stack>
  );
}
