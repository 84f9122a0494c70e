import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DELIVERY_LIMITS } from '../delivery-forms.ts';
import type { PublicLetterAction } from '../rules/delivery-views.ts';

type Props = {
  action: PublicLetterAction;
  title: string;
  slug: string;
  pageUrl: string;
  region: string;
  clientId: string;
  result?: SubmissionResult<string[]> | null;
};

/** One's own letter: through the organisation, or by oneself in three ways of which we learn nothing but "sent". */
export function OwnLetter(props: Props) {
  const { t } = useWords();
  const { action } = props;
  const back = useReturned(props.result);
  return (
    <>
      <ErrorSummary errors={back.errors} />
      {action.hints.length > 0 && (
        <Section title={t('deliveries.own.hints')}>
          <ul className="list-disc ps-6">
            {action.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </Section>
      )}
      {action.email && <ThroughOrganisation {...props} />}
      <BySelf {...props} />
    </>
  );
}

function ThroughOrganisation({ action, region, clientId, result }: Props) {
  const { t, locale } = useWords();
  const back = useReturned(result);
  return (
    <Section title={t('deliveries.own.through')} id="through">
      <p>{t('deliveries.own.through.text')}</p>
      <Form clientId={back.value('clientId', clientId)} label={t('deliveries.own.through')}>
        <input type="hidden" name="action" value={action.id} />
        <p className="meta">
          {t('deliveries.own.subject')}: {action.subject}
        </p>
        <TextArea
          name="text"
          label={t('deliveries.own.text')}
          hint={t('deliveries.own.text.hint')}
          rows={8}
          maxLength={DELIVERY_LIMITS.ownLetter}
          defaultValue={back.value('text')}
          error={back.errors.text}
          required
        />
        <TextInput
          name="name"
          label={t('deliveries.own.name')}
          maxLength={DELIVERY_LIMITS.name}
          autoComplete="name"
          defaultValue={back.value('name')}
          error={back.errors.name}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={t('deliveries.own.email')}
          hint={t('deliveries.own.email.hint')}
          autoComplete="email"
          inputMode="email"
          defaultValue={back.value('email')}
          error={back.errors.email}
          required
        />
        <Select
          name="region"
          label={t('deliveries.own.region')}
          options={regionOptions(locale)}
          defaultValue={back.value('region', region)}
          error={back.errors.region}
          required
        />
        <CheckboxField
          name="showsEmail"
          label={t('deliveries.own.shows-email')}
          defaultChecked={back.ticked('showsEmail')}
          error={back.errors.showsEmail}
        />
        <CheckboxField
          name="consent"
          label={t('deliveries.own.consent')}
          defaultChecked={back.ticked('consent')}
          error={back.errors.consent}
          required
        />
        <Button name="way" value="server">
          {t('deliveries.own.send')}
        </Button>
      </Form>
    </Section>
  );
}

function BySelf({ action, title, slug, pageUrl, clientId }: Props) {
  const { t, to } = useWords();
  const mailto = action.email && `mailto:${action.email}?subject=${encodeURIComponent(action.subject)}`;
  const message = `${t('deliveries.own.self.whatsapp.text', { title })} ${pageUrl}`;
  return (
    <Section title={t('deliveries.own.self')} id="self">
      <p>{t('deliveries.own.self.text')}</p>
      <div className="grid gap-4 md:grid-cols-3">
        <Card>
          <h3>{t('deliveries.own.self.mailto')}</h3>
          {mailto ? (
            <p>
              <a className="break-all" href={mailto}>
                {action.email}
              </a>
            </p>
          ) : (
            <p>{t('deliveries.own.self.no-email')}</p>
          )}
          {mailto && <Report way="mailto" action={action.id} clientId={clientId} />}
        </Card>
        <Card>
          <h3>{t('deliveries.own.self.print')}</h3>
          <p>{t('deliveries.own.self.print.text')}</p>
          <p className="whitespace-pre-line" lang="az">
            {[action.formal, action.postalAddress].filter(Boolean).join('\n')}
          </p>
          <ButtonLink tone="quiet" href={to(`${paths.campaignLetter(slug)}?view=print`)}>
            {t('deliveries.own.self.print')}
          </ButtonLink>
          <Report way="print" action={action.id} clientId={clientId} />
        </Card>
        <Card>
          <h3>{t('deliveries.own.self.whatsapp')}</h3>
          <p className="break-words">{message}</p>
          <ButtonLink
            tone="quiet"
            href={`https://wa.me/?text=${encodeURIComponent(message)}`}
            rel="noopener noreferrer"
          >
            WhatsApp
          </ButtonLink>
          <Report way="whatsapp" action={action.id} clientId={clientId} />
        </Card>
      </div>
      <p className="meta">{t('deliveries.own.self.report.text')}</p>
    </Section>
  );
}

function Report({ way, action, clientId }: { way: string; action: string; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={clientId} inline>
      <input type="hidden" name="action" value={action} />
      <Button name="way" value={way} tone="secondary" size="small">
        {t('deliveries.own.self.report')}
      </Button>
    </Form>
  );
}

/** A sheet to write on by hand: whom it is for, what about, room for words and signature. */
export function PrintLetter({ action }: { action: PublicLetterAction }) {
  const { t } = useWords();
  return (
    <article className="grid gap-6">
      <p className="whitespace-pre-line text-end" lang="az">
        {[action.formal, action.postalAddress].filter(Boolean).join('\n')}
      </p>
      <p className="border-b border-line-strong pb-8">{t('deliveries.own.sample.from')}</p>
      <h1>{action.subject}</h1>
      <div className="grid gap-8" aria-hidden="true">
        {Array.from({ length: 16 }, (_, line) => (
          <div key={line} className="border-b border-line" />
        ))}
      </div>
      <p>{t('deliveries.own.sample.sign')}</p>
    </article>
  );
}
