import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { ReceiptView } from '../receipt-thread.server.ts';
import { CASE_FILE_ACCEPT } from '../rules/file-kinds.ts';
import { INTAKE_LIMITS, MAX_REQUEST_FILES } from '../rules/intake.ts';
import { ReceiptThread } from './receipt-thread.tsx';

type Props = {
  view: ReceiptView;
  proposal: { to: string; text: string } | null;
  clientId: string;
  today: string;
  notice: 'reply' | 'check-in' | 'freeze' | 'unfreeze' | 'agree' | 'decline' | 'renewed' | null;
  lastResult?: SubmissionResult<string[]> | null;
};

/** The applicant's side of a case: where it stands in plain words, the thread, and what is the applicant's to decide. */
export function ReceiptCase({ clientId, lastResult, notice, proposal, today, view }: Props) {
  const { t, to, locale } = useWords();
  const reply = useReturned(lastResult, 'reply');
  const checkIn = useReturned(lastResult, 'check-in');
  const all = useReturned(lastResult);
  const day = (value: string) => formatDay(noonOf(value), locale);
  const turn = view.isWaitingForUs ? 'legal-intake.case.turn.desk' : 'legal-intake.case.turn.you';
  const isOver = view.state === 'closed' || view.state === 'not_taken' || view.state === 'referred_out';
  return (
    <div className="stack stack-large">
      <PageTitle
        lead={t(`legal-intake.state.${view.state as 'new'}`)}
        meta={t('legal-intake.case.meta', { number: String(view.number ?? ''), day: day(view.openedOn) })}
        actions={
          <Form scope="lock" inline>
            <input type="hidden" name="intent" value="lock" />
            <Button tone="secondary" size="small" icon="lock">
              {t('legal-intake.case.lock')}
            </Button>
          </Form>
        }
      >
        {t('legal-intake.case.title')}
      </PageTitle>
      {notice && (
        <Notice live tone="success">
          {t(`legal-intake.case.done.${notice}`)}
        </Notice>
      )}
      <ErrorSummary errors={all.errors} />
      {!isOver && !view.isFrozen && <p>{t(turn)}</p>}
      {view.isFrozen && <Notice tone="warning">{t('legal-intake.case.frozen')}</Notice>}
      {view.outcome && <p>{t('legal-intake.case.outcome', { outcome: t(`legal.outcome.${view.outcome}`) })}</p>}
      {view.notTakenReason && <p>{t(`legal.not-taken.${view.notTakenReason}`)}</p>}
      {view.warning && (
        <Notice tone="warning">{t('legal-intake.case.erased-after', { day: day(view.warning.erasedAfter) })}</Notice>
      )}
      {proposal && (
        <Section title={t('legal-intake.case.referral')} id="referral">
          <p>{t('legal-intake.case.referral.text', { to: proposal.to })}</p>
          {proposal.text && <blockquote>{proposal.text}</blockquote>}
          <Form clientId={clientId} scope="referral">
            <input type="hidden" name="referral" value={view.referral?.id} />
            <ButtonRow>
              <Button name="intent" value="agree">
                {t('legal-intake.case.referral.agree')}
              </Button>
              <Button name="intent" value="decline" tone="secondary">
                {t('legal-intake.case.referral.decline')}
              </Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
      {view.deadlines.length > 0 && (
        <Section title={t('legal-intake.case.deadlines')} id="deadlines">
          <ul className="grid gap-2">
            {view.deadlines.map((one) => (
              <li key={one.id}>
                <b>{day(one.dueOn)}</b> {one.title}
              </li>
            ))}
          </ul>
          <p className="meta">{t('legal-intake.case.deadlines.confirm')}</p>
        </Section>
      )}
      <ReceiptThread entries={view.entries} />
      <Section title={t('legal-intake.case.write')} id="write">
        <Form clientId={reply.value('clientId') ?? clientId} files>
          <input type="hidden" name="intent" value="reply" />
          <TextArea
            name="text"
            label={t('legal-intake.case.reply')}
            rows={5}
            maxLength={INTAKE_LIMITS.message}
            defaultValue={reply.value('text')}
            error={reply.errors.text}
          />
          <FileInput
            name="files"
            label={t('legal-intake.files.label')}
            hint={t('legal-intake.files.hint', { max: MAX_REQUEST_FILES })}
            accept={CASE_FILE_ACCEPT}
            multiple
            optional
            error={reply.errors.files}
          />
          <Button>{t('legal-intake.case.send')}</Button>
        </Form>
        <p className="meta">{t('legal-intake.sealing.server')}</p>
      </Section>
      <Section title={t('legal-intake.case.yours')} id="yours">
        <Form clientId={checkIn.value('clientId') ?? clientId} scope="check-in">
          <input type="hidden" name="intent" value="check-in" />
          <TextInput
            type="date"
            name="checkInOn"
            min={today}
            label={t('legal-intake.case.check-in')}
            hint={t('legal-intake.case.check-in.hint')}
            optional
            defaultValue={checkIn.value('checkInOn', view.checkInOn)}
            error={checkIn.errors.checkInOn ?? checkIn.errors.on}
          />
          <Button tone="secondary">{t('legal-intake.case.check-in.set')}</Button>
        </Form>
        <Form clientId={clientId} scope="freeze">
          <p>{t(view.isFrozen ? 'legal-intake.case.unfreeze.text' : 'legal-intake.case.freeze.text')}</p>
          <Button tone="secondary" name="intent" value={view.isFrozen ? 'unfreeze' : 'freeze'}>
            {t(view.isFrozen ? 'legal-intake.case.unfreeze' : 'legal-intake.case.freeze')}
          </Button>
        </Form>
        <ButtonRow>
          <ButtonLink tone="secondary" href={to(paths.legalReceiptNew())}>
            {t('legal-intake.new.title')}
          </ButtonLink>
          <ButtonLink tone="secondary" href={to(paths.legalReceiptExport())}>
            {t('legal-intake.case.export')}
          </ButtonLink>
          <ButtonLink tone="quiet" href={to(paths.legalReceiptErasure())}>
            {t('legal-intake.erase.title')}
          </ButtonLink>
        </ButtonRow>
        <p className="meta">{t('legal-intake.case.export.hint')}</p>
      </Section>
      <LinkMore href={to(paths.legalProtection())}>{t('legal-intake.home.protection')}</LinkMore>
      <p className="meta">{t('legal-intake.exit.note')}</p>
    </div>
  );
}
