import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { STAFF_LIMITS } from '../staff-forms.ts';
import type { StaffIssue } from '../staff-views.ts';

/** Questions and answers with the reporter, who reads them on the receipt's page. Neither side learns how to reach the other. */
export function StaffMessages({
  issue,
  clientId,
  mayAsk,
  lastResult,
}: {
  issue: StaffIssue;
  clientId: string;
  mayAsk: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, locale, say } = useWords();
  const [, fields] = useForm<{ message: string }>({ lastResult: lastResult ?? null });
  const isReachable = issue.source !== 'import' && issue.state !== 'withdrawn';
  if (!isReachable && issue.messages.length === 0) return null;
  return (
    <Section title={t('issues.staff.messages.title')} id="messages">
      {issue.messages.length > 0 && (
        <ol className="stack">
          {issue.messages.map(({ id, side, author, body, at }) => (
            <li key={id} className={`message message-${side}`}>
              <p className="meta">
                <b>
                  {side === 'reporter'
                    ? t('issues.staff.messages.reporter')
                    : (author ?? t('issues.staff.messages.us'))}
                </b>
                , {formatMoment(at, locale)}
              </p>
              <p className="whitespace-pre-line">{body}</p>
            </li>
          ))}
        </ol>
      )}
      {issue.awaits === 'organisation' && mayAsk && (
        <Notice
          tone="info"
          title={t('issues.staff.messages.unread')}
          actions={
            <Form clientId={clientId} inline>
              <Button tone="secondary" size="small" name="intent" value="read">
                {t('issues.staff.messages.read')}
              </Button>
            </Form>
          }
        />
      )}
      {mayAsk && isReachable && (
        <Form clientId={clientId} label={t('issues.staff.messages.title')}>
          <TextArea
            name="message"
            label={t('issues.staff.messages.ask')}
            hint={t('issues.staff.messages.hint')}
            error={say(fields.message.errors)}
            rows={3}
            defaultValue={fields.message.initialValue}
            maxLength={STAFF_LIMITS.message}
          />
          <Button tone="secondary" name="intent" value="ask">
            {t('issues.staff.messages.send')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
