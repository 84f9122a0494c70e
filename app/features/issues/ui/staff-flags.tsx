import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useControlProps, Field } from '#app/ui/field.tsx';
import { Form } from '#app/ui/form.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { STAFF_LIMITS } from '../staff-forms.ts';
import type { OpenFlag } from '../staff-views.ts';
import { placeText } from '#app/ui/place-text.ts';
import { StateLabel } from './state-label.tsx';

type Props = {
  flag: OpenFlag;
  slug: string;
  clientId: string;
  mayDecide: boolean;
  lastResult?: SubmissionResult<string[]> | null;
  contact?: string;
};

/** One remark about a page, or a body's reply, with the report it is about and what one may decide. */
export function StaffFlag({ flag, slug, clientId, mayDecide, lastResult, contact }: Props) {
  const { t, to, locale, say } = useWords();
  const isReply = flag.kind === 'body_reply';
  const [form, fields] = useForm<{ reason: string }>({ lastResult: lastResult ?? null });
  const name = `reason-${flag.id}`;
  const reasonError = say(fields.reason.errors);
  return (
    <Card as="li" id={flag.id} tone={flag.kind === 'personal_data' || flag.kind === 'danger' ? 'late' : 'plain'}>
      <Stack>
        <Heading level={2}>{t(`issues.staff.flag.${flag.kind}`)}</Heading>
        <p className="meta">{formatMoment(flag.createdAt, locale)}</p>
        {flag.text && <blockquote className="original whitespace-pre-line">{flag.text}</blockquote>}
        <DefinitionList
          items={[
            { term: t('issues.staff.flags.body'), detail: flag.bodyName },
            { term: t('issues.staff.flags.signatory'), detail: flag.signatory },
            {
              term: t('issues.staff.flags.contact'),
              detail: isReply ? (
                <FlagContact flag={flag} clientId={clientId} maySee={mayDecide} contact={contact} />
              ) : null,
            },
            {
              term: t('issues.staff.flags.issue'),
              detail: (
                <>
                  <a href={to(paths.orgIssue(slug, flag.issue.id))}>{flag.issue.title}</a>
                  <span className="meta block">{placeText(flag.issue, locale)}</span>
                  <StateLabel state={flag.issue.state} />
                </>
              ),
            },
          ]}
        />
        {mayDecide && (
          <>
            <ErrorSummary errors={{ '': say(form.errors), [name]: reasonError }} />
            <Form clientId={clientId} label={t(`issues.staff.flag.${flag.kind}`)}>
              <input type="hidden" name="flagId" value={flag.id} />
              <ReasonField name={name} error={reasonError} defaultValue={fields.reason.initialValue} />
              <div className="btn-row">
                <Button name="intent" value="accept" tone={isReply ? 'primary' : 'secondary'}>
                  {t(isReply ? 'issues.staff.flags.publish-reply' : 'issues.staff.flags.accept')}
                </Button>
                <Button name="intent" value="dismiss" tone="quiet">
                  {t('issues.staff.flags.dismiss')}
                </Button>
              </div>
              <p className="meta">{t(isReply ? 'issues.staff.flags.reply.note' : 'issues.staff.flags.accept.note')}</p>
            </Form>
          </>
        )}
      </Stack>
    </Card>
  );
}

/** Several of these stand on a page, so the control's id has the flag's in it while the field's name stays `reason`. */
function ReasonField({ name, error, defaultValue }: { name: string; error?: string[]; defaultValue?: string }) {
  const { t } = useWords();
  const words = { name, hint: t('issues.staff.flags.reason.hint'), error };
  return (
    <Field label={t('issues.staff.decide.reason')} optional {...words}>
      <input
        type="text"
        className="input"
        maxLength={STAFF_LIMITS.reason}
        autoComplete="off"
        defaultValue={defaultValue}
        {...useControlProps(words)}
        name="reason"
      />
    </Field>
  );
}

/** By which the moderator makes sure that the reply is the body's. Opened on demand; the opening stands in the trail. */
function FlagContact({
  flag,
  clientId,
  maySee,
  contact,
}: Pick<Props, 'flag' | 'clientId' | 'contact'> & { maySee: boolean }) {
  const { t } = useWords();
  if (contact) return <b>{contact}</b>;
  if (!maySee) return <>{t('issues.staff.facts.contact.kept')}</>;
  return (
    <Form clientId={clientId} inline>
      <input type="hidden" name="flagId" value={flag.id} />
      <Button name="intent" value="contact" tone="secondary" size="small">
        {t('issues.staff.facts.contact.show')}
      </Button>
    </Form>
  );
}
