import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, LIMITS, RECORDED_KINDS } from '../rules/kinds.ts';
import type { PersonViewProps } from './person-views.ts';

/** What somebody did, the latest first, and a form for what the product does not see by itself. */
export function PersonTimeline({ moments, may, clientId, today, lastResult }: PersonViewProps) {
  const { t, locale } = useWords();
  const back = useReturned(lastResult, 'moment');
  return (
    <Section title={t('people.timeline.title')} id="timeline">
      <Timeline
        label={t('people.timeline.title')}
        steps={moments.map((moment) => ({
          key: moment.id,
          state: 'done',
          title: t(`people.moment.${moment.kind}`),
          meta: formatDay(moment.at, locale),
          note: moment.about || undefined,
        }))}
      />
      {may.write && (
        <Form clientId={clientId} label={t('people.timeline.add')} scope="moment">
          <FieldRow>
            <Select
              name="kind"
              label={t('people.timeline.kind')}
              error={back.errors.kind}
              options={RECORDED_KINDS.map((value) => ({ value, label: t(`people.moment.${value}`) }))}
              defaultValue={back.value('kind')}
            />
            <TextInput
              name="on"
              type="date"
              label={t('people.timeline.on')}
              error={back.errors.on}
              max={today}
              defaultValue={back.value('on', today)}
            />
          </FieldRow>
          <TextInput
            name="about"
            label={t('people.timeline.about')}
            error={back.errors.about}
            defaultValue={back.value('about')}
            maxLength={LIMITS.about}
            autoComplete="off"
            optional
          />
          <Button tone="secondary" name="intent" value="moment">
            {t('people.timeline.add')}
          </Button>
        </Form>
      )}
    </Section>
  );
}

/** Their word to this organisation, by purpose and channel, with the version of the words and both dates. */
export function PersonConsents({ consents, may, clientId, today, lastResult }: PersonViewProps) {
  const { t, locale } = useWords();
  const back = useReturned(lastResult, 'consent');
  return (
    <Section title={t('people.consent.title')} id="consents">
      {consents.length === 0 && <p>{t('people.consent.none')}</p>}
      <ul className="stack stack-small">
        {consents.map((consent) => {
          const what = `${t(`people.consent.purpose.${consent.purpose}`)}, ${t(`people.consent.channel.${consent.channel}`)}`;
          return (
            <li key={consent.id}>
              <b>{what}</b>
              <span className="meta block">
                {t('people.consent.given', {
                  date: formatDay(consent.givenAt, locale),
                  version: consent.textVersion,
                })}
                {consent.withdrawnAt &&
                  ` · ${t('people.consent.withdrawn', { date: formatDay(consent.withdrawnAt, locale) })}`}
              </span>
              {may.write && !consent.withdrawnAt && (
                <Press
                  clientId={clientId}
                  intent="withdraw"
                  fields={{ consentId: consent.id }}
                  label={t('people.consent.withdraw')}
                  about={what}
                />
              )}
            </li>
          );
        })}
      </ul>
      {may.write && (
        <Stack gap="small">
          <p className="meta">{t('people.consent.text')}</p>
          <Form clientId={clientId} label={t('people.consent.add')} scope="consent">
            <FieldRow>
              <Select
                name="purpose"
                label={t('people.consent.purpose')}
                error={back.errors.purpose}
                options={CONSENT_PURPOSES.map((value) => ({ value, label: t(`people.consent.purpose.${value}`) }))}
                defaultValue={back.value('purpose')}
              />
              <Select
                name="channel"
                label={t('people.consent.channel')}
                error={back.errors.channel}
                options={CONSENT_CHANNELS.map((value) => ({ value, label: t(`people.consent.channel.${value}`) }))}
                defaultValue={back.value('channel')}
              />
              <TextInput
                name="givenOn"
                type="date"
                label={t('people.consent.on')}
                error={back.errors.givenOn}
                max={today}
                defaultValue={back.value('givenOn', today)}
              />
            </FieldRow>
            <Button tone="secondary" name="intent" value="consent">
              {t('people.consent.add')}
            </Button>
          </Form>
        </Stack>
      )}
    </Section>
  );
}
