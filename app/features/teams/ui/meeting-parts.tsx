import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { MEETING_KINDS, MEETING_LIMITS, type MeetingKind } from '../rules/meeting.ts';

type Colleague = { id: string; name: string };

type MeetingLine = {
  id: string;
  kind: MeetingKind;
  partner: string;
  place: string;
  day: string;
  note: string;
  followUp: string;
  followUpOn: string | null;
  followedUpOn: string | null;
  isLate: boolean;
  owner: string | null;
  promises: readonly string[];
};

/** One meeting: who, where, what was promised, and what follows. */
export function MeetingCard({
  meeting,
  clientId,
  mayKeep,
}: {
  meeting: MeetingLine;
  clientId: string;
  mayKeep: boolean;
}) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  const { id, kind, partner, place, note, followUp, followUpOn, followedUpOn, isLate, owner, promises } = meeting;
  return (
    <Card tone={isLate ? 'late' : 'plain'}>
      <p className="meta">
        {t(`teams.meeting.kind.${kind}`)} · {day(meeting.day)}
        {place && ` · ${place}`}
      </p>
      <h2 className="text-lg">{partner}</h2>
      {note && <p>{note}</p>}
      <DefinitionList
        items={[
          ...promises.map((text, at) => ({ key: `promise-${at}`, term: t('teams.meeting.promise'), detail: text })),
          {
            key: 'follow-up',
            term: t('teams.meeting.follow-up'),
            detail: followUp && [followUp, owner, followUpOn && day(followUpOn)].filter(Boolean).join(' · '),
          },
        ]}
      />
      {followUp && (
        <p>
          <StateBadge tone={followedUpOn ? 'verified' : isLate ? 'late' : 'waiting'}>
            {followedUpOn
              ? t('teams.meeting.followed-up-on', { day: day(followedUpOn) })
              : t(isLate ? 'teams.late' : 'teams.waiting')}
          </StateBadge>
        </p>
      )}
      {mayKeep && followUp && !followedUpOn && (
        <Form clientId={clientId} inline label={`${t('teams.meeting.followed-up')}: ${partner}`}>
          <input type="hidden" name="intent" value="followed-up" />
          <input type="hidden" name="id" value={id} />
          <Button size="small" tone="secondary">
            {t('teams.meeting.followed-up')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

export function MeetingForm({
  back,
  team,
  today,
  clientId,
}: {
  back: Returned;
  team: readonly Colleague[];
  today: string;
  clientId: string;
}) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('teams.meeting.new')}>
      <input type="hidden" name="intent" value="meeting" />
      <FieldRow>
        <Select
          name="kind"
          label={t('teams.meeting.kind')}
          options={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`teams.meeting.kind.${kind}`) }))}
          defaultValue={back.value('kind')}
          error={back.errors.kind}
        />
        <TextInput
          name="day"
          type="date"
          width="short"
          label={t('elections.day')}
          defaultValue={back.value('day', today)}
          error={back.errors.day}
        />
      </FieldRow>
      <TextInput
        name="partner"
        label={t('teams.meeting.partner')}
        hint={t('teams.meeting.partner.hint')}
        maxLength={MEETING_LIMITS.partner}
        defaultValue={back.value('partner')}
        error={back.errors.partner}
      />
      <TextInput
        name="place"
        label={t('teams.meeting.place')}
        maxLength={MEETING_LIMITS.place}
        defaultValue={back.value('place')}
        error={back.errors.place}
        optional
      />
      <TextArea
        name="note"
        label={t('teams.meeting.note')}
        rows={3}
        maxLength={MEETING_LIMITS.note}
        defaultValue={back.value('note')}
        error={back.errors.note}
        optional
      />
      <FieldRow>
        <TextInput
          name="promise"
          label={t('teams.meeting.promise')}
          hint={t('teams.meeting.promise.hint')}
          maxLength={MEETING_LIMITS.promise}
          defaultValue={back.value('promise')}
          error={back.errors.promise}
          optional
        />
        <TextInput
          name="promiseBy"
          type="date"
          width="short"
          label={t('teams.meeting.promise-by')}
          defaultValue={back.value('promiseBy')}
          error={back.errors.promiseBy}
          optional
        />
      </FieldRow>
      <TextInput
        name="followUp"
        label={t('teams.meeting.follow-up')}
        hint={t('teams.meeting.follow-up.hint')}
        maxLength={MEETING_LIMITS.outcome}
        defaultValue={back.value('followUp')}
        error={back.errors.followUp}
        optional
      />
      <FieldRow>
        <OwnerSelect back={back} team={team} />
        <TextInput
          name="followUpOn"
          type="date"
          width="short"
          label={t('teams.meeting.follow-up-on')}
          defaultValue={back.value('followUpOn')}
          error={back.errors.followUpOn}
          optional
        />
      </FieldRow>
      <Button>{t('teams.meeting.save')}</Button>
    </Form>
  );
}

export function OwnerSelect({ back, team }: { back: Returned; team: readonly Colleague[] }) {
  const { t } = useWords();
  return (
    <Select
      name="owner"
      label={t('elections.task.owner')}
      placeholder={t('elections.task.nobody')}
      options={team.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={back.value('owner')}
      error={back.errors.owner}
      optional
    />
  );
}
