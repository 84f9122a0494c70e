import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Press } from '#app/ui/press.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { MailingState } from '../rules/kinds.ts';
import type { Night } from '../rules/pace.ts';

type Steps = {
  state: MailingState;
  testedAt: Date | null;
  clientId: string;
  today: string;
  night: Night;
  /** Why it may not leave, in the page's language. */
  gate: string | null;
  canReach: boolean;
  back: Returned;
};

/** What is done next with a message: lock, test, send or stop. One button, one deed; the same press twice is one. */
export function MessageSteps(props: Steps) {
  const { t } = useWords();
  const { state, clientId, gate } = props;
  return (
    <>
      {gate && <Notice tone="warning">{gate}</Notice>}
      {(state === 'draft' || state === 'locked') && <TestStep {...props} />}
      {state === 'draft' && (
        <Section title={t('mailings.step.lock.title')}>
          {props.canReach ? (
            <Stack>
              <p>{t('mailings.step.lock.text')}</p>
              <div>
                <Press size="normal" tone="primary" clientId={clientId} intent="lock" label={t('mailings.step.lock')} />
              </div>
            </Stack>
          ) : (
            <p>{t('mailings.error.nobody')}</p>
          )}
        </Section>
      )}
      {state === 'draft' && props.canReach && (
        <Section title={t('mailings.step.send.title')}>
          <p className="meta">{t('mailings.step.send.later')}</p>
        </Section>
      )}
      {state === 'locked' && <SendStep {...props} />}
      {(state === 'scheduled' || state === 'sending') && (
        <Section title={t('mailings.stop')}>
          <Stack>
            <p>{t('mailings.stop.text')}</p>
            <div>
              <Press size="normal" clientId={clientId} intent="stop" label={t('mailings.stop')} tone="danger" />
            </div>
          </Stack>
        </Section>
      )}
      {state === 'draft' && (
        <Press
          size="normal"
          clientId={clientId}
          intent="delete"
          label={t('mailings.delete')}
          tone="quiet"
          ask={t('mailings.delete.ask')}
        />
      )}
    </>
  );
}

function TestStep({ clientId, testedAt }: Steps) {
  const { t, locale } = useWords();
  return (
    <Section title={t('mailings.step.test.title')}>
      <Stack>
        <p>{t('mailings.step.test.text')}</p>
        <p className="meta">
          {testedAt ? t('mailings.tested', { moment: formatMoment(testedAt, locale) }) : t('mailings.not-tested')}
        </p>
        <div>
          <Press size="normal" clientId={clientId} intent="test" label={t('mailings.step.test')} tone="secondary" />
        </div>
      </Stack>
    </Section>
  );
}

function SendStep({ clientId, today, night, gate, back }: Steps) {
  const { t } = useWords();
  return (
    <Section title={t('mailings.step.send.title')}>
      <p>{t('mailings.step.send.text', { from: `${night.until}:00`, until: `${night.from}:00` })}</p>
      <Form clientId={back.value('clientId', clientId)} label={t('mailings.step.send.title')}>
        <RadioCards
          name="when"
          label={t('mailings.when')}
          error={back.errors.when}
          options={[
            { value: 'now', label: t('mailings.when.now') },
            { value: 'later', label: t('mailings.when.later') },
          ]}
          defaultValue={back.value('when', gate ? 'later' : 'now')}
          columns
        />
        <FieldRow>
          <TextInput
            name="on"
            type="date"
            label={t('mailings.when.day')}
            error={back.errors.on}
            defaultValue={back.value('on', today)}
          />
          <TextInput
            name="at"
            type="time"
            label={t('mailings.when.hour')}
            error={back.errors.at}
            defaultValue={back.value('at', '10:00')}
          />
        </FieldRow>
        <Button name="intent" value="send">
          {t('mailings.step.send')}
        </Button>
      </Form>
      <Press size="normal" clientId={clientId} intent="unlock" label={t('mailings.step.unlock')} tone="quiet" />
    </Section>
  );
}
