import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { IdentityQuestion, IdentityRoom as Room } from '../case-identity.server.ts';
import { CASE_LIMITS } from '../rules/case-forms.ts';
import type { Identity, SafeContact } from '../rules/contents.ts';
import { IDENTITY_REASONS } from '../rules/desk.ts';

export const ANSWER_TONES = { asked: 'waiting', approved: 'verified', refused: 'refused' } as const;

/** The name behind a case, once a custodian agreed; until then where one asks for it. */
export function IdentityRoom({
  clientId,
  hasIdentity,
  identity,
  mayAsk,
  questions,
  result,
}: Room & { clientId: string; result: SubmissionResult<string[]> | undefined }) {
  const { t } = useWords();
  const typed = useReturned(result, 'ask');
  if (!hasIdentity)
    return <EmptyState title={t('legal-case.identity.none.title')}>{t('legal-case.identity.none.text')}</EmptyState>;
  const isWithoutKey = identity === null && questions.some((one) => one.isMine && one.state === 'approved');
  return (
    <div className="stack stack-large">
      {identity && <IdentityCard identity={identity} />}
      {isWithoutKey && <Notice tone="warning">{t('legal-case.identity.no-key')}</Notice>}
      {mayAsk && (
        <Section title={t('legal-case.identity.ask')} id="ask">
          <ErrorSummary errors={typed.errors} />
          <Form clientId={clientId} label={t('legal-case.identity.ask')}>
            <input type="hidden" name="intent" value="ask" />
            <Select
              name="reason"
              width="medium"
              label={t('legal-case.identity.ask.reason')}
              error={typed.errors['reason']}
              defaultValue={typed.value('reason', '')}
              options={IDENTITY_REASONS.map((value) => ({ value, label: t(`legal.identity-reason.${value}`) }))}
            />
            <TextArea
              name="text"
              label={t('legal-case.identity.ask.text')}
              hint={t('legal-case.identity.ask.hint')}
              error={typed.errors['text']}
              defaultValue={typed.value('text')}
              maxLength={CASE_LIMITS.reason}
              rows={3}
            />
            <ButtonRow>
              <Button icon="person">{t('legal-case.identity.ask.send')}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {questions.length > 0 && (
        <Section title={t('legal-case.identity.questions')} id="questions">
          <CardList label={t('legal-case.identity.questions')}>
            {questions.map((one) => (
              <Question key={one.id} question={one} />
            ))}
          </CardList>
        </Section>
      )}
    </div>
  );
}

function Question({ question: { askedOn, by, decidedBy, decidedOn, reason, state } }: { question: IdentityQuestion }) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  return (
    <Card as="li">
      <StateBadge tone={ANSWER_TONES[state]}>{t(`legal-case.identity.state.${state}`)}</StateBadge>
      <p className="font-bold">{t(`legal.identity-reason.${reason}`)}</p>
      <p className="meta">{t('legal-case.identity.room.asks', { name: by ?? '', day: day(askedOn) })}</p>
      {decidedBy && decidedOn && (
        <p className="meta">{t('legal-case.identity.room.by', { name: decidedBy, day: day(decidedOn) })}</p>
      )}
    </Card>
  );
}

/** How to make contact safely stands before the name. */
function IdentityCard({ identity }: { identity: Identity }) {
  const { t } = useWords();
  const { address, email, name, phone, safe } = identity;
  const rows = [
    ['name', name],
    ['phone', phone],
    ['email', email],
    ['address', address],
  ] as const;
  return (
    <>
      <Notice tone="warning" title={t('legal-case.identity.safe')}>
        <Safe safe={safe} />
      </Notice>
      <Card>
        <DefinitionList
          items={rows.map(([key, value]) => ({
            term: t(`legal-case.identity.${key}`),
            detail: value || <span className="meta">{t('legal-case.identity.not-given')}</span>,
          }))}
        />
      </Card>
    </>
  );
}

function Safe({ safe }: { safe: SafeContact | undefined }) {
  const { t } = useWords();
  const { channel, codeWord, hours, mayLeaveMessage } = safe ?? {};
  const items = [
    channel && { term: t('legal-case.identity.channel'), detail: t(`legal-case.identity.channel.${channel}`) },
    hours && { term: t('legal-case.identity.hours'), detail: hours },
    mayLeaveMessage !== undefined && {
      term: t('legal-case.identity.message'),
      detail: t(`legal-case.identity.message.${mayLeaveMessage ? 'yes' : 'no'}`),
    },
    codeWord && { term: t('legal-case.identity.code-word'), detail: codeWord },
  ].filter((item) => item !== undefined && item !== false && item !== '');
  return items.length > 0 ? <DefinitionList items={items} /> : <p>{t('legal-case.identity.safe.none')}</p>;
}
