import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { MEETING_LIMITS, type PromiseState } from '../rules/meeting.ts';
import { OwnerSelect } from './meeting-parts.tsx';

type PromiseLine = {
  id: string;
  text: string;
  toWhom: string;
  madeOn: string;
  dueOn: string | null;
  state: PromiseState;
  outcome: string;
  closedOn: string | null;
  owner: string | null;
  isLate: boolean;
};

/** One promise and what became of it. It is never deleted: it is kept or taken back, and may be opened again. */
export function PromiseCard({ one, clientId, mayKeep }: { one: PromiseLine; clientId: string; mayKeep: boolean }) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  const facts = [
    one.toWhom,
    t('teams.promise.made-on', { day: day(one.madeOn) }),
    one.dueOn && t('teams.promise.due-on', { day: day(one.dueOn) }),
    one.owner,
  ];
  const tone = one.state === 'kept' ? 'verified' : one.state === 'withdrawn' ? 'quiet' : one.isLate ? 'late' : 'open';
  return (
    <Card tone={one.isLate ? 'late' : 'plain'}>
      <p>
        <StateBadge tone={tone}>{one.isLate ? t('teams.late') : t(`teams.promise.state.${one.state}`)}</StateBadge>
      </p>
      <h2 className="text-lg">{one.text}</h2>
      <p className="meta">{facts.filter(Boolean).join(' · ')}</p>
      {one.closedOn && (
        <p>
          {day(one.closedOn)}
          {one.outcome && `: ${one.outcome}`}
        </p>
      )}
      {mayKeep && one.state === 'open' && (
        <details>
          <summary>
            {t('teams.promise.close')}
            <span className="visually-hidden">: {one.text}</span>
          </summary>
          <Form clientId={clientId} scope={one.id} label={`${t('teams.promise.close')}: ${one.text}`}>
            <input type="hidden" name="intent" value="close" />
            <input type="hidden" name="id" value={one.id} />
            <TextInput name="outcome" label={t('teams.promise.outcome')} maxLength={MEETING_LIMITS.outcome} optional />
            <ButtonRow>
              <Button tone="verify" name="state" value="kept" size="small">
                {t('teams.promise.kept')}
              </Button>
              <Button tone="secondary" name="state" value="withdrawn" size="small">
                {t('teams.promise.withdraw')}
              </Button>
            </ButtonRow>
          </Form>
        </details>
      )}
      {mayKeep && one.state !== 'open' && (
        <Form clientId={clientId} inline label={`${t('teams.promise.reopen')}: ${one.text}`}>
          <input type="hidden" name="intent" value="reopen" />
          <input type="hidden" name="id" value={one.id} />
          <Button tone="quiet" size="small">
            {t('teams.promise.reopen')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

export function PromiseForm({
  back,
  team,
  today,
  clientId,
}: {
  back: Returned;
  team: readonly { id: string; name: string }[];
  today: string;
  clientId: string;
}) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('teams.promise.new')}>
      <input type="hidden" name="intent" value="promise" />
      <TextInput
        name="text"
        label={t('teams.promise.text')}
        maxLength={MEETING_LIMITS.promise}
        defaultValue={back.value('text')}
        error={back.errors.text}
      />
      <TextInput
        name="toWhom"
        label={t('teams.promise.to-whom')}
        hint={t('teams.promise.to-whom.hint')}
        maxLength={MEETING_LIMITS.toWhom}
        defaultValue={back.value('toWhom')}
        error={back.errors.toWhom}
        optional
      />
      <FieldRow>
        <TextInput
          name="madeOn"
          type="date"
          width="short"
          label={t('teams.promise.made')}
          defaultValue={back.value('madeOn', today)}
          error={back.errors.madeOn}
        />
        <TextInput
          name="dueOn"
          type="date"
          width="short"
          label={t('teams.promise.due')}
          defaultValue={back.value('dueOn')}
          error={back.errors.dueOn}
          optional
        />
      </FieldRow>
      <OwnerSelect back={back} team={team} />
      <Button>{t('teams.promise.save')}</Button>
    </Form>
  );
}
