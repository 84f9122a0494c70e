import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { MAILING_DONE } from '../forms.ts';
import type { MailingPage } from '../queries.server.ts';
import { afterQuiet, type Night } from '../rules/pace.ts';
import { localesOf } from '../rules/texts.ts';
import { MessageFigures, MessageReach } from './message-reach.tsx';
import { MessageState } from './message-state.tsx';
import { MessageSteps } from './message-steps.tsx';

type Props = {
  slug: string;
  message: MailingPage;
  gate: string | null;
  clientId: string;
  today: string;
  night: Night;
  maySend: boolean;
  done: (typeof MAILING_DONE)[number] | null;
  refused: string | null;
  lastResult?: SubmissionResult<string[]> | null;
};

/** One message: its state, whom it reaches, what is next, how it went, what it says. */
export function MessagePage({
  slug,
  message,
  gate,
  clientId,
  today,
  night,
  maySend,
  done,
  refused,
  lastResult,
}: Props) {
  const { t, to, locale } = useWords();
  const back = useReturned(lastResult);
  const { state, figures, reach } = message;
  const lang = message.texts[locale] ? locale : message.locale;
  const { audience: kind, audienceName: name } = message;
  const audience =
    kind === 'all'
      ? t('mailings.audience.all')
      : name === null
        ? t('mailings.audience.gone')
        : t(`mailings.audience.${kind}`, { name });
  const isUnsent = state === 'draft' || state === 'locked';
  return (
    <>
      <Breadcrumb
        items={[{ label: t('mailings.list.title'), href: to(paths.orgMessages(slug)) }, { label: t('mailings.title') }]}
      />
      <PageTitle
        badge={<MessageState state={state} />}
        meta={`${t(`mailings.purpose.${message.purpose}`)} · ${t(`mailings.channel.${message.channel}`)}`}
        actions={
          <>
            {maySend && state === 'draft' && (
              <ButtonLink tone="secondary" href={to(paths.orgMessageEdit(slug, message.id))}>
                {t('mailings.edit')}
              </ButtonLink>
            )}
            <ButtonLink tone="quiet" href={to(paths.orgMessageWords(slug, message.id))}>
              {t('mailings.words.title')}
            </ButtonLink>
          </>
        }
      >
        <span lang={lang}>{message.texts[lang]?.subject || t('mailings.title')}</span>
      </PageTitle>
      <ErrorSummary errors={back.errors} />
      {refused && (
        <Notice live tone="danger">
          {refused}
        </Notice>
      )}
      {done && (
        <Notice live tone="success">
          {t(`mailings.done.${done}`)}
        </Notice>
      )}
      <Stack gap="large">
        <Moments message={message} night={night} />
        <MessageReach audience={audience} reach={reach} />
        {figures && !isUnsent && <MessageFigures figures={figures} isStopped={state === 'stopped'} />}
        {maySend && (
          <MessageSteps
            state={state}
            testedAt={message.testedAt}
            clientId={clientId}
            today={today}
            night={night}
            gate={refused === null && isUnsent ? gate : null}
            canReach={reach !== null && reach.reached > 0}
            back={back}
          />
        )}
        <Section title={t('mailings.preview')}>
          {localesOf(message.texts).map((one) => (
            <div key={one} className="border-b border-line pb-3">
              <p className="meta">{t(`mailings.lang.${one}`)}</p>
              <p lang={one}>
                <strong>{message.texts[one]?.subject}</strong>
              </p>
              <Paragraphs text={message.texts[one]?.text ?? ''} lang={one} />
            </div>
          ))}
        </Section>
      </Stack>
    </>
  );
}

function Moments({ message: { scheduledAt, startedAt, finishedAt }, night }: { message: MailingPage; night: Night }) {
  const { t, locale } = useWords();
  const lines = [
    finishedAt && t('mailings.finished', { moment: formatMoment(finishedAt, locale) }),
    startedAt && t('mailings.started', { moment: formatMoment(startedAt, locale) }),
    scheduledAt &&
      !startedAt &&
      t('mailings.scheduled', { moment: formatMoment(afterQuiet(scheduledAt, night), locale) }),
  ].filter(Boolean);
  return lines.length > 0 ? <p className="meta">{lines.join(' · ')}</p> : null;
}
