import type { BodyChoice } from '#app/features/authorities/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned, type Returned } from '#app/ui/use-returned.ts';
import { DELIVERY_LIMITS, HOURLY } from '../delivery-forms.ts';
import type { LetterRoom as Room } from '../letter-queries.server.ts';
import type { LetterActionState } from '../rules/delivery.ts';
import type { LetterActionView, LetterCounts } from '../rules/delivery-views.ts';
import { AddresseeSelect } from './addressee-select.tsx';

const TONES: Record<LetterActionState, StateTone> = { test: 'waiting', open: 'claimed', closed: 'quiet' };
const COUNTS = [
  'queued',
  'sent',
  'held_duplicate',
  'self_sent',
  'pending',
  'withdrawn',
  'test',
] as const satisfies readonly (keyof LetterCounts)[];

type Result = Parameters<typeof useReturned>[0];
type Place = { campaignSlug: string; ownEmail: string | null; clientId: string; result: Result };

/** The invitation to write to a decision-maker: its words, its pace, its test, and what waits. */
export function LetterRoom({
  room,
  choices,
  clientId,
  result,
}: {
  room: Room;
  choices: readonly BodyChoice[];
  clientId: string;
  result: Result;
}) {
  const { t } = useWords();
  const isRunning = room.actions.some((action) => action.state !== 'closed');
  return (
    <Stack>
      {room.actions.length === 0 && (
        <EmptyState title={t('deliveries.letters.empty.title')}>{t('deliveries.letters.empty')}</EmptyState>
      )}
      {room.actions.map((action) => (
        <ActionCard
          key={action.id}
          action={action}
          campaignSlug={room.slug}
          ownEmail={room.ownEmail}
          clientId={clientId}
          result={result}
        />
      ))}
      {!isRunning && <StartForm choices={choices} clientId={clientId} result={result} />}
    </Stack>
  );
}

function Wording({ back, action }: { back: Returned; action?: LetterActionView }) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        name="subject"
        label={t('deliveries.letters.subject')}
        maxLength={DELIVERY_LIMITS.subject}
        defaultValue={back.value('subject', action?.subject)}
        error={back.errors.subject}
      />
      <TextArea
        name="hints"
        label={t('deliveries.letters.hints')}
        hint={t('deliveries.letters.hints.hint')}
        rows={4}
        maxLength={DELIVERY_LIMITS.hints}
        defaultValue={back.value('hints', action?.hints)}
        error={back.errors.hints}
      />
      <TextInput
        name="hourlyMax"
        label={t('deliveries.letters.hourly')}
        hint={t('deliveries.letters.hourly.hint')}
        inputMode="numeric"
        width="short"
        defaultValue={back.value('hourlyMax', String(action?.hourlyMax ?? HOURLY.usual))}
        error={back.errors.hourlyMax}
      />
    </>
  );
}

function StartForm({
  choices,
  clientId,
  result,
}: {
  choices: readonly BodyChoice[];
  clientId: string;
  result: Result;
}) {
  const { t } = useWords();
  const back = useReturned(result, 'start');
  return (
    <Form clientId={clientId} label={t('deliveries.letters.start')}>
      <AddresseeSelect
        name="addressee"
        label={t('deliveries.letters.to')}
        choices={choices}
        defaultValue={back.value('addressee')}
        error={back.errors.addressee}
      />
      <Wording back={back} />
      <Button name="intent" value="start">
        {t('deliveries.letters.start')}
      </Button>
    </Form>
  );
}

function ActionCard({ action, ...place }: Place & { action: LetterActionView }) {
  const { t, to, locale } = useWords();
  const its = place.result?.initialValue?.action === action.id ? place.result : undefined;
  const edited = useReturned(its, 'edit');
  return (
    <Card as="article">
      <StateBadge tone={TONES[action.state]}>{t(`deliveries.letters.state.${action.state}`)}</StateBadge>
      <h2>{action.addressee[locale]}</h2>
      <p>{action.subject}</p>
      {action.state === 'test' && (
        <Notice tone="info">{t('deliveries.letters.test-mode', { email: place.ownEmail ?? '—' })}</Notice>
      )}
      {!action.hasEmail && <Notice tone="warning">{t('deliveries.letters.no-email')}</Notice>}
      {action.state === 'open' && (
        <p>
          <a href={to(paths.campaignLetter(place.campaignSlug))}>{t('deliveries.letters.page')}</a>
        </p>
      )}
      <Section title={t('deliveries.letters.counts')} level={3}>
        <DefinitionList
          items={COUNTS.filter((key) => action.counts[key] > 0 || key === 'queued' || key === 'sent').map((key) => ({
            term: t(`deliveries.letters.count.${key}`),
            detail: String(action.counts[key]),
          }))}
        />
      </Section>
      {action.state === 'test' && action.hasEmail && <TestForm action={action} {...place} result={its} />}
      {action.state !== 'closed' && (
        <>
          <Doors action={action} clientId={place.clientId} />
          <details className="fold" open={Object.keys(edited.errors).length > 0}>
            <summary>{t('deliveries.letters.edit')}</summary>
            <Form clientId={place.clientId} label={t('deliveries.letters.edit')}>
              <input type="hidden" name="action" value={action.id} />
              <Wording back={edited} action={action} />
              <Button name="intent" value="edit" tone="secondary">
                {t('deliveries.list.save')}
              </Button>
            </Form>
          </details>
        </>
      )}
      {action.waiting.length > 0 && <Waiting action={action} clientId={place.clientId} />}
    </Card>
  );
}

function Doors({ action, clientId }: { action: LetterActionView; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={clientId} inline>
      <input type="hidden" name="action" value={action.id} />
      {action.state === 'test' && (
        <>
          <p className="meta">{t('deliveries.letters.open.text')}</p>
          <Button name="intent" value="open">
            {t('deliveries.letters.open')}
          </Button>
        </>
      )}
      <Button name="intent" value="close" tone="quiet">
        {t('deliveries.letters.close')}
      </Button>
    </Form>
  );
}

function TestForm({ action, clientId, result }: Place & { action: LetterActionView }) {
  const { t } = useWords();
  const back = useReturned(result, 'test');
  return (
    <Form clientId={clientId} label={t('deliveries.letters.test')}>
      <input type="hidden" name="action" value={action.id} />
      <TextArea
        name="text"
        label={`${t('deliveries.letters.test')}: ${t('deliveries.letters.test.text')}`}
        rows={4}
        maxLength={DELIVERY_LIMITS.ownLetter}
        defaultValue={back.value('text', action.hints)}
        error={back.errors.text}
      />
      <Button name="intent" value="test" tone="secondary">
        {t('deliveries.letters.test.send')}
      </Button>
    </Form>
  );
}

function Waiting({ action, clientId }: { action: LetterActionView; clientId: string }) {
  const { t, locale } = useWords();
  return (
    <Section title={t('deliveries.letters.waiting')} level={3}>
      <p className="meta">{t('deliveries.letters.waiting.text')}</p>
      {action.waiting.map((letter) => (
        <details key={letter.id} className="fold">
          <summary>
            {t('deliveries.letters.from', { name: letter.name, region: regionName(letter.region, locale) })}
          </summary>
          <div className="prose whitespace-pre-line">{letter.text}</div>
          <Form clientId={clientId} inline>
            <input type="hidden" name="letter" value={letter.id} />
            <Button name="intent" value="hold" tone="danger" size="small">
              {t('deliveries.letters.hold')}
            </Button>
          </Form>
        </details>
      ))}
    </Section>
  );
}
