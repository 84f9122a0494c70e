import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { BOARD_LIMITS } from '../rules/kinds.ts';
import type { EntryView, MatchView } from '../views.ts';
import { MatchState, ReasonText, useDaysText, useKindText } from './entry-words.tsx';
import type { Reason } from '../rules/suggest.ts';

export type EntryPageProps = {
  slug: string;
  clientId: string;
  entry: EntryView;
  matches: MatchView[];
  ownChoices: { id: string; title: string }[];
  reason: Reason | null;
  mayWrite: boolean;
  lastResult?: SubmissionResult<string[]> | null;
};

/** An entry with its answers; for others the way to answer it. */
export function EntryPage(props: EntryPageProps) {
  const { slug, entry, matches, mayWrite, reason, clientId } = props;
  const { t, to, locale } = useWords();
  const days = useDaysText();
  const kindText = useKindText();
  const isWaiting = entry.state === 'open' || entry.state === 'proposed';
  const hasAnswered = matches.some(({ side, state }) => side === 'proposer' && state === 'proposed');
  return (
    <Stack>
      {entry.text && (
        <p className="prose whitespace-pre-line" lang={entry.locale}>
          {entry.text}
        </p>
      )}
      {reason && <ReasonText reason={reason} entry={entry} />}
      <DefinitionList
        items={[
          { term: t('board.field.kind'), detail: kindText(entry) },
          ...(entry.isOurs ? [] : [{ term: t('board.field.organisation'), detail: entry.organisation.names[locale] }]),
          { term: t('board.field.where'), detail: placeText(entry, locale) },
          { term: t('board.field.when'), detail: days(entry) },
        ]}
      />
      {entry.isOurs && mayWrite && isWaiting && (
        <ButtonRow row>
          {entry.state === 'open' && (
            <ButtonLink tone="secondary" href={to(paths.orgBoardEntryEdit(slug, entry.id))}>
              {t('board.edit.action')}
            </ButtonLink>
          )}
          <Form clientId={clientId} inline>
            <Button tone="quiet" name="intent" value="withdraw">
              {t('board.withdraw')}
            </Button>
          </Form>
        </ButtonRow>
      )}
      {(entry.isOurs || matches.length > 0) && (
        <Section title={t(entry.isOurs ? 'board.matches.title' : 'board.matches.ours')} id="answers">
          {matches.length === 0 ? (
            <EmptyState title={t('board.matches.empty.title')} example={t('board.matches.empty.example')}>
              {t('board.matches.empty.text')}
            </EmptyState>
          ) : (
            <Stack>
              {matches.map((match) => (
                <Answer key={match.id} match={match} {...props} />
              ))}
            </Stack>
          )}
        </Section>
      )}
      {mayWrite && <Agree {...props} />}
      {!entry.isOurs && mayWrite && isWaiting && !hasAnswered && <Propose {...props} />}
    </Stack>
  );
}

function Answer({ match, entry, clientId, mayWrite }: EntryPageProps & { match: MatchView }) {
  const { t, locale } = useWords();
  const plain = match.steps.filter((step) => step !== 'agree');
  return (
    <Card as="article">
      <Stack gap="small">
        <p>
          <b>{match.other.names[locale]}</b> <MatchState state={match.state} />
        </p>
        <p className="meta">{formatMoment(match.createdAt, locale)}</p>
        {match.note && <p className="whitespace-pre-line">{match.note}</p>}
        {match.entryId !== entry.id && match.entry && (
          <p>
            {t('board.match.answers')} <span lang={match.entry.locale}>{match.entry.title}</span>
          </p>
        )}
        {match.entryId === entry.id && match.ownEntry && (
          <p>
            {t('board.match.with')} <span lang={match.ownEntry.locale}>{match.ownEntry.title}</span>
          </p>
        )}
        {match.contact && <Contact match={match} />}
        {match.state === 'done' && (
          <p>{t(match.isDoneByUs ? 'board.match.wait-confirm' : 'board.match.please-confirm')}</p>
        )}
        {mayWrite && plain.length > 0 && (
          <ButtonRow row>
            {plain.map((step) => (
              <Form key={step} clientId={clientId} inline>
                <input type="hidden" name="matchId" value={match.id} />
                <Button
                  tone={step === 'confirm' || step === 'done' ? 'secondary' : 'quiet'}
                  size="small"
                  name="intent"
                  value={step}
                >
                  {t(`board.step.${step}`)}
                  <span className="visually-hidden">: {match.other.names[locale]}</span>
                </Button>
              </Form>
            ))}
          </ButtonRow>
        )}
      </Stack>
    </Card>
  );
}

function Contact({ match: { contact } }: { match: MatchView }) {
  const { t } = useWords();
  if (!contact) return null;
  const isMail = contact.contact.includes('@');
  return (
    <p>
      {t('board.match.contact')} <b>{contact.name}</b>,{' '}
      <a className="whitespace-nowrap" href={`${isMail ? 'mailto' : 'tel'}:${contact.contact}`}>
        {isMail ? contact.contact : formatPhone(contact.contact)}
      </a>
    </p>
  );
}

/** Which answer is taken, and whom its organisation calls then. */
function Agree({ clientId, matches, lastResult }: EntryPageProps) {
  const { t, locale } = useWords();
  const back = useReturned(lastResult, 'agree');
  const waiting = matches.filter(({ steps }) => steps.includes('agree'));
  if (waiting.length === 0) return null;
  return (
    <Section title={t('board.step.agree')} id="agree">
      <p>{t('board.agree.text')}</p>
      <Form clientId={back.value('clientId', clientId)} label={t('board.step.agree')}>
        <RadioCards
          name="matchId"
          label={t('board.field.answer')}
          error={back.errors.matchId}
          options={waiting.map((match) => ({ value: match.id, label: match.other.names[locale] }))}
          defaultValue={back.value('matchId', waiting.length === 1 ? waiting[0]?.id : undefined)}
        />
        <ContactFields back={back} />
        <Button name="intent" value="agree">
          {t('board.step.agree')}
        </Button>
      </Form>
    </Section>
  );
}

/** Whom the other side calls once both agreed. */
function ContactFields({ back }: { back: Returned }) {
  const { t } = useWords();
  return (
    <FieldRow>
      <TextInput
        name="contactName"
        label={t('board.field.contact-name')}
        error={back.errors.contactName}
        defaultValue={back.value('contactName')}
        maxLength={BOARD_LIMITS.name}
        autoComplete="name"
        required
      />
      <TextInput
        name="contact"
        label={t('board.field.contact')}
        hint={t('board.field.contact.hint')}
        error={back.errors.contact}
        defaultValue={back.value('contact')}
        maxLength={BOARD_LIMITS.contact}
        autoComplete="off"
        required
      />
    </FieldRow>
  );
}

function Propose({ clientId, entry, ownChoices, lastResult }: EntryPageProps) {
  const { t } = useWords();
  const back = useReturned(lastResult, 'propose');
  return (
    <Section title={t(`board.propose.${entry.kind}`)} id="propose">
      <p>{t('board.propose.text')}</p>
      <Form clientId={back.value('clientId', clientId)} label={t(`board.propose.${entry.kind}`)}>
        {ownChoices.length > 0 && (
          <Select
            name="ownEntryId"
            label={t('board.field.own-entry')}
            hint={t('board.field.own-entry.hint')}
            error={back.errors.ownEntryId}
            placeholder={t('board.field.own-entry.none')}
            options={ownChoices.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={back.value('ownEntryId')}
            optional
          />
        )}
        <TextArea
          name="note"
          label={t('board.field.note')}
          error={back.errors.note}
          defaultValue={back.value('note')}
          maxLength={BOARD_LIMITS.note}
          rows={3}
          optional
        />
        <ContactFields back={back} />
        <Button name="intent" value="propose">
          {t('board.propose.submit')}
        </Button>
      </Form>
    </Section>
  );
}
