import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PhotoGrid } from '#app/ui/photo.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { LIMITS } from '../forms.ts';
import { isCategoryKey } from '../rules/categories.ts';
import type { ReceiptMessage, ReceiptReport } from '../rules/views.ts';
import { IssueTimeline } from './issue-timeline.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { StateLabel } from './state-label.tsx';

type Sent = { lastResult?: SubmissionResult<string[]> | null; clientId: string };

function Messages({ messages, organisation }: { messages: readonly ReceiptMessage[]; organisation: string }) {
  const { t, locale } = useWords();
  if (messages.length === 0) return <p className="meta">{t('issues.receipt.messages.none')}</p>;
  return (
    <ul className="stack stack-small">
      {messages.map((message) => (
        <Card key={message.id} as="li" tone={message.side === 'organisation' ? 'info' : 'plain'}>
          <p className="meta">
            <b>{message.side === 'organisation' ? organisation : t('issues.receipt.messages.you')}</b> ·{' '}
            {formatMoment(message.at, locale)}
          </p>
          <Paragraphs text={message.body} />
        </Card>
      ))}
    </ul>
  );
}

function Answer({ lastResult, clientId }: Sent) {
  const { t, say } = useWords();
  const [, fields] = useForm<{ text: string; clientId: string }>({ lastResult: lastResult ?? null });
  return (
    <Form clientId={fields.clientId.initialValue ?? clientId} label={t('issues.receipt.messages')}>
      <input type="hidden" name="step" value="answer" />
      <TextArea
        name="text"
        label={t('issues.receipt.answer')}
        hint={t('issues.receipt.answer.hint')}
        error={say(fields.text.errors)}
        rows={3}
        maxLength={LIMITS.message}
        defaultValue={fields.text.initialValue}
        required
      />
      <ButtonRow>
        <Button tone="secondary">{t('issues.receipt.answer.send')}</Button>
      </ButtonRow>
    </Form>
  );
}

function Dispute({ lastResult, clientId }: Sent) {
  const { t, say } = useWords();
  const [, fields] = useForm<{ note: string; clientId: string }>({ lastResult: lastResult ?? null });
  return (
    <Section title={t('issues.receipt.dispute.title')} id="dispute">
      <p>{t('issues.receipt.dispute.text')}</p>
      <Form clientId={fields.clientId.initialValue ?? clientId} label={t('issues.receipt.dispute.title')}>
        <input type="hidden" name="step" value="dispute" />
        <TextInput
          name="note"
          label={t('issues.receipt.dispute.note')}
          hint={t('issues.receipt.dispute.note.hint')}
          error={say(fields.note.errors)}
          maxLength={LIMITS.note}
          defaultValue={fields.note.initialValue}
          required
        />
        <ButtonRow>
          <Button tone="danger">{t('issues.receipt.dispute.send')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

const unsentText = (result: SubmissionResult<string[]> | undefined): string =>
  String(result?.initialValue?.text ?? result?.initialValue?.note ?? '');

/** What was written on another tab after the report had been withdrawn: to copy, it goes nowhere. */
function Unsent({ text }: { text: string }) {
  const { t } = useWords();
  if (text === '') return null;
  return <TextArea name="text" label={t('issues.receipt.unsent')} rows={3} defaultValue={text} readOnly />;
}

/** One button that posts one step. */
function Step({ step, label }: { step: string; label: string }) {
  return (
    <Form inline>
      <input type="hidden" name="step" value={step} />
      <Button tone="secondary" size="small">
        {label}
      </Button>
    </Form>
  );
}

/** The reporter's own page: how it stands, what happened, questions both ways, and the way out. `failed` is the step that came back. */
export function ReceiptReportView({
  report,
  now,
  clientIds,
  failed,
  done,
}: {
  report: ReceiptReport;
  now: Date;
  clientIds: { answer: string; dispute: string };
  failed: { step: string; lastResult: SubmissionResult<string[]> } | null;
  done: string | null;
}) {
  const { t, to, locale, say } = useWords();
  const organisation = report.organisation?.names[locale] ?? '';
  const isWithdrawn = report.state === 'withdrawn';
  const isAsked = !isWithdrawn && report.messages.at(-1)?.side === 'organisation';
  const facts = [
    placeText(report, locale),
    isCategoryKey(report.category) && t(`category.${report.category}`),
    t('issues.receipt.sent-on', { date: formatDay(report.createdAt, locale) }),
  ];
  const errors = failed?.lastResult.error ?? {};
  const resultOf = (step: string) => (failed?.step === step ? failed.lastResult : null);
  return (
    <div className="stack stack-large">
      <div className="stack">
        {done !== null && (
          <Notice tone="success" live>
            {done}
          </Notice>
        )}
        {isAsked && (
          <Notice
            tone="warning"
            title={t('issues.receipt.asked', { organisation })}
            actions={<a href="#messages">{t('issues.receipt.asked.link')}</a>}
          />
        )}
        <ErrorSummary
          title={t(isWithdrawn ? 'issues.receipt.unsent.title' : 'issues.form.errors.title')}
          errors={Object.fromEntries(Object.entries(errors).map(([name, keys]) => [name, say(keys)]))}
        />
        <PageTitle badge={<StateLabel state={report.state} />} meta={facts.filter(Boolean).join(' · ')}>
          {report.title}
        </PageTitle>
        {organisation !== '' && !isWithdrawn && <p className="meta">{t('issues.receipt.reader', { organisation })}</p>}
        {report.isPublic && report.ref !== null && (
          <p>
            <a href={to(paths.issue(report.ref))}>{t('issues.receipt.public')}</a>
          </p>
        )}
      </div>
      <Section title={t('issues.receipt.progress')} id="progress">
        <IssueTimeline
          steps={report.steps}
          state={report.state}
          organisation={report.organisation?.names ?? null}
          now={now}
        />
      </Section>
      {report.canDispute && <Dispute lastResult={resultOf('dispute')} clientId={clientIds.dispute} />}
      <Section title={t('issues.receipt.messages')} id="messages">
        <Messages messages={report.messages} organisation={organisation} />
        {isWithdrawn ? (
          <Unsent text={unsentText(failed?.lastResult)} />
        ) : (
          <Answer lastResult={resultOf('answer')} clientId={clientIds.answer} />
        )}
      </Section>
      {(report.details !== '' || report.photos.length > 0 || !isWithdrawn) && (
        <Section title={t('issues.receipt.yours')} id="yours">
          {report.details !== '' && <Paragraphs text={report.details} />}
          <PhotoGrid
            photos={report.photos.map(({ id, width, height, isHidden }) => ({
              src: paths.receiptPhoto(id),
              width,
              height,
              ...(isHidden ? { caption: t('issues.receipt.photo.hidden') } : {}),
            }))}
          />
          {!isWithdrawn && (
            <ButtonRow>
              <ButtonLink tone="quiet" icon="trash" href={to(paths.receiptWithdrawal())}>
                {t('issues.receipt.withdraw')}
              </ButtonLink>
            </ButtonRow>
          )}
        </Section>
      )}
      {report.hasContact && (
        <Notice tone="info" actions={<Step step="forget-contact" label={t('issues.receipt.contact.delete')} />}>
          <p>{t('issues.receipt.contact.kept')}</p>
        </Notice>
      )}
      <Section title={t('issues.receipt.close.title')} id="close">
        <p className="meta">{t('issues.receipt.close.note')}</p>
        <ButtonRow>
          <Step step="close" label={t('issues.receipt.close')} />
        </ButtonRow>
      </Section>
    </div>
  );
}
